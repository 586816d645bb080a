package import Bytes
internal import Findings
internal import Patching
internal import SystemInterface
internal import Toolexec

/// What makes one package's object differ from another's, for the go command to know: `-gcflags=PATTERN=-routinex=KEY`.
///
/// The flags that a package is compiled with are part of its action ID (cmd/go/internal/work/exec.go, buildActionID).
/// So with a key in them, packages that no patch touches share their objects with plain builds, and an edited patch
/// rebuilds its package and what depends on that. compile itself is never given the key.
package struct PackageKey: Equatable {
  /// An import path, or a pattern with `...`, as `-gcflags` takes it.
  package let pattern: ByteString
  /// 32 hexadecimal digits.
  package let key: ByteString

  package init(pattern: ByteString, key: ByteString) {
    self.pattern = pattern
    self.key = key
  }

  /// What has to stand among the package's `-gcflags`.
  package var flag: ByteString { ByteString(CompileCommand.keyFlag) + key }

  /// A key for every package, or pattern of packages, that a set has patch files for. Of several that fit a package the
  /// last one is its own, which is the one that the go command takes (cmd/go/internal/load/flag.go,
  /// PerPackageFlag.For).
  static func all(
    of sets: [PatchSet], outside: OutsideCode = OutsideCode(), inputs: DecisionInputs<some FileSystem>
  ) throws(Findings) -> [PackageKey] {
    var folders: Set<ByteString> = []
    for set in sets {
      for path in try set.packages(in: inputs.files) where canBeTold(path) {
        folders.insert(path)
        // Its flags are those of the package that it tests.
        if let tested = tested(by: withoutWildcard(path)) { folders.insert(tested) }
      }
    }
    for path in outside.needs.keys where canBeTold(path) {
      folders.insert(path)
      if let tested = tested(by: path) { folders.insert(tested) }
    }
    var result: [PackageKey] = []
    for folder in folders.sorted(by: isMoreGeneral) {
      let key = try key(of: folder, sets: sets, outside: outside, inputs: inputs)
      result += patterns(for: folder).map { PackageKey(pattern: $0, key: key) }
    }
    return result
  }

  /// The keys that a package may have been given: its own; and, since a package of external tests and the main package
  /// of a test binary are compiled with the flags of the package that they test (cmd/go/internal/load/test.go,
  /// TestPackagesAndErrors), that one's, if its name could be that of such a package.
  static func accepted(
    for importPath: ByteString, sets: [PatchSet], outside: OutsideCode = OutsideCode(),
    inputs: DecisionInputs<some FileSystem>
  ) throws(Findings) -> [ByteString] {
    var result: [ByteString] = []
    for path in [importPath, tested(by: importPath)].compactMap({ $0 }) {
      result.append(try key(of: path, sets: sets, outside: outside, inputs: inputs))
    }
    return result
  }

  /// The key of a package: of everything in the sets that may go into it, or into what is compiled with its flags, what
  /// of that was compiled beforehand, and what else decides (`DecisionInputs`).
  static func key(
    of importPath: ByteString, sets: [PatchSet], outside: OutsideCode = OutsideCode(),
    inputs: DecisionInputs<some FileSystem>
  ) throws(Findings) -> ByteString {
    let paths = [importPath] + testSuffixes.map { importPath + ByteString($0) }
    var hash = SHA256()
    hash.update(field: ByteString(inputs.program))
    for set in sets {
      for (path, file) in try set.patchFiles(forAnyOf: paths, in: inputs.files, scratch: ByteString("/")) {
        try inputs.add(path, of: set.name, file.bytes, to: &hash)
      }
    }
    for path in paths {
      guard let mark = outside.mark(of: path) else { continue }
      hash.update(field: path)
      hash.update(field: mark)
    }
    return Array(hash.hexadecimal().prefix(32))
  }

  // MARK: Parts

  private static let testSuffixes: [StaticString] = ["_test", ".test"]

  /// `a` of `a_test` and of `a.test`.
  private static func tested(by importPath: ByteString) -> ByteString? {
    testSuffixes.first { importPath.hasSuffix($0) }.map { Array(importPath.dropLast($0.utf8CodeUnitCount)) }
  }

  private static func withoutWildcard(_ path: ByteString) -> ByteString {
    path.hasSuffix("/...") ? Array(path.dropLast(4)) : path
  }

  /// Whether `-gcflags` can name the packages that the folder stands for. Where it cannot there is no such package, or
  /// the word means others (cmd/go/internal/load/search.go, MatchPackage).
  static func canBeTold(_ folder: ByteString) -> Bool {
    let path = folder.equals("...") || folder.hasSuffix("/...") ? folder.dropLast(3) : folder[...]
    let words: [StaticString] = ["all", "std", "cmd", "tool", "work"]
    return !path.contains(ASCII.equals) && path.first != ASCII.dash && !Array(path).contains("...")
      && !words.contains { folder.equals($0) }
  }

  /// The patterns that the go command matches with what a folder applies to: `...` does not match the element `vendor`
  /// of a path, and `vendor/...` nothing at all (cmd/internal/pkgpattern, MatchPattern); the standard library's vendor
  /// folder holds golang.org alone. What lies in a vendor folder of a vendored package has no pattern: in GOPATH mode
  /// only.
  private static func patterns(for folder: ByteString) -> [ByteString] {
    guard folder.hasSuffix("...") else { return [folder] }
    let vendored: [StaticString] =
      folder.equals("...")
      ? ["vendor/golang.org/...", ".../vendor/..."] : ["vendor/...", ".../vendor/..."]
    return [folder] + vendored.map { folder.dropLast(3) + ByteString($0) }
  }

  /// Whether the first pattern goes before the second: what fits more packages goes before what fits fewer.
  private static func isMoreGeneral(_ left: ByteString, _ right: ByteString) -> Bool {
    let (a, b) = (left.hasSuffix("..."), right.hasSuffix("..."))
    if a != b { return a }
    let (depth, other) = (left.count { $0 == ASCII.slash }, right.count { $0 == ASCII.slash })
    return depth == other ? left.lexicographicallyPrecedes(right) : depth < other
  }
}
