internal import Bytes
internal import GoSyntax
internal import Patching
internal import Weaving

/// A package as a build would compile it, found out without a build: its folder, a Go toolchain and a platform.
struct OfflinePackage {
  let importPath: ByteString
  let folder: ByteString
  let root: GoRoot
  let context: BuildContext
  let moduleVersion: SemanticVersion?

  /// Stands for the build's own folder of the package, as `go build -x` writes it: no file is there.
  static let objectFolder = ByteString("/$WORK/b001")

  /// - Parameters:
  ///   - moduleVersion: where the folder's path does not tell it.
  ///   - experiments: the build tags of `Experiments`.
  init(
    importPath: ByteString, folder: ByteString, root: GoRoot, platform: Platform, experiments: [ByteString],
    moduleVersion: SemanticVersion? = nil
  ) {
    self.importPath = importPath
    self.folder = folder
    self.root = root
    self.moduleVersion = moduleVersion
    // cmd/go turns cgo off where it builds for another platform (go/build, build.go: defaultContext).
    let cgo = platform == .host ? [ByteString("cgo")] : []
    context = BuildContext(
      goos: platform.goos, goarch: platform.goarch, goMinor: root.minor, tags: cgo + experiments)
  }

  /// What the sets make of the package: the plan of a build. nil if no patch file applies.
  func weave(_ sets: [PatchSet], in files: some FileSystem) throws -> PackageWeaving? {
    let sources = try SourceFolder(folder, context: context, in: files)
    let input = PackageInput(
      importPath: importPath, context: context, goVersion: root.version, files: sources.goFiles,
      objectFolder: Self.objectFolder, moduleVersion: moduleVersion)
    return try PackageWeaving(
      input, sets: sets, in: files,
      assemblyReferences: { sources.assemblyReferences(of: importPath, in: files) },
      importable: { sources.imports(in: files) })
  }
}
