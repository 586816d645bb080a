import Bytes
@testable import GoSyntax
import Testing

@Suite struct SourceFileTests {
  @Test func positions() {
    let file = goFile("ab\n\ncd\r\né!\n")
    let expected = [
      (1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (3, 2), (3, 3), (3, 4), (4, 1), (4, 2), (4, 3), (4, 4), (5, 1),
    ]
    #expect((0...12).map { file.position(at: $0) } == expected.map { Position(line: $0.0, column: $0.1) })
    #expect((0...12).map { file.lineStart(at: $0) } == [0, 0, 0, 3, 4, 4, 4, 4, 8, 8, 8, 8, 12])
  }

  @Test func ofAnEmptyFile() {
    let file = goFile("")
    #expect(file.position(at: 0) == Position(line: 1, column: 1))
    #expect(file.packageName == nil)
    #expect(file.packageClauseStart == 0)
    #expect(file.declarations.isEmpty)
    #expect(file.imports.isEmpty)
  }

  @Test func thePackageClause() throws {
    let file = goFile("// Doc.\n\npackage main // more\n")
    #expect(file.text(try #require(file.packageName)).text == "main")
    #expect(file.packageClauseStart == 9)
    #expect(file.topLevelComments.map { file.text($0).text } == ["// Doc.", "// more"])
  }

  @Test(arguments: [
    "package p\nfunc F( {}\n", "package p\nvar = 1\n", "package p\nfunc F() { x := := 1 }\n", "func F() {}}\n",
    "\u{0}\u{1}",
    "package p\nfunc (x T) M(p int?) {}\n",
  ])
  func textThatIsNotGo(text: String) {
    let file = goFile(text)
    #expect(file.hasError)
    _ = file.declarations
    _ = file.imports
  }

  @Test func bytesThatAreNotText() {
    let file = SourceFile(
      path: [0xff], bytes: ByteString("package p\nvar s = \"") + [0xff, 0xfe] + ByteString("\"\nvar t int\n"))
    #expect(file.declarations.map { file.text($0.name).text } == ["s", "t"])
    #expect(file.effectivePosition(at: 0).text == [0xff] + ByteString(":1:1"))
  }

  @Test func tokens() throws {
    let file = goFile("package p\nfunc F() { /* c */ x = \"a\\n\" + `b` // d\n\treturn }\n")
    let body = try #require(file.declarations.first?.body)
    let tokens = body.node.tokens.map { file.text($0).text }.filter { $0 != "\n" }
    #expect(tokens == ["{", "x", "=", "\"a\\n\"", "+", "`b`", "return", "}"])
  }
}
