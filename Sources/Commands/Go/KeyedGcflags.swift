internal import Bytes
internal import Patching
internal import Weaving

/// The values of `-gcflags` that give each patched package its key and keep what the user gives for it.
///
/// The last value that matches a package is the only one that counts for it (cmd/go/internal/load/flag.go,
/// PerPackageFlag.For), so each value repeats the user's flags, and stands behind all of theirs.
struct KeyedGcflags {
  /// A package that the build is about, as `go list` tells.
  struct Package: Equatable {
    let importPath: ByteString
    let folder: ByteString
    let isStandard: Bool
    /// Whether its module is a main module.
    let isOfMainModule: Bool
    /// Whether the command line names it.
    let isNamed: Bool
  }

  /// A value of `-gcflags`.
  private struct Value {
    let pattern: PackagePattern
    /// As the user quoted them.
    let flags: ByteString

    /// Nil for a value that the go command refuses: PerPackageFlag.set.
    init?(_ text: ByteString, goMinor: Int) {
      let text = text.trimmed
      guard let first = text.first, first != ASCII.dash else {
        pattern = .named
        flags = Array(text)
        return
      }
      guard let equals = text.firstIndex(of: ASCII.equals), equals > text.startIndex else { return nil }
      pattern = PackagePattern(Array(text[..<equals].trimmed), goMinor: goMinor)
      flags = Array(text[(equals + 1)...].trimmed)
    }
  }

  let keys: [PackageKey]
  private let values: [Value]
  private let isStandard: (ByteString) -> Bool

  /// - Parameters:
  ///   - given: the user's values of `-gcflags`, those of GOFLAGS first.
  ///   - isStandard: whether an import path is one of the standard library's.
  init(keys: [PackageKey], given: [ByteString], goMinor: Int, isStandard: @escaping (ByteString) -> Bool) {
    self.keys = keys
    values = given.compactMap { Value($0, goMinor: goMinor) }
    self.isStandard = isStandard
  }

  /// Whether the packages must be known: where the user's values depend on the command line or on folders, or differ
  /// within a pattern of a patch set's.
  var needsPackages: Bool {
    guard !keys.isEmpty else { return false }
    let hasWildcard = keys.contains { $0.pattern.contains("...") }
    return values.contains { value in
      switch value.pattern {
      case .all: false
      case .named, .relative, .work, .tool: true
      case .std, .cmd, .path: hasWildcard
      }
    }
  }

  /// Whether one of the user's patterns stands for the module's tools.
  var namesTools: Bool { values.contains { $0.pattern == .tool } }

  /// The values to put behind the user's.
  ///
  /// Packages are named by their folders where those are known: the go command compares folders, and makes a regular expression
  /// of every import path, from Go 1.26 on anew for each package that it compares (cmd/go/internal/load/search.go,
  /// MatchPackage), which takes seconds with hundreds of keys. The last value alone is what a program's build information shows,
  /// and has an import path, since folders differ from machine to machine.
  ///
  /// - Parameters:
  ///   - packages: those of the build, if `needsPackages`.
  ///   - tools: the module's tools, if `namesTools`.
  ///   - places: the folders of packages.
  ///   - workingFolder: what relative patterns are relative to.
  func merged(
    packages: [Package], tools: Set<ByteString>, places: PackagePlaces = PackagePlaces(), workingFolder: ByteString
  ) -> [ByteString] {
    func flags(for key: PackageKey) -> ByteString {
      let isWildcard = key.pattern.contains("...")
      return last { isWildcard ? $0 == .all : matches($0, path: key.pattern) }
    }
    var result: [(pattern: ByteString, flags: ByteString, key: PackageKey)] = []
    // What is compiled for tests of a package has the flags of that package.
    for key in keys where !places.isOfTestsAlone(key.pattern) { result.append((key.pattern, flags(for: key), key)) }
    var done: Set<ByteString> = []
    for package in packages where done.insert(package.importPath).inserted {
      guard let key = keys.last(where: { ImportPathPattern.matches($0.pattern, package.importPath) }) else {
        continue
      }
      let own = last { matches($0, package, tools, workingFolder) }
      if own != flags(for: key) { result.append((package.importPath, own, key)) }
    }
    return result.enumerated().map { index, value in
      let place = index + 1 < result.count ? places.pattern(for: value.pattern, from: workingFolder) : nil
      return text(place ?? value.pattern, value.flags, value.key)
    }
  }

  /// The same flags for other packages than those that the command line is to name: values that stand in front of `merged`'s.
  ///
  /// - Parameter others: the import paths that are named in the place of the build's own.
  func restated(
    packages: [Package], others: Set<ByteString>, tools: Set<ByteString>, workingFolder: ByteString
  ) -> [ByteString] {
    guard values.contains(where: { $0.pattern == .named }) else { return [] }
    var done: Set<ByteString> = []
    return packages.filter { ($0.isNamed || others.contains($0.importPath)) && done.insert($0.importPath).inserted }.map
    {
      $0.importPath + [ASCII.equals] + last { [package = $0] in matches($0, package, tools, workingFolder) }
    }
  }

  private func text(_ pattern: ByteString, _ flags: ByteString, _ key: PackageKey) -> ByteString {
    pattern + [ASCII.equals] + flags + (flags.isEmpty ? [] : [ASCII.space]) + key.flag
  }

  private func last(_ matches: (PackagePattern) -> Bool) -> ByteString {
    values.last { matches($0.pattern) }?.flags ?? []
  }

  /// For a package of which no more than its import path is known.
  private func matches(_ pattern: PackagePattern, path: ByteString) -> Bool {
    switch pattern {
    case .all: true
    case .std: isStandard(path)
    case .cmd: path.hasPrefix("cmd/") && isStandard(path)
    case .path(let pattern): ImportPathPattern.matches(pattern, path)
    case .named, .relative, .tool, .work: false
    }
  }

  private func matches(
    _ pattern: PackagePattern, _ package: Package, _ tools: Set<ByteString>, _ workingFolder: ByteString
  ) -> Bool {
    switch pattern {
    case .all: true
    case .std: package.isStandard
    case .cmd: package.isStandard && package.importPath.hasPrefix("cmd/")
    case .path(let pattern): ImportPathPattern.matches(pattern, package.importPath)
    case .named: package.isNamed
    case .relative(let pattern):
      PackagePattern.matches(relative: pattern, folder: package.folder, from: workingFolder)
    case .work: package.isOfMainModule
    case .tool: tools.contains(package.importPath)
    }
  }
}
