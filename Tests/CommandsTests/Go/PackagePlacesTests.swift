import Bytes
import Testing
import Weaving

@testable import Commands

@Suite struct PackagePlacesTests {
  @Test(
    arguments: [
      ("/w/a", "/w", "./a"), ("/w", "/w", "."), ("/w/a/b", "/w/c/d", "../../a/b"), ("/", "/w", ".."),
      ("/a", "/", "./a"),
      ("/wa", "/w", "../wa"), ("/w/a b", "/w", "./a b"), ("/w/a", "/w//x/../", "./a"),
    ])
  func relativePaths(path: String, folder: String, pattern: String) {
    let made = PackagePlaces.relative(ByteString(path), from: ByteString(folder))
    #expect(made == ByteString(pattern))
    // As the go command puts it together (filepath.Join).
    #expect(made.map { Path.normalized(Path.join(ByteString(folder), $0)) } == ByteString(path))
  }

  /// What would be cut at the `=`, matched as a wildcard, trimmed, or compared with another spelling.
  @Test(arguments: ["/w/a=b", "/w/a...", "/w/a ", "/w/a\n", "/w//a", "/w/./a", "/w/a/", "w/a", ""])
  func pathsThatTheFlagCannotHold(path: String) {
    #expect(PackagePlaces.relative(ByteString(path), from: ByteString("/w")) == nil)
  }

  private func package(
    _ id: String, _ folder: String, forTest: String = "", name: String = "p", isNamed: Bool = true, imports: String = ""
  ) -> BuildGraph.Package {
    BuildGraph.Package(
      id: ByteString(id), name: ByteString(name), folder: ByteString(folder), isStandard: false, isNamed: isNamed,
      isOfMainModule: true, forTest: ByteString(forTest), usesCgo: false, embedsFiles: false, usesCxx: false,
      imports: imports.split(separator: ",").map { ByteString(String($0)) }, error: [], file: [], buildID: [])
  }

  private func places(_ packages: [BuildGraph.Package], testsComeLater: Bool = false) -> PackagePlaces {
    var graph = BuildGraph()
    graph.add(packages)
    return PackagePlaces(graph, testsComeLater: testsComeLater)
  }

  private func pattern(_ places: PackagePlaces, _ path: String) -> String? {
    places.pattern(for: ByteString(path), from: ByteString("/w")).map(\.text)
  }

  @Test func packagesOfABuild() {
    let places = places([
      package("m/a", "/w/a"), package("m/b [m/a.test]", "/w/b", forTest: "m/a"),
      package("m/a_test [m/a.test]", "/w/a", forTest: "m/a"),
      package("m/a.test", "/w/a", name: "main", imports: "testing/internal/testdeps,m/a_test [m/a.test]"),
    ])
    #expect(pattern(places, "m/a") == "./a")
    // Compiled anew for the tests of another, and not without: it has flags of its own.
    #expect(pattern(places, "m/b") == "./b")
    #expect(pattern(places, "m/c") == nil)
    #expect(
      ["m/a", "m/b", "m/a_test", "m/a.test"].map { places.isOfTestsAlone(ByteString($0)) } == [
        false, false, true, true,
      ])
  }

  /// Go 1.27 gives it its flags before it knows its folder.
  @Test(arguments: [(27, true), (26, false)])
  func whatOnlyTestsImport(goMinor: Int, comesLater: Bool) {
    #expect(PackagePlaces.testsComeLater(goMinor: goMinor, withTests: true) == comesLater)
    #expect(!PackagePlaces.testsComeLater(goMinor: goMinor, withTests: false))
    let places = places(
      [
        package("m/c", "/w/c", isNamed: false), package("m/b", "/w/b", isNamed: false, imports: "m/c"),
        package("m/d", "/w/d", isNamed: false), package("m/a", "/w/a", imports: "m/b"),
        package("m/a [m/a.test]", "/w/a", forTest: "m/a", imports: "m/b,m/d"),
        package("m/a.test", "/w/a", name: "main", imports: "testing/internal/testdeps,m/a [m/a.test]"),
      ], testsComeLater: comesLater)
    #expect(["m/a", "m/b", "m/c"].map { pattern(places, $0) } == ["./a", "./b", "./c"])
    #expect(pattern(places, "m/d") == (comesLater ? nil : "./d"))
  }

  @Test func aPackageThatIsCalledLikeATestIsOne() {
    let places = places([package("m/a_test [m/a.test]", "/w/a", forTest: "m/a"), package("m/a_test", "/w/a_test")])
    #expect(!places.isOfTestsAlone(ByteString("m/a_test")))
    #expect(pattern(places, "m/a_test") == "./a_test")
  }

  /// `go run gen.go` in the folder of a package that it imports.
  @Test func twoPackagesOfOneFolder() {
    let places = places([package("m/a", "/w/a"), package("command-line-arguments", "/w/a", name: "main")])
    #expect(pattern(places, "m/a") == nil)
    #expect(pattern(places, "command-line-arguments") == nil)
  }

  @Test func theLastValueIsNamedByItsImportPath() {
    let keys = ["m/a", "m/a_test", "m/b"].map { PackageKey(pattern: ByteString($0), key: ByteString("K")) }
    let gcflags = KeyedGcflags(keys: keys, given: [ByteString("all=-N")], goMinor: 27, isStandard: { _ in false })
    let places = places([
      package("m/a", "/w/a"), package("m/b", "/w/b"), package("m/a_test [m/a.test]", "/w/a", forTest: "m/a"),
    ])
    #expect(
      gcflags.merged(packages: [], tools: [], places: places, workingFolder: ByteString("/w")).map(\.text) == [
        "./a=-N -routinex=K", "m/b=-N -routinex=K",
      ])
  }
}
