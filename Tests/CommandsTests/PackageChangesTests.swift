import Bytes
import SystemInterface
import TestSupport
import Testing
import Weaving

@testable import Commands
@testable import GoPackages

@Suite struct PackageChangesTests {
  /// The changes that a set makes of `example.com/m/p`, which lies in `/m/p`.
  private func changes(patch: [String: String], package: [String: String]) throws -> [PackageChanges.Change] {
    var all = ["/go/src/runtime/x.go": "package runtime\n"]
    for (name, text) in patch { all["/set/example.com/m/p/\(name)"] = text }
    for (name, text) in package { all["/m/p/\(name)"] = text }
    let files = MemoryFiles(all)
    let root = try #require(GoRoot(ByteString("/go"), in: files))
    let package = SourcePackage(
      importPath: ByteString("example.com/m/p"), folder: ByteString("/m/p"),
      build: BuildConfiguration(root: root, platform: .host, hasCgo: true, toolTags: []))
    let sets = try PatchSet.find([ByteString("/set")], from: [], in: files)
    let weaving = try #require(try package.weave(sets, in: files))
    let given = try SourceFolder(package.folder, context: package.context, in: files).goFiles
    return try PackageChanges(weaving, given: given, of: package, base: ByteString("/m"), in: files).changes
  }

  private let target = "package p\n\nfunc F() {}\n"
  private let before = "package p\n\n//routinex:before\nfunc F() { g() }\n\nfunc g() {}\n"

  @Test func rewrittenFilesKeepTheirNamesAndAddedOnesComeLast() throws {
    let found = try changes(patch: ["x.go": before], package: ["f.go": target, "other.go": "package p\n"])
    #expect(found.map(\.path.text) == ["p/f.go", "p/zz_routinex_0_x.go"])
    #expect(found[0].old?.text == target)
    #expect(found[0].new?.text.contains("g()") == true)
    #expect(found[1].old == nil)
    #expect(found[1].new?.text.hasSuffix("func g() {}\n") == true)
  }

  @Test func noNameIsTakenForATestOrAPlatformOrIsTaken() throws {
    let add = { (name: String) in "package p\n\nfunc \(name)() {}\n" }
    let found = try changes(
      patch: ["a.go": add("a"), "plan9.go": add("b"), "test.go": add("c"), "wasm.go": add("d")],
      package: ["f.go": target, "zz_routinex_0_a.go": "package p\n"])
    #expect(
      found.map(\.path.text) == [
        "p/zzz_routinex_0_a.go", "p/zz_routinex_1_plan9_added.go", "p/zz_routinex_2_test_added.go",
        "p/zz_routinex_3_wasm_added.go",
      ])
  }

  @Test func numbersAreOfOneLength() throws {
    let patch = Dictionary(
      uniqueKeysWithValues: (0...10).map {
        ("x\(String(UnicodeScalar(97 + UInt8($0)))).go", "package p\n\nvar v\($0) = 0\n")
      })
    let found = try changes(patch: patch, package: ["f.go": target])
    #expect(found.map(\.path.text).first == "p/zz_routinex_00_xa.go")
    #expect(found.map(\.path.text) == found.map(\.path.text).sorted())
  }

  @Test func buildTags() throws {
    let found = try changes(
      patch: ["tags.go": "//routinex:tags fast\n\npackage p\n"],
      package: [
        "fast.go": "// Fast.\n\n//go:build fast && !gccgo\n// +build fast\n\npackage p\n//go:build x\n",
        "slow.go": "//go:build !fast\n\npackage p\n", "f.go": target,
      ])
    #expect(found.map(\.path.text) == ["p/fast.go", "p/slow.go"])
    #expect(
      found[0].new?.text
        == "// Fast.\n\n// without: go:build fast && !gccgo\n// without:  +build fast\n\npackage p\n//go:build x\n")
    #expect(found[0].old?.text.contains("\n//go:build fast") == true)
    #expect(found[1].new == nil)
    #expect(found[1].old?.text == "//go:build !fast\n\npackage p\n")
  }

  @Test func aFileThatAPatchFileReplacesLeaves() throws {
    let found = try changes(
      patch: ["x.go": "//routinex:file replace f.go\n\npackage p\n\nfunc F() {}\n"],
      package: ["f.go": target, "g.go": "package p\n"])
    #expect(found.map(\.path.text) == ["p/f.go", "p/zz_routinex_0_x.go"])
    #expect(found[0].new == nil)
  }

  @Test func overlay() {
    let text = OverlayFolder.overlay([(ByteString("/a \"b\""), ByteString("/c")), (ByteString("/d"), [])]).text
    #expect(text == "{\n  \"Replace\": {\n    \"/a \\\"b\\\"\": \"/c\",\n    \"/d\": \"\"\n  }\n}\n")
  }

  @Test func colours() {
    let terminal = Terminal(isTerminal: true) { "\($0)" == "TERM" ? ByteString("xterm") : nil }
    let change = PackageChanges.Change(path: ByteString("p/f.go"), old: ByteString("-- a\n"), new: ByteString("b\n"))
    #expect(
      DiffText.of(change, on: terminal).text == """
        \u{1b}[1m--- a/p/f.go\u{1b}[0m
        \u{1b}[1m+++ b/p/f.go\u{1b}[0m
        \u{1b}[36m@@ -1 +1 @@\u{1b}[0m
        \u{1b}[31m--- a\u{1b}[0m
        \u{1b}[32m+b\u{1b}[0m

        """)
  }
}

@Suite struct NamedSetsTests {
  @Test func nearest() {
    let paths = ["net/http", "net/url", "example.com/http"].map { ByteString($0) }
    #expect(nearestPaths(to: ByteString("net/htp"), among: paths) == ["net/http"])
    #expect(nearestPaths(to: ByteString("golang.org/http"), among: paths) == ["example.com/http", "net/http"])
    #expect(nearestPaths(to: ByteString("github.com/x/y"), among: paths) == [])
  }

  @Test func requirements() {
    let files = MemoryFiles([
      "/m/go.mod":
        "module m\n\nrequire a.example/x v1.2.3\n\nrequire (\n\tb.example/y v0.1.0 // indirect\n)\n\nreplace c.example/z v1.0.0 => ../z\n"
    ])
    let found = Modules(
      workingFolder: ByteString("/m/sub/folder"), environment: Environment { _ in nil }, files: files)
    #expect(found.requiredVersion(of: ByteString("a.example/x"))?.text == "v1.2.3")
    #expect(found.requiredVersion(of: ByteString("b.example/y"))?.text == "v0.1.0")
    #expect(found.requiredVersion(of: ByteString("c.example/z")) == nil)
  }
}
