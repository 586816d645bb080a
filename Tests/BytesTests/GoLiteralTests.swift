import Bytes
import Testing

@Suite struct GoLiteralTests {
  @Test func anyBytesGoThere() {
    let all = (0...255).map { UInt8($0) }
    let literal = GoLiteral.quoted(all)
    #expect(literal.allSatisfy { (0x20..<0x7f).contains($0) })
    #expect(GoLiteral.unquoted(literal) == all)
    #expect(GoLiteral.quoted([]).text == "\"\"" && GoLiteral.unquoted(ByteString("\"\"")) == [])
  }

  @Test(
    arguments: [
      (#""a\tb\n\r\a\b\f\v\\\"""#, "a\tb\n\r\u{7}\u{8}\u{c}\u{b}\\\""), (#""\u00e9\U0001f600é""#, "é😀é"),
      (#""\x41\x7a""#, "Az"),
    ] as [(String, String)])
  func whatStrconvWrites(literal: String, text: String) {
    #expect(GoLiteral.unquoted(ByteString(literal)) == ByteString(text))
  }

  @Test(
    arguments: [
      "", "\"", "a", "\"a", "a\"", "\"a\"b\"", #""\""#, #""\q""#, #""\x4""#, #""\xzz""#, #""\ud800""#, #""\u12""#,
    ])
  func whatIsNoLiteral(text: String) { #expect(GoLiteral.unquoted(ByteString(text)) == nil) }
}
