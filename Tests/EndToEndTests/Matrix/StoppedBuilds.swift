import Foundation
import Testing
import Toolchains

extension MatrixBuild {
  /// Kills builds at random moments, each with its whole process group, until there are so many kills. Returns the number
  /// of them, and of the builds that ended before their moment came.
  func survivesKills(_ kills: Int) throws -> (kills: Int, ends: Int) {
    let builds = try StoppedBuilds(self)
    var random = SplitMix(state: 20)
    var killed = 0
    var ended = 0
    while killed < kills {
      // A plain and a patched build in turn, in one cache.
      let kind = builds.kinds[killed % 2]
      let run = try builds.run(kind, killedAfter: .random(in: 0.02..<1.5, using: &random))
      if case .exit(0) = run.ending {
        ended += 1
        try builds.requireRight(kind)
        // So that the next ones have something to do again.
        try builds.emptyCache()
      } else {
        try #require(run.ending == .signal(SIGKILL) || run.ending == .exit(128 + SIGKILL), "\(run)")
        killed += 1
      }
      try #require(ended < 20 * kills, "the builds are too fast to be killed")
    }
    try builds.finish()
    try builds.requireNothingChanged()
    let left = try FileManager.default.contentsOfDirectory(atPath: workspace.path("tmp"))
    try #require(left.allSatisfy { $0.hasPrefix("go-build") }, "\(left)")
    return (killed, ended)
  }
}

/// Builds in one cache that are stopped before they end, and what must come of them.
private struct StoppedBuilds {
  struct Kind {
    let flags: [String]
    let output: String
    /// What a build that nobody stops gives, in another cache.
    let binary: Data
  }

  private let build: MatrixBuild
  private var workspace: Workspace { build.workspace }
  let kinds: [Kind]
  private let before: [String: String]

  init(_ build: MatrixBuild) throws {
    var build = build
    build.environment["HOME"] = build.workspace.path("home")
    // Else the go command counts its own starts in files there (golang.org/x/telemetry, from Go 1.23).
    try build.workspace.write("off", to: "home/.config/go/telemetry/mode")
    kinds = try [([], MatrixBuild.plain), ([build.toolexec], MatrixBuild.patched)].map { flags, output in
      try build.go(["build"] + flags + ["-o", build.workspace.path("out"), "."]).succeeded()
      return Kind(flags: flags, output: output, binary: try build.workspace.read("out"))
    }
    build.environment["GOCACHE"] = build.workspace.path("cache")
    self.build = build
    before = try Self.files(of: build)
    try emptyCache()
  }

  /// Starts a build, and kills it and all that it started after so many seconds.
  func run(_ kind: Kind, killedAfter seconds: Double) throws -> Run {
    try? FileManager.default.removeItem(atPath: workspace.path("out"))
    let environment = build.toolchain.environment(in: workspace).merging(build.environment) { $1 }
    // timeout makes a process group of its own and signals the whole of it.
    let timeout = ["/usr/bin/timeout", "--preserve-status", "--signal", "KILL", String(format: "%.3f", seconds)]
    let go = [build.toolchain.root + "/bin/go", "build"] + kind.flags + ["-o", workspace.path("out"), "."]
    return try Command(timeout + go, in: workspace.path("app"), environment: environment).run()
  }

  /// Requires that `out` is what a build that nobody stopped gives.
  func requireRight(_ kind: Kind) throws {
    try #require(try workspace.run("out").succeeded().outputText == kind.output)
    try #require(try workspace.read("out") == kind.binary)
  }

  func finish() throws {
    for kind in kinds {
      try build.go(["build"] + kind.flags + ["-o", workspace.path("out"), "."]).succeeded()
      try requireRight(kind)
    }
  }

  func emptyCache() throws { try workspace.empty("cache") }

  /// Requires that nothing has come, gone or become another, the cache, TMPDIR and `out` excepted.
  func requireNothingChanged() throws {
    let now = try Self.files(of: build)
    let changes = Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }.sorted()
    try #require(changes == [], "\(changes)")
  }

  /// Path to size and date of all that builds may not touch.
  private static func files(of build: MatrixBuild) throws -> [String: String] {
    var result: [String: String] = [:]
    let folders =
      ["app", "set", "routine", "home"].map(build.workspace.path)
      // Debian's package has a link to its sources, which are not walked as part of the root then.
      + ["", "/src"].map { URL(fileURLWithPath: build.toolchain.root + $0).resolvingSymlinksInPath().path }
    for folder in folders {
      for file in build.workspace.files(below: folder) {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + file)
        let date = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        result[folder + "/" + file] = "\(attributes[.size] ?? 0) \(date)"
      }
    }
    let own: Set<String> = [
      "cache", "tmp", "out", "app", "set", "routine", "home",
      // Written beside the executable for a moment, to see what modes the umask leaves (cmd/go/internal/work, moveOrCopyFile).
      "out-go-tmp-umask",
    ]
    for name in try FileManager.default.contentsOfDirectory(atPath: build.workspace.root) where !own.contains(name) {
      result[name] = "in the workspace"
    }
    return result
  }
}

extension Workspace {
  /// Leaves a folder with nothing in it.
  fileprivate func empty(_ name: String) throws {
    if exists(name) { try FileManager.default.removeItem(atPath: path(name)) }
    try makeFolder(name)
  }
}
