import Bytes
import Testing
import Toolexec

/// The cases of TestParseArgs in cmd/internal/objabi/flag_test.go of Go 1.27.
@Suite struct GCCQuotingTests {
  @Test(arguments: [
    ("a\r\nb", ["a", "b"]),
    ("\na\nb", ["a", "b"]),
    ("a\u{0}b", ["a\u{0}b"]),
    ("a\n''\nb", ["a", "", "b"]),
    ("a\n'a\n\nb'\nb", ["a", "a\n\nb", "b"]),
    (#"'a\$VAR' '\"'"#, [#"a\$VAR"#, #"\""#]),
    ("\"ab\\\ncd\" ef\\\ngh", ["abcd", "efgh"]),
    ("\"ab\\\r\ncd\" ef\\\r\ngh", ["abcd", "efgh"]),
    (#""\$VAR" "\`" "\"" "\\" "\n" "\t""#, ["$VAR", "`", "\"", "\\", #"\n"#, #"\t"#]),
    ("\t \n \t ", []),
    ("", []),
    ("a\tb c", ["a", "b", "c"]),
    (#"a 'b c' "d e""#, ["a", "b c", "d e"]),
    (#"'a'"b""#, ["ab"]),
    ("''", [""]),
    (#""""#, [""]),
    (#"'"hello"'"#, [#""hello""#]),
    (#""'hello'""#, ["'hello'"]),
    (#"\abc"#, ["abc"]),
    (#"abc\"#, ["abc"]),
    // Not in that test, but in ParseArgs: what is open at the end of the file.
    (#""abc\"#, [#"abc\"#]),
    ("'a b", ["a b"]),
    (#"\"#, []),
  ])
  func parse(contents: String, arguments: [String]) throws {
    let parsed = try ResponseFile.decode(ByteString(contents), format: .quoted)
    #expect(parsed == arguments.map { ByteString($0) })
  }
}
