internal import Bytes
internal import GoPackages
internal import Host

/// The folders of packages, for `-gcflags` to name them by: there a package is one whose folder it is
/// (cmd/go/internal/load/search.go, MatchPackage).
struct PackagePlaces {
  private var folders: [ByteString: ByteString] = [:]
  private var ofTestsAlone: Set<ByteString> = []
  /// `$GOROOT/src`; nil where the packages of the build tell.
  private var standardSources: ByteString?

  /// Of no package.
  init() {}

  /// Of the standard library's packages.
  ///
  /// - Parameters:
  ///   - sources: `$GOROOT/src`, as `go env` has it.
  ///   - testsComeLater: see `testsComeLater(goMinor:withTests:)`.
  init(standard sources: ByteString, testsComeLater: Bool = false) { standardSources = testsComeLater ? nil : sources }

  /// Whether the go command gives a package that only tests import its flags before it knows the package's folder
  /// (cmd/go/internal/load/pkg.go of Go 1.27, loadImport: setToolFlags).
  static func testsComeLater(goMinor: Int, withTests: Bool) -> Bool { withTests && goMinor >= 27 }

  /// Of all packages of a build.
  init(_ graph: BuildGraph, testsComeLater: Bool = false) {
    var owners: [ByteString: Set<ByteString>] = [:]
    for package in graph.all {
      // It is compiled with the flags of the package under test (cmd/go/internal/load/test.go, TestPackagesAndErrors).
      if package.isTestMain || package.importPath == package.forTest + ByteString("_test") {
        ofTestsAlone.insert(package.importPath)
        continue
      }
      folders[package.importPath] = package.folder
      // Files on a command line and the package of their folder have one folder.
      owners[package.folder, default: []].insert(package.importPath)
    }
    ofTestsAlone.subtract(folders.keys)
    let inTime = testsComeLater ? Self.importedWithoutTests(graph) : nil
    folders = folders.filter { owners[$0.value]?.count == 1 && inTime?.contains($0.key) != false }
  }

  /// The packages that are named, and all that they import, without their tests.
  private static func importedWithoutTests(_ graph: BuildGraph) -> Set<ByteString> {
    var queue = graph.all.filter { $0.isNamed && $0.forTest.isEmpty && !$0.isTestMain }.map(\.id)
    var found = Set(queue)
    while let id = queue.popLast() {
      for path in graph[id]?.imports ?? [] where found.insert(path).inserted { queue.append(path) }
    }
    return found
  }

  /// Whether a package of external tests or the main package of a test binary, and no other, has that import path.
  func isOfTestsAlone(_ importPath: ByteString) -> Bool { ofTestsAlone.contains(importPath) }

  /// The relative pattern that selects the package, as seen from a folder; nil where none does.
  func pattern(for importPath: ByteString, from workingFolder: ByteString) -> ByteString? {
    var folder = folders[importPath]
    if let standardSources, !importPath.contains("...") {
      let path = Path.join(standardSources, importPath)
      if HostFiles().findsFolder(path) { folder = path }
    }
    return folder.flatMap { Self.relative($0, from: workingFolder) }
  }

  /// `./a` or `../../a`; nil for a path that `-gcflags` cannot hold as it is.
  static func relative(_ path: ByteString, from workingFolder: ByteString) -> ByteString? {
    guard Path.isAbsolute(path), Path.isAbsolute(workingFolder), !path.contains(ASCII.equals), !path.contains("..."),
      Path.normalized(path) == path, path.trimmed.count == path.count
    else { return nil }
    let (to, from) = (path.split(separator: ASCII.slash), Path.normalized(workingFolder).split(separator: ASCII.slash))
    let common = zip(to, from).prefix { $0 == $1 }.count
    let up = [ArraySlice](repeating: ByteString("..")[...], count: from.count - common)
    let elements = (up.isEmpty ? [ByteString(".")[...]] : up) + to[common...]
    return ByteString(elements.joined(separator: [ASCII.slash]))
  }
}
