internal import Bytes
internal import Findings
internal import GoPackages
internal import GoSyntax
internal import Patching
internal import SystemInterface

extension Pipeline {
  /// In a build with `-toolexec` alone, the files of `_any` (`SET/PATH`) that are not for a package of the standard library, since it is
  /// part of what they import. `routinex go` finds them on the graph of the build.
  ///
  /// - Parameter context: what the package is compiled for.
  func filesOfDependents(on package: ByteString, in context: BuildContext) throws(Findings) -> Set<ByteString> {
    guard !usesPackageKeys, compileImports != nil else { return [] }
    var result: Set<ByteString> = []
    var known: [ByteString: Bool] = [:]
    for file in try sets.filter(\.mayImportMore).readAll(in: files) {
      for item in file.wanted where item.selector.isWildcard && !item.isLink {
        if item.path == package, item.isOfSignature { continue }
        if known[item.path] == nil { known[item.path] = try depends(item.path, on: package, in: context) }
        if known[item.path] == true { result.insert(item.fileName) }
      }
    }
    return result
  }

  /// Whether a package of the standard library is another one, or needs it: its files say so, and those of what they import.
  private func depends(
    _ start: ByteString, on package: ByteString, in context: BuildContext
  ) throws(Findings) -> Bool {
    guard let root = environment["GOROOT"], try standardPackage(package, importer: package) != nil else { return false }
    var seen: Set<ByteString> = []
    var queue = [start]
    while let path = queue.popLast() {
      if path == package { return true }
      let folder = Path.join(Path.join(root, ByteString("src")), path)
      for item in try SourceFolder(folder, context: context, in: files).imports(in: files)
      where seen.insert(item).inserted {
        if let found = try standardPackage(item, importer: path) { queue.append(found) }
      }
    }
    return false
  }
}
