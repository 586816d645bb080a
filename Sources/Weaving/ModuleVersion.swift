internal import Bytes
internal import Findings
internal import GoPackages
internal import Patching
internal import SystemInterface

/// The version of the module that a package comes from, as far as its files' place tells.
enum ModuleVersion {
  /// nil when it cannot be known: the main module, a `replace`d folder, a vendor folder without a list.
  ///
  /// - Parameters:
  ///   - sources: the files that compile is given, those of the build's own folder among them.
  ///   - cache: the module cache, GOMODCACHE.
  static func find(
    of importPath: ByteString, sources: [ByteString], objectFolder: ByteString, cache: ByteString?,
    project: () throws(Findings) -> Project, in files: some FileSystem
  ) throws(Findings) -> SemanticVersion? {
    guard let folder = sources.map(Path.directory).first(where: { !$0.hasPrefix(objectFolder) }) else { return nil }
    if let cache, let version = inModuleCache(folder, cache) { return version }
    // By content, since the go command may name the folder through links; and only what `DecisionInputs` has hashed.
    guard folder.hasSuffix(ByteString("/vendor/") + importPath),
      let list = try VendorList(in: Array(folder.dropLast(importPath.count + 1)), files)
    else { return nil }
    for vendor in try project().vendorFolders where try VendorList(in: vendor, files)?.bytes == list.bytes {
      return list.version(of: importPath).flatMap { SemanticVersion($0) }
    }
    return nil
  }

  /// `GOMODCACHE/github.com/!owner/name@v1.2.3/sub` (golang.org/x/mod/module: EscapePath). A folder that is called so
  /// anywhere else says nothing: people name what they work on like this.
  private static func inModuleCache(_ folder: ByteString, _ cache: ByteString) -> SemanticVersion? {
    let prefix = Path.normalized(cache) + [ASCII.slash]
    guard folder.hasPrefix(prefix) else { return nil }
    for component in folder.dropFirst(prefix.count).split(separator: ASCII.slash) {
      guard let at = component.lastIndex(of: ASCII.at) else { continue }
      return SemanticVersion(Array(component[(at + 1)...]))
    }
    return nil
  }
}
