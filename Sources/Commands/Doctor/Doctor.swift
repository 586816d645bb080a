internal import ArgumentParser
internal import Bytes
internal import Entry
internal import Findings
internal import Host
internal import SystemInterface
internal import Toolexec
internal import Weaving

/// `routinex doctor`.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Find out in which order another toolexec program works together with routinex.",
    usage: "routinex doctor [--patches LIST] [--go GOROOT] [--package PACKAGE ...] [--json] AGENT [ARGUMENTS]",
    discussion: """
      Builds a small program plainly, through AGENT, through routinex, and through both in each order, and compares \
      what reaches the compiler and the other tools. Prints what each of the two changes alone, what each order \
      loses, whether AGENT leaves the tools' IDs (-V=full) alone, and the command line to use. AGENT and its \
      arguments are passed on unchanged. Write this command's flags in front of AGENT.

      The small program uses net/http, database/sql, log/slog, context and goroutines. If AGENT or the patches change \
      something else, name packages of your own with --package.

      Everything is compiled again, in a temporary folder with its own build cache, which is removed at the end. This \
      takes a minute or more. The exit status is 0 if some order works, else 1.
      """)

  @OptionGroup var patches: PatchesOption

  @OptionGroup var toolchain: ToolchainOption

  @Option(
    name: .customLong("package"), parsing: .singleValue,
    help: ArgumentHelp(
      "A package to build instead of the small program, as go build takes it; may be repeated.",
      valueName: "package"))
  var packages: [RawArgument] = []

  @Flag(help: "Print the result as JSON.")
  var json = false

  @Argument(parsing: .captureForPassthrough, help: "The toolexec program and its arguments.")
  var agent: [String] = []

  func run() throws {
    // As bytes: arguments need not be text.
    var given = Array(ArgumentVector.ofProcess.copied().suffix(agent.count))
    if given.first?.equals("--") == true {
      given.removeFirst()
    } else if let flag = given.first, flag.first == ASCII.dash {
      // The parser leaves all that it does not know to the agent, its own --help among it.
      if flag.equals("--help") || flag.equals("-h") { throw CleanExit.helpRequest(self) }
      throw Findings(.usage, "unknown flag \(flag.shown); see `routinex doctor --help`")
    }
    let folder = workingFolders().first ?? ByteString("/")
    let agent = try AgentCommand(given, workingFolder: folder)
    let names = patches.elements
    let active = try ActiveSets(option: names, search: SetPackages())
    let sets = try active.find()
    guard !sets.isEmpty else {
      throw Findings(.usage, "no patch set is named, so routinex changes nothing; name one with --patches")
    }
    let report = try DoctorRun(
      agent: agent, goRoot: try toolchain.root(), sets: sets, isNamed: !active.isDefault,
      packages: packages.map(\.bytes)
    ).report()
    let text = json ? try DoctorJSON(report: report).text : try DoctorText(report: report, terminal: .output).text
    guard Message.output(ByteString(text)) else { throw Findings(.fileSystem, "cannot write to standard output") }
    if let problem = report.problem {
      throw Findings(json ? [] : [Finding(.agent, Wording(DoctorText.message(problem, report)))])
    }
  }
}
