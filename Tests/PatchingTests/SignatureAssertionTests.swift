import Testing

@testable import Patching

@Suite struct SignatureAssertionTests {
  /// Whether `func F<patch>` may patch `func F<target>`.
  private func accepts(_ mine: String, _ theirs: String, imports: (String, String)) throws -> Bool {
    let head = { (imports: String) in "package p\n\n\(imports)\n\n" }
    let outcome = try patch(
      head(imports.1) + "func \(theirs) { panic(1) }\n", with: head(imports.0) + "//routinex:before\nfunc \(mine) {}\n")
    switch outcome {
    case .patched: return true
    case .problems(let list):
      #expect(list.count == 1)
      #expect(list[0].contains("has drifted"))
      return false
    case .unreadable:
      Issue.record("unreadable")
      return false
    }
  }

  static let equal: [(String, String)] = [
    ("F()", "F()"), ("F(a int)", "F(b int)"), ("F(a int)", "F(int)"), ("F(a int, b int)", "F(a, b int)"),
    ("F(_ int)", "F(a int)"), ("F() error", "F() (err error)"), ("F() (error)", "F() error"),
    ("F() (a, b int)", "F() (int, int)"), ("F(a interface{})", "F(a any)"), ("F(a ...any)", "F(a ...interface{ })"),
    ("F(a int)", "F(\n\ta   int, // the first\n)"), ("F(a map[string]*T)", "F(a map[string] * T)"),
    ("F(f func(a int) error)", "F(f func(b int) error)"),
    ("F(f func(a, b int))", "F(f func(int, int))"),
    ("F(a struct{ x int; y string })", "F(a struct {\n\tx int\n\ty string\n})"),
    ("F[K comparable, V any](m map[K]V) V", "F[A comparable, B any](m map[A]B) B"),
    ("F[K, L any](K, L)", "F[K any, L any](K, L)"), ("(t T) F()", "(T) F()"), ("(t *T) F()", "(x *T) F()"),
    ("(t *T[K, V]) F(k K) V", "(t *T[A, B]) F(A) B"), ("F(a []byte)", "F(/* c */ a []byte)"),
    ("F(c <-chan int)", "F(c <- chan int)"), ("F(a [4]int)", "F(a [ 4 ]int)"),
    ("F(a T, f func(*T), c chan T, m map[T]T)", "F(T, func(*T), chan T, map[T]T)"),
    ("F(f func(a T, g func(T)) (b T, c chan T))", "F(func(T, func(T)) (T, chan T))"),
    ("F(s struct{ f func(a T, g func(T)) })", "F(struct{ f func(T, func(T)) })"),
    ("F(i interface{ M(a T, g func(T)) (b T, m map[T]T) })", "F(interface{ M(T, func(T)) (T, map[T]T) })"),
    ("F() (a T, f func(T))", "F() (T, func(T))"), ("(t T) F(a T, f func(T))", "(T) F(T, func(T))"),
    ("F(a T, f func(b T))", "F(T, func(T))"), ("F(a T, f func(b ...T))", "F(T, func(...T))"),
  ]

  static let unequal: [(String, String)] = [
    ("F(a int)", "F()"), ("F()", "F(a int)"), ("F(a int)", "F(a uint)"), ("F(a int)", "F(a *int)"),
    ("F(a int, b string)", "F(b string, a int)"), ("F(a []int)", "F(a ...int)"), ("F() int", "F()"),
    ("F() error", "F() (error, error)"), ("F(a int) int", "F(a, b int)"), ("(t T) F()", "(t *T) F()"),
    ("F(c <-chan int)", "F(c chan<- int)"), ("F(c chan int)", "F(c <-chan int)"), ("F(a [4]int)", "F(a [5]int)"),
    ("F(f func(int))", "F(f func(int) int)"), ("F(f func(int, int))", "F(f func(int))"),
    ("F(a any)", "F(a interface{ M() })"), ("F(a map[string]int)", "F(a map[int]string)"),
    ("F(a struct{ x int })", "F(a struct{ y int })"), ("F(a struct{ x int })", "F(a struct{ x int `t` })"),
    ("F[K any](k K)", "F[K comparable](k K)"), ("F[K, V any](a K)", "F[K, V any](a V)"), ("F[K any]()", "F()"),
    ("F[K any](k K)", "F[T any](k K)"), ("F(a T)", "F(a U)"),
    ("F(T, func(T))", "F(T, func(*T))"), ("F(T, func(T))", "F(T, T)"), ("F(T, func(T))", "F(T, chan T)"),
    ("F(T, func(T))", "F(func(T), T)"), ("F(T, func(T))", "F(T, func(T) T)"),
  ]

  @Test(arguments: equal)
  func equalSignatures(mine: String, theirs: String) throws {
    #expect(try accepts(mine, theirs, imports: ("", "")))
    #expect(try accepts(theirs, mine, imports: ("", "")))
  }

  @Test(arguments: unequal)
  func unequalSignatures(mine: String, theirs: String) throws {
    #expect(try !accepts(mine, theirs, imports: ("", "")))
    #expect(try !accepts(theirs, mine, imports: ("", "")))
  }

  @Test(arguments: [
    ("import \"net/http\"", "import \"net/http\"", true), ("import http \"net/http\"", "import \"net/http\"", true),
    ("import \"example.com/http\"", "import \"net/http\"", false),
    ("import http \"example.com/x\"", "import http \"net/http\"", false),
    ("import \"example.com/http/v2\"", "import http \"example.com/http/v2\"", true),
  ])
  func packagesAreComparedByPath(mine: String, theirs: String, isEqual: Bool) throws {
    #expect(try accepts("F(r *http.Request)", "F(r *http.Request)", imports: (mine, theirs)) == isEqual)
  }

  @Test func packagesUnderOtherNames() throws {
    #expect(
      try accepts(
        "F(r *http.Request)", "F(r *h.Request)", imports: ("import \"net/http\"", "import h \"net/http\"")))
  }

  @Test func theMessageShowsBoth() throws {
    let outcome = try patch(
      "package p\n\nfunc F(a int,\n\tb string) error {\n\treturn nil\n}\n",
      with: "package p\n\n//routinex:before\nfunc F(a int) error { println() }\n")
    #expect(
      outcome
        == .problems([
          """
          /patch/0.go:4:6: the signature of F has drifted; write the target's, or limit this file with //go:build
          \tpatch:  func F(a int) error
          \t                    ^
          \ttarget: func F(a int, b string) error (/in/p.go:3:6)
          \t                        ^^^^^^
          """
        ]))
  }
}
