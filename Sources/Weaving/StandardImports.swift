internal import Bytes
internal import Findings
internal import Patching
internal import SystemInterface
internal import Toolexec

/// In a build with `-toolexec` alone: packages of the standard library that patches import. What lies elsewhere only `routinex
/// go` can find.
extension Pipeline {
  /// The package of the standard library that an import means.
  ///
  /// - Parameter importer: the package whose patch imports it: the standard library's own may mean what its vendor folder has.
  func standardPackage(_ path: ByteString, importer: ByteString) throws(Findings) -> ByteString? {
    guard let root = environment["GOROOT"] else { return nil }
    let sources = Path.join(root, ByteString("src"))
    func has(_ path: ByteString) throws(Findings) -> Bool {
      try attempt { () throws(FileError) in try files.isDirectory(Path.join(sources, path)) }
    }
    let vendored = ByteString("vendor/") + path
    if try has(vendored), try has(importer) { return vendored }
    return try has(path) ? path : nil
  }

  /// The packages of the standard library that patches of a package import and it does not, compiled; nil where there are
  /// none, or where that cannot be done.
  func standardImports(_ paths: some Sequence<ByteString>, of importer: ByteString) throws(Findings) -> OutsideCode? {
    guard !usesPackageKeys, let compileImports else { return nil }
    var need = OutsideCode.Need()
    for path in paths {
      if let package = try standardPackage(path, importer: importer), package != importer {
        need.imports[path] = package
      }
    }
    if need.imports.isEmpty { return nil }
    let packages = Set(need.imports.values).sorted { $0.lexicographicallyPrecedes($1) }
    guard var code = try compileImports(packages, importer) else { return nil }
    code.needs[importer] = need
    return code
  }

  /// What a program needs: of the files of the sets that are for its packages, the imports that it lacks.
  ///
  /// - Parameters:
  ///   - program: the archives of the program's packages.
  ///   - tags: `race` and its like.
  func outsideOfProgram(_ program: [ByteString: ByteString], tags: [StaticString]) throws(Findings) -> OutsideCode {
    if usesPackageKeys { return try outside() }
    let wanted = try imports(tags: tags).filter { !$0.isLink }
    if wanted.isEmpty { return OutsideCode() }
    var code = OutsideCode()
    let origins = inputs.origins
    var queue = Set(program.keys).union(identity(nil).map { [$0.importPath] } ?? [])
    while !queue.isEmpty {
      var lacking: Set<ByteString> = []
      for importer in queue {
        var need = OutsideCode.Need()
        for item in wanted where program[item.path] == nil && item.path != importer {
          guard try item.selector.selects(origins.origin(of: importer, for: item.selector)) else { continue }
          guard let package = try standardPackage(item.path, importer: importer), program[package] == nil else {
            continue
          }
          need.imports[item.path] = package
        }
        if need.isEmpty { continue }
        code.needs[importer] = need
        if program[importer] == nil, let archive = code.archives[importer] {
          code.add(archive.needing(need.imports.values))
        }
        lacking.formUnion(need.imports.values.filter { code.archives[$0] == nil })
      }
      queue = []
      if lacking.isEmpty { break }
      guard let compileImports,
        let compiled = try compileImports(
          lacking.sorted { $0.lexicographicallyPrecedes($1) }, ByteString("a program"))
      else { break }
      for archive in compiled.archives.values where code.archives[archive.importPath] == nil {
        code.add(archive)
        if program[archive.importPath] == nil { queue.insert(archive.importPath) }
      }
    }
    return code
  }
}
