internal import ArgumentParser
internal import Bytes
internal import Findings
internal import GoPackages
internal import GoSyntax
internal import Host
internal import SystemInterface
internal import Toolexec
internal import Weaving

/// `routinex new`.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a patch set, or add patches to one, with the declarations' real signatures.",
    usage: """
      routinex new NAME --for IMPORTPATH.DECLARATION ... [--directive DIRECTIVE] [--go GOROOT] ...
      routinex new NAME --for IMPORTPATH.DECLARATION ... --directive calls|literal [--packages PATTERNS]
      routinex new NAME --each PATTERNS [--packages PATTERNS] [--directive DIRECTIVE]
      """,
    discussion: """
      Writes the folder NAME with NAME.go, which says what the set is for, and below it a patch file for each \
      declaration. The signature comes from the Go toolchain or the module, with the imports that it needs, and \
      comments say where to write what. Until you fill a patch in, it changes nothing that a program would notice \
      (except with remove), and a build with it succeeds.

      If NAME exists, the patches join that set. A file that exists is never overwritten. If the folder is inside a \
      Go module, it gets a go.mod, so that ./... skips it. A new set also gets a first test in testdata, for \
      `routinex test`. If the set is a Go package, with its patches in _patches, the package gets a blank import of \
      each module's package that the patches import.

      With calls and literal, the patch is for the packages that call the function or build the type; --packages \
      selects them. With --each, one patch is for every function that the patterns select in such packages.

      The patch gets a //go:build line if the declaration is in a file for some systems only, or if it is different \
      in other toolchains on this machine.

        routinex new mypatches --for net/http.Get --for 'net/http.(*Client).Do'
        routinex new mypatches --for 'net/http.(*Client).Do' --directive wrap
        routinex new mypatches --for os.Getenv --directive calls
        routinex new mypatches --for net/http.Transport --directive literal --packages 'work std'
        routinex new mypatches --for runtime.g
        routinex new mypatches --for main.main
        routinex new mypatches --each 'Handle* !HandleDebug' --directive wrap
      """)

  @Argument(help: "The set's folder. The set has the folder's name.", completion: .directory)
  var name: RawArgument

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "What to patch: a function, a method (Type.Method or '(*Type).Method'), a type, a variable or a constant; may be repeated.",
      valueName: "importpath.declaration"))
  var targets: [RawArgument] = []

  @Option(
    name: .customLong("each"),
    help: ArgumentHelp(
      "Functions to patch with one patch: names with *, ? and [A-Z], Type.Method, words as //app:span; ! excludes.",
      valueName: "patterns"))
  var each: RawArgument?

  @Option(
    help: ArgumentHelp(
      "The packages of --each, calls and literal: patterns of the go command, std, work and cmd; ! excludes.",
      discussion: "Default: work, the packages of the main module or workspace.", valueName: "patterns"))
  var packages: RawArgument?

  @Option(
    help: ArgumentHelp(
      "What the patch does to the declaration.",
      discussion: """
        Default: before for a function, extend for a struct if no literal in its package leaves out the names of the \
        fields, replace for anything else.
        """,
      valueName: "directive"))
  var directive: TemplateChoice?

  @OptionGroup var options: PackageOptions

  func validate() throws {
    if !targets.isEmpty, each != nil { throw ValidationError("use --for or --each, not both") }
    if targets.isEmpty, each == nil { throw ValidationError("say what to patch with --for or --each") }
    if packages != nil, each == nil, directive?.isForUses != true {
      throw ValidationError("--packages works only with --each, --directive calls or --directive literal")
    }
  }

  func run() throws {
    let set = try NewSet(name.bytes, from: workingFolders().first ?? ByteString("/"))
    var patches = NewPatches(set: set, packages: packages?.bytes ?? NewPatches.ownPackages)
    if let each {
      try patches.add(each: each.bytes, directive?.template)
    } else {
      let finder = try LocatedPackage.Finder(options)
      for target in targets { try patches.add(target.bytes, directive?.template, with: finder) }
    }
    try write(patches)
  }

  /// Writes the patches with what the set lacks, and says what to do next.
  private func write(_ patches: NewPatches) throws(Findings) {
    let set = patches.set
    var written: [ByteString] = []
    let package = try SetPackageFile(of: set, importing: patches.files)
    let importPaths = patches.importPaths
    let only = importPaths?.count == 1 ? importPaths?[0] : nil
    let files = try set.ownFiles() + patches.files.map { ($0.path, $0.content) } + set.firstTest(of: only)
    for (path, bytes) in files {
      do throws(FileError) {
        try HostFiles().write(bytes, to: path)
      } catch {
        throw Findings(error)
      }
      written.append(path)
    }
    if let package {
      try attempt { () throws(FileError) in try HostFiles().replace(package.path, with: package.bytes) }
    }
    let changed = package.map { package in
      "changed \(set.relative(package.path).shown), which now imports "
        + "\(package.added.map(\.shown).joined(separator: ", "))"
    }
    let lines =
      written.map { "wrote \(set.relative($0).shown)" } + [changed].compactMap(\.self) + ["Try it:"]
      + commands(patches).map { "  \($0)" }
    _ = Message.output(ByteString(lines.joined(separator: "\n") + "\n"))
  }

  /// What to do with the set: does it apply, what does it make, and run it.
  private func commands(_ patches: NewPatches) -> [String] {
    let folder = Message.quoted([patches.set.given])
    let looked = patches.importPaths ?? (patches.packages == NewPatches.ownPackages ? [ByteString("./...")] : nil)
    let list = Message.quoted([PatchSetList.quoted(patches.set.given)])
    let build = NewPatches.isInCommand ? "run --patches \(list) ." : "build --patches \(list) ./..."
    return ["routinex check \(folder)"]
      + (looked.map { ["routinex diff \(folder) \(Message.quoted($0))"] } ?? []) + ["routinex go \(build)"]
  }
}
