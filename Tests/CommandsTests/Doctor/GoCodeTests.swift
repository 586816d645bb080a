import Bytes
import Testing

@testable import Commands

@Suite struct GoCodeTests {
  private func code(_ text: String) -> String { GoCode.code(ByteString(text)).text }

  @Test("line directives and white space are no code")
  func positions() {
    let plain = "package p\n\nfunc F() {\n\tprintln(1)\n}\n"
    #expect(code(plain) == "package p func F() { println(1) }")
    for text in [
      "//line /src/p.go:1\n" + plain,
      "package p\n\nfunc F() {\n  println(1)\n}\n//line /src/p.go:6:1\n",
      "package p\n\nfunc F() {/*line :3:11*/\n\t\t//line /src/p.go:4\n\t\tprintln(1)\n}",
      "//line /src/p.go:1\r\npackage p\r\nfunc F() { println(1) }",
    ] {
      #expect(code(text) == code(plain), "\(text)")
    }
  }

  @Test("what the compiler sees is code, comments too, since some of them are directives")
  func code() {
    #expect(code("//go:noinline\nfunc F()") == "//go:noinline func F()")
    #expect(code("x // line 1") == "x // line 1")
    // No directive: it does not begin the line.
    #expect(code("x //line p.go:1\ny") == "x //line p.go:1 y")
    #expect(code("/*line p.go:1") == "/*line p.go:1")
    #expect(code("//line") == "//line")
    #expect(code("") == "")
    #expect(code(" \n") == "")
    #expect(GoCode.digest(ByteString("a")) != GoCode.digest(ByteString("b")))
  }

  @Test("patched code names its patch files")
  func marks() {
    let text = """
      //line /src/p.go:1
      func F() { println()
      //line routinex/set/example.com/p/a.go:3:2
      x() /*line routinex/other/example.com/p/b.go:4:1*/ y()
      \t//line routinex/set/example.com/p/a.go:9
      // the line routinex/set/c.go is none
      """
    #expect(
      GoCode.marks(ByteString(text)) == [
        ByteString("routinex/set/example.com/p/a.go"), ByteString("routinex/other/example.com/p/b.go"),
      ])
    #expect(GoCode.marks(ByteString("line routinex/")) == [])
  }
}
