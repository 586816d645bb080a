internal import Bytes
internal import Findings
internal import GoSyntax
internal import Patching
internal import SystemInterface
internal import Weaving

/// A package as a build would compile it, found out without a build: its folder, a Go toolchain and a platform.
struct OfflinePackage {
  let importPath: ByteString
  let folder: ByteString
  let build: OfflineBuild
  let moduleVersion: SemanticVersion?

  /// Stands for the build's own folder of the package, as `go build -x` writes it: no file is there.
  static let objectFolder = ByteString("/$WORK/b001")

  /// - Parameter moduleVersion: where the folder's path does not tell it.
  init(importPath: ByteString, folder: ByteString, build: OfflineBuild, moduleVersion: SemanticVersion? = nil) {
    self.importPath = importPath
    self.folder = folder
    self.build = build
    self.moduleVersion = moduleVersion
  }

  var root: GoRoot { build.root }
  var context: BuildContext { build.context }

  /// What the sets make of the package: the plan of a build. nil if no patch file applies, or if no Go file is for the platform.
  func weave(_ sets: [PatchSet], in files: some FileSystem) throws(Findings) -> PackageWeaving? {
    let sources = try SourceFolder(folder, context: build.context, in: files)
    if sources.goFiles.isEmpty { return nil }
    let input = PackageInput(
      importPath: importPath, context: build.patchContext, goVersion: build.root.version, files: sources.goFiles,
      objectFolder: Self.objectFolder, moduleVersion: moduleVersion)
    return try PackageWeaving(
      input, sets: sets, in: files,
      assemblyReferences: { sources.assemblyReferences(of: importPath, in: files) },
      packageNames: { PackageSources(of: self, in: files).packageName },
      importable: { sources.imports(in: files) })
  }
}
