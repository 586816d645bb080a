import Bytes
import Testing
import Toolexec

@Suite struct VersionLineTests {
  @Test(arguments: [
    ("compile version go1.24.11\n", "compile version go1.24.11 +routinex buildID=_/_/_/c0ffee\n"),
    ("compile version go1.24.11", "compile version go1.24.11 +routinex buildID=_/_/_/c0ffee\n"),
    ("cover version go1.22.10\r\n", "cover version go1.22.10 +routinex buildID=_/_/_/c0ffee\n"),
    (
      "compile version go1.19.8 X:rangefunc +agent buildID=a/b\n",
      "compile version go1.19.8 X:rangefunc +agent buildID=a/b +routinex buildID=_/_/_/c0ffee\n"
    ),
    (
      "compile version devel go1.28-0123abc Thu Jan 1 00:00:00 2026 +0000 buildID=a/b/c/d\n",
      "compile version devel go1.28-0123abc Thu Jan 1 00:00:00 2026 +0000 buildID=a/b/c/d"
        + " +routinex buildID=_/_/_/c0ffee\n"
    ),
  ])
  func stamped(output: String, stamped: String) throws {
    let line = try VersionLine(output: ByteString(output))
    #expect(line.stamped(hash: "c0ffee".utf8) == ByteString(stamped))
  }

  @Test func textIsTheLineToHash() throws {
    #expect(try VersionLine(output: ByteString("link version go1.27.3\n")).text == ByteString("link version go1.27.3"))
  }

  @Test(arguments: ["", "\n", "\r\n"]) func empty(output: String) {
    #expect(throws: VersionLineError.empty) { try VersionLine(output: ByteString(output)) }
  }

  @Test(arguments: ["hello\ncompile version go1.24.11\n", "compile version go1.24.11\n\n"])
  func severalLines(output: String) {
    let error = #expect(throws: VersionLineError.severalLines(ByteString(output))) {
      try VersionLine(output: ByteString(output))
    }
    #expect(error?.message.contains(output) == true)
  }

  @Test(arguments: ["compile go1.24.11", "compile version", "version go1.24.11", "a compile version 1"])
  func notAVersion(line: String) {
    let error = #expect(throws: VersionLineError.self) { try VersionLine(output: ByteString(line + "\n")) }
    #expect(error == .notAVersion(ByteString(line)))
    #expect(error?.message.hasSuffix("but it is: \(line)") == true)
  }
}
