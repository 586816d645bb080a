import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// `routinex go build` with imports from outside, ended at moments that nobody chose. `ROUTINEX_SEED` has others; `make matrix`
  /// does it more often.
  @Suite struct OutsideKillTests {
    /// A signal, and whether all processes of the build get it, or the one alone that was started.
    private static let ways: [(signal: Int32, isForAll: Bool)] = [
      (SIGKILL, true), (SIGKILL, false), (SIGTERM, true), (SIGTERM, false), (SIGINT, true), (SIGINT, false),
    ]

    @Test("a build that is killed leaves nothing behind, and the next one is right", arguments: Setup.newestOrAll)
    func kills(toolchain: Toolchain) throws {
      let build = try StoppedOutsideBuild(toolchain)
      var random = SplitMix(state: SplitMix.seed &+ UInt64(toolchain.minor))
      for way in Array(repeating: Self.ways, count: Matrix.results == nil ? 2 : 20).joined() {
        var isStopped = false
        // A build that comes to its end before its moment has another try, with less time.
        for attempt in 0..<8 where !isStopped {
          // Another text, so that there is something to do.
          try build.edit()
          let moment = Double.random(in: 0..<build.seconds, using: &random) / Double(1 << attempt)
          let run = try build.run(stoppedBy: way.signal, isForAll: way.isForAll, after: moment)
          isStopped = run.ending != .exit(0)
          try build.requireNothingLeft("ROUTINEX_SEED=\(SplitMix.seed), \(way) after \(moment) s: \(run)")
          try build.requireRight()
        }
        try #require(isStopped, "no build was slow enough for \(way)")
      }
    }
  }
}

/// A build with a set that imports a package of the module, and the same without anybody who stops it.
private final class StoppedOutsideBuild {
  private let program: OutsideProgram
  private var workspace: Workspace { program.workspace }
  private var text = 0
  /// What lies where builds have no business.
  private var files: [String] = []
  /// How long a build takes.
  private(set) var seconds = 1.0

  init(_ toolchain: Toolchain) throws {
    program = try OutsideProgram(toolchain)
    try program.writeLoggingSet()
    try workspace.makeFolder("home")
    // Else the go command counts its own starts in files there (golang.org/x/telemetry, from Go 1.23).
    try workspace.write("off", to: "home/.config/go/telemetry/mode")
    toolchain.makePlainCache(at: workspace.path("cache"))
    files = Self.files(of: workspace)
    // The first one may have package runtime to compile.
    for _ in 0..<2 {
      try edit()
      let start = ContinuousClock.now
      try requireRight()
      seconds = start.duration(to: .now) / .seconds(1)
    }
    try workspace.write("", to: "tmp/began")
  }

  /// Changes the body of a function two imports away from the program.
  func edit() throws {
    text += 1
    try program.writeText("text \(text)")
  }

  private func command(to out: String) -> Command {
    let arguments = [
      Setup.routinex, "go", "build", "--patches", workspace.path("set"), "-o", workspace.path(out), "./app",
    ]
    let own = ["GOCACHE": workspace.path("cache"), "HOME": workspace.path("home")]
    return Command(
      arguments, in: workspace.path("m"), environment: program.toolchain.environment(in: workspace).merging(own) { $1 })
  }

  func run(stoppedBy signal: Int32, isForAll: Bool, after seconds: Double) throws -> Run {
    var command = command(to: "tmp/stopped")
    // timeout makes a process group of its own and signals the whole of it, but for --foreground.
    let timeout =
      ["/usr/bin/timeout", "--preserve-status", "--signal", "\(signal)"] + (isForAll ? [] : ["--foreground"])
    command.arguments.insert(contentsOf: (timeout + [String(format: "%.3f", seconds)]).map { Array($0.utf8) }, at: 0)
    return try command.run()
  }

  /// Requires that what was started has come to its end, and that nothing has come or gone, the cache and the folder for
  /// temporary files excepted.
  func requireNothingLeft(_ reason: String) throws {
    // Those whose parent alone was killed go on for a while. A process that is becoming another program has no words for a
    // moment: hence more than one look.
    let end = ContinuousClock.now + .seconds(20)
    var looksWithout = 0
    while looksWithout < 3, ContinuousClock.now < end {
      looksWithout = isAtWork ? 0 : looksWithout + 1
      usleep(20_000)
    }
    try #require(looksWithout == 3, "processes are left: \(reason)")
    try #require(Self.files(of: workspace) == files, "\(reason)")
    let newer = ["/usr/bin/find", program.toolchain.root + "/", "-cnewer", workspace.path("tmp/began")]
    let found = try Command(newer, in: workspace.root, environment: [:]).run().succeeded()
    try #require(found.output.isEmpty, "\(reason)\n\(found)")
  }

  /// Whether a process has the workspace on its command line or in its environment, as all of a build have.
  private var isAtWork: Bool {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.contains { name in
      guard name.first?.isNumber == true else { return false }
      return ["cmdline", "environ"].contains { file in
        FileManager.default.contents(atPath: "/proc/\(name)/\(file)")?.range(of: Data(workspace.root.utf8)) != nil
      }
    }
  }

  /// Builds to the end, and requires that the program is that of the sources.
  func requireRight() throws {
    try command(to: "tmp/out").run().succeeded()
    let run = try workspace.run("tmp/out").succeeded()
    try #require(run.errorText == "logger begins\ntext \(text): /path\n", "\(run)")
  }

  private static func files(of workspace: Workspace) -> [String] {
    workspace.files(below: "").filter { !$0.hasPrefix("cache/") && !$0.hasPrefix("tmp/") }
  }
}
