internal import ArgumentParser
internal import Bytes
internal import Entry
internal import Findings
internal import Host
internal import Toolexec
internal import Weaving

/// `routinex go ...`.
struct GoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "go",
    abstract: "Run the go command with patch sets, and recompile only what they change.",
    usage: "routinex go [--patches LIST] [--verbose] [--debug] SUBCOMMAND [ARGUMENTS]",
    discussion: """
      Starts the go command on PATH, with `-toolexec` set to routinex. Arguments, output and exit status are the go \
      command's own, and no routinex process stays.

        routinex go build --patches httptrace ./...
        routinex go test --patches ./mypatches -race ./...
        routinex go run . ARGUMENTS OF THE PROGRAM

      The subcommands build, fix, install, list, run, test and vet get the patch sets. Any other subcommand runs as \
      it is. Write the flags of routinex in front of the subcommand, or among its flags in front of the packages:

        --patches LIST  the patch sets, separated by commas: names of built-in sets,
                        paths of folders and import paths; write a comma as \\,
                        (default: the sets of \(ToolFile.name.text), else
                        $ROUTINEX_PATCHES, else \(ActivePatchSets.defaultName))
        --verbose       print which declarations are changed, by which patch
        --debug         also print each command line, as received and as passed on

      For each package with patches, routinex gives the go command a hash of them in `-gcflags`. So every other \
      package shares its object with plain builds, and an edited patch recompiles its package and what depends on it. \
      `go build -toolexec=routinex` recompiles everything.

      Your own `-gcflags` are kept, and a program that you give in `-toolexec` runs behind routinex, as in \
      -toolexec='routinex PROGRAM'. The build information of a program shows one of the hashes in `-gcflags`.
      """)

  @Argument(parsing: .captureForPassthrough, help: "A subcommand of the go command, and its arguments.")
  var arguments: [String] = []

  func run() throws { throw CleanExit.helpRequest(self) }

  /// Becomes the go command if the arguments of this process are `go` and a subcommand; comes back if they are not, or
  /// ask for help. The argument parser does not see them: they need not be text, and the flags among them are not its
  /// own.
  static func runIfNamed() throws(Findings) {
    let given = ArgumentVector.ofProcess.copied()
    guard given.first?.equals("go") == true else { return }
    if given.count > 4, given[1].equals(ImportCompiler.word) {
      try StandardImports(targets: given[2], paths: given[3], arguments: GoArguments(Array(given[4...]))).run()
    }
    let arguments = try GoArguments(Array(given.dropFirst()))
    guard !arguments.options.isHelp, let subcommand = arguments.subcommand else { return }
    var flags: [ByteString] = []
    if let known = Subcommand(rawValue: subcommand.text) {
      flags = try GoBuild(subcommand: known, arguments: arguments).flags()
    }
    let command = makeArgumentPointer([ByteString("go")] + arguments.adding(flags: flags))
    Process.fail(toStart: command[0], Process.replace(with: command))
  }
}
