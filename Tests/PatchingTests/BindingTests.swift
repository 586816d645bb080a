import Testing

@testable import Patching

@Suite struct BindingTests {
  /// What becomes of a patch's body in front of the target's.
  private func patched(_ target: String, _ mine: String, imports: (String, String) = ("", "")) throws -> String? {
    let outcome = try patch(
      "package p; \(imports.0)\n\n\(target)\n", with: "package p; \(imports.1)\n\n//routinex:before\n\(mine)\n")
    guard case .patched(let text?, _) = outcome else {
      Issue.record("\(outcome)")
      return nil
    }
    return withoutPositions(text).split(separator: "\n").dropFirst().joined(separator: "\n")
  }

  @Test(arguments: [
    ("func F(b int) {}", "func F(a int) { _ = a }", "func F(b int) {{ _ = b }\n}"),
    ("func F(b, a int) {}", "func F(a, b int) { _ = a - b }", "func F(b, a int) {{ _ = b - a }\n}"),
    ("func (u T) F() {}", "func (t T) F() { t.F() }", "func (u T) F() {{ u.F() }\n}"),
    (
      "func F() (e error) { return }", "func F() (err error) { err = nil }",
      "func F() (e error) {{ e = nil }\n return }"
    ),
    (
      "func F[B any](b B) {}", "func F[A any](a A) { var x A = a; _ = x }",
      "func F[B any](b B) {{ var x B = b; _ = x }\n}"
    ),
    ("func (m *M[L]) F() {}", "func (m *M[K]) F() { var k K; _ = k }", "func (m *M[L]) F() {{ var k L; _ = k }\n}"),
    // A local of the patch that has the new name.
    ("func F(b int) {}", "func F(a int) { b := a; _ = b }", "func F(b int) {{ b_1 := b; _ = b_1 }\n}"),
    (
      "func F(b int) {}", "func F(a int) { for b := range a { _ = b } }",
      "func F(b int) {{ for b_1 := range b { _ = b_1 } }\n}"
    ),
    ("func F(b, b_1 int) {}", "func F(a, _ int) { b := a; _ = b }", "func F(b, b_1 int) {{ b_2 := b; _ = b_2 }\n}"),
    // A local with a parameter's old name hides it as it did.
    (
      "func F(b int) {}", "func F(a int) { { a := a; _ = a }; _ = a }", "func F(b int) {{ { a := b; _ = a }; _ = b }\n}"
    ),
    // A name from outside that the target's parameter has.
    (
      "func F(len []int) { _ = len }", "func F(a []int) { _ = len(a) }",
      "func F(len_1 []int) {{ _ = len(len_1) }\n _ = len_1 }"
    ),
    ("func F(x int) { { x := x; _ = x } }", "func F(int) { x() }", "func F(x_1 int) {{ x() }\n { x := x_1; _ = x } }"),
    (
      "func F[T any](a T) { var _ T }", "func F[A any](A) { _ = T{} }",
      "func F[T_1 any](a T_1) {{ _ = T{} }\n var _ T_1 }"
    ),
    // Fields, methods, labels and keys of maps.
    ("func F(b int) {}", "func F(a int) { a.a = a.a.a(a) }", "func F(b int) {{ b.a = b.a.a(b) }\n}"),
    ("func F(b int) {}", "func F(a int) { _ = map[int]int{a: a} }", "func F(b int) {{ _ = map[int]int{b: b} }\n}"),
    ("func F(b int) {}", "func F(a int) { _ = T{c: a} }", "func F(b int) {{ _ = T{c: b} }\n}"),
    ("func F(b int) {}", "func F(a int) { a: for { break a } }", "func F(b int) {{ a: for { break a } }\n}"),
    (
      "func F() { a: for { break a } }", "func F() { a: for { break a } }",
      "func F() {{ a_1: for { break a_1 } }\n a: for { break a } }"
    ),
    // Names that the target lacks.
    ("func F(int) {}", "func F(a int) { _ = a }", "func F(a int) {{ _ = a }\n}"),
    ("func F(_ int, _ string) {}", "func F(a int, b string) { _ = b }", "func F(_ int, b string) {{ _ = b }\n}"),
    ("func F(int, string) {}", "func F(a int, b string) { _ = b }", "func F(_ int, b string) {{ _ = b }\n}"),
    (
      "func F() error { return nil }", "func F() (err error) { _ = err }",
      "func F() (err error) {{ _ = err }\n return nil }"
    ),
    (
      "func F() (int, error) { return f() }", "func F() (n int, err error) { _ = err }",
      "func F() (_ int, err error) {{ _ = err }\n return f() }"
    ),
    ("func (*T) F() {}", "func (t *T) F() { _ = t }", "func (t *T) F() {{ _ = t }\n}"),
    ("func F(...int) {}", "func F(a ...int) { _ = a }", "func F(a ...int) {{ _ = a }\n}"),
    ("func F(int) { a := 1; _ = a }", "func F(a int) { _ = a }", "func F(a_1 int) {{ _ = a_1 }\n a := 1; _ = a }"),
  ])
  func bodies(target: String, mine: String, result: String) throws {
    #expect(try patched(target, mine) == result)
  }

