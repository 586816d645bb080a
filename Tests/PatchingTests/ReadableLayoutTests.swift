import Bytes
import TestSupport
import Testing

@testable import Patching

@Suite struct ReadableLayoutTests {
  /// The text of parts, laid out.
  private func layout(_ parts: [(String, WrittenText.Origin)]) -> String {
    var text = WrittenText()
    for (part, origin) in parts { text.append(ByteString(part), of: origin) }
    return ReadableLayout.of(text).text
  }

  @Test func theFilesOwnLinesStay() {
    let text = "package p\n\n\n\nfunc  F( ) {\nx();\n\n\n  y() \n}\n\n"
    #expect(layout([(text, .target)]) == text)
  }

  @Test func aPatchIsIndentedAsItsPlaceIs() {
    let parts: [(String, WrittenText.Origin)] = [
      ("package p\n\nfunc F() {\n\tfor {\n\t\t", .target), ("\n", .glue),
      ("\n\tif a {\n\n\t\tb(c,\n\t\t\td)\n\t}\n\n\n\te()\n", .patch(depth: 1)), ("\n\n", .glue),
      ("x()\n\t}\n}\n", .target),
    ]
    #expect(
      layout(parts) == """
        package p

        func F() {
        \tfor {
        \t\tif a {
        \t\t\tb(c,
        \t\t\t\td)
        \t\t}

        \t\te()

        \t\tx()
        \t}
        }

        """)
  }

  @Test func aStatementStandsOnALine() {
    let parts: [(String, WrittenText.Origin)] = [
      ("package p", .target), ("; import a \"a\"; import b \"b\"", .glue), ("\n\nfunc F() { return }\n", .target),
      ("func G() ", .target),
      ("{ for i := 0; i < 1; i++ { a.X() }; if x := 1; x > 0 {\n}; L: ; goto L; _ = `;`;\n}\n", .glue),
    ]
    #expect(
      layout(parts) == """
        package p

        import a "a"
        import b "b"

        func F() { return }
        func G() {
        \tfor i := 0; i < 1; i++ { a.X() }
        \tif x := 1; x > 0 {
        \t}
        \tL: ; goto L
        \t_ = `;`
        }

        """)
  }

  @Test func rawStringsAndCommentsKeepTheirBytes() {
    let raw = "\n\tx = `a\n   \n\n  b`\n\t/* c\n\n   d */\n"
    let text = layout([
      ("package p\n\nfunc F() {", .target), ("\n{", .glue), (raw, .patch(depth: 1)), ("}\n", .glue), ("\n}\n", .target),
    ])
    #expect(
      text == "package p\n\nfunc F() {\n\t{\n\t\tx = `a\n   \n\n  b`\n\t\t/* c\n\n   d */\n\t}\n}\n")
  }

  @Test func whatIsNoGoStaysAsItIs() {
    #expect(layout([("package p\n\nfunc (", .target), ("\n\n\n{;", .glue)]) == "package p\n\nfunc (\n\n\n{;")
  }

  @Test func cutLinesGetTheirEnds() {
    let parts: [(String, WrittenText.Origin)] = [
      ("package p\n\nfunc F() {", .target), ("\n", .glue), ("{ a() }", .patch(depth: 0)), ("\n\n", .glue),
      (" b() /* c */ }\n", .target),
    ]
    #expect(layout(parts) == "package p\n\nfunc F() {\n\t{ a() }\n\n\tb() /* c */\n}\n")
  }
}
