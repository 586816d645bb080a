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
  func imports(_ path: ByteString) -> Bool { need.imports[path].map { archives[$0] != nil } ?? false }

  /// Whether nothing is added to a package that no patch file applies to.
  var isEmpty: Bool { need.links.isEmpty }

  /// The text of an import configuration (cmd/go/internal/work/exec.go, build) with the packages that it lacks.
  func adding(to text: ByteString) -> ByteString {
    let known = ImportPaths(text)
    var result = text
    if let last = result.last, last != ASCII.newline { result.append(ASCII.newline) }
    func add(_ path: ByteString) {
      guard !known.archives.contains(path), let archive = archives[path] else { return }
      result += ByteString("packagefile ") + path + [ASCII.equals] + archive.file + [ASCII.newline]
    }
    for (written, path) in need.imports.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
    where !known.contains(written) {
      if written != path { result += ByteString("importmap ") + written + [ASCII.equals] + path + [ASCII.newline] }
      add(path)
    }
    need.links.sorted { $0.lexicographicallyPrecedes($1) }.forEach(add)
    return result
  }

  /// What of it joins the package.
  ///
  /// - Parameter imports: what the patches import in fact.
  func joining(_ imports: [ByteString], of stage: CompileStage<some FileSystem>) throws(Findings) -> Joining {
    guard !need.isEmpty, let path = stage.command.importcfg else { return Joining() }
    let text = try stage.text(of: path)
    let known = ImportPaths(text)
    let used = Set(imports.filter { !known.contains($0) }.compactMap { need.imports[$0] })
    if used.isEmpty, need.links.isEmpty { return Joining() }
    for path in used.union(need.links) {
      if !known.archives.contains(path), let archive = archives[path] { try stage.pipeline.requireThere(archive) }
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

/// What an import configuration names.
private struct ImportPaths {
  var archives: Set<ByteString> = []
  private var mapped: Set<ByteString> = []

  init(_ text: ByteString) {
    for line in text.split(separator: ASCII.newline) {
      guard let equals = line.firstIndex(of: ASCII.equals) else { continue }
      if line.hasPrefix("packagefile ") {
        archives.insert(Array(line[..<equals].dropFirst("packagefile ".count)))
      } else if line.hasPrefix("importmap ") {
        mapped.insert(Array(line[..<equals].dropFirst("importmap ".count)))
      }
    }
  }

  /// Whether the package's own files import the path.
  func contains(_ written: ByteString) -> Bool { archives.contains(written) || mapped.contains(written) }
}

extension CompileStage {
  /// The name in the package's clauses.
  fileprivate func packageName() throws(Findings) -> ByteString {
    for path in command.files where path.hasSuffix(".go") {
      let bytes = try text(of: path)
      let file = SourceFile(excerptOf: bytes, path: path) { _ in false } ?? SourceFile(path: path, bytes: bytes)
      if let name = file.packageName { return Array(file.text(name)) }
    }
    return ByteString("main")
  }
}
