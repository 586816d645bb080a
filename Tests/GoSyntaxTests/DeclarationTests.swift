import Bytes
@testable import GoSyntax
import Testing

@Suite struct DeclarationTests {
  /// `KIND NAME`, with the receiver's type in front of a method's name.
  private func summary(_ file: SourceFile) -> [String] {
    file.declarations.map { declaration in
      let receiver = declaration.receiverType.map { file.text($0).text + "." } ?? ""
      return "\(declaration.kind.rawValue) \(receiver)\(file.text(declaration.name).text)"
    }
  }

  @Test func kinds() {
    let file = goFile(
      """
      package p
      import "os"
      func F() {}
      func G[T any]()
      func (t T) M() {}
      type T struct{ f int }
      type A = T
      const c = 1
      var v, w int = 1, 2
      func init() {}
      func init() {}
      func _() {}
      var _ = os.Args
      """)
    #expect(
      summary(file) == [
        "function F", "function G", "method T.M", "type T", "type A", "constant c", "variable v", "variable w",
        "function init", "function init", "function _", "variable _",
      ])
  }

  @Test(arguments: [
    ("func (T) M() {}", "T"), ("func (t T) M() {}", "T"), ("func (t *T) M() {}", "T"), ("func (*T) M() {}", "T"),
    ("func (t T[K]) M() {}", "T"), ("func (t *T[K, V]) M() {}", "T"), ("func (t *T[_]) M() {}", "T"),
    ("func (t (T)) M() {}", "T"), ("func (t (*T)) M() {}", "T"), ("func (t /* c */ * /* d */ T) M() {}", "T"),
    ("func (t *T[\n\tK,\n\tV,\n]) M() {}", "T"),
  ])
  func receivers(text: String, type: String) throws {
    let file = goFile("package p\n\(text)\n")
    let declaration = try #require(file.declarations.first)
    #expect(declaration.kind == .method)
    #expect(declaration.receiverType.map { file.text($0).text } == type)
    #expect(file.text(declaration.name).text == "M")
  }

  @Test func groups() {
    let file = goFile(
      """
      package p
      const (
      \ta = iota
      \tb, c
      )
      var (
      \td int
      \te = 1
      )
      type (
      \tF struct{}
      \tG = F
      )
      var h = 1
      var ()
      """)
    #expect(
      summary(file) == [
        "constant a", "constant b", "constant c", "variable d", "variable e", "type F", "type G", "variable h",
      ])
    #expect(file.declarations.map(\.isGrouped) == [true, true, true, true, true, true, true, false])
    let c = file.declarations[2]
    #expect(file.text(c.node).text == "b, c")
    #expect(file.text(c.statement).text.hasPrefix("const ("))
    #expect(!c.isFirstOfNode)
    #expect(file.declarations[1].isFirstOfNode)
  }

  @Test func whatDocumentsWhat() {
    let file = goFile(
      """
      package p // clause

      // apart

      // first
      //go:noinline
      func F() {} // behind F
      // of G
      func G() {}

      /* block */ func H() {}
      // of the group
      var (
      \t// of a
      \t//routinex:x
      \ta int // behind a
      \tb int

      \t// apart

      \tc int
      )

      // of T
      type T int
      """)
    let comments = Dictionary(
      uniqueKeysWithValues: file.declarations.map { declaration in
        (file.text(declaration.name).text, declaration.comments.map { file.text($0).text })
      })
    #expect(comments["F"] == ["// first", "//go:noinline"])
    #expect(comments["G"] == ["// of G"])
    #expect(comments["H"] == ["/* block */"])
    #expect(comments["a"] == ["// of a", "//routinex:x"])
    #expect(comments["b"] == [])
    #expect(comments["c"] == [])
    #expect(comments["T"] == ["// of T"])
    #expect(file.commentsOfGroups.values.map { $0.map { file.text($0).text } } == [["// of the group"]])
  }

  @Test func commentsWithCarriageReturns() {
    let file = goFile("package p\r\n\r\n// one\r\n// two\r\nfunc F() {}\r\n\r\n// apart\r\n\r\nfunc G() {}\r\n")
    #expect(file.declarations.map(\.comments.count) == [2, 0])
  }

  @Test func bodies() {
    let file = goFile("package p\nfunc F() { x() }\nfunc G()\ntype T struct{}\n")
    #expect(file.declarations.map { $0.body.map { file.text($0.range).text } } == ["{ x() }", nil, nil])
    #expect(file.declarations.map(\.isFunction) == [true, true, false])
  }

  @Test(arguments: [
    ("func F() {}", "F"), ("func (t T) M() {}", "T.M"), ("func (t *T) M() {}", "(*T).M"),
    ("func (t *T[K]) M() {}", "(*T).M"), ("func (T[K]) M() {}", "T.M"), ("var v = 1", "v"),
  ])
  func spellings(text: String, spelling: String) throws {
    let file = goFile("package p\n\(text)\n")
    #expect(try #require(file.declarations.first).spelling(in: file) == spelling)
  }

  @Test func whatLiesInsideIsNotDeclaredHere() {
    let file = goFile("package p\nfunc F() {\n\ttype T int\n\tvar v int\n\tconst c = 1\n\t_ = func() {}\n}\n")
    #expect(summary(file) == ["function F"])
  }
}
