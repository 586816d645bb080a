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
      Starts the go command that is on PATH, with `-toolexec` set to this program. Arguments, output and exit status \
      are the go command's own, and no process of this program stays.

        routinex go build --patches httptrace ./...
        routinex go test --patches ./mypatches -race ./...
        routinex go run . ARGUMENTS OF THE PROGRAM

      The subcommands build, fix, install, list, run, test and vet are given the patch sets; every other one runs as it \
      is. This program's own flags stand in front of the subcommand, or among its flags in front of the packages:

        --patches LIST  the patch sets, separated by commas: names of built-in
                        ones and paths of folders, with \\, for a comma
                        (default: $ROUTINEX_PATCHES, else \(ActivePatchSets.defaultName))
        --verbose       say which declarations are changed, by which patch
        --debug         also print each command line, as it came and went

      In `-gcflags` the go command is told of the patches of each package that has some. So every other package shares \
      its object with plain builds, and an edited patch recompiles its package and what depends on that, where \
      `go build -toolexec=routinex` recompiles everything.

      What you give in `-gcflags` for a patched package is kept. A program that you give in `-toolexec` runs behind \
      this one, as in -toolexec='routinex PROGRAM'. A program's build information shows one of the keys in `-gcflags`.
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