  @Test func aFieldOrTheVariable() throws {
    let outcome = try patch(
      "package p\n\nfunc F(b int) {}\n", with: "package p\n\n//routinex:before\nfunc F(a int) { _ = T{a: a} }\n")
    guard case .problems(let list) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(list.count == 1)
    #expect(list[0].hasPrefix("/patch/0.go:4:23: 'a' here may be a field or the variable"))
  }

  @Test(arguments: [
    (
      "import \"os\"", "func F() {}; var _ = os.Args", "import \"os\"", "func F() { os.Exit(1) }", "import \"os\"",
      "os.Exit(1)"
    ),
    ("import o \"os\"", "func F() {}", "import \"os\"", "func F() { os.Exit(1) }", "import o \"os\"", "o.Exit(1)"),
    (
      "import \"os\"", "func F() {}; var _ = os.Args", "import o \"os\"", "func F() { o.Exit(1) }", "import \"os\"",
      "os.Exit(1)"
    ),
    ("", "func F() {}", "import \"os\"", "func F() { os.Exit(1) }", "import os \"os\"", "os.Exit(1)"),
    (
      "import os \"x\"", "func F() {}", "import \"os\"", "func F() { os.Exit(1) }", "import os_1 \"os\"", "os_1.Exit(1)"
    ),
    ("import _ \"os\"", "func F() {}", "import \"os\"", "func F() { os.Exit(1) }", "import os \"os\"", "os.Exit(1)"),
    ("import . \"os\"", "func F() {}", "import \"os\"", "func F() { os.Exit(1) }", "import os \"os\"", "os.Exit(1)"),
    ("", "var os int; func F() {}", "import \"os\"", "func F() { os.Exit(1) }", "import os_1 \"os\"", "os_1.Exit(1)"),
    ("", "func F() {}", "import \"os\"", "func F() { var _ os.File }", "import os \"os\"", "var _ os.File"),
    (
      "import o \"os\"", "func F() {}", "import \"os\"", "func F() { var _ os.File }", "import o \"os\"", "var _ o.File"
    ),
    (
      "import \"os\"", "func F() {}", "import \"os\"", "func F() { os := x; os.y() }", "import \"os\"",
      "os := x; os.y()"
    ),
  ])
  func imports(
    theirs: String, target: String, mine: String, function: String, imported: String, body: String
  ) throws {
    let outcome = try patch(
      "package p; \(theirs)\n\n\(target)\n", with: "package p; \(mine)\n\n//routinex:before\n\(function)\n")
    guard case .patched(let text?, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    let result = withoutPositions(text)
    #expect(result.contains("; \(imported)"))
    #expect(result.contains("{ \(body) }"))
  }
}
