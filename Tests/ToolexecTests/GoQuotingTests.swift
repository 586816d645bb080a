import Bytes
import Testing

@testable import Toolexec

@Suite struct GoQuotingTests {
  @Test(arguments: [
    ("", []), ("  \t\n\r", []), ("a b", ["a", "b"]), (" 'a b'  \"c'd\" ", ["a b", "c'd"]), ("a'b c'd", ["a'b", "c'd"]),
    ("''", [""]), ("'a'b", ["a", "b"]), ("-x='a b'", ["-x='a", "b'"]), ("a\\ b", ["a\\", "b"]),
  ])
  func fields(text: String, fields: [String]) {
    #expect(GoQuoting.split(ByteString(text))?.map(\.text) == fields)
  }

  @Test(arguments: ["'a", "a \"b", "a '"])
  func aQuoteMustBeClosed(text: String) { #expect(GoQuoting.split(ByteString(text)) == nil) }

  @Test(arguments: ["a", "/a b/c", "it's", "say \"it\"", "", "a\nb", "é"])
  func whatIsQuotedIsReadBack(field: String) throws {
    let quoted = try #require(GoQuoting.quoted(ByteString(field)))
    #expect(GoQuoting.split(quoted) == [ByteString(field)])
    #expect(GoQuoting.split(ByteString("x ") + quoted + ByteString(" y"))?.count == 3)
  }

  @Test func bytesNeedNotBeText() {
    #expect(GoQuoting.quoted([0xff, 0x20]) == [0x27, 0xff, 0x20, 0x27])
    #expect(GoQuoting.quoted([0xff, 0x80]) == [0xff, 0x80])
  }

  @Test func bothKindsOfQuotesCannotBeQuoted() { #expect(GoQuoting.quoted(ByteString("'\"")) == nil) }
}
