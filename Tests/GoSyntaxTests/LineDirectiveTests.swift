import Bytes
@testable import GoSyntax
import TestSupport
import Testing

/// What the directives mean to the compiler: cmd/compile/internal/syntax of Go 1.24, parser.go (`init`, `updateBase`) and
/// pos.go.
@Suite struct LineDirectiveTests {
  /// The position that a mark `X` in the text gets.
  static let positions: [(text: String, position: String)] = [
    ("package p\nvar X int\n", "/in/p.go:2:5"),
    ("package p\n//line f.y:10\nvar X int\n", "f.y:10"),
    ("package p\n//line f.y:10\nvar a int\n\nvar X int\n", "f.y:12"),
    ("package p\n//line f.y:10:3\nvar X int\n", "f.y:10:7"),
    ("package p\n//line f.y:10:3\nvar a int\nvar X int\n", "f.y:11:5"),
    ("package p\nvar /*line f.y:10:3*/X int\n", "f.y:10:3"),
    ("package p\nvar /*line f.y:10:3*/ X int\n", "f.y:10:4"),
    ("package p\nvar /*line f.y:10:3*/ a int\nvar X int\n", "f.y:11:5"),
    ("package p\nvar /*line f.y:10*/ X int\n", "f.y:10"),
    ("package p\nvar /*line f.y:10*/ a int\nvar X int\n", "f.y:11"),
    // Its lines are counted from where it starts.
    ("package p\n/*line a\nf.y:10:3*/ var X int\n", "a\nf.y:11:16"),
    // An empty file name is the last one's if there is a column, and no name if there is none.
    ("package p\n//line f.y:10:3\n//line :20:5\nvar X int\n", "f.y:20:9"),
    ("package p\n//line :20:5\nvar X int\n", "/in/p.go:20:9"),
    ("package p\n//line f.y:10\nvar /*line :30:1*/ X int\n", "f.y:30:2"),
    ("package p\n//line :20\nvar X int\n", ":20"),
    // Colons in the name, as Windows has them.
    ("package p\n//line C:/x:y/f.y:10:3\nvar X int\n", "C:/x:y/f.y:10:7"),
    ("package p\n//line C:/x.y:10\nvar X int\n", "C:/x.y:10"),
    ("package p\n//line a b.y:10:3\nvar X int\n", "a b.y:10:7"),
    // The end of a line with a carriage return.
    ("package p\r\n//line f.y:10:3\r\nvar X int\r\n", "f.y:10:7"),
    ("package p\r\n//line f.y:10\r\nvar a int\r\nvar X int\r\n", "f.y:11"),
    // Comments that are none.
    ("package p\n //line f.y:10\nvar X int\n", "/in/p.go:3:5"),
    ("package p\n\t//line f.y:10\nvar X int\n", "/in/p.go:3:5"),
    ("package p\n// line f.y:10\nvar X int\n", "/in/p.go:3:5"),
    ("package p\n//line\tf.y:10\nvar X int\n", "/in/p.go:3:5"),
    ("package p\n//lines f.y:10\nvar X int\n", "/in/p.go:3:5"),
    ("package p\n///line f.y:10\nvar X int\n", "/in/p.go:3:5"),
    ("package p\n//line f.y\nvar X int\n", "/in/p.go:3:5"),
    ("package p\n/* //line f.y:10\n*/\nvar X int\n", "/in/p.go:4:5"),
    ("package p\n/*\n//line f.y:10\n*/\nvar X int\n", "/in/p.go:5:5"),
    ("package p\n// /*line f.y:10*/\nvar X int\n", "/in/p.go:3:5"),
    ("package p\n/*line f.y:10\n*/ var X int\n", "/in/p.go:3:8"),
    ("package p\n//line f.y:\nvar X int\n", "/in/p.go:3:5"),
    // Numbers that a position may have, and those that it may not.
    ("package p\n//line f.y:1073741824:1073741824\nvar X int\n", "f.y:1073741824:1073741828"),
    ("package p\n//line f.y:1073741825\nvar X int\n", "/in/p.go:3:5"),
    ("package p\n//line f.y:9223372036854775807\nvar X int\n", "/in/p.go:3:5"),
    ("package p\n//line f.y:18446744073709551616\nvar X int\n", "/in/p.go:3:5"),
    ("package p\n//line f.y:1:9223372036854775807\nvar X int\n", "/in/p.go:3:5"),
    ("package p\n//line f.y:9223372036854775807:1\nvar X int\n", "/in/p.go:3:5"),
    ("package p\n//line f.y:18446744073709551616:7\nvar X int\n", "f.y:18446744073709551616:7"),
    ("package p\n//line f.y:0\nvar X int\n", "/in/p.go:3:5"),
    ("package p\n//line f.y:0:5\nvar X int\n", "/in/p.go:3:5"),
    ("package p\n//line f.y:5:0\nvar X int\n", "/in/p.go:3:5"),
    ("package p\n/*line f.y:9223372036854775807*/var X int\n", "/in/p.go:2:37"),
    // Nor in strings.
    ("package p\nvar a = `\n//line f.y:10\n`\nvar X int\n", "/in/p.go:5:5"),
    ("package p\nvar a, X = \"/*line f.y:10:3*/\", 1\n", "/in/p.go:2:8"),
    ("package p\nvar a = \"/*line f.y:10:3*/\"; var X = 1\n", "/in/p.go:2:34"),
    // Behind a byte-order mark nothing is at the start of a line.
    ("\u{feff}//line f.y:10\npackage p\nvar X int\n", "/in/p.go:3:5"),
    ("//line f.y:10\npackage p\nvar X int\n", "f.y:11"),
    ("//line f.y:10:1\npackage p // X\n", "f.y:10:14"),
    // A directive at the file's very end.
    ("package p\nvar X int\n//line f.y:10", "/in/p.go:2:5"),
    ("package p\nvar X int\n//line f.y:10\n", "/in/p.go:2:5"),
  ]

  @Test(arguments: positions)
  func position(text: String, position: String) throws {
    let file = goFile(text)
    let offset = try #require(file.bytes.firstIndex(of: ByteString("X")))
    #expect(file.effectivePosition(at: offset).text.text == position)
    #expect(
      GoPositions(path: file.path, bytes: file.bytes).places[offset].description == position, "of the test itself")
  }

  @Test(arguments: positions)
  func everyByteOutsideOfComments(text: String, position: String) {
    let file = goFile(text)
    let compiler = GoPositions(path: file.path, bytes: file.bytes)
    for offset in file.bytes.indices where !compiler.comments.contains(where: { $0.contains(offset) }) {
      #expect(file.effectivePosition(at: offset).text.text == compiler.places[offset].description, "byte \(offset)")
    }
  }

  @Test func theDirectivesOfAFile() {
    let file = goFile("package p\n//line f.y:10\nvar a /*line :5:7*/ int\n")
    #expect(file.lineDirectives.map(\.file.text) == ["f.y", "f.y"])
    #expect(file.lineDirectives.map(\.line) == [10, 5])
    #expect(file.lineDirectives.map(\.column) == [nil, 7])
    #expect(file.lineDirectives.map(\.offset) == [24, 43])
  }

  @Test(arguments: [
    ("/a/b.go", true), ("/a:1/b.go", true), ("/a\n.go", false), ("/a\r.go", false), ("/a*/b.go", false),
  ])
  func pathsThatADirectiveCanCarry(path: String, can: Bool) {
    #expect(LineDirective.canCarry(ByteString(path)) == can)
  }
}
