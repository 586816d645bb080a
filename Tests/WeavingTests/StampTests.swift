import Bytes
import SystemInterface
import TestSupport
import Testing
import Weaving

@Suite struct StampTests {
  private func hash(_ files: [String: String], sets: [String] = ["/s"], line: String = "compile version go1.24") throws
    -> String
  {
    var call = Call(arguments: "-V=full", importPath: nil)
    call.sets = sets
    guard case .stamp(let stamp) = try call.decision(in: MemoryFiles(files)) else { return "no stamp" }
    return stamp.hash(for: ByteString(line)).text
  }

  private let text = "package p\n\nfunc G() {}\n"

  @Test func pathsAndWhatIsNoPatchFileDoNotCount() throws {
    let hash = try hash(["/s/a/x.go": text])
    #expect(hash.count == 64)
    #expect(try hash == self.hash(["/elsewhere/s/a/x.go": text], sets: ["/elsewhere/s"]))
    #expect(try hash == self.hash(["/s/a/x.go": text, "/s/README.md": "", "/s/a/x_test.go": "", "/s/.git/x.go": ""]))
  }

  @Test func everythingElseCounts() throws {
    let hashes = try [
      hash(["/s/a/x.go": text]), hash(["/s/a/x.go": text + "\n"]), hash(["/s/a/y.go": text]), hash(["/s/b/x.go": text]),
      hash(["/t/a/x.go": text], sets: ["/t"]), hash(["/s/a/x.go": text, "/s/b/x.go": text]),
      hash(["/s/a/x.go": text, "/t/a/x.go": "package p\n"], sets: ["/s", "/t"]),
      hash(["/s/a/x.go": text, "/t/a/x.go": "package p\n"], sets: ["/t", "/s"]), hash([:], sets: []),
      hash(["/s/a/x.go": text], line: "compile version go1.25"), hash(["/s/.../x.go": text]),
      hash(["/s/a/x.go": text], sets: ["/s", "routine"]),
    ]
    #expect(Set(hashes).count == hashes.count)
  }

  /// On their own they are stamped unchecked; beside another set they are not.
  @Test(arguments: PatchSet.builtInNames.map(\.text), 19...28)
  func builtInSetsHaveNoFault(name: String, minor: Int) {
    for system in ["linux", "windows", "darwin", "freebsd", "js"] {
      var call = Call(arguments: "-V=full", importPath: nil)
      call.sets = [name, "/s"]
      call.environment = ["GOVERSION": "go1.\(minor).1", "GOOS": system, "GOARCH": system == "js" ? "wasm" : "arm64"]
      #expect(throws: Never.self) { _ = try call.decision(in: MemoryFiles(["/s/a/x.go": text])) }
    }
  }

  @Test(arguments: [
    ("compile", true), ("cover", true), ("link", false), ("asm", false), ("vet", false), ("cgo", false),
  ])
  func onlyToolsWhoseOutputCanChange(tool: String, isStamped: Bool) throws {
    var call = Call(arguments: "-V=full", importPath: nil)
    call.tool = tool
    let decision = try call.decision(in: files())
    if case .stamp = decision { #expect(isStamped) } else { #expect(!isStamped) }
  }

  @Test func everyFaultOfEverySetIsReported() {
    var call = Call(arguments: "-V=full", importPath: nil)
    call.sets = ["/s", "/t"]
    let files = MemoryFiles([
      "/s/a/x.go": "package a\n\n//routinex:x\nfunc F() {}\n",
      "/s/b/x.go": "package b\n\n//routinex:pragma go:x\nfunc F() { x := := 1 }\n",
      "/t/b/y.go": "//go:build windows\n\npackage b\n\n//routinex:y\nfunc F() {}\n",
    ])
    #expect(
      call.failure(in: files).map { $0.prefix { $0 != " " } } == [
        "/s/a/x.go:3:1:", "/s/b/x.go:4:17:", "/t/b/y.go:5:1:",
      ])
  }

  @Test func setsThatCannotHoldTogether() {
    var call = Call(arguments: "-V=full", importPath: nil)
    call.sets = ["/s", "/t"]
    let files = MemoryFiles(["/s/a/x.go": text, "/t/a/x.go": text])
    #expect(
      call.failure(in: files) == [
        "/t/a/x.go:3:6: G is already added at /s/a/x.go:3:6; rename one of the two"
      ])
  }

  @Test func filesOfAFolderMeetThoseAboveIt() {
    var call = Call(arguments: "-V=full", importPath: nil)
    call.sets = ["/s", "/t"]
    let files = MemoryFiles(["/s/a/b/x.go": text, "/s/b/x.go": text, "/t/a/.../x.go": text])
    #expect(
      call.failure(in: files) == [
        "/t/a/.../x.go:3:6: G is already added at /s/a/b/x.go:3:6; rename one of the two"
      ])
  }

  @Test func aSetWithoutFiles() {
    var call = Call(arguments: "-V=full", importPath: nil)
    call.sets = ["/s"]
    #expect(
      call.failure(in: MemoryFiles(["/s/README.md": ""])) == [
        "the patch set /s has no Go file; write one below the import path of its package: /s/net/http/x.go"
      ])
  }
}
