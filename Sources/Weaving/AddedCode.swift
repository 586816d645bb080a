internal import Bytes
internal import Findings
internal import GoSyntax
internal import SystemInterface
internal import Toolexec

/// What a package's compile call gets for outside code: where the archives are of what its patches import, the packages
/// that a main package is to link, and the mark of `OutsideCode` for the object.
struct AddedCode {
  private let need: OutsideCode.Need
  private let mark: ByteString?
  private let archives: [ByteString: OutsideCode.Archive]

  init(of package: PackageIdentity, in code: OutsideCode) {
    need = code.needs[package.importPath] ?? OutsideCode.Need()
    mark = code.mark(of: package.importPath)
    archives = code.archives
  }

  /// Whether the archive of an import is known.
  func imports(_ path: ByteString) -> Bool { archive(of: path) != nil }

  /// The package that an import means, and its archive.
  func archive(of path: ByteString) -> OutsideCode.Archive? { need.imports[path].flatMap { archives[$0] } }

  /// Whether nothing is added to a package that no patch file applies to.
  var isEmpty: Bool { need.links.isEmpty }

  /// The text of an import configuration with the packages that it lacks.
  func adding(to text: ByteString) -> ByteString {
    let known = ImportConfiguration(text)
    var lines: [ImportConfiguration.Line] = []
    func add(_ path: ByteString) {
      guard known.archives[path] == nil, let archive = archives[path] else { return }
      lines.append(.archive(of: path, file: archive.file))
    }
    for (written, path) in need.imports.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
    where !known.hasImport(written) {
      if written != path { lines.append(.importMap(written, to: path)) }
      add(path)
    }
    need.links.sorted { $0.lexicographicallyPrecedes($1) }.forEach(add)
    return ImportConfiguration.adding(lines, to: text)
  }

  /// What of it joins the package.
  ///
  /// - Parameter imports: what the patches import in fact.
  func joining(_ imports: [ByteString], of stage: CompileStage<some FileSystem>) throws(Findings) -> Joining {
    guard !need.isEmpty, let path = stage.command.importcfg else { return Joining() }
    let text = try stage.text(of: path)
    let known = ImportConfiguration(text)
    let used = Set(imports.filter { !known.hasImport($0) }.compactMap { need.imports[$0] })
    if used.isEmpty, need.links.isEmpty { return Joining() }
    for path in used.union(need.links) {
      if known.archives[path] == nil, let archive = archives[path] { try stage.pipeline.requireThere(archive) }
    }
    var source = ByteString("package ") + (try stage.packageName()) + [ASCII.newline]
    let links = need.links.sorted { $0.lexicographicallyPrecedes($1) }
    for link in links { source += ByteString("import _ \"") + link + ByteString("\"\n") }
    if let mark { source += ByteString("var routinexOutsideCode = \"") + mark + ByteString("\"\n") }
    return Joining(configuration: adding(to: text), source: source, links: links)
  }

  struct Joining {
    fileprivate var configuration: ByteString?
    fileprivate var source = ByteString()
    fileprivate var links: [ByteString] = []

    var notes: [String] { links.map { "links \($0.shown)" } }

    func importcfg(in folder: ByteString) -> ByteString? {
      configuration.map { _ in Path.join(folder, ByteString("outside/importcfg")) }
    }

    func sources(in folder: ByteString) -> [ByteString] {
      configuration.map { _ in [Path.join(folder, ByteString("outside/outside.go"))] } ?? []
    }

    func files(in folder: ByteString) -> [Woven.NewFile] {
      guard let configuration, let path = importcfg(in: folder) else { return [] }
      return [Woven.NewFile(path: path, bytes: configuration)]
        + sources(in: folder).map { Woven.NewFile(path: $0, bytes: source) }
    }
  }
}

extension CompileStage {
  /// The name in the package's clauses.
  fileprivate func packageName() throws(Findings) -> ByteString {
    for path in command.files where path.hasSuffix(".go") {
      if let name = SourceFile.packageName(in: try text(of: path), path: path) { return name }
    }
    return ByteString("main")
  }
}
