internal import ArgumentParser
internal import Bytes
internal import Entry
internal import Findings
internal import Host
internal import SystemInterface
internal import Toolexec
internal import Weaving

/// `routinex explain`.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Run a go command and show what it did: every tool, its purpose and time, and what was patched.",
    usage: """
      routinex explain [--patches LIST] [--html FILE] [--trace FILE] -- go build ./...
      routinex explain --why PACKAGE[.NAME] [--patches LIST] [PACKAGE ...]
      """,
    discussion: """
      The command runs as under `go build -toolexec=routinex`, with its own input, output and exit status, and with \
      the same build cache. It runs as under `routinex go` if it begins with `routinex go`, or if patches import or \
      link packages that their targets lack. The explanation follows on standard output, and says what was built \
      before for patches, and why. It covers the subcommands build, install, run, test, vet, fix and list.
      """)

  @OptionGroup var patches: PatchesOption

  @Option(help: "Write a page with the build's timeline, for a browser.")
  var html: RawArgument?

  @Option(help: "Write the timeline for Perfetto or about:tracing.")
  var trace: RawArgument?

  @Option(
    help: ArgumentHelp(
      "Say whether a package or a declaration is patched in a build of the packages that follow.",
      discussion: "Names the patches, or says why there are none. Nothing is built.", valueName: "package[.name]"))
  var why: RawArgument?

  @Argument(parsing: .captureForPassthrough, help: "The go command.")
  var command: [String] = []

  func run() throws {
    // As bytes: arguments need not be text.
    let all = ArgumentVector.ofProcess.copied()
    var given = Array(all.suffix(command.count))
    if given.first?.equals("--") == true { given.removeFirst() }
    if let why { return try answer(why.bytes, given) }
    guard let program = given.first else {
      throw Findings(.usage, "which go command? For example: routinex explain -- go build")
    }
    // The parser leaves all that it does not know to the go command, its own --help among it.
    if program.equals("--help") || program.equals("-h") { throw CleanExit.helpRequest(self) }
    if program.first == ASCII.dash {
      throw Findings(.usage, "unknown flag \(program.shown); see `routinex explain --help`")
    }
    let recording = try RecordedCommand(
      given,
      patches: patches.elements)
    let (supervision, explanation) = try recording.run()
    let terminal = Terminal.output
    _ = Message.output(ByteString("\n" + Summary(explanation: explanation, terminal: terminal).text))
    var failures: [Finding] = []
    for (path, content) in [(html, Page.file), (trace, TraceEvents.file)]
      as [(RawArgument?, (Explanation) -> ByteString)]
    {
      guard let path else { continue }
      do throws(FileError) {
        try HostFiles().write(content(explanation), to: path.bytes)
      } catch {
        failures += Findings(error).list
      }
    }
    if case .exited(0) = supervision.outcome, !failures.isEmpty { throw Findings(failures) }
    failures.map(\.text).forEach(Message.error)
    supervision.endAlike(running: makeArgumentPointer([program]))
  }

  /// Without a build.
  private func answer(_ text: ByteString, _ packages: [ByteString]) throws(Findings) {
    if let word = packages.first, word.equals("go") || word.equals("routinex") || word.first == ASCII.dash {
      throw Findings(.usage, "only packages can follow --why: routinex explain --why \(text.shown) ./...")
    }
    if html != nil || trace != nil {
      throw Findings(.usage, "--why builds nothing, so --html and --trace have nothing to show; leave them out")
    }
    let queries = GoQueries(folder: nil, program: ByteString("go"))
    let sets = try ActiveSets(option: patches.elements, search: SetPackages(queries: queries)).find()
    let why = try Why(text, building: packages.isEmpty ? [ByteString("./...")] : packages, sets, queries)
    guard Message.output(ByteString(why.text)) else {
      throw Findings(.fileSystem, "cannot write to standard output")
    }
  }
}
