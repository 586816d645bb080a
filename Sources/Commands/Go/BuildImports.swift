internal import Bytes
internal import GoPackages
internal import GoSyntax
internal import Host
internal import Weaving

/// What packages import, read from their files: from those that a command line names on, through the main module and the
/// standard library, as long as there is something to look for. It misses what modules bring in and what needs build tags, so
/// that only what it finds counts.
struct BuildImports {
  private let build: BuildConfiguration?
  private let root: ByteString?
  private let module: ByteString?
  private let withTests: Bool
  private let start: [ByteString]

  /// How many folders are looked at, at most: further ones would take as long as `go list`.
  private static let limit = 200

  init(_ arguments: GoArguments, _ settings: GoQueries.Settings, from workingFolder: ByteString, withTests: Bool) {
    let files = HostFiles()
    self.withTests = withTests
    build = GoRoot(settings.root, in: files).map { root in
      BuildConfiguration(
        root: root, platform: Platform(settings.platform) ?? .host, hasCgo: settings.hasCgo, toolTags: [])
    }
    root = Modules.moduleRoot(of: workingFolder, in: files)
    module = root.flatMap { try? files.read(Path.join($0, ByteString("go.mod"))) }.flatMap { GoMod($0).path }
    let folders = (arguments.packages.isEmpty ? [ByteString(".")] : arguments.packages).flatMap {
      argument -> [ByteString] in
      let path = Path.normalized(Path.isAbsolute(argument) ? argument : Path.join(workingFolder, argument))
      if argument.hasSuffix(".go") { return [Path.directory(path)] }
      guard argument.first == ASCII.dot || Path.isAbsolute(argument) else { return [] }
      guard path.hasSuffix("/...") else { return [path] }
      let base = Array(path.dropLast(4))
      return PackageFolders.all(below: base, in: files).map { $0.isEmpty ? base : Path.join(base, $0) }
    }
    start = folders
  }

  /// The candidates of which no package was found.
  ///
  /// - Parameter fits: whether an import path is what the candidate looks for.
  func without<Candidate>(
    _ candidates: [Candidate], fits: (Candidate, ByteString) -> Bool
  ) -> [Candidate] {
    var rest = candidates
    var queue = start
    var seen = Set(queue)
    var next = 0
    while next < queue.count, next < Self.limit, !rest.isEmpty {
      let folder = queue[next]
      next += 1
      if let own = importPath(of: folder) { rest.removeAll { fits($0, own) } }
      for path in imports(in: folder) {
        let (path, folder) = resolved(path, from: folder)
        rest.removeAll { fits($0, path) }
        if let folder, seen.insert(folder).inserted { queue.append(folder) }
      }
    }
    return rest
  }

  /// Whether the main module or the standard library has the package.
  func exists(_ importPath: ByteString) -> Bool {
    resolved(importPath, from: []).1.map { HostFiles().findsFolder($0) } ?? false
  }

  private func imports(in folder: ByteString) -> [ByteString] {
    let files = HostFiles()
    guard let build, let sources = try? SourceFolder(folder, context: build.context, in: files) else {
      return []
    }
    var result = sources.imports(in: files)
    if withTests, isOfMainModule(folder) {
      for name in files.namesFound(in: folder) where name.hasSuffix("_test.go") {
        result.formUnion(ImportClause.paths((try? files.read(Path.join(folder, name))) ?? []))
      }
    }
    return result.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The package that an import means, and its folder where that is known.
  private func resolved(_ path: ByteString, from folder: ByteString) -> (ByteString, ByteString?) {
    let files = HostFiles()
    if let root, let module, path == module || path.hasPrefix(module + [ASCII.slash]) {
      return (path, Path.join(root, path.dropFirst(module.count + 1)))
    }
    guard let sources = build?.root.sources else { return (path, nil) }
    if folder.hasPrefix(sources + [ASCII.slash]) {
      let vendored = Path.join(ByteString("vendor"), path)
      if files.findsFolder(Path.join(sources, vendored)) { return (vendored, Path.join(sources, vendored)) }
    }
    let standard = Path.join(sources, path)
    return (path, files.findsFolder(standard) ? standard : nil)
  }

  private func isOfMainModule(_ folder: ByteString) -> Bool {
    root.map { folder == $0 || folder.hasPrefix($0 + [ASCII.slash]) } ?? false
  }

  private func importPath(of folder: ByteString) -> ByteString? {
    guard let root, let module, isOfMainModule(folder) else { return nil }
    return folder == root ? module : Path.join(module, folder.dropFirst(root.count + 1))
  }
}
