internal import Bytes
internal import Patching

/// The version of the module that a package comes from, as far as its files' place tells.
enum ModuleVersion {
  /// nil when it cannot be known: the main module, a `replace`d folder, a vendor folder without a list.
  static func find(
    of importPath: ByteString, sources: [ByteString], objectFolder: ByteString, in files: some FileSystem
  ) throws(Failure) -> SemanticVersion? {
    guard let folder = sources.map(Path.directory).first(where: { !$0.hasPrefix(objectFolder) }) else { return nil }
    if let version = inModuleCache(folder) { return version }
    return try inVendor(folder, importPath, files)
  }

  /// `GOMODCACHE/github.com/!owner/name@v1.2.3/sub` (golang.org/x/mod/module: EscapePath).
  private static func inModuleCache(_ folder: ByteString) -> SemanticVersion? {
    for component in folder.split(separator: ASCII.slash).reversed() {
      guard let at = component.lastIndex(of: ASCII.at) else { continue }
      return SemanticVersion(Array(component[(at + 1)...]))
    }
    return nil
  }

  /// `vendor/modules.txt`: `# MODULE VERSION [=> REPLACEMENT [VERSION]]`, then its packages, a line each
  /// (cmd/go/internal/modcmd/vendor.go).
  private static func inVendor(
    _ folder: ByteString, _ importPath: ByteString, _ files: some FileSystem
  ) throws(Failure) -> SemanticVersion? {
    let suffix = ByteString("/vendor/") + importPath
    guard folder.hasSuffix(suffix) else { return nil }
    let path = Array(folder.dropLast(importPath.count)) + ByteString("modules.txt")
    let list: ByteString
    do throws(FileError) { list = try files.read(path) } catch {
      // A vendor folder of GOPATH mode has no list.
      if error.isAbsence { return nil }
      throw Failure(error)
    }
    var version: SemanticVersion?
    for line in list.split(separator: ASCII.newline) {
      let fields = line.split(separator: ASCII.space)
      if fields.first?.equals("#") == true, fields.count >= 3 {
        let last = fields[fields.count - 1]
        version = SemanticVersion(Array(fields.contains { $0.equals("=>") } ? last : fields[2]))
      } else if line.equals(importPath) {
        return version
      }
    }
    return nil
  }
}
