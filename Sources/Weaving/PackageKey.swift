package import Bytes
internal import Patching

/// What makes one package's object differ from another's, for the go command to know: `-gcflags=PATTERN=-routinex=KEY`.
///
/// The flags that a package is compiled with are part of its action ID (cmd/go/internal/work/exec.go, buildActionID). So with
/// a key in them, packages that no patch touches share their objects with plain builds, and an edited patch rebuilds its
/// package and what depends on that. compile itself is never given the key.
package struct PackageKey: Equatable {
  /// An import path, or one that ends in `...`, as `-gcflags` takes it.
  package let pattern: ByteString
  /// 32 hexadecimal digits.
  package let key: ByteString

  /// A key for every package, or pattern of packages, that a set has a folder for. Of several that fit a package the last
  /// one is its own, which is the one that the go command takes (cmd/go/internal/load/flag.go, PerPackageFlag.For).
  package static func all(
    of sets: [PatchSet], programVersion: StaticString, in files: some FileSystem
  ) throws(Failure) -> [PackageKey] {
    var folders: Set<ByteString> = []
    for set in sets {
      for path in try set.packages(in: files) { folders.insert(path) }
    }
    var result: [PackageKey] = []
    for folder in folders.sorted(by: isMoreGeneral) {
      let key = try key(of: folder, sets: sets, programVersion: programVersion, in: files)
      result.append(PackageKey(pattern: folder, key: key))
      // `...` does not match what lies in a vendor folder (cmd/internal/pkgpattern, MatchPattern), and a set's folder does.
      if folder.equals("...") { result.append(PackageKey(pattern: ByteString("vendor/..."), key: key)) }
    }
    return result
  }

  /// The key of a package: of everything in the sets that may go into it.
  static func key(
    of importPath: ByteString, sets: [PatchSet], programVersion: StaticString, in files: some FileSystem
  ) throws(Failure) -> ByteString {
    var hash = SHA256()
    hash.update(field: ByteString(programVersion))
    for set in sets {
      for (path, file) in try set.patchFiles(for: importPath, in: files, scratch: ByteString("/")) {
        hash.update(field: set.name)
        hash.update(field: path)
        hash.update(field: file.bytes)
      }
    }
    return Array(hash.hexadecimal().prefix(32))
  }

  /// Whether the first pattern goes before the second: what fits more packages goes before what fits fewer.
  private static func isMoreGeneral(_ left: ByteString, _ right: ByteString) -> Bool {
    let (a, b) = (left.hasSuffix("..."), right.hasSuffix("..."))
    if a != b { return a }
    let (depth, other) = (left.count { $0 == ASCII.slash }, right.count { $0 == ASCII.slash })
    return depth == other ? left.lexicographicallyPrecedes(right) : depth < other
  }
}
