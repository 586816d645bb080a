import Bytes
import SystemInterface
import Findings
import TestSupport
import Testing

@testable import Weaving

/// An object is never kept under a key that is not its own, though the sets change while a build runs.
@Suite struct ChangedPatchesTests {
  private let message = "the patches changed while the build ran; run it again"

  private func failure(
    _ files: MemoryFiles, flags: String = "", path: String = "example.com/p", work: String = "/tmp/go-build1/b001",
    usesPackageKeys: Bool = false, module: String? = nil
  ) -> String? {
    do throws(Findings) {
      _ = try decide(
        words(
          "/go/pkg/tool/linux_amd64/compile -o \(work)/_pkg_.a -p \(path) \(flags) -goversion go1.24.1 -pack /p/p.go"),
        ["GOOS": ByteString("linux"), "GOARCH": ByteString("amd64"), "TOOLEXEC_IMPORTPATH": ByteString(path)],
        sets: [ByteString("/set")], from: module.map { [ByteString($0)] } ?? [], in: files,
        usesPackageKeys: usesPackageKeys)
      return nil
    } catch { return error.messages.joined() }
  }

  // MARK: With keys

  @Test func anEditBetweenTwoReads() throws {
    let key = try Pipeline(
      files: files(), environment: Environment { _ in nil },
      sets: PatchSet.find([ByteString("/set")], from: [], in: files()),
      program: "test", folders: { [] }
    ).keys().first?.key.text
    let flag = "-routinex=\(try #require(key))"
    let edited = "package p\n\n//routinex:before\nfunc F() { println(1) }\n"
    #expect(failure(files(patch: edited), flags: flag, usesPackageKeys: true) == message)
    // What has the key is what is compiled: nothing is read a second time.
    let during = files()
    during.willRead = { _ in
      if during.reads.contains(ByteString("/set/example.com/p/x.go")) {
        during.replace("/set/example.com/p/x.go", with: edited)
      }
    }
    #expect(failure(during, flags: flag, usesPackageKeys: true) == nil)
    #expect(during.reads.filter { $0.hasPrefix("/set/") }.count == 1)
  }

  // MARK: Without

  private func changed(_ path: String, at time: Int = 11, modified: Int = 5, born: Int? = 10, now: Int = 20)
    -> MemoryFiles
  {
    let files = files(and: ["/set/example.com/q/y/z.go": "package y\n"])
    for old in ["/set", "/set/example.com", "/set/example.com/p", "/set/example.com/p/x.go", "/p/p.go"] {
      files.times[ByteString(old)] = FileTimes(changed: 5, modified: 5, born: 5)
    }
    files.times[ByteString(path)] = FileTimes(changed: time, modified: modified, born: 1)
    files.times[ByteString("/tmp/go-build1")] = FileTimes(changed: 15, modified: 15, born: born)
    files.now = now
    return files
  }

  @Test(arguments: ["/set/example.com/p/x.go", "/set/example.com/p", "/set/example.com", "/set"])
  func aChangeSinceTheBuildBegan(path: String) {
    #expect(failure(changed(path)) == message)
    #expect(failure(changed(path, at: 10)) == nil, "one step of the clock")
    #expect(failure(changed(path, at: 9)) == nil)
    #expect(failure(changed(path, at: 21)) == nil, "the clock was set back")
    #expect(failure(changed(path, born: nil)) == nil)
    #expect(failure(changed(path), work: "/objs/b001") == nil, "no build of the go command")
  }

  @Test func theNamesInAFolder() {
    #expect(failure(changed("/set/example.com/p", modified: 11)) == message)
    // On the way there they are none of the package's; a build's result may be among them.
    #expect(failure(changed("/set/example.com", modified: 11)) == nil)
    #expect(failure(changed("/set", modified: 11)) == nil)
  }

  @Test func theFolderOfAFileThatIsGone() {
    let files = changed("/set/example.com/q")
    #expect(failure(files, path: "example.com/q") == message)
    #expect(failure(files) == nil)
  }

  @Test func sourcesAreTheGoCommandsToWatch() { #expect(failure(changed("/p/p.go")) == nil) }

  /// With tags the files that lie beside the given ones may join.
  @Test func theFolderOfTheSources() {
    let tags = "//routinex:tags quick\n\npackage p\n"
    func sources(born: Int) -> MemoryFiles {
      let files = files(patch: tags, and: ["/p/go.mod": "module example.com/p\n", "/p/quick.go": "package p\n"])
      files.times[ByteString("/p")] = FileTimes(changed: 11, modified: 11, born: born)
      files.times[ByteString("/tmp/go-build1")] = FileTimes(changed: 15, modified: 15, born: 10)
      files.now = 20
      return files
    }
    #expect(failure(sources(born: 1)) == message)
    // An agent in front, or inside, has put them into a folder that it made.
    #expect(failure(sources(born: 11)) == nil)
    #expect(failure(sources(born: 11), module: "/p") == message, "the module's own folder, laid anew")
  }
}
