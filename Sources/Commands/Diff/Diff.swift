internal import ArgumentParser
internal import Bytes
internal import Findings
internal import Patching
internal import GoPackages
internal import GoSyntax
internal import Host
internal import Weaving

/// `routinex diff`.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what patch sets make of a package, as a diff.",
    usage: "routinex diff [SET ...] IMPORTPATH [--output FOLDER] [--go GOROOT] ...",
    discussion: """
      Prints the changes that a build with -toolexec=routinex applies to the package, line directives included: they come \
      from the same plan. Nothing is built and nothing is changed.

      With patch -p1 the diff applies in the Go root (GOROOT), or in the folder of the package's module; its first line \
      says which. The plain go command then compiles what routinex gives the compiler. For that, files that the sets add \
      are called zz_routinex_NUMBER_NAME.go, files that leave the package (by //routinex:tags or //routinex:file) are \
      deleted, and in files that join it by tags the build constraint becomes an ordinary comment.

      Further lines above it name the packages that patches import and this one does not, which `routinex go` compiles before the \
      build, and those of //routinex:link.

      A set that has files for the package of which none applies to this build changes nothing; that is said on standard \
      error, and is no failure. An import path that no set has a folder for is one.
      """)

  @Argument(
    help: ArgumentHelp(
      "Patch sets, names of built-in ones or paths of folders, and last the import path of the package.",
      discussion: "Without a set, those of ROUTINEX_PATCHES, else \(ActivePatchSets.defaultName).",
      valueName: "set ... importpath"))
  var arguments: [RawArgument]

  @OptionGroup var options: PackageOptions

  @Option(
    help: ArgumentHelp(
      "Write the changed and added files below this folder instead, and overlay.json for go build -overlay.",
      discussion: "The folder must be empty, or not be there.", valueName: "folder"),
    completion: .directory)
  var output: RawArgument?

  func run() throws {
    let importPath = try NamedSets.importPath(arguments[arguments.count - 1].bytes)
    let sets = try NamedSets.find(arguments.dropLast().map(\.bytes))
    try NamedSets.require(importPath, in: sets)
    let finder = try LocatedPackage.Finder(options)
    guard let located = finder.find(importPath) else {
      throw Findings(
        .missingPackage,
        "no package \(importPath.shown): it is not in \(finder.root.path.shown), in the working folder's module, or in the "
          + "module cache; name its module with --module PATH=FOLDER")
    }
    let (changes, broughtIn) = try plan(located, sets)
    if changes.isEmpty, broughtIn.isEmpty {
      let names = sets.map(\.name.shown).joined(separator: ", ")
      Message.error("\(names) \(sets.count == 1 ? "changes" : "change") nothing in \(located.description)")
    }
    if let output {
      try OverlayFolder(output.bytes, from: workingFolders().first ?? ByteString("/")).write(
        changes.map { OverlayFolder.Placed(original: Path.join(located.base, $0.path), name: $0.path, bytes: $0.new) })
      broughtIn.forEach(Message.error)
    } else if !changes.isEmpty || !broughtIn.isEmpty {
      // The name is for a person, and must not end the line.
      let heading = "# \(located.description): patch -p1 in \(located.base.shown)"
      let lines = ([heading] + broughtIn.map { "# \($0)" }).map {
        Terminal.output.styled(ByteString($0), .dim) + [ASCII.newline]
      }
      let text = lines + changes.map { DiffText.of($0, on: .output) }
      guard Message.output(ByteString(text.joined())) else {
        throw Findings(.fileSystem, "cannot write to standard output")
      }
    }
  }

  /// The changes, and a line for each package that comes into builds with the package.
  private func plan(
    _ located: LocatedPackage, _ sets: [PatchSet]
  ) throws(Findings) -> (changes: [PackageChanges.Change], broughtIn: [String]) {
    let (files, package) = (HostFiles(), located.package)
    guard let weaving = try package.weave(sets, in: files) else { return ([], []) }
    let sources = try SourceFolder(package.folder, context: package.context, in: files)
    let changes = try PackageChanges(weaving, given: sources.goFiles, of: package, base: located.base, in: files)
      .changes
    let own = sources.imports(in: files)
    var lines: [String] = []
    for item in try weaving.plan().imports where !own.contains(item.path) && !item.path.equals("unsafe") {
      lines.append(
        "\(item.path.shown), which the package does not import, is compiled before the build: \(item.file.place(at: item.offset).shown)"
      )
    }
    for file in weaving.patches {
      for link in file.directives.links {
        let place = file.place(at: link.comment.range.lowerBound)
        lines.append("\(link.path.shown) becomes part of every program that has the package: \(place.shown)")
      }
    }
    var seen: Set<String> = []
    return (changes, lines.filter { seen.insert($0).inserted })
  }
}
