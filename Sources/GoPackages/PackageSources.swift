package import Bytes
internal import GoSyntax
package import SystemInterface

/// The sources of what a package imports, as far as this machine has them, for the names in their package clauses.
package final class PackageSources<Files: FileSystem> {
  private let package: SourcePackage
  private let files: Files
  private var names: [ByteString: ByteString?] = [:]
  private lazy var modules = findModules()
  private let findModules: () -> Modules<Files>

  /// - Parameter modules: where packages are looked for that lie neither in the standard library nor beside the package.
  package init(of package: SourcePackage, in files: Files, modules: @escaping () -> Modules<Files>) {
    self.package = package
    self.files = files
    findModules = modules
  }

  /// What a package is called; nil if its sources are not at hand.
  package func packageName(_ importPath: ByteString) -> ByteString? {
    if importPath.equals("unsafe") || importPath.equals("C") { return importPath }
    if let name = names[importPath] { return name }
    let name = folder(of: importPath).flatMap(clause)
    names[importPath] = .some(name)
    return name
  }

  private func folder(of importPath: ByteString) -> ByteString? {
    let vendored = ByteString("vendor/") + importPath
    var candidates: [ByteString?] = [package.root.folder(of: importPath, in: files)]
    for base in bases {
      let isBelow = importPath.hasPrefix(base.path + [ASCII.slash])
      candidates.append(
        Path.join(base.folder, isBelow ? Array(importPath.dropFirst(base.path.count + 1)) : vendored))
    }
    candidates.append(package.root.folder(of: vendored, in: files))
    return candidates.compactMap(\.self).first { PackageFolders.areOfPackage(files.namesFound(in: $0)) }
      ?? modules.packages(importPath).last?.folder
  }

  /// The package's folder and those above it, for as long as they are called like the elements of its import path: the
  /// folder of its module is one of them, or the first that is not.
  private var bases: [(path: ByteString, folder: ByteString)] {
    var result: [(ByteString, ByteString)] = []
    var (path, folder) = (package.importPath, package.folder)
    while true {
      result.append((path, folder))
      guard path.contains(ASCII.slash), Path.lastComponent(path) == Path.lastComponent(folder) else { return result }
      (path, folder) = (Path.directory(path), Path.directory(folder))
    }
  }

  /// The name in the first file that a build takes; they all have one.
  private func clause(_ folder: ByteString) -> ByteString? {
    var other: ByteString?
    for name in files.namesFound(in: folder)
    where name.hasSuffix(".go") && !name.hasSuffix("_test.go") && name.first != ASCII.dot
      && name.first != ASCII.underscore
    {
      guard let bytes = try? files.read(Path.join(folder, name)) else { continue }
      let isChosen = (try? BuildConstraint.of(bytes)?.isSatisfied(package.context.isSet) ?? true) ?? false
      let clause = ImportClause.packageName(bytes)
      if isChosen, package.context.admits(fileName: name), let clause { return clause }
      other = other ?? clause
    }
    return other
  }
}
