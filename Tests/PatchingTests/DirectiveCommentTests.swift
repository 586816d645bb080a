import Bytes
import GoSyntax
import Patching
import Testing

@Suite struct DirectiveCommentTests {
  @Test(arguments: [
    ("//routinex:before", "before", ""), ("//routinex:tags a b", "tags", "a b"),
    ("//routinex:tags \t a \t", "tags", "a"),
    ("//routinex:tags\ta", "tags", "a"), ("//routinex:", "", ""), ("//routinex:by-name", "by-name", ""),
    ("//routinex:before\r", "before", ""), ("//routinex:after x := `a`", "after", "x := `a`"),
  ])
  func directives(text: String, word: String, argument: String) throws {
    let file = SourceFile(path: [], bytes: ByteString("\(text)\npackage p\n"))
    let comment = try #require(file.topLevelComments.first)
    let directive = try #require(DirectiveComment(comment, in: file))
    #expect(directive.word.text == word)
    #expect(directive.argument.text == argument)
  }

  @Test(arguments: [
    "// routinex:before", "//Routinex:before", "//go:routinex:before", "/*routinex:before*/", "//routinex",
  ])
  func otherComments(text: String) throws {
    let file = SourceFile(path: [], bytes: ByteString("\(text)\npackage p\n"))
    let comment = try #require(file.topLevelComments.first)
    #expect(DirectiveComment(comment, in: file) == nil)
  }

  @Test(arguments: [
    ("befor", "before"), ("BEFORE", nil), ("extnd", "extend"), ("optinal", "optional"), ("", nil), ("x", nil),
    ("beforehand", nil), ("afterr", "after"), ("befroe", "before"),
  ])
  func nearestWords(word: String, near: String?) {
    let words = ["extend", "before", "after", "optional"].map { ByteString($0) }
    #expect(nearest(to: ByteString(word), among: words)?.text == near)
  }

  @Test func ofEquallyNearWordsTheFirstOfTheAlphabet() {
    #expect(
      nearest(to: ByteString("bat"), among: ["rat", "cat"].map { ByteString($0 as StaticString) })?.text == "cat")
  }
}
