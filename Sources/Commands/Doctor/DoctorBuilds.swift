internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import SystemInterface
internal import Toolexec
internal import Weaving

/// Builds of one program through different chains, and what reached the tools in each. All of it lies in a folder that is
/// gone at the end: an agent that leaves `-V=full` alone would spoil any cache that others use.
struct DoctorBuilds {
  enum Result {
    case built(BuildTrace)
    /// The first lines of what the go command wrote to standard error.
    case failed([String])
  }

  private let folder: ByteString
  private let mirror: ToolMirror
  /// Where the go command runs.
  private let workingFolder: ByteString
  /// What it is to build; empty for the sample program.
  private let packages: [ByteString]
  private let files = HostFiles()

  /// Its arguments: the folder to run in, the Go root, the folder for all that one build makes, a file for what the program
  /// writes to standard error, `sample` for the sample program, and the program with its arguments.
  private static let script = """
    cd "$1" || exit 125
    export GOROOT="$2" PATH="$2/bin:$PATH" GOCACHE="$3/cache" GOTMPDIR="$3" TMPDIR="$3" GOTOOLCHAIN=local
    errors=$4
    [ "$5" != sample ] || export GOFLAGS=-mod=mod GOWORK=off GO111MODULE=on CGO_ENABLED=0
    shift 5
    exec "$@" 2>"$errors"
    """

  /// How many lines of a failure are shown.
  private static let lineLimit = 8

  /// - Parameter packages: those to build in the working folder; empty: the sample program.
  init(in folder: ByteString, _ goRoot: GoRoot, packages: [ByteString]) throws(Findings) {
    self.folder = folder
    self.packages = packages
    let program = try ownProgram()
    mirror = try ToolMirror(
      of: goRoot, at: Path.join(folder, ByteString("goroot")),
      record: [program, ByteString("doctor"), ByteString(RecordedCall.flag), Path.join(folder, Self.calls), folder])
    if packages.isEmpty {
      workingFolder = Path.join(folder, ByteString("program"))
      try SampleProgram.write(to: workingFolder)
    } else {
      workingFolder = workingFolders().first ?? ByteString("/")
    }
  }

  private static let calls = ByteString("calls")

  /// Builds everything anew, the standard library too.
  /// - Parameter toolexec: the chain, as `-toolexec` takes it; empty: none.
  func build(through toolexec: ByteString) throws(Findings) -> Result {
    let records = Path.join(folder, Self.calls)
    files.removeFolder(records)
    _ = try attempt { () throws(FileError) in try files.makeOwnFolder(records) }
    let go = Path.join(mirror.root, ByteString("bin/go"))
    // -o /dev/null: links, and keeps nothing. Packages that are no commands may be among them.
    let flags = ["build", "-a", "-o", "/dev/null"].map { ByteString($0) }
    let run = try run([go] + flags + [ByteString("-toolexec=") + toolexec, ByteString("--")] + named)
    guard case .exited(0) = run.outcome else {
      let lines = run.errors.isEmpty ? ["the go command failed without a message"] : run.errors
      return .failed(lines)
    }
    var calls: [RecordedCall] = []
    for name in files.namesFound(in: records) {
      let path = Path.join(Path.join(records, name), ByteString("call"))
      let bytes = try attempt { () throws(FileError) in try files.read(path) }
      guard let call = RecordedCall(encoded: bytes) else {
        throw Findings(.fileSystem, "\(path.shown) is not a complete record of a call; try again")
      }
      calls.append(call)
    }
    return .built(BuildTrace(calls))
  }

  private var named: [ByteString] { packages.isEmpty ? [ByteString(".")] : packages }

  /// The tools that decide what a build makes and have an ID.
  static let tools: [StaticString] = ["compile", "link", "asm", "cgo", "cover"]

  /// What a tool answers to `-V=full` through a chain; nil if that failed.
  /// - Parameter chain: the program to start and its arguments; the tool follows.
  func answer(of tool: StaticString, through chain: [ByteString]) throws(Findings) -> ByteString? {
    let path = Path.join(mirror.toolFolder, ByteString(tool))
    let run = try run(chain + [path, ByteString("-V=full")])
    guard case .exited(0) = run.outcome else { return nil }
    return run.output
  }

  private func run(
    _ command: [ByteString]
  ) throws(Findings) -> (outcome: Process.Outcome, output: ByteString, errors: [String]) {
    let work = try attempt { () throws(FileError) in
      try files.makeOwnFolder(Path.join(folder, ByteString("work")))
    }
    defer { files.removeFolder(work) }
    let errors = Path.join(work, ByteString("errors"))
    let words = ["/bin/sh", "-c", Self.script, "sh"].map { ByteString($0) }
    let mode = ByteString(packages.isEmpty ? "sample" : "packages")
    let pointer = makeArgumentPointer(words + [workingFolder, mirror.root, work, errors, mode] + command)
    let supervision = Supervision(running: pointer, capturing: true)
    if let signal = Supervision.receivedSignal {
      // A build that was stopped tells nothing. A tool that outlives the go command may have made a file meanwhile.
      for _ in 0..<3 where files.findsFolder(folder) { files.removeFolder(folder) }
      Process.end(as: .signalled(signal), running: pointer)
    }
    switch supervision.outcome {
    case .exited, .signalled: break
    case .notStarted(let code): throw Findings(.goCommand, "cannot run /bin/sh: \(systemMessage(code))")
    case .lost(let reason): throw Findings(.goCommand, "the go command: \(reason)")
    }
    return (supervision.outcome, supervision.output, lines(of: (try? files.read(errors)) ?? []))
  }

  /// The first lines, the mirror's paths as the Go root.
  private func lines(of errors: ByteString) -> [String] {
    let text = errors.replacing(mirror.root, with: ByteString("$GOROOT"))
    let lines = text.split(separator: ASCII.newline).map { Printable.lines($0.text) }
    guard lines.count > Self.lineLimit else { return lines }
    return lines.prefix(Self.lineLimit) + ["(\(lines.count - Self.lineLimit) more lines)"]
  }
}
