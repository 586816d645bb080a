import Bytes
@testable import GoSyntax
import Testing

@Suite struct BuildConstraintTests {
  /// The constraint with every operator in parentheses.
  private func spell(_ constraint: BuildConstraint) -> String {
    switch constraint {
    case .tag(let name): name.text
    case .not(let operand): "!\(spell(operand))"
    case .and(let left, let right): "(\(spell(left)) && \(spell(right)))"
    case .or(let left, let right): "(\(spell(left)) || \(spell(right)))"
    }
  }

  @Test(arguments: [
    ("a", "a"), ("!a", "!a"), ("a && b", "(a && b)"), ("a||b", "(a || b)"), ("a || b && c", "(a || (b && c))"),
    ("a && b || c", "((a && b) || c)"), ("a && b && c", "((a && b) && c)"), ("!a && b", "(!a && b)"),
    ("!(a && b)", "!(a && b)"), ("(a || b) && c", "((a || b) && c)"), ("( ( a ) )", "a"), ("go1.22", "go1.22"),
    ("a\t&&\tb", "(a && b)"), ("amd64.v2 && goexperiment.x", "(amd64.v2 && goexperiment.x)"), ("é", "é"),
  ])
  func expressions(text: String, tree: String) throws {
    let constraint = try #require(try BuildConstraint.of(ByteString("//go:build \(text)\n\npackage p\n")))
    #expect(spell(constraint) == tree)
  }

  /// Go's limits (go/build/constraint, expr.go: maxSize, maxOldSize).
  private static let limits: [(header: LongText, isSatisfied: Bool?)] = [
    ("//go:build \(repeated("a||", 999))linux\n", true),
    ("//go:build \(repeated("a||", 1_000))linux\n", nil),
    ("//go:build \(repeated("(", 999))linux\(repeated(")", 999))\n", true),
    ("//go:build \(repeated("(", 1_000))linux\(repeated(")", 1_000))\n", nil),
    ("//go:build \(repeated("!(", 998))linux\(repeated(")", 998))\n", true),
    ("//go:build \(repeated("!(", 100_000))linux\n", nil),
    ("//go:build \(repeated("linux&&", 100_000))a\n", nil),
    // A longer line has no effect.
    ("// +build \(repeated("a ", 100))b\n", false),
    ("// +build linux\n// +build \(repeated("a ", 101))b\n", true),
    (LongText(repeated("// +build linux\n", 100_000)), true),
    ("\(repeated("// +build linux\n", 100_000))// +build a\n", false),
  ]

  @Test(arguments: limits)
  func sizes(header: LongText, isSatisfied: Bool?) {
    let constraint = try? BuildConstraint.of(ByteString("\(header.text)\npackage p\n"))
    #expect(constraint?.isSatisfied { $0.equals("linux") } == isSatisfied)
  }

  private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  /// Where, counted from the expression's start, it stops making sense.
  @Test(arguments: [
    ("a &&", 4), ("a & b", 2), ("(a", 2), ("a)", 1), ("a b", 2), ("&& a", 0), ("a || ", 4), ("a-b", 1), ("!", 1),
    ("a && (b || ", 10), ("()", 1), ("a,b", 1),
  ])
  func malformed(text: String, offset: Int) {
    let prefix = "// Comment.\n\n//go:build "
    let error = #expect(throws: BuildConstraint.Malformed.self) {
      try BuildConstraint.of(ByteString("\(prefix)\(text)\n\npackage p\n"))
    }
    #expect(error?.offset == prefix.utf8.count + offset)
  }

  @Test(arguments: [
    ("package p\n", nil), ("", nil), ("// Comment.\npackage p\n", nil),
    ("// Copyright.\n\n//go:build a\n\npackage p\n", "a"),
    ("//go:build a\npackage p\n", "a"),
    ("/* block\ncomment */\n//go:build a\npackage p\n", "a"),
    ("/* block */ /* another */\n\n//go:build a\npackage p\n", "a"),
    ("  //go:build a\npackage p\n", "a"),
    ("//go:build a\r\n\r\npackage p\r\n", "a"),
    ("\u{feff}//go:build a\n\npackage p\n", "a"),
    ("package p\n\n//go:build a\n", nil),
    ("/*\n//go:build a\n*/\npackage p\n", nil),
    ("//go:builda\npackage p\n", nil),
    ("// go:build a\npackage p\n", nil),
    ("package p; //go:build a\n", nil),
    ("//go:build a", "a"),
  ])
  func whereItStands(file: String, tree: String?) throws {
    #expect(try BuildConstraint.of(ByteString(file)).map(spell) == tree)
  }

  @Test(arguments: [
    ("// +build a", "a"), ("//+build a", "a"), ("// +build a b", "(a || b)"), ("// +build a,b", "(a && b)"),
    ("// +build a,!b c", "((a && !b) || c)"), ("// +build a\n// +build b", "(a && b)"),
    ("// +build a b\n// +build c,d", "((a || b) && (c && d))"), ("// +buildx a", nil), ("// x +build a", nil),
    ("// +build a\n//go:build b", "b"), ("//go:build b\n// +build a", "b"),
  ])
  func plusBuild(lines: String, tree: String?) throws {
    #expect(try BuildConstraint.of(ByteString("\(lines)\n\npackage p\n")).map(spell) == tree)
  }

  @Test(arguments: [
    ("a && !b", ["a"], true), ("a && !b", ["a", "b"], false), ("a || b && c", ["a"], true),
    ("a || b && c", ["b"], false),
    ("!(a || b)", [], true), ("!a || b", ["a"], false),
  ])
  func satisfaction(text: String, set: [String], holds: Bool) throws {
    let constraint = try #require(try BuildConstraint.of(ByteString("//go:build \(text)\n\npackage p\n")))
    #expect(constraint.isSatisfied { set.map { ByteString($0) }.contains($0) } == holds)
  }

  @Test func theTags() throws {
    let constraint = try #require(try BuildConstraint.of(ByteString("//go:build a && (!b || c) || a\n\npackage p\n")))
    #expect(constraint.tags.map(\.text) == ["a", "b", "c", "a"])
    #expect(constraint.mentions([ByteString("x"), ByteString("b")]))
    #expect(!constraint.mentions([ByteString("x")]))
    #expect(!constraint.mentions([]))
  }
}
