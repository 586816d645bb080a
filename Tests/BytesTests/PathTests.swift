import Bytes
import Testing

@Suite struct PathTests {
  @Test(arguments: [
    ("/a/b.go", "b.go"), ("b.go", "b.go"), ("/a/", ""), ("/", ""), ("", ""), (#"C:\go\compile.exe"#, "compile.exe"),
    (#"C:\go/compile"#, "compile"),
  ])
  func lastComponents(path: String, last: String) {
    #expect(Path.lastComponent(ByteString(path)).text == last)
  }

  @Test(arguments: [
    ("/a/b.go", "/a"), ("/b.go", "/"), ("b.go", "."), ("a/b/c", "a/b"), ("/a/", "/a"), ("", "."),
  ])
  func directories(path: String, directory: String) {
    #expect(Path.directory(ByteString(path)).text == directory)
  }

  @Test(arguments: [("/a", "b", "/a/b"), ("/a/", "b", "/a/b"), ("", "b", "b"), ("/", "b", "/b"), ("a", "b/c", "a/b/c")])
  func joining(directory: String, name: String, joined: String) {
    #expect(Path.join(ByteString(directory), ByteString(name)).text == joined)
  }

  @Test(arguments: [("/a/b", ["/a/b", "/a", "/"]), ("/a", ["/a", "/"]), ("/", ["/"]), ("a/b", ["a/b"]), ("", [""])])
  func upwards(folder: String, folders: [String]) {
    #expect(Path.upwards(from: ByteString(folder)).map(\.text) == folders)
  }

  @Test func absolutePaths() {
    #expect(Path.isAbsolute(ByteString("/a")))
    #expect(!Path.isAbsolute(ByteString("a")))
    #expect(!Path.isAbsolute(ByteString()))
  }

  @Test(arguments: [
    ("/a/b", "/a/b"), ("/a//b/", "/a/b"), ("/a/./b/.", "/a/b"), ("/a/../b", "/b"), ("/a/b/../../c", "/c"),
    ("../a", "../a"), ("../../a", "../../a"), ("a/../../b", "../b"), ("./a", "a"), ("/", "/"),
    ("/a/.../b", "/a/.../b"), ("/a/..b", "/a/..b"),
  ])
  func normalizing(path: String, normalized: String) {
    #expect(Path.normalized(ByteString(path)).text == normalized)
  }

  @Test func pathsNeedNotBeText() {
    #expect(Path.normalized([0x2f, 0xff, 0x2f, 0x2f, 0xfe]) == [0x2f, 0xff, 0x2f, 0xfe])
    #expect(Path.lastComponent([0x2f, 0xff] as ByteString) == [0xff])
  }
}
