import Bytes
@testable import GoSyntax
import Testing

/// What tree-sitter 0.20.7 cannot hold: 65,536 children of one node (lib/src/subtree.h: SubtreeHeapData), in whatever way a
/// text comes to them.
@Suite struct ParseLimitTests {
  private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  private static let few = times(30_000, "// c\n")
  private static let many = times(66_000, "// c\n")
  // The grammar looks at all that follow on the line for each of them: a minute for so many on one line.
  private static let gap = times(1400, times(49, "/**/") + "/*\n*/")

  private static let crowded: [(text: LongText, line: Int)] = [
    ("package p\n\(many)var v int\n", 2),
    (LongText(many), 1),
    ("\(many)package p\n", 1),
    ("package p\n\(many)", 2),
    ("package p\n\nfunc f() {\n\(many)}\n", 4),
    ("package p\n\nfunc f() {\n\tg(1,\n\(many)\t2)\n}\n", 5),
    ("package p\n\nfunc f() { for \(gap) i := 0; ; {} }\n", 3),
    ("package p\n\nfunc f() { for i := 0; ; \(gap) {} }\n", 3),
    ("package p\n\nfunc \(gap)f() {}\n", 3),
  ]

  @Test(arguments: crowded)
  func commentsInOnePlace(text: LongText, line: Int) throws {
    let file = goFile(text.text)
    let limit = try #require(file.limit)
    #expect(limit.message == "more than 32,000 comments in one place")
    #expect(file.line(at: limit.offset) == line)
    #expect(file.hasError)
    #expect(file.firstError == limit.offset)
    #expect(file.declarations.isEmpty)
  }

  private static let held: [LongText] = [
    "package p\n\(few)var v int\n",
    "package p\nfunc v() {\n\(times(66_000, "\tf() // c\n\n"))}\n",
    "package p\nconst (\n\(times(40_000, "\tv = 1 // c\n")))\n",
    "package p\nvar v = []int{\(times(40_000, "1, /**/\n"))}\n",
    "package p\nvar v = \"\"\(times(30_000, " + // c\n\t\"\""))\n",
    "package p\nvar v = \(times(90_000, "("))1\(times(90_000, ")"))\n",
  ]

  @Test(arguments: held)
  func whatCanBeHeld(text: LongText) {
    let file = goFile(text.text)
    #expect(file.limit == nil)
    #expect(!file.hasError)
    #expect(file.declarations.first.map { file.text($0.name).text } == "v")
  }

  @Test(arguments: [
    "(", "[", "{", "!", "a ", "a:", "f(a ] ", "? /**/ ", "a /**/ ", "(}", "if else for ", "func() {", "[]", "a.(",
    "\0a",
  ])
  func tokensWithinEachOther(piece: String) throws {
    let file = goFile("package p\n\nfunc f() {\n\tg(\n\(Self.times(101_000, piece)))\n}\n")
    let limit = try #require(file.limit)
    #expect(limit.message == "more than 100,000 nested brackets, operators and other tokens")
    #expect(file.line(at: limit.offset) == 5)
  }

  @Test func onlyWhatIsParsedCounts() throws {
    let bytes = ByteString("package p\n\nfunc F() {}\n\n\(Self.many)func G() {}\n")
    let wanted = { (name: String) in
      { (part: TopLevel.Part) in bytes[part.range].text.contains("func \(name)") }
    }
    let excerpt = try #require(SourceFile(excerptOf: bytes, path: [], where: wanted("F")))
    #expect(excerpt.declarations.map { excerpt.text($0.name).text } == ["F"])
    #expect(SourceFile(excerptOf: bytes, path: [], where: wanted("G")) == nil)
  }
}
