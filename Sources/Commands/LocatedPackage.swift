internal import Bytes
internal import GoSyntax
internal import Host
internal import Patching
internal import Weaving

/// A package as one build has it, and where its sources lie.
struct LocatedPackage {
  let package: OfflinePackage
  /// The Go root, or the folder of the module: a diff of the package's files names them from here.
  let base: ByteString
  let platform: Platform

  /// `runtime (go1.24.11 linux/amd64)`.
  var description: String {
    "\(package.importPath.text) (\(package.root.version.text) \(platform.text)\(label.map { ", \($0)" } ?? ""))"
  }

  /// What tells the module's copy from others: `v1.1.6`.
  private let label: String?

  private init(_ package: OfflinePackage, base: ByteString, platform: Platform, label: String?) {
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
    private let requirements: Requirements
    private let files = HostFiles()

    init(_ options: PackageOptions) throws(CommandFailure) {
      root = try options.toolchain()
      platform = try options.target()
      modules = .ofThisMachine(named: try options.namedModules())
      requirements = Requirements(from: workingFolders().first ?? ByteString("/"), in: files)
    }

    /// nil if there is no package of that import path.
    func find(_ importPath: ByteString) -> LocatedPackage? {
      if let folder = root.folder(of: importPath, in: files), holdsGo(folder) {
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

    /// The import paths of the standard library, for suggestions.
    var standardPackages: [ByteString] { PackageFolders.all(below: root.sources, in: files) }

    private func located(
      _ importPath: ByteString, _ folder: ByteString, base: ByteString, label: String? = nil,
      version: SemanticVersion? = nil
    ) -> LocatedPackage {
      let environment = GoSettings.environment(Environment(environmentValue), in: files)
      let package = OfflinePackage(
        importPath: importPath, folder: folder,
        build: OfflineBuild(root: root, platform: platform, environment: environment, in: files), moduleVersion: version
      )
      return LocatedPackage(package, base: base, platform: platform, label: label)
    }

    private func holdsGo(_ folder: ByteString) -> Bool {
      (files.names(in: folder) ?? []).contains { $0.hasSuffix(".go") && !$0.hasSuffix("_test.go") }
    }

    /// The copy that the working folder's module would build with comes first; where it does not say, the newest in the
    /// module cache.
    private func rank(_ copy: ModulePackage) -> (Int, Int) {
      let order: [ModuleCopy.Origin] = [.named, .main, .replaced, .vendor]
      if let index = order.firstIndex(of: copy.module.origin) { return (index, 0) }
      let isRequired = copy.module.version.map { requirements.version(of: copy.module.path) == $0 } ?? false
      let newer = modules.packages(copy.importPath).reversed().firstIndex { $0.folder == copy.folder } ?? 0
      return (isRequired ? order.count : order.count + 1, newer)
    }
  }
}

/// The versions that the go.mod of the working folder's module asks for.
struct Requirements {
  private var versions: [ByteString: ByteString] = [:]

  /// - Parameter folder: go.mod is looked for in it and above it.
  init(from folder: ByteString, in files: some FileSystem) {
    var folder = folder
    while true {
      if let text = try? files.read(Path.join(folder, ByteString("go.mod"))) {
        read(text)
        return
      }
      let above = Path.directory(folder)
      if above == folder || !Path.isAbsolute(folder) { return }
      folder = above
    }
  }

  func version(of module: ByteString) -> ByteString? { versions[module] }

  /// `require PATH VERSION`, or `PATH VERSION` in a block (golang.org/x/mod/modfile, rule.go).
  private mutating func read(_ text: ByteString) {
    var isInBlock = false
    for line in text.split(separator: ASCII.newline) {
      var words = line.split(whereSeparator: \.isSpace).map { Array($0) }
      if isInBlock, words.first?.equals(")") == true { isInBlock = false }
      if words.first?.equals("require") == true {
        words.removeFirst()
        isInBlock = words.first?.equals("(") == true
      } else if !isInBlock {
        continue
      }
      if words.count >= 2, SemanticVersion(words[1]) != nil { versions[words[0]] = words[1] }
    }
  }
}
