import Testing
import Findings

@testable import Patching

/// Anchors of `//routinex:edit`, whatever the statement begins with.
@Suite struct AnchorTests {
  static let statements = [
    "*p = 1", "*p++", "**q = 1", "*f(1) = 2", "(*p)++", "(f)(1)", "(f(1)).g = 2", "<-c", "x = <-c", "c <- 1", "<-f(c)",
    "[]int{1}[0] = 2", "[2]int{}[0]++", "[]func(){g}[0]()", "map[string]int{}[\"\"]++", "struct{ f func() }{g}.f()",
    "interface{ M() }(v).M()", "chan int(nil) <- 1", "func() { g() }()", "func(a int) {}(1)", "go g()", "defer g()",
    "{ g() }", "if x > 0 { g() } else { h() }", "for { g() }", "for range c { g() }", "switch { default: g() }",
    "select {}", "var y, z = 1, 2", "const k = 1", "type T int", "x, p = 1, nil", "x += 1", "x &^= 1", "g()", "T{}.m()",
    "&T{}", "\"\"[0].x()", "all(1)", "all.x = 1", "all = 1", "all[0] = 1", "all++", "allow()", "all := 1",
    "all, x := 1, 2",
  ]

  private func outcome(_ statement: String, anchor: String) throws -> Planned {
    try patch(
      "package p\n\nfunc F() {\n\t\(statement)\n\tother()\n\t\(statement)\n}\n",
      with: "package p\n\n//routinex:edit\nfunc F() {\n\t//routinex:before \(anchor)\n\tINSERTED()\n}\n")
  }

  private func count(_ outcome: Planned) -> Int? {
    guard case .patched(let text?, _) = outcome else { return nil }
    return text.split(separator: "INSERTED()", omittingEmptySubsequences: false).count - 1
  }

  @Test(arguments: statements)
  func everyStatementCanBeNamed(statement: String) throws {
    #expect(count(try outcome(statement, anchor: "all \(statement)")) == 2)
    #expect(count(try outcome(statement, anchor: "#2 \(statement)")) == 1)
    guard case .problems(let list) = try outcome(statement, anchor: statement) else {
      Issue.record("one statement was found")
      return
    }
    #expect(list.count == 1 && list[0].contains("2 times"))
  }

  /// `all` may be a variable: then gofmt's spelling tells what is meant, and else the target.
  @Test(arguments: [
    ("all <- 1", "all <- 1", nil), ("<-c", "all <- c", 2), ("all <- c", "all <-c", nil), ("all *= 2", "all *= 2", nil),
    ("*p = 1", "all * p = 1", 2), ("-x", "all - x", 2), ("all - x", "all - x", nil), ("(f)(1)", "all (f)(1)", 2),
    ("all(f)(1)", "all (f)(1)", nil),
  ])
  func aVariableCalledAll(statement: String, anchor: String, matches: Int?) throws {
    #expect(count(try outcome(statement, anchor: anchor)) == matches)
  }
}
