import Bytes
import Findings
import GoSyntax
import Testing

@testable import Patching

@Suite struct PatchFileTests {
  @Test func aFileWithoutFault() throws {
    let file = try patchFile(
      """
      //routinex:tags fast, slow
      //routinex:tags more

      package p

      //routinex:optional
      //routinex:before
      func F() { println() }

      // Added.
      func G() {}

      type (
      \t//routinex:extend
      \tT struct{ a int }
      \tU int
      )
      """)
    #expect(file.patches.map { "\($0.word) \($0.name)" } == ["before F", "extend T"])
    #expect(file.patches.map(\.isOptional) == [true, false])
    #expect(file.additions.map { file.source.text($0.name).text } == ["G", "U"])
    #expect(file.directives.tags.map(\.text) == ["fast", "slow", "more"])
    #expect(file.patches[1].place.description == "/patch/x.go:15:2")
  }

  @Test func faultsHaveTheirPlaces() {
    #expect(
      problems(of: "package p\n\n//routinex:befor\nfunc F() {}\n\nfunc G() {\n\t//routinex:x\n}\n") == [
        "3:1: unknown directive //routinex:befor on a declaration; did you mean //routinex:before?",
        "7:2: //routinex:x belongs to no declaration; write it directly above one, without a blank line",
      ])
  }

  @Test(arguments: [
    ("package p\n\n//routinex:before\ntype T struct{}\n", "4:6"),
    ("package p\n\n//routinex:before\nfunc (t *T) M()\n", "4:13"),
    ("package p\n\n//routinex:before x\nfunc F() {}\n", "3:1"),
    ("package p\n\n//routinex:extend\nfunc F() {}\n", "4:6"),
    ("package p\n\n//routinex:extend\ntype T struct{}\n", "4:6"),
    ("package p\n\n//routinex:extend\ntype T []int\n", "4:6"),
    ("package p\n\n//routinex:optional\nfunc F() {}\n", "3:1"),
    ("package p\n\n//routinex:before\n\nfunc F() {}\n", "3:1"),
    ("package p\n\n//routinex:before\nimport \"os\"\n", "3:1"),
    ("package p\n\nfunc F() {} //routinex:before\n", "3:13"),
    ("package p\r\n\r\n//routinex:befor\r\nfunc F() {}\r\n", "3:1"),
    ("//routinex:tags\n\npackage p\n", "1:1"),
    ("//routinex:nothing-known\n\npackage p\n", "1:1"),
    ("//go:build a &&\n\npackage p\n", "1:16"),
    ("package p\n\n//routinex:before\nfunc F() { x := := 1 }\n", "4:17"),
    ("package p\n\nfunc F() { x := := 1\n", "3:14"),
    ("package p\n\nvar = 1\n", "3:1"),
    ("", "1:1"),
    ("// Nothing.\n", "1:1"),
    ("\u{feff}//routinex:x\npackage p\n", "1:4"),
  ])
  func oneFault(text: String, place: String) {
    #expect(problems(of: text).map { $0.split(separator: ": ")[0] } == [place[...]])
  }

  @Test func aSyntaxErrorIsTheOnlyMessage() {
    let text = "package p\n\n//routinex:befor\nfunc F() { x := := 1 }\n"
    #expect(problems(of: text).map { $0.prefix(28) } == ["4:17: this is a syntax error"])
  }

  /// It may be Go of a later version: the compiler judges it.
  @Test func whatIsAddedNeedNotBeKnown() throws {
    let text = "package p\n\nfunc F() { x := := 1 }\n\n//routinex:before\nfunc G() {}\n"
    #expect(problems(of: text) == [])
    #expect(try patchFile(text).unknownSyntax?.place == Place(ByteString("/patch/x.go"), line: 3, column: 17))
  }

  @Test(arguments: [("x.go", true), ("x_windows.go", false), ("x_linux.go", true)])
  func theNameIsAConstraint(name: String, applies: Bool) throws {
    let context = BuildContext(goos: ByteString("linux"), goarch: ByteString("amd64"), goMinor: 24, tags: [])
    #expect(try patchFile("package p\n", name: name).applies(in: context) == applies)
    #expect(try !patchFile("//go:build go1.25\n\npackage p\n", name: name).applies(in: context))
  }
}
