import Bytes
import Testing

@Suite struct ByteStringTests {
  @Test func conversions() {
    #expect(ByteString("é" as StaticString) == [0xc3, 0xa9])
    #expect(ByteString(String("é")) == [0xc3, 0xa9])
    #expect(([0x61, 0xff, 0x62] as ByteString).text == "a\u{fffd}b")
    #expect(ByteString("" as StaticString).isEmpty)
  }

  @Test func equality() {
    let text = ByteString("go:build")
    #expect(text.equals("go:build"))
    #expect(!text.equals("go:buil"))
    #expect(!text.equals("go:builds"))
    #expect(!text.equals("go:buile"))
    #expect(text[3...].equals("build"))
    #expect(text.equals(text[...]))
    #expect(ByteString().equals(""))
  }

  @Test func prefixesAndSuffixes() {
    let text = ByteString("x_test.go")
    #expect(text.hasPrefix("x_"))
    #expect(!text.hasPrefix("x_test.go."))
    #expect(text.hasPrefix(ByteString("x_test.go")))
    #expect(text.hasPrefix(""))
    #expect(text.hasSuffix("_test.go"))
    #expect(!text.hasSuffix("yx_test.go"))
    #expect(text.hasSuffix(ByteString("go")))
    #expect(text.dropLast(3).hasSuffix("_test"))
    #expect(text.hasSuffix(""))
  }

  @Test(arguments: [
    ("", ""), (" ", ""), ("a", "a"), ("  a b\t", "a b"), ("\r\n\u{b}\u{c}a\r\n", "a"), ("\u{a0}a", "\u{a0}a"),
  ])
  func trimming(text: String, trimmed: String) {
    #expect(ByteString(text).trimmed.text == trimmed)
  }

  @Test func trimmingKeepsASlicesIndices() {
    let text = ByteString("  ab  ")
    #expect(text.trimmed.startIndex == 2)
    #expect(text[3...].trimmed.startIndex == 3)
  }

  @Test func searching() {
    let text = ByteString("abcabcd")
    #expect(text.firstIndex(of: ByteString("abcd")) == 3)
    #expect(text.firstIndex(of: ByteString("abc")) == 0)
    #expect(text.firstIndex(of: ByteString("abc"), from: 1) == 3)
    #expect(text.firstIndex(of: ByteString("abc"), from: 4) == nil)
    #expect(text.firstIndex(of: ByteString("abc"), from: 100) == nil)
    #expect(text.firstIndex(of: ByteString("d")) == 6)
    #expect(text.firstIndex(of: ByteString("de")) == nil)
    #expect(ByteString().firstIndex(of: ByteString("a")) == nil)
    #expect(text.firstIndex(of: ByteString("abcabcde")) == nil)
    #expect(text.firstIndex(of: text) == 0)
    #expect(text.firstIndex(of: ByteString("d"), from: 6) == 6)
    #expect(text.contains("bca"))
    #expect(!text.contains("bcb"))
  }

  @Test func overlappingCandidates() {
    #expect(ByteString("aaab").firstIndex(of: ByteString("aab")) == 1)
    #expect(ByteString("/*/*/").firstIndex(of: ByteString("*/"), from: 2) == 3)
  }

  /// Of each byte: whether it is a digit, a space, of an identifier.
  @Test func kindsOfBytes() {
    let digits = (UInt8.min...UInt8.max).filter(\.isDigit)
    let spaces = (UInt8.min...UInt8.max).filter(\.isSpace)
    let others = (UInt8.min...0x7f).filter { $0.isIdentifierByte && !$0.isDigit }
    #expect(digits.text == "0123456789")
    #expect(spaces.text == "\t\n\u{b}\u{c}\r ")
    #expect(others.text == "ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")
    #expect((UInt8(0x80)...UInt8.max).count { $0.isIdentifierByte } == 128)
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("before", "before", 0), ("befor", "before", 1),
    ("beofre", "before", 2), ("kitten", "sitting", 3), ("flaw", "lawn", 2),
  ])
  func distance(left: String, right: String, distance: Int) {
    #expect(editDistance(ByteString(left), ByteString(right)) == distance)
    #expect(editDistance(ByteString(right), ByteString(left)) == distance)
  }
}
