package import Bytes
package import SystemInterface

/// The folders below one that hold packages, as `...` in a go pattern finds them (cmd/go/internal/modload, search.go:
/// matchPackages): not in `testdata`, in folders of other modules, or in those whose names start with `.` or `_`.
package enum PackageFolders {
  /// Paths relative to the folder, sorted; empty for the folder itself.
  package static func all(below folder: ByteString, in files: some FileSystem) -> [ByteString] {
    var result: [ByteString] = []
    collect(folder, [], in: files, into: &result)
    return result
  }

  /// Whether the names in a folder are those of a package: there is a Go file, and not of tests alone.
  package static func areOfPackage(_ names: [ByteString]) -> Bool {
    names.contains { $0.hasSuffix(".go") && !$0.hasSuffix("_test.go") }
  }

  /// Whether a folder of the name is searched.
  package static func mayHoldPackages(_ name: ByteString) -> Bool {
    name.first != ASCII.dot && name.first != ASCII.underscore && !name.equals("testdata") && !name.equals("vendor")
      && !name.hasSuffix(".go")
  }

  private static func collect(
    _ folder: ByteString, _ path: ByteString, in files: some FileSystem, into result: inout [ByteString]
  ) {
    let names = files.namesFound(in: folder)
    if areOfPackage(names) { result.append(path) }
    for name in names where mayHoldPackages(name) {
      let inner = Path.join(folder, name)
      guard files.findsFolder(inner), !files.finds(Path.join(inner, ByteString("go.mod"))) else { continue }
      collect(inner, Path.join(path, name), in: files, into: &result)
    }
  }
}
