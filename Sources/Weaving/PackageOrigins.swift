internal import Bytes
internal import Findings
internal import GoPackages
internal import Patching
internal import SystemInterface

/// Tells what patterns ask about packages, by their import paths: so a tool's call and `routinex go`, which give a package its
/// key, have one answer. For one thread, and a short time.
final class PackageOrigins<Files: FileSystem> {
  /// GOROOT.
  private let root: ByteString?
  private let findProject: () throws(Findings) -> Project
  private let files: Files
  private var project: Project?

  init(root: ByteString?, project: @escaping () throws(Findings) -> Project, files: Files) {
    self.root = root
    findProject = project
    self.files = files
  }

  /// A package of external tests and the main package of a test binary are where the package is that they test.
  func origin(of importPath: ByteString) throws(Findings) -> PackageOrigin {
    let tested = PackageKey.tested(by: importPath)
    for path in [importPath, tested].compactMap(\.self) where try isStandard(path) {
      return PackageOrigin(importPath: importPath, isStandard: true, isOfMainModule: false)
    }
    // What `go run a.go` compiles has no other import path; it is what the person works on.
    var isOwn = importPath.hasPrefix("command-line-arguments")
    if !isOwn { isOwn = try knownProject().hasInMainModule(importPath, in: files) }
    return PackageOrigin(importPath: importPath, isStandard: false, isOfMainModule: isOwn)
  }

  /// What a selector has to be told of a package.
  func origin(of importPath: ByteString, for selector: PackageSelector) throws(Findings) -> PackageOrigin {
    if selector.patterns?.asksForOrigin == true { return try origin(of: importPath) }
    return PackageOrigin(importPath: importPath, isStandard: false, isOfMainModule: false)
  }

  private func knownProject() throws(Findings) -> Project {
    if let project { return project }
    let found = try findProject()
    project = found
    return found
  }

  private func isStandard(_ importPath: ByteString) throws(Findings) -> Bool {
    guard let root else { return false }
    let folder = Path.join(Path.join(root, ByteString("src")), importPath)
    return try attempt { () throws(FileError) in try files.isDirectory(folder) }
  }
}
