package import Bytes

/// The sources of a module, as some build may use them.
package struct ModuleCopy: Equatable {
  package enum Origin: Equatable {
    /// A person named the folder.
    case named
    /// The module of the working folder.
    case main
    /// A `replace` in the main module's go.mod.
    case replaced
    /// The main module's vendor folder.
    case vendor
    /// GOMODCACHE.
    case cache
  }

  /// The module's path, which import paths of its packages begin with.
  package let path: ByteString
  /// `v1.1.6`; nil where a build does not know it either.
  package let version: ByteString?
  package let folder: ByteString
  package let origin: Origin

  /// `v1.1.6`, `v1.1.6 (vendor)`, `main module`.
  package var label: String {
    let version = version?.text
    switch origin {
    case .named: return version ?? Path.lastComponent(folder).text
    case .main: return "main module"
    case .replaced: return version.map { "\($0) (replaced)" } ?? "replaced"
    case .vendor: return version.map { "\($0) (vendor)" } ?? "vendor"
    case .cache: return version ?? Path.lastComponent(folder).text
    }
  }

  /// `PATH@VERSION=FOLDER`, or `PATH=FOLDER`.
  package init?(argument: ByteString, workingFolder: ByteString) {
    guard let sign = argument.firstIndex(of: ASCII.equals), sign + 1 < argument.count else { return nil }
    let names = argument[..<sign].split(separator: ASCII.at, maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = names.first, !name.isEmpty else { return nil }
    let version = names.count == 2 ? Array(names[1]) : nil
    if let version, SemanticVersion(version) == nil { return nil }
    let folder = Array(argument[(sign + 1)...])
    self.init(
      path: Array(name), version: version,
      folder: Path.normalized(Path.isAbsolute(folder) ? folder : Path.join(workingFolder, folder)), origin: .named)
  }

  init(path: ByteString, version: ByteString?, folder: ByteString, origin: Origin) {
    self.path = path
    self.version = version
    self.folder = folder
    self.origin = origin
  }

  /// What follows the module's path in the import path; nil for a package that is not below it.
  func rest(of importPath: ByteString) -> ByteString? {
    if importPath == path { return [] }
    guard importPath.hasPrefix(path), importPath[path.count] == ASCII.slash else { return nil }
    return Array(importPath.dropFirst(path.count + 1))
  }
}
