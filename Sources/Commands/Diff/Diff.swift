internal import ArgumentParser
internal import Bytes
internal import Findings
internal import Host
internal import Patching
internal import Weaving

/// `routinex diff`.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show how patch sets change packages, as a diff.",
    usage: "routinex diff [SET ...] PACKAGE ... [--exact] [--output FOLDER] [--go GOROOT] ...",
    discussion: """
      Prints the changes that a build with -toolexec=routinex makes to the packages, from the same plan. Nothing is \
      built and nothing is changed.

        routinex diff httptrace net/http
        routinex diff ./mypatches net/... ./...

      The diff is laid out for people: one statement on a line, without the line directives and blank lines that keep \
      positions. With --exact it shows exactly the bytes that the compiler gets. Both apply with patch -p1, in the Go \
      root (GOROOT) or in the folder of the package's module; a line above the diff of each package names this \
      folder. The plain go command then compiles the same code. Without --exact, messages and stack traces have the \
      positions of the changed files.

      Added files are called zz_routinex_NUMBER_NAME.go. Files that leave the package (by //routinex:tags or \
      //routinex:file) are deleted. In files that join it by tags, the build constraint becomes an ordinary comment.

      More lines above a diff name packages that patches import and this package does not, which `routinex go` \
      compiles before the build, and packages of //routinex:link.

      The diff leaves out packages of a pattern that do not change. If a set has files for a package but none applies \
      to this build, a message on standard error says so, and the exit status is 0. If no set has a folder for an \
      import path, it is 1.
      """)

  @Argument(
    help: ArgumentHelp(
      "Patch sets (built-in names, folders), then packages: import paths, folders and patterns with '...'.",
      discussion: """
        Arguments are sets up to the first one that is no set; the last argument is always a package. With --patches, \
        all arguments are packages. Default sets: \(ActiveSets.usual).
        """,
      valueName: "set ... package"))
  var arguments: [RawArgument]

  @OptionGroup var patches: PatchesOption
  @OptionGroup var options: PackageOptions

  @Flag(help: "Show exactly the bytes that a build compiles, with line directives and the blank lines around them.")
  var exact = false

  @Option(
    help: ArgumentHelp(
      "Write the changed and added files below this folder instead, byte for byte as a build compiles them, and overlay.json "
        + "for go build -overlay.",
      discussion: """
        The command overwrites only files that it wrote itself, and refuses a folder of Go sources.
        """,
      valueName: "folder"),
    completion: .directory)
  var output: RawArgument?

  func run() throws {
    let finder = try LocatedPackage.Finder(options)
    let named = try DiffArguments(arguments.map(\.bytes), patches: patches.elements, finder)
    let sets = try NamedSets.find(named.sets)
    let isExact = exact || output != nil
    let diffs = try PackageDiffs(of: named.packages, sets, with: finder, positions: isExact ? .said : .unsaid)
    let names = sets.map(\.name.shown).joined(separator: ", ")
    for subject in diffs.unchanged {
      Message.error("\(names) \(sets.count == 1 ? "changes" : "change") nothing in \(subject)")
    }
    if let output {
      try OverlayFolder(output.bytes, from: workingFolders().first ?? ByteString("/")).write(diffs.placed)
      diffs.list.flatMap(\.broughtIn).forEach(Message.error)
    } else if !diffs.list.isEmpty {
      guard Message.output(ByteString(diffs.list.map(text).joined())) else {
        throw Findings(.fileSystem, "cannot write to standard output")
      }
    }
  }

  private func text(of diff: PackageDiffs.Diff) -> ByteString {
    // The name is for a person, and must not end the line.
    let heading = "# \(diff.located.description): patch -p1 in \(diff.located.base.shown)"
    let lines = ([heading] + diff.broughtIn.map { "# \($0)" }).map {
      Terminal.output.styled(ByteString($0), .dim) + [ASCII.newline]
    }
    return ByteString((lines + diff.changes.map { DiffText.of($0, on: .output) }).joined())
  }
}
