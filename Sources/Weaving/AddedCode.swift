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

  /// What joins the package beside the files of patches: what of the outside code concerns it, and a file that says so and which
  /// patches are in it.
  ///
  /// - Parameters:
  ///   - imports: what the patches import in fact.
  ///   - provenance: the patch files that change the package.
  func joining(
    _ imports: [ByteString], _ provenance: Provenance, of stage: CompileStage<some FileSystem>
  ) throws(Findings) -> Joining {
    let provenance = Provenance(provenance.parts.union(need.linkedBy))
    let configuration = try configuration(imports, of: stage)
    if configuration == nil, provenance.isEmpty { return Joining() }
    var source = ByteString("package ") + (try stage.packageName()) + [ASCII.newline]
    var links: [ByteString] = []
    if configuration != nil {
      links = need.links.sorted { $0.lexicographicallyPrecedes($1) }
      for link in links { source += ByteString("import _ \"") + link + ByteString("\"\n") }
      if let mark { source += ByteString("var routinexOutsideCode = \"") + mark + ByteString("\"\n") }
    }
    if !provenance.isEmpty {
      source += ByteString("var routinexPatchSets = ") + GoLiteral.quoted(provenance.mark) + [ASCII.newline]
    }
    return Joining(configuration: configuration, source: source, links: links)
  }

  /// The import configuration with what the package lacks; nil if it lacks nothing.
  private func configuration(
    _ imports: [ByteString], of stage: CompileStage<some FileSystem>
  ) throws(Findings) -> ByteString? {
    guard !need.isEmpty, let path = stage.command.importcfg else { return nil }
    let text = try stage.text(of: path)
    let known = ImportConfiguration(text)
    let used = Set(imports.filter { !known.hasImport($0) }.compactMap { need.imports[$0] })
    if used.isEmpty, need.links.isEmpty { return nil }
    for path in used.union(need.links) {
      if known.archives[path] == nil, let archive = archives[path] { try stage.pipeline.requireThere(archive) }
    }
    return adding(to: text)
  }

  struct Joining {
    fileprivate var configuration: ByteString?
    fileprivate var source = ByteString()
    fileprivate var links: [ByteString] = []

    /// The name of its folder, in that of what is woven.
    static var folderName: StaticString { "joining" }

    var notes: [String] { links.map { "links \($0.shown)" } }

    private func path(_ name: StaticString, in folder: ByteString) -> ByteString {
      Path.join(Path.join(folder, ByteString(Self.folderName)), ByteString(name))
    }

    func importcfg(in folder: ByteString) -> ByteString? { configuration.map { _ in path("importcfg", in: folder) } }

    func sources(in folder: ByteString) -> [ByteString] {
      source.isEmpty ? [] : [path("routinex.go", in: folder)]
    }

    func files(in folder: ByteString) -> [Woven.NewFile] {
      sources(in: folder).map { Woven.NewFile(path: $0, bytes: source, isOwn: true) }
        + (configuration.map { [Woven.NewFile(path: path("importcfg", in: folder), bytes: $0, isOwn: true)] } ?? [])
    }
  }
}

extension CompileStage {
  /// The name in the package's clauses.
  fileprivate func packageName() throws(Findings) -> ByteString {
    for path in command.files where path.hasSuffix(".go") || command.overlaid[path] != nil {
      if let name = SourceFile.packageName(in: try text(of: path), path: path) { return name }
    }
    return ByteString("main")
  }
}
