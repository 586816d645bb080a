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
    of sets: [PatchSet], outside: OutsideCode = OutsideCode(), packages: [ByteString] = [],
    inputs: DecisionInputs<some FileSystem>
  ) throws(Findings) -> [PackageKey] {
    var selectors: Set<PackageSelector> = []
    for set in sets {
      let own = try set.selectors(in: inputs.files)
      if own.contains(where: { $0.patterns != nil }) {
        for path in packages {
          let selector = PackageSelector(folder: path)
          guard !selectors.contains(selector), canBeTold(selector),
            try set.selects(
              path, origin: inputs.origins.origin, except: outside.excluded[path] ?? [], in: inputs.files)
          else { continue }
          selectors.insert(selector)
          if let tested = tested(by: path) { selectors.insert(PackageSelector(folder: tested)) }
        }
      }
      for selector in own where selector.patterns == nil && canBeTold(selector) {
        selectors.insert(selector)
        // Its flags are those of the package that it tests.
        if let tested = tested(by: selector.base) { selectors.insert(PackageSelector(folder: tested)) }
      }
    }
    for selector in outside.needs.keys.map(PackageSelector.init) where canBeTold(selector) {
      selectors.insert(selector)
      if let tested = tested(by: selector.base) { selectors.insert(PackageSelector(folder: tested)) }
    }
    var result: [PackageKey] = []
    for selector in selectors.sorted(by: isMoreGeneral) {
      let key = try key(of: selector.folder, sets: sets, outside: outside, inputs: inputs)
      result += patterns(for: selector).map { PackageKey(pattern: $0, key: key) }
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
      let files = try set.patchFiles(
        forAnyOf: paths, origin: inputs.origins.origin, except: { outside.excluded[$0] ?? [] }, in: inputs.files,
        scratch: ByteString("/"))
      for (path, file) in files {
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
  static func tested(by importPath: ByteString) -> ByteString? {
    testSuffixes.first { importPath.hasSuffix($0) }.map { Array(importPath.dropLast($0.utf8CodeUnitCount)) }
  }

  /// Whether `-gcflags` can name the packages that a selector selects. Where it cannot there is no such package, or the word
  /// means others (cmd/go/internal/load/search.go, MatchPackage).
  static func canBeTold(_ selector: PackageSelector) -> Bool {
    let words: [StaticString] = ["all", "std", "cmd", "tool", "work"]
    return !selector.base.contains(ASCII.equals) && selector.folder.first != ASCII.dash
      && !selector.base.contains("...") && !words.contains { selector.folder.equals($0) }
  }

  /// The patterns that the go command matches with what a selector selects: `...` does not match the element `vendor`
  /// of a path, and `vendor/...` nothing at all (cmd/internal/pkgpattern, MatchPattern); the standard library's vendor
  /// folder holds golang.org alone. What lies in a vendor folder of a vendored package has no pattern: in GOPATH mode
  /// only.
  private static func patterns(for selector: PackageSelector) -> [ByteString] {
    let folder = selector.folder
    guard selector.isWildcard else { return [folder] }
    let vendored: [StaticString] =
      selector.base.isEmpty ? ["vendor/golang.org/...", ".../vendor/..."] : ["vendor/...", ".../vendor/..."]
    return [folder] + vendored.map { folder.dropLast(3) + ByteString($0) }
  }

  /// Whether the first goes before the second: what selects more packages goes before what selects fewer.
  private static func isMoreGeneral(_ left: PackageSelector, _ right: PackageSelector) -> Bool {
    if left.isWildcard != right.isWildcard { return left.isWildcard }
    let (depth, other) = (left.folder.count { $0 == ASCII.slash }, right.folder.count { $0 == ASCII.slash })
    return depth == other ? left < right : depth < other
  }
}
