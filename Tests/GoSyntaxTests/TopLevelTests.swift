import Bytes
@testable import GoSyntax
import Testing

@Suite struct TopLevelTests {
  private func parts(_ text: String) -> [String]? {
    let bytes = ByteString(text)
    return TopLevel(bytes)?.parts.map { bytes[$0.range].text }
  }

  @Test func everyStatementIsAPartWithWhatStandsInFrontOfIt() {
    let text = [
      "// Package p.\npackage p\n", "\nimport \"x\"\n", "\n// F.\nfunc F() {\n}\n", "\nvar (\n\ta = 1\n)\n", "// end\n",
    ]
    #expect(parts(text.joined()) == text)
  }

  @Test(arguments: [
    "var s = `\nfunc F() {\n`\n", "var s = \"\\\"func {\"\n", "var r = '{'\n", "var r = '\\''\n",
    "var f =\nfunc() {\n}\n",
    "/*\nfunc G() {\n*/\nfunc F() {}\n", "func F() { // }\n}\n", "var x = 1 +\n2\n",
    "type T struct {\n\ta []int `json:\"}\"`\n}\n",
    "func F(\n\ta int,\n) (\n\tb int,\n) {\n}\n", "var x, y = map[string]int{\n\t\"a\": 1,\n}, 2\n", "func F()",
  ])
  func whatLooksLikeAnotherStatementIsNone(statement: String) {
    #expect(parts("package p\n" + statement) == ["package p\n", statement])
  }

  @Test func semicolonsAndCommentsWithLineEndsEndStatementsToo() {
    #expect(parts("package p; var a = 1; var b = 2") == ["package p;", " var a = 1;", " var b = 2"])
    #expect(parts("package p /*\n*/ var a = 1\n") == ["package p /*\n*/", " var a = 1\n"])
  }

  @Test func carriageReturnsAndAByteOrderMarkAreWhiteSpace() {
    #expect(parts("\u{feff}package p\r\nvar a = 1\r\n") == ["\u{feff}package p\r\n", "var a = 1\r\n"])
  }

  @Test(arguments: [
    "func F() {\n", "func F() }\n", "var s = `\n", "var s = \"\n", "/* ", "x := 1\n", "package p\n}\n",
    "var r = '\n'\n",
  ])
  func whatIsNotCertainIsNotCut(text: String) { #expect(parts(text) == nil) }

  @Test func headersAreThePackageClauseAndImports() throws {
    let whole = try #require(TopLevel(ByteString("package p\nimport \"x\"\nimport (\n\"y\"\n)\nvar a = 1\n")))
    #expect(whole.parts.map(\.isHeader) == [true, true, true, false])
  }

  @Test(arguments: [
    ("func f() { a }", " a "), ("func f() {}", ""), ("func f()", nil), ("func f() struct{ a int }", nil),
    ("func f() struct\t{ a int } { b }", " b "),
    ("func (t T) f(a struct{ b int }) interface{ c() } {\n{ d }\n}", "\n{ d }\n"),
    ("func f[T interface{ a }](b [2]T) map[struct{}]T { c }", " c "), ("func f() []mystruct { a }", " a "),
    ("var f = func() { a }", nil), ("type f struct { a int }", nil),
  ])
  func bodiesAreThoseOfFunctions(declaration: String, body: String?) throws {
    let bytes = ByteString("package p\n\n" + declaration + "\n\nvar x int\n")
    let part = try #require(TopLevel(bytes)).parts[1]
    #expect(part.body.map { bytes[$0].text } == body)
  }

  @Test func anOutlineHasNoBodies() throws {
    let bytes = ByteString("package p\n\nfunc F(a int) (b int) {\n\treturn := 1 }\n\nfunc G() {}\n")
    let outline = try #require(
      SourceFile(excerptOf: bytes, path: ByteString("p.go"), cut: TopLevel(bytes)) { _ in .outline })
    #expect(
      outline.declarations.map { outline.text($0.node).text } == [
        "func F(a int) (b int) {\n\treturn := 1 }", "func G() {}",
      ])
    #expect(outline.leftOutBody(of: outline.declarations[0]).map { bytes[$0].text } == "\n\treturn := 1 ")
    #expect(outline.leftOutBody(of: outline.declarations[1]) == nil)
  }

  @Test func anExcerptHasTheWantedPartsInTheirPlaces() throws {
    let bytes = ByteString(
      "package p\n\nimport \"x\"\n\nfunc F() { x.A() }\n\n// G does.\nfunc G() int {\n\treturn x.B()\n}\n")
    let marker = try #require(bytes.firstIndex(of: ByteString("func G")))
    let excerpt = try #require(SourceFile(excerptOf: bytes, path: ByteString("p.go")) { $0.range.contains(marker) })
    let whole = SourceFile(path: ByteString("p.go"), bytes: bytes)
    #expect(excerpt.declarations.map { excerpt.text($0.node).text } == ["func G() int {\n\treturn x.B()\n}"])
    #expect(excerpt.declarations.map(\.node.range) == [whole.declarations[1].node.range])
    #expect(excerpt.declarations[0].comments.map { excerpt.text($0).text } == ["// G does."])
    #expect(excerpt.imports.map(\.path) == [ByteString("x")])
    #expect(excerpt.position(at: marker) == Position(line: 8, column: 1))
  }

  @Test(arguments: ["//line x.go:1\nfunc F() {}\n", "func F() { /*line x.go:1:1*/ }\n", "func F() { x := := 1 }\n"])
  func ofSuchFilesThereIsNoExcerpt(declaration: String) {
    #expect(SourceFile(excerptOf: ByteString("package p\n\n" + declaration), path: []) { _ in true } == nil)
  }
}
