import Bytes
import Testing

@testable import Commands

@Suite struct RecordedCallTests {
  private static let files = [
    "/src/p/a.go": "package p\n", "/src/p/b.go": "package p\n\nvar B = 1\n",
    "/t/work/go-build1/b002/agent/a.go": "//line /src/p/a.go:1\npackage p\n",
    "/t/work/go-build1/b002/edited/a.go": "package p\n\n//line routinex/set/p/a.go:1:1\nvar A = 1\n",
    "/t/work/go-build1/b002/importcfg": "# import config\npackagefile fmt=/t/work/go-build1/b003/_pkg_.a\n",
    "/t/work/go-build72/b044/importcfg": "# import config\npackagefile fmt=/t/cache/ab/abcd-d\n",
    "/t/work/go-build72/b045/importcfg": "packagefile fmt=/t/cache/ab/abcd-d\npackagefile os=/t/os.a\n",
  ]

  private func call(
    _ tool: String, _ arguments: String, package: String? = "example.com/p"
  ) -> RecordedCall {
    RecordedCall(
      tool: ByteString(tool), package: package.map { ByteString($0) },
      arguments: arguments.split(separator: " ").map { ByteString(String($0)) }, temporary: ByteString("/t"),
      read: { Self.files[$0.text].map { ByteString($0) } })
  }

  private let plain =
    "-o /t/work/go-build1/b002/_pkg_.a -trimpath /t/work/go-build1/b002=> -p p -buildid a/a -c=4 -importcfg "
    + "/t/work/go-build1/b002/importcfg -pack /src/p/a.go /src/p/b.go"

  @Test("what differs from build to build does not count")
  func otherBuild() {
    let other =
      "-o /t/work/go-build72/b044/_pkg_.a -trimpath /t/work/go-build72/b044=> -p p -buildid b/b -c=2 -importcfg "
      + "/t/work/go-build72/b044/importcfg -pack /src/p/a.go /src/p/b.go"
    #expect(call("compile", plain) == call("compile", other))
    #expect(call("compile", plain.replacing("-buildid a/a ", with: "-buildid=c ")) == call("compile", other))
  }

  @Test("what an agent changes is a part of that name")
  func changes() {
    let plainCall = call("compile", plain)
    func changed(_ old: String, _ new: String) -> Set<String> {
      let call = call("compile", plain.replacing(old, with: new))
      return Set(
        Set(call.parts.keys).union(plainCall.parts.keys).filter { call.parts[$0] != plainCall.parts[$0] }.map(\.text))
    }
    #expect(changed("", "") == [])
    #expect(changed("/src/p/a.go", "/t/work/go-build1/b002/agent/a.go") == [])
    #expect(changed("/src/p/a.go", "/t/work/go-build1/b002/edited/a.go") == ["a.go"])
    #expect(changed("/src/p/a.go ", "") == ["a.go"])
    #expect(changed("/src/p/b.go", "/src/p/b.go /src/p/new.go") == ["new.go"])
    #expect(changed("-p p", "-p q") == ["arguments"])
    #expect(changed("-pack", "-N -pack") == ["arguments"])
    #expect(changed("go-build1/b002/importcfg", "go-build72/b045/importcfg") == ["imports"])
  }

  @Test("files that lie elsewhere are seen, and so are the marks of patches")
  func placesAndMarks() {
    let moved = call("compile", plain.replacing("/src/p/a.go", with: "/t/work/go-build1/b002/agent/a.go"))
    #expect(moved.places != call("compile", plain).places)
    #expect(moved.marks == [])
    let patched = call("compile", plain.replacing("/src/p/a.go", with: "/t/work/go-build1/b002/edited/a.go"))
    #expect(patched.marks == [ByteString("routinex/set/p/a.go")])
  }

  @Test("the package is the go command's, else that of -p")
  func package() {
    #expect(call("compile", plain).package == ByteString("example.com/p"))
    #expect(call("compile", plain, package: nil).package == ByteString("p"))
    #expect(call("link", "-o x /t/a.a", package: nil).package == [])
  }

  @Test("other tools' files count by content as well")
  func otherTools() {
    let call = call("asm", "-p p -o /t/a.o /src/p/a.s /src/p/a.go")
    #expect(Set(call.parts.keys.map(\.text)) == ["a.s", "a.go", "arguments"])
  }

  @Test("a record is read back as it was written, and nothing else is read")
  func encoding() throws {
    let call = call("compile", plain.replacing("/src/p/a.go", with: "/t/work/go-build1/b002/edited/a.go"))
    #expect(RecordedCall(encoded: call.encoded) == call)
    for count in [0, 1, 5, call.encoded.count / 2] {
      #expect(RecordedCall(encoded: Array(call.encoded.prefix(count))) == nil, "\(count)")
    }
    #expect(RecordedCall(encoded: ByteString("a\0b\0c\0" + "9\0d\0")) == nil)
    #expect(RecordedCall(encoded: ByteString("a\0b\0c\0-1\0")) == nil)
  }
}
