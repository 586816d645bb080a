import Bytes
import SystemInterface
import Findings
import TestSupport
import Testing

@testable import Weaving

@Suite struct PackageKeyTests {
  private func keys(_ files: MemoryFiles, sets: String...) throws -> [PackageKey] {
    let sets = try PatchSet.find(sets.map { ByteString($0) }, from: [], in: files)
    let pipeline = Pipeline(
      files: files, environment: Environment { _ in nil }, sets: sets, program: "test", folders: { [] })
    return try PackageKey.all(of: sets, inputs: pipeline.inputs)
  }

  private func key(of pattern: String, in keys: [PackageKey]) -> ByteString? {
    keys.first { $0.pattern == ByteString(pattern) }?.key
  }

  @Test func whatFitsFewerPackagesComesLater() throws {
    let files = MemoryFiles([
      "/set/set.go": "", "/set/.../x.go": "", "/set/a/.../x.go": "", "/set/a/b/x.go": "", "/set/a/b/.../x.go": "",
      "/set/a/x.go": "",
    ])
    #expect(
      try keys(files, sets: "/set").map(\.pattern.text) == [
        "...", "vendor/golang.org/...", ".../vendor/...", "a/...", "a/vendor/...", "a/.../vendor/...", "a/b/...",
        "a/b/vendor/...", "a/b/.../vendor/...", "a", "a/b",
      ])
  }

  @Test func foldersThatNoPatternNamesHaveNoKey() throws {
    let files = MemoryFiles([
      "/set/a/x.go": "", "/set/std/x.go": "", "/set/all/x.go": "", "/set/a/.../b/x.go": "", "/set/a.../x.go": "",
      "/set/a=b/x.go": "", "/set/-a/x.go": "", "/set/all/.../x.go": "",
    ])
    #expect(
      try keys(files, sets: "/set").map(\.pattern.text) == ["all/...", "all/vendor/...", "all/.../vendor/...", "a"])
  }

  /// The go command compiles `a_test` and the main package `a.test` with the flags of `a`.
  @Test(arguments: ["a_test", "a.test", "a_test/..."])
  func theFlagsOfExternalTestsAreThoseOfTheirPackage(folder: String) throws {
    func keys(_ text: String) throws -> [PackageKey] {
      try self.keys(MemoryFiles(["/set/\(folder)/x.go": text]), sets: "/set")
    }
    #expect(try keys("1").contains { $0.pattern == ByteString("a") })
    #expect(try key(of: "a", in: keys("1")) != key(of: "a", in: keys("2")))
  }

  @Test func aPackagesKeyIsThatOfEverythingThatMayGoIntoIt() throws {
    let before = MemoryFiles(["/set/.../x.go": "1", "/set/a/x.go": "2", "/set/b/x.go": "3"])
    let keys = try keys(before, sets: "/set")
    let edited = try self.keys(
      MemoryFiles(["/set/.../x.go": "1", "/set/a/x.go": "4", "/set/b/x.go": "3"]), sets: "/set")
    #expect(key(of: "a", in: keys) != key(of: "a", in: edited))
    #expect(key(of: "b", in: keys) == key(of: "b", in: edited))
    #expect(key(of: "...", in: keys) == key(of: "...", in: edited))
    let below = try self.keys(
      MemoryFiles(["/set/.../x.go": "5", "/set/a/x.go": "2", "/set/b/x.go": "3"]), sets: "/set")
    #expect(key(of: "b", in: keys) != key(of: "b", in: below))
  }

  @Test func thePlaceOfASetDoesNotCountAndItsNameDoes() throws {
    func key(_ folder: String) throws -> ByteString? {
      try self.key(of: "a", in: keys(MemoryFiles(["\(folder)/a/x.go": "1"]), sets: folder))
    }
    #expect(try key("/here/set") == key("/there/set"))
    #expect(try key("/here/set") != key("/here/other"))
  }

  private func decision(
    _ flags: String, path: String = "example.com/p", in files: MemoryFiles = files()
  ) throws(Findings) -> Decision? {
    try decide(
      words(
        "/go/pkg/tool/linux_amd64/compile -o /objs/b1/_pkg_.a -p \(path) \(flags) -goversion go1.24.1 -pack /p/p.go"),
      ["GOOS": ByteString("linux"), "GOARCH": ByteString("amd64"), "TOOLEXEC_IMPORTPATH": ByteString(path)],
      sets: [ByteString("/set")], in: files, usesPackageKeys: true)
  }

  @Test func compileIsNeverGivenTheKey() throws {
    let key = try #require(try keys(files(), sets: "/set").first?.key.text)
    guard case .weave(let woven) = try decision("-N -routinex=\(key) -l") else {
      Issue.record("not woven")
      return
    }
    #expect(!woven.arguments.contains { $0.hasPrefix("-routinex") })
    #expect(woven.arguments.contains(ByteString("-N")) && woven.arguments.contains(ByteString("-l")))
    #expect(woven.changes.files.count == 1)
  }

  @Test func aPackageWithPatchesAndWithoutItsKeyIsAnError() {
    #expect(throws: Findings.self) { try decision("-N") }
    #expect(throws: Findings.self) { try decision("-routinex=0123") }
  }

  /// The folder of a set that leads to the patched package's is that of another package, which has no key.
  @Test(arguments: ["example.com", "example.com/p", "example.com/p/x"])
  func aFolderThatHoldsNoPatchFileNeedsNoKey(path: String) throws {
    let files = MemoryFiles([
      "/set/example.com/p/x/y/x.go": "package y\n", "/set/example.com/p/README.md": "",
      "/set/example.com/p/x_test.go": "",
      "/p/p.go": "package p\n",
    ])
    guard case .pass = try decision("-N", path: path, in: files) else {
      Issue.record("not passed on")
      return
    }
  }

  @Test func theMessageSaysWhatToDoWithoutAKey() {
    func message(_ path: String) -> String {
      do throws(Findings) {
        _ = try decision("-N", path: path, in: MemoryFiles(["/set/\(path)/x.go": "package p\n"]))
        return ""
      } catch { return error.messages.joined() }
    }
    #expect(message("example.com/p").contains("adds -gcflags: give these to `routinex go` instead"))
    #expect(message("std").contains("build with -toolexec=routinex instead of `routinex go`"))
  }

  @Test func otherPackagesNeedNone() throws {
    guard case .pass = try decision("-N", path: "example.com/q") else {
      Issue.record("not passed on")
      return
    }
  }

  @Test(arguments: ["example.com/p_test", "example.com/p.test"])
  func externalTestsComeWithTheKeyOfTheirPackage(path: String) throws {
    let key = try #require(try keys(files(), sets: "/set").first?.key.text)
    guard case .weave(let woven) = try decision("-N -routinex=\(key) -l", path: path) else {
      Issue.record("given the key")
      return
    }
    #expect(woven.files.isEmpty)
    #expect(
      woven.arguments.map(\.text).joined(separator: " ")
        == "-o /objs/b1/_pkg_.a -p \(path) -N -l -goversion go1.24.1 -pack /p/p.go")
  }

  /// Its patches were there when the build began.
  @Test func aKeyWithoutPatchesIsAnError() {
    #expect(throws: Findings.self) { try decision("-routinex=0123", path: "example.com/q") }
  }
}
