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
    abstract: "Show what patch sets make of packages, as a diff.",
    usage: "routinex diff [SET ...] PACKAGE ... [--exact] [--output FOLDER] [--go GOROOT] ...",
    discussion: """
      Prints the changes that a build with -toolexec=routinex applies to the packages: they come from the same plan. Nothing \
      is built and nothing is changed.

        routinex diff httptrace net/http
        routinex diff ./mypatches net/... ./...

      The diff is laid out for people: a statement a line, without the line directives and blank lines that keep positions. \
      With --exact it shows the very bytes that the compiler is given. Both apply with patch -p1, in the Go root (GOROOT) or in \
      the folder of the package's module; a line above the diff of each package says which. The plain go command then compiles \
      the same code; without --exact, messages and stack traces have the positions of the changed files.

      Files that the sets add are called zz_routinex_NUMBER_NAME.go. Files that leave the package (by //routinex:tags or \
      //routinex:file) are deleted, and in files that join it by tags the build constraint becomes an ordinary comment.

      Further lines above a diff name the packages that patches import and this one does not, which `routinex go` compiles \
      before the build, and those of //routinex:link.

      Of a pattern, packages without changes are passed by. A set that has files for a package of which none applies to this \
      build changes nothing; that is said on standard error, and is no failure. An import path that no set has a folder for is \
      one.
      """)

  @Argument(
    help: ArgumentHelp(
      "Patch sets, names of built-in ones or paths of folders, then packages: import paths, folders and patterns with '...'.",
      discussion: """
        The packages begin with the first argument that is no set, and with the last one at the latest; with --patches all \
        are packages. Without a set, those of ROUTINEX_PATCHES, else \(ActivePatchSets.defaultName).
        """,
      valueName: "set ... package"))
  var arguments: [RawArgument]

  @OptionGroup var patches: PatchesOption
  @OptionGroup var options: PackageOptions

  @Flag(help: "Show the very bytes that a build compiles, with line directives and the blank lines around them.")
  var exact = false

  @Option(
    help: ArgumentHelp(
      "Write the changed and added files below this folder instead, byte for byte as a build compiles them, and overlay.json "
        + "for go build -overlay.",
      discussion: """
        Files that the folder holds already are never overwritten, but for those of the last time. It may not be a folder of \
        Go files.
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
