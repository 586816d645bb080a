import Bytes
import Testing

@Suite struct PrintableTests {
  private static let texts: [(text: String, shown: String)] = [
    (#"plain é 日本 \x1b"#, #"plain é 日本 \x1b"#), ("\u{1b}[2J", #"\x1b[2J"#), ("\u{7f}\0\u{7}", #"\x7f\x00\x07"#),
    ("\u{9b}31m\u{85}", #"\u009b31m\u0085"#), ("a\u{202e}b\u{2066}\u{200f}\u{61c}", #"a\u202eb\u2066\u200f\u061c"#),
    ("a\u{2028}b\u{e0041}", #"a\u2028b\U000e0041"#), ("a\u{1b}\u{301}", #"a\x1b"# + "\u{301}"),
  ]

  @Test(arguments: texts.indices) func controlCharacters(index: Int) {
    let (text, shown) = Self.texts[index]
    #expect(Array(Printable.lines(text).utf8) == Array(shown.utf8))
    #expect(Array(Printable.line(text).utf8) == Array(shown.utf8))
  }

  @Test func newlines() {
    #expect(Printable.lines("a\n\tb\r\nc\rd") == "a\n\tb\r\nc\\rd")
    #expect(Printable.line("a\n\tb\r\nc") == #"a\n\tb\r\nc"#)
  }

  @Test func bytes() {
    #expect(ByteString("a\u{1b}é").shown == #"a\x1bé"#)
    #expect((ByteString("é") + [0xff, 0xc3] + ByteString("x日") + [0xe6, 0x97]).shown == #"é\xff\xc3x日\xe6\x97"#)
    // The encoding of a C1 control character, cut and whole.
    #expect(([0xc2] as ByteString).shown == #"\xc2"#)
    #expect(([0xc2, 0x9b] as ByteString).shown == #"\u009b"#)
  }

  @Test func columns() {
    #expect(["", "abc", "é", "e\u{301}", "日本", "a\u{200d}b", "🙂"].map(Printable.columns) == [0, 3, 1, 1, 4, 2, 2])
    #expect(Printable.padded("日", to: 4) == "日  ")
    #expect(Printable.padded("long", to: 2) == "long")
  }
}
