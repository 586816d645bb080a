import Bytes
import Testing
import Toolexec

@Suite struct ResponseFileTests {
  private struct NoSuchFile: Error {}

  private func reader(_ files: [String: String]) -> (ByteString) throws -> ByteString {
    { name in
      guard let contents = files[name.text] else { throw NoSuchFile() }
      return ByteString(contents)
    }
  }

  @Test(arguments: [
    ("go1.19.8", ResponseFile.Format.lines), ("go1.26.6", .lines), ("go1.26-devel_0123abc", .lines), ("go1.9", .lines),
    ("devel go1.26-0123abc Thu Jan 1", .lines), ("go1.27.3", .quoted), ("go1.27rc1", .quoted), ("go1.100", .quoted),
    ("devel +0123abc", .quoted), ("", .quoted), ("go1.", .quoted), ("go1.99999999999999999999", .quoted),
  ])
  func formatOfAVersion(version: String, format: ResponseFile.Format) {
    #expect(ResponseFile.Format(goVersion: ByteString(version)) == format)
  }

  @Test func argumentsWithoutFilesStayAsTheyAre() throws {
    let arguments: [ByteString] = [[], ByteString("a@b"), [0xff], ByteString("\\n"), []]
    #expect(try ResponseFile.expand(arguments, format: .lines, read: reader([:])) == arguments)
  }

  @Test(arguments: [ResponseFile.Format.lines, .quoted])
  func filesAreExpandedWhereTheyStand(format: ResponseFile.Format) throws {
    let files = ["one": "b\n@two\ne\n", "two": "c\nd\n"]
    let expanded = try ResponseFile.expand(words("a @one f @two"), format: format, read: reader(files))
    #expect(expanded == words("a b c d e f c d"))
  }

  /// The message of what is wrong with `@start`, and how many files were read for it.
  private func failure(_ contents: (String) -> String) -> (message: String?, reads: Int) {
    var reads = 0
    let error = #expect(throws: ResponseFileError.self) {
      try ResponseFile.expand(words("@start"), format: .lines) { name in
        reads += 1
        return ByteString(contents(name.text))
      }
    }
    return (error?.message, reads)
  }

  @Test func filesThatNameThemselvesAreAnError() {
    #expect(failure { _ in "x\n@start\n@start\n" } == ("the response file start names itself (start names start)", 1))
    let files = ["start": "x\n@a\n", "a": "@b\n", "b": "y\n@a\n"]
    #expect(failure { files[$0] ?? "" } == ("the response file a names itself (a names b names a)", 3))
    // Another name for the same file each time.
    let deep = failure { "@./\($0)\n@./\($0)\n" }
    #expect(deep.reads == 16)
    #expect(deep.message?.hasPrefix("response files are nested too deeply at ./././") == true)
  }

  @Test func oneFileMayBeNamedTwice() throws {
    let read = reader(["a": "@b\n@b\n", "b": "x\n"])
    #expect(try ResponseFile.expand(words("@a @b"), format: .lines, read: read) == words("x x x"))
  }

  @Test func filesThatDoubleFromFileToFileAreTooMany() {
    // Each names the next twice: start, 1, 2, ... 12.
    let doubling = failure { name in
      let next = (Int(name) ?? 0) + 1
      return next > 12 ? "x\n" : "@\(next)\n@\(next)\n"
    }
    #expect(doubling.reads == 1001)
    #expect(
      doubling.message?.hasPrefix("the command line has more than 1000 response files; the limit is exceeded at ")
        == true)
    let large = failure {
      $0 == "start" ? String(repeating: "@x\n", count: 20) : String(repeating: "y", count: 1 << 20)
    }
    #expect(large == ("the command line has more than 8 MiB of response files; the limit is exceeded at x", 9))
  }

  @Test func anUnreadableFileIsNamed() {
    let error = #expect(throws: ResponseFileError.self) {
      try ResponseFile.expand(words("@/no/file"), format: .lines, read: reader([:]))
    }
    #expect(error?.message == "cannot read the response file /no/file: NoSuchFile()")
  }

  // What objabi.expandArgs and DecodeArg of Go 1.24 make of these.
  @Test(arguments: [
    ("a\nb\n", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]), ("\n\na\n\nb\n\n", ["a", "", "b"]), ("", [""]),
    (#"C:\\x\ny"#, ["C:\\x\ny"]), ("a b\n'c'\n\"d\"\n", ["a b", "'c'", "\"d\""]), (#"a\"#, ["a"]),
  ])
  func lines(contents: String, arguments: [String]) throws {
    #expect(
      try ResponseFile.decode(ByteString(contents), format: .lines) == arguments.map { ByteString($0) })
  }

  @Test func aBadEscapeIsAnError() {
    let error = #expect(throws: ResponseFileError.self) {
      try ResponseFile.decode(ByteString("fine\nC:\\temp\n"), format: .lines)
    }
    #expect(error?.message.hasSuffix(#"in the line: C:\temp"#) == true)
  }

  // As cmd/go writes them: encodeArg of Go 1.24 and of Go 1.27.
  @Test func written() throws {
    let arguments = [ByteString("-p"), [], ByteString("a b"), ByteString("C:\\x\ny"), ByteString("$'\"`z")]
    let lines = "-p\n\na b\nC:\\\\x\\ny\n$'\"`z\n"
    #expect(try ResponseFile.encode(arguments, format: .lines) == ByteString(lines))
    let quoted = "-p\n\"\"\n\"a b\"\n\"C:\\\\x\ny\"\n\"\\$'\\\"\\`z\"\n"
    #expect(try ResponseFile.encode(arguments, format: .quoted) == ByteString(quoted))
  }

  @Test(arguments: [ResponseFile.Format.lines, .quoted])
  func roundTrip(format: ResponseFile.Format) throws {
    let arguments: [ByteString] = [
      ByteString("-trimpath"), ByteString("/tmp/a b=>x;/tmp/c=>"), [], [0xff, 0xfe], ByteString("\\\\n\n\\"),
      ByteString("'\"$`@ "), ByteString("\n"), ByteString("/x/é.go"),
    ]
    let contents = try ResponseFile.encode(arguments, format: format)
    #expect(try ResponseFile.decode(contents, format: format) == arguments)
  }

  @Test func everyByteSurvivesQuoting() throws {
    let arguments = (UInt8.min...UInt8.max).flatMap { [[$0], [0x78, $0], [0x5c, $0]] }.filter { $0 != [0x40] }
    let contents = try ResponseFile.encode(arguments, format: .quoted)
    #expect(try ResponseFile.decode(contents, format: .quoted) == arguments)
  }

  @Test(arguments: [
    [ByteString("@x")], [ByteString(" a"), ByteString("b")], [ByteString("b"), ByteString("a\t")],
    [[], ByteString("a")], [ByteString("a"), []], [ByteString("a"), ByteString("\r"), ByteString("a")],
    [[0xff, 0x5c]], [[0xff, 0x0a]],
  ])
  func whatLinesCannotHoldIsRefused(arguments: [ByteString]) {
    #expect(throws: ResponseFileError.self) { try ResponseFile.encode(arguments, format: .lines) }
  }

  @Test func aFileNameCannotBeQuoted() {
    #expect(throws: ResponseFileError.self) { try ResponseFile.encode([ByteString("@x")], format: .quoted) }
  }
}
