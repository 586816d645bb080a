internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Patching

/// Tells commands that look at sources what patterns ask about packages.
struct SourceOrigins {
  private let project: Project

  /// From the folder that the command runs in.
  init() throws(Findings) {
    project = try Project(
      from: Array(workingFolders().prefix(1)), environment: .ofProcess, in: HostFiles())
  }

  func origin(of importPath: ByteString, isStandard: Bool) throws(Findings) -> PackageOrigin {
    if isStandard { return PackageOrigin(importPath: importPath, isStandard: true, isOfMainModule: false) }
    return PackageOrigin(
      importPath: importPath, isStandard: false,
      isOfMainModule: try project.hasInMainModule(importPath, in: HostFiles()))
  }

  /// Of a package of a toolchain, or of a module.
  func origin(of importPath: ByteString, with root: GoRoot) throws(Findings) -> PackageOrigin {
    try origin(of: importPath, isStandard: root.folder(of: importPath, in: HostFiles()) != nil)
  }
}
