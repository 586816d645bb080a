internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import SystemInterface
internal import Toolexec
internal import Weaving

/// The patch sets of a command: those that are named, else those of routinex.tool.go in the root of the main module, else those
/// of `ROUTINEX_PATCHES`, else the default. The go command tells where those lie that are Go packages.
struct ActiveSets {
  /// As elements that any process finds.
  private(set) var elements: [ByteString] = []
  /// What the go command has told, by import path.
  private(set) var packages: [ByteString: SetPackage] = [:]
  /// Whether that is what a build without any flag, file or variable applies.
  let isDefault: Bool

  private let search: SetPackages

  /// The sets that apply if no flag names any, in words for help.
  static var usual: String {
    "the sets of \(ToolFile.name.text), else $ROUTINEX_PATCHES, else \(ActivePatchSets.defaultName)"
  }

  /// - Parameters:
  ///   - option: the elements of `--patches`; nil if it was not given.
  ///   - search: asks the go command.
  init(option: [ByteString]?, search: SetPackages) throws(Findings) {
    self.search = search
    let active = ActivePatchSets(option: option, environment: .ofProcess)
    let file = try option == nil ? search.toolFile() : nil
    isDefault = file == nil && active.isDefault
    if let file {
      elements = file.builtIn
      try add(file.imports, through: ToolFile.name)
      return
    }
    for name in active.names {
      if case .package(let path, nil) = SetElement(name) {
        try add([path], through: nil)
      } else {
        elements.append(name)
      }
    }
  }

  /// Without any flag of the go command.
  init(named: [ByteString]) throws(Findings) {
    try self.init(option: named.isEmpty ? nil : named, search: SetPackages())
  }

  /// The sets.
  /// - Throws: also that a Go package has no patches and brings in no other set: they may have been left out on the way.
  func find() throws(Findings) -> [PatchSet] {
    let files = HostFiles()
    let sets = try PatchSet.find(elements, from: Array(workingFolders().prefix(1)), in: files)
    for set in sets {
      guard let package = packages[set.name], try set.selectors(in: files).isEmpty,
        try ToolFile(in: package.folder, files) == nil
      else { continue }
      throw Findings(
        .emptySet,
        "the patch set \(set.name.shown) has no patches in \(package.folder.shown), neither in a folder _patches nor in folders "
          + "named by import path; a vendor folder has them only if a Go file of the package embeds them with "
          + "'//go:embed all:_patches'")
    }
    return sets
  }

  /// Adds packages, each behind the sets that it imports itself.
  private mutating func add(_ paths: [ByteString], through other: ByteString?) throws(Findings) {
    let unknown = paths.filter { packages[$0] == nil }
    if unknown.isEmpty { return }
    for package in try search.find(unknown, through: other) {
      packages[package.importPath] = package
      if let file = try ToolFile(in: package.folder, HostFiles()) {
        elements += file.builtIn.filter { !elements.contains($0) }
        try add(file.imports, through: package.importPath)
      }
      elements.append(package.element)
    }
  }
}

/// A patch set that is a Go package.
struct SetPackage {
  let importPath: ByteString
  let folder: ByteString
  /// Of its module; empty for the main module's and for what a folder replaces.
  let version: ByteString
  /// What imports it: another set, or `routinex.tool.go`; nil: it was named.
  let through: ByteString?
  /// The files that its Go files embed, below its folder.
  let embedded: [ByteString]

  var element: ByteString { importPath + [ASCII.equals] + folder }
}

/// Asks the go command where patch sets lie that are Go packages.
struct SetPackages {
  var queries = GoQueries(folder: nil)
  /// The flags that decide which packages there are.
  var selection: [ByteString] = []

  /// That of the main module which the working folder belongs to.
  func toolFile() throws(Findings) -> ToolFile? {
    try moduleRoot.map { (root) throws(Findings) in try ToolFile(in: root, HostFiles()) } ?? nil
  }

  /// The root of the main module that the working folder belongs to.
  var moduleRoot: ByteString? {
    isInGOPATHMode ? nil : Modules.moduleRoot(of: queries.workingFolder, in: HostFiles())
  }

  private var isInGOPATHMode: Bool {
    GoSettings.environment(.ofProcess, in: HostFiles())["GO111MODULE"]?.equals("off") == true
  }

  private static let format = ListedRecords.format([
    "{{.ImportPath}}", "{{.Dir}}", "{{with .Module}}{{with .Replace}}{{.Version}}{{else}}{{.Version}}{{end}}{{end}}",
    ListedRecords.list("EmbedFiles"), "{{with .Error}}{{.Err}}{{end}}",
  ])

  /// The packages, in the order of their paths here.
  ///
  /// - Parameter other: what imports them; nil: a person has named them.
  /// - Throws: that the build list has no such package. Where the go command cannot tell at all, this process ends as it does.
  func find(_ paths: [ByteString], through other: ByteString?) throws(Findings) -> [SetPackage] {
    if isInGOPATHMode {
      throw Findings(
        .missingSet,
        "the patch set \(paths[0].shown) is a Go package of a module, but GOPATH mode (GO111MODULE=off) has no "
          + "modules; name its folder")
    }
    let flags = selection + ["-e", "-find"].map { ByteString($0) } + [Self.format, ByteString("--")]
    func records(_ output: ByteString) -> [[ByteString]] { ListedRecords.records(in: output, fields: 5) }
    let output = try queries.list(paths, flags: flags) { output in
      let found = records(output)
      return found.allSatisfy { !$0[1].isEmpty && $0[4].isEmpty } ? found.map { .package($0[1]) } : nil
    }
    let records = records(output)
    return try paths.map { (path) throws(Findings) in
      let fields = records.first { $0[0] == path }
      guard let fields, !fields[1].isEmpty else { throw missing(path, through: other, fields?.last ?? []) }
      return SetPackage(
        importPath: path, folder: fields[1], version: fields[2], through: other,
        embedded: ListedRecords.elements(fields[3]))
    }
  }

  private func missing(_ path: ByteString, through other: ByteString?, _ reason: ByteString) -> Findings {
    if path.contains(ASCII.at) {
      return Findings(
        .missingSet,
        "'\(path.shown)' has a version, but versions belong in go.mod: run 'routinex add \(path.shown)', and name the "
          + "patch set without its version")
    }
    if HostFiles().findsFolder(Path.join(queries.workingFolder, path)) {
      return Findings(
        .missingSet,
        "'\(path.shown)' is the import path of a patch set; for the folder of that name write ./\(path.shown)")
    }
    let importer = other.map { ", which \($0.shown) imports" } ?? ""
    return Findings(
      Finding(
        .missingSet,
        "the build list of the main module does not have the patch set \(path.shown)\(importer); run 'routinex add "
          + "\(path.shown)'",
        notes: reason.split(separator: ASCII.newline).prefix(1).filter { !$0.hasPrefix("no required module provides") }
          .map { "go list: \(Array($0).shown)" }))
  }
}
