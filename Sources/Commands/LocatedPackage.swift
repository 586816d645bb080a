internal import Bytes
internal import Findings
internal import GoPackages
internal import GoSyntax
internal import Host
internal import Patching
internal import Weaving

/// A package as one build has it, and where its sources lie.
struct LocatedPackage {
  let package: SourcePackage
  /// The Go root, or the folder of the module: a diff of the package's files names them from here.
  let base: ByteString
  let platform: Platform

  /// `runtime (go1.24.11 linux/amd64)`.
  var description: String {
    "\(package.importPath.shown) (\(package.root.version.shown) \(platform.text)\(label.map { ", \($0)" } ?? ""))"
  }

  /// What tells the module's copy from others: `v1.1.6`.
  private let label: String?

  private init(_ package: SourcePackage, base: ByteString, platform: Platform, label: String?) {
    self.package = package
    self.base = base
    self.platform = platform
    self.label = label
  }

  /// Finds packages: those of the standard library first, then those of modules.
  struct Finder {
    let root: GoRoot
    let platform: Platform
    private let modules: Modules<HostFiles>
    private let files = HostFiles()

    init(_ options: PackageOptions) throws(Findings) {
      root = try options.toolchain.root()
      platform = try options.target()
      modules = .ofThisMachine(named: try options.namedModules())
    }

    /// Without any flag.
    init() throws(Findings) {
      root = try ToolchainOption.usual()
      platform = PackageOptions.usualTarget
      modules = .ofThisMachine()
    }

    /// nil if there is no package of that import path. `main` is the package of the working folder.
    func find(_ name: ByteString) -> LocatedPackage? {
      let ofFolder = name.equals("main") ? workingFolders().compactMap(modules.importPath).first : nil
      let importPath = ofFolder ?? name
      if let folder = root.folder(of: importPath, in: files),
        PackageFolders.areOfPackage(files.namesFound(in: folder))
      {
        return located(importPath, folder, base: root.path)
      }
      let copies = modules.packages(importPath)
      guard let copy = copies.min(by: { rank($0) < rank($1) }) else { return nil }
      // What is vendored belongs to the module that has vendored it.
      var base = copy.module.folder
      if copy.module.origin == .vendor {
        base = Path.directory(Array(base.dropLast(copy.module.path.count + 1)))
      }
      return located(
        importPath, copy.folder, base: base, label: copy.module.label,
        version: copy.module.version.flatMap { SemanticVersion($0) })
    }

    /// The import path of a folder of the working folder's module; nil outside of it.
    func modulePath(ofFolder folder: ByteString) -> ByteString? { modules.importPath(ofFolder: folder) }

    /// The import paths of modules' packages at or below one.
    func modulePackages(below prefix: ByteString) -> Set<ByteString> {
      Set(modules.packages(below: prefix).map(\.importPath))
    }

    /// The import paths of the standard library, for suggestions.
    var standardPackages: [ByteString] { PackageFolders.all(below: root.sources, in: files) }

    private func located(
      _ importPath: ByteString, _ folder: ByteString, base: ByteString, label: String? = nil,
      version: SemanticVersion? = nil
    ) -> LocatedPackage {
      let environment = GoSettings.environment(.ofProcess, in: files)
      let package = SourcePackage(
        importPath: importPath, folder: folder,
        build: BuildConfiguration(root: root, platform: platform, environment: environment, in: files),
        moduleVersion: version
      )
      return LocatedPackage(package, base: base, platform: platform, label: label)
    }

    /// The copy that the working folder's module would build with comes first; where it does not say, the newest in the
    /// module cache.
    private func rank(_ copy: ModulePackage) -> (Int, Int) {
      let order: [ModuleCopy.Origin] = [.named, .main, .replaced, .vendor]
      if let index = order.firstIndex(of: copy.module.origin) { return (index, 0) }
      let isRequired = copy.module.version.map { modules.requiredVersion(of: copy.module.path) == $0 } ?? false
      let newer = modules.packages(copy.importPath).reversed().firstIndex { $0.folder == copy.folder } ?? 0
      return (isRequired ? order.count : order.count + 1, newer)
    }
  }
}
