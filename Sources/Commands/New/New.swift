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
    abstract: "Begin a patch set, or a patch in one, with a declaration's real signature.",
    usage: """
      routinex new NAME --for IMPORTPATH.DECLARATION [--directive DIRECTIVE] [--go GOROOT] ...
      routinex new NAME --each PATTERNS [--packages PATTERNS] [--directive DIRECTIVE]
      """,
    discussion: """
      Writes the folder NAME with NAME.go, which says what the set is for, and below it a patch file for the declaration: \
      its signature is copied from the Go toolchain or the module, with the imports that it needs, and comments say where \
      to write what. Until then the patch changes nothing that a program would notice (but for remove), and a build with it \
      succeeds.

      Where NAME is there already, the patch joins the set. A file that exists is never overwritten. Should the folder lie \
      inside of a Go module, it gets a go.mod, so that ./... passes it by. A new set also gets a first test in testdata, for \
      `routinex test`. Of a set that is a Go package, with its patches in _patches, the package gets a blank import of each \
      package of a module that the patch imports.

      With --each it is a patch for every function that patterns select, in the packages that --packages selects.

      Where the declaration stands in a file for some systems only, or other toolchains that are found on this machine have \
      it differently, the patch gets a //go:build line.

        routinex new mypatches --for net/http.Get
        routinex new mypatches --for 'net/http.(*Client).Do' --directive wrap
        routinex new mypatches --for runtime.g
        routinex new mypatches --for main.main
        routinex new mypatches --each 'Handle* !HandleDebug' --directive wrap
      """)

  @Argument(help: "The set's folder, which is its name too.", completion: .directory)
  var name: RawArgument

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "What to patch: a function, a method (Type.Method or '(*Type).Method'), a type, a variable or a constant.",
      valueName: "importpath.declaration"))
  var target: RawArgument?

  @Option(
    name: .customLong("each"),
    help: ArgumentHelp(
      "Functions to patch, all with one patch: names with *, ? and [A-Z], Type.Method, words such as //app:span, and ! before what "
        + "is not meant.", valueName: "patterns"))
  var each: RawArgument?

  @Option(
    help: ArgumentHelp(
      "The packages of --each: patterns of the go command, std, work and cmd, and ! before what is not meant.",
      discussion: "Default: work, the packages of the main module or workspace.", valueName: "patterns"))
  var packages: RawArgument?

  @Option(
    help: ArgumentHelp(
      "What happens to the declaration.",
      discussion: """
        Without it: before for a function, replace for anything else, and extend for a struct unless literals in its package \
        leave out the names of the fields.
        """,
      valueName: "directive"))
  var directive: TemplateChoice?

  @OptionGroup var options: PackageOptions

  func validate() throws {
    if target != nil, each != nil { throw ValidationError("--for and --each exclude each other") }
    if target == nil, each == nil { throw ValidationError("say what to patch with --for or --each") }
    if packages != nil, each == nil { throw ValidationError("--packages says where --each looks, which is not given") }
  }

  func run() throws {
    let set = try NewSet(name.bytes, from: workingFolders().first ?? ByteString("/"))
    if let each {
      let patch = try NewEach(each.bytes, packages?.bytes ?? ByteString("work"), directive?.template, in: set)
      try write(patch.path, patch.content, of: nil, in: set, tryOut: [])
      return
    }
    let finder = try LocatedPackage.Finder(options)
    let named = try NamedDeclaration.find(target?.bytes ?? [], with: finder)
    let patch = try set.patchFile(for: named)
    let templates = try named.templates(directive?.template ?? named.likeliestTemplate)
    let content = try content(of: templates, for: named, at: patch, in: set)
    let importPath = named.located.package.importPath
    let diff = "  routinex diff \(Message.quoted([set.given])) \(Message.quoted([importPath]))"
    try write(patch, content, of: importPath, in: set, tryOut: [diff])
  }

  /// Writes the patch with what the set lacks, and says what to do next.
  /// - Parameters:
  ///   - importPath: the package that it is for; nil for several.
  ///   - commands: of the kind that tell what the patch makes of a package.
  private func write(
    _ patch: ByteString, _ content: ByteString, of importPath: ByteString?, in set: NewSet, tryOut commands: [String]
  ) throws(Findings) {
    var written: [ByteString] = []
    let package = try SetPackageFile(of: set, importing: content, for: importPath ?? [])
    for (path, bytes) in try set.ownFiles() + [(patch, content)] + set.firstTest(of: importPath) {
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
    let folder = Message.quoted([set.given])
    let changed = package.map { package in
      "changed \(set.relative(package.path).shown), which imports \(package.added.map(\.shown).joined(separator: ", ")) now"
    }
    let lines =
      written.map { "wrote \(set.relative($0).shown)" } + [changed].compactMap(\.self)
      + ["Try it:", "  routinex check \(folder)"] + commands
      + ["  routinex go build --patches \(Message.quoted([PatchSetList.quoted(set.given)])) ./..."]
    _ = Message.output(ByteString(lines.joined(separator: "\n") + "\n"))
  }

  /// The text of the first template that fits, with the limits that it needs.
  private func content(
    of templates: [PatchTemplate], for named: NamedDeclaration, at path: ByteString, in set: NewSet
  ) throws(Findings) -> ByteString {
    let package = named.file.packageName.map { named.file.text($0).text } ?? "main"
    let limits = FileLimits.constraint(
      of: named.file.path, named.file.bytes, in: named.located.package.context)
    var failure: Findings?
    for template in templates {
      let trial = NewPatch(set: set, path: path, text: template.text(package: package, constraint: limits))
      do throws(Findings) {
        try trial.requireFit(named.located.package)
      } catch {
        failure = failure ?? error
        continue
      }
      let versions = trial.versions(named.located)
      let constraint = [limits, versions].compactMap(\.self)
      return ByteString(
        template.text(
          package: package, constraint: constraint.isEmpty ? nil : constraint.joined(separator: " && ")))
    }
    throw failure ?? Findings(.unpatchable, "nothing of \(named.spelling) can be patched so")
  }
}
