internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Patching
internal import Weaving

/// The patched files of all packages of a build, which the go command lists.
struct PatchedBuild {
  struct Package {
    let importPath: ByteString
    let files: [OverlayFolder.Placed]
  }

  /// Those that are changed, in the order of their paths.
  private(set) var packages: [Package] = []
  /// What is left out.
  private(set) var remarks: [String] = []

  /// - Throws: all that is wrong with the patches of any package.
  init(_ named: [ByteString], _ sets: [PatchSet], _ queries: GoQueries) throws(Findings) {
    let settings = try queries.settings()
    let build = try Self.configuration(settings)
    var selectors: [PackageSelector] = []
    for set in sets { selectors += try set.selectors(in: HostFiles()) }
    let origins = try SourceOrigins()
    let refused = settings.goMinor >= 25 ? try queries.moduleCache() : nil
    var problems: [Finding] = []
    for listed in try queries.sources(named) {
      let origin = try origins.origin(of: listed.importPath, isStandard: listed.isStandard)
      guard selectors.contains(where: { $0.selects(origin) }) else { continue }
      do throws(Findings) {
        try add(listed, of: build, sets, refused)
      } catch {
        problems += error.list
      }
    }
    if !problems.isEmpty { throw Findings(problems) }
    packages.sort { $0.importPath.lexicographicallyPrecedes($1.importPath) }
  }

  /// What the go command builds for.
  static func configuration(_ settings: GoQueries.Settings) throws(Findings) -> BuildConfiguration {
    guard let root = GoRoot(settings.root, in: HostFiles()), let platform = Platform(settings.platform) else {
      throw Findings(.missingProgram, "the go command's GOROOT, \(settings.root.shown), has no Go toolchain")
    }
    return BuildConfiguration(root: root, platform: platform, hasCgo: settings.hasCgo, toolTags: [])
  }

  private mutating func add(
    _ listed: ListedSources, of build: BuildConfiguration, _ sets: [PatchSet], _ refused: ByteString?
  ) throws(Findings) {
    let package = SourcePackage(
      importPath: listed.importPath, folder: listed.folder, build: build, moduleVersion: listed.version)
    guard
      let (weaving, changes) = try package.changes(
        by: sets, base: listed.folder, goFiles: listed.goFiles, positions: .said, in: HostFiles())
    else { return }
    let name = listed.importPath.shown
    for link in weaving.patches.flatMap(\.directives.links) {
      remarks.append("\(name): an overlay cannot link \(link.path.shown); `routinex go` can")
    }
    if changes.isEmpty { return }
    if let refused, listed.folder.hasPrefix(refused + [ASCII.slash]) {
      remarks.append(
        "\(name) is left out: from Go 1.25 on, the go command accepts no overlay for files in the module cache "
          + "(\(refused.shown)); run 'go mod vendor', or replace the module by a folder")
      return
    }
    for item in try weaving.plan().imports where listed.isStandard && !isStandard(item.path, build.root) {
      remarks.append(
        "\(name) imports \(item.path.shown) (\(item.file.place(at: item.offset).shown)), but the go command lets the "
          + "standard library import only itself; `routinex go` allows it")
    }
    packages.append(
      Package(
        importPath: listed.importPath,
        files: changes.map { change in
          OverlayFolder.Placed(
            original: Path.join(listed.folder, change.path), name: Path.join(listed.importPath, change.path),
            bytes: change.new)
        }))
  }

  private func isStandard(_ path: ByteString, _ root: GoRoot) -> Bool {
    path.equals("unsafe") || HostFiles().findsFolder(Path.join(root.sources, path))
      || HostFiles().findsFolder(Path.join(root.sources, ByteString("vendor/") + path))
  }
}

/// A package as `go list` tells of it.
struct ListedSources {
  let importPath: ByteString
  let folder: ByteString
  let isStandard: Bool
  let version: SemanticVersion?
  /// Absolute paths, without those of tests.
  let goFiles: [ByteString]
}

extension GoQueries {
  /// The packages that are named, and all that they and their tests depend on; no variants for tests.
  func sources(_ named: [ByteString]) throws(Findings) -> [ListedSources] {
    let format = ListedRecords.format([
      "{{.ImportPath}}", "{{.Dir}}", "{{.Standard}}",
      "{{with .Module}}{{with .Replace}}{{.Version}}{{else}}{{.Version}}{{end}}{{end}}", "{{.ForTest}}",
      ListedRecords.list("GoFiles") + ListedRecords.list("CgoFiles"),
    ])
    let flags = ["-e", "-deps", "-test"].map { ByteString($0) } + [format, ByteString("--")]
    return ListedRecords.records(in: try run(ByteString("list"), flags, named), fields: 6).compactMap { fields in
      guard fields[4].isEmpty, !fields[1].isEmpty, !fields[0].contains(ASCII.space), !fields[5].isEmpty else {
        return nil
      }
      let all = ListedRecords.elements(fields[5])
      // The main package of a test binary has a file that the go command keeps elsewhere (cmd/go/internal/load/test.go).
      if all.contains(where: Path.isAbsolute) { return nil }
      let names = all.sorted { $0.lexicographicallyPrecedes($1) }
      return ListedSources(
        importPath: fields[0], folder: fields[1], isStandard: fields[2].equals("true"),
        version: SemanticVersion(fields[3]), goFiles: names.map { Path.join(fields[1], $0) })
    }
  }

  /// GOMODCACHE.
  func moduleCache() throws(Findings) -> ByteString? {
    let folder = Array(try run(ByteString("env"), [], [ByteString("GOMODCACHE")]).trimmed)
    return folder.isEmpty ? nil : Path.normalized(folder)
  }
}
