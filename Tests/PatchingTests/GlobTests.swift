import Bytes
import Testing

@testable import Patching

@Suite struct GlobTests {
  @Test(arguments: [
    ("Handle*", "HandleIndex", true), ("Handle*", "Handle", true), ("Handle*", "handle", false), ("*", "", true),
    ("?", "a", true), ("?", "", false), ("?", "ab", false), ("a*b*c", "axxbyyc", true), ("a*b*c", "axxbyy", false),
    ("*a*", "bab", true), ("**", "x", true), ("a?c", "abc", true), ("a", "a", true), ("a", "ab", false),
    ("*aab", "aaaab", true), ("[A-Z]*", "Get", true), ("[A-Z]*", "get", false), ("[A-Z]*", "", false),
    ("[^A-Z_]x", "ax", true), ("[^A-Z_]x", "_x", false), ("x[abx-z]", "xy", true), ("x[abx-z]", "xc", false),
    ("*[0-9]", "F1", true), ("[a]", "a", true),
  ])
  func matches(pattern: String, name: String, isMatch: Bool) throws {
    #expect(try #require(Glob(ByteString(pattern))).matches(ByteString(name)) == isMatch)
  }

  @Test(arguments: ["", "a-b", "a.b", "[]", "[^]", "[a", "[a-", "[z-a]", "[*]", "a]", "a b"]) func whatIsNoPartOfAName(
    pattern: String
  ) {
    #expect(Glob(ByteString(pattern)) == nil)
  }
}
