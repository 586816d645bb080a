internal import ArgumentParser
internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import SystemInterface
internal import Weaving

/// `routinex add`.
struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a patch set that is a Go package to this module.",
    discussion: """
      Runs `go get` for the package unless the build list of the main module has it, checks with the Go toolchain in \
      use that its patches apply, and writes the import into \(ToolFile.name.text) in the module's root. Without \
      --patches, `routinex go` applies the sets that this file imports, in order.

        routinex add example.com/loud@v1.2.0

      If there is an error, the file does not change. A new file also gets the built-in sets that builds have applied \
      so far.
      """)

  @Argument(help: ArgumentHelp("The package, with a version as go get takes it.", valueName: "path[@version]"))
  var path: RawArgument

  @OptionGroup var toolchain: ToolchainOption

  func run() throws {
    let query = path.bytes
    let importPath = Array(query.prefix { $0 != ASCII.at })
    guard case .package(_, nil) = SetElement(importPath), importPath.first != ASCII.dash else {
      throw Findings(
        .usage, "'\(path.shown)' is not an import path with a dot in its first part, such as example.com/loud")
    }
    let search = SetPackages()
    guard let root = search.moduleRoot else {
      throw Findings(.usage, "the working folder is not in a module; run 'go mod init' first")
    }
    if query != importPath || (try? search.find([importPath], through: nil)) == nil {
      let pointer = makeArgumentPointer([ByteString("go"), ByteString("get"), query])
      let (outcome, _) = Process.run(pointer, capturing: false)
      guard case .exited(0) = outcome else { Process.end(as: outcome, running: pointer) }
    }
    // Prints its table, and throws what would stop a build.
    let check = try Check.parse([RawArgument.encoded(importPath), "--go", RawArgument.encoded(toolchain.root().path)])
    try check.run()
    let (file, isNew) = try text(with: importPath, in: root, search)
    guard let file else {
      _ = Message.output(ByteString("\(ToolFile.name.text) imports \(importPath.shown) already\n"))
      return
    }
    let path = Path.join(root, ToolFile.name)
    try attempt { () throws(FileError) in try HostFiles().replace(path, with: file) }
    _ = Message.output(ByteString("\(isNew ? "wrote" : "changed") \(path.shown)\n"))
  }

  /// The file with the import; nil if it has that.
  private func text(
    with importPath: ByteString, in root: ByteString, _ search: SetPackages
  ) throws(Findings) -> (ByteString?, isNew: Bool) {
    let path = ByteString("_ \"") + importPath + ByteString("\"")
    guard let file = try ToolFile(in: root, HostFiles()) else {
      let builtIn = ActivePatchSets(option: nil, environment: .ofProcess).names.filter(PatchSet.builtInNames.contains)
      let sets =
        builtIn.isEmpty ? "" : "//routinex:sets \(ByteString(builtIn.joined(separator: [ASCII.space])).text)\n\n"
      let text = """
        //go:build tools

        // The patch sets that routinex go applies in this module.
        \(sets)package \(packageName(in: root))

        import \(path.text)

        """
      return (ByteString(text), true)
    }
    if file.imports.contains(importPath) { return (nil, false) }
    return (try BlankImport.adding(importPath, to: file.bytes, at: file.path), false)
  }

  /// The name that the folder's Go files have; `tools` without any.
  private func packageName(in root: ByteString) -> String {
    let files = HostFiles()
    for name in files.namesFound(in: root) where name.hasSuffix(".go") && !name.hasSuffix("_test.go") {
      if let bytes = try? files.read(Path.join(root, name)), let name = ImportClause.packageName(bytes) {
        return name.text
      }
    }
    return "tools"
  }
}
