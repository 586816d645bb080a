import Bytes
@testable import GoSyntax
import Testing

@Suite struct SignatureTests {
  /// `NAME TYPE` of each parameter.
  private func list(_ parameters: [Parameter], _ file: SourceFile) -> [String] {
    parameters.map { parameter in
      (parameter.name.map { file.text($0).text + " " } ?? "") + (parameter.isVariadic ? "..." : "")
        + file.text(parameter.type).text
    }
  }

  @Test(arguments: [
    ("func F()", [], []),
    ("func F(a int, b string) error", ["a int", "b string"], ["error"]),
    ("func F(a, b int, c string) (n int, err error)", ["a int", "b int", "c string"], ["n int", "err error"]),
    ("func F(int, string) (int, error)", ["int", "string"], ["int", "error"]),
    ("func F(_ int, _, b string) (_ int)", ["_ int", "_ string", "b string"], ["_ int"]),
    ("func F(a ...int)", ["a ...int"], []),
    ("func F(...int)", ["...int"], []),
    ("func F(f func(a, b int) error) func() (int, error)", ["f func(a, b int) error"], ["func() (int, error)"]),
    ("func F(a int, // first\n\tb int, /* last */\n)", ["a int", "b int"], []),
    ("func F(p.T, *q.U, []r.V)", ["p.T", "*q.U", "[]r.V"], []),
    ("func F(a struct{ x, y int }) (chan<- int)", ["a struct{ x, y int }"], ["chan<- int"]),
    ("func F[K comparable, V any](m map[K]V) V", ["m map[K]V"], ["V"]),
  ])
  func parametersAndResults(text: String, parameters: [String], results: [String]) throws {
    let file = goFile("package p\n\(text)\n")
    let signature = Signature(of: try #require(file.declarations.first), in: file)
    #expect(list(signature.parameters, file) == parameters)
    #expect(list(signature.results, file) == results)
    #expect(signature.receiver == nil)
  }

  /// Types of every kind; go/parser takes none for a name and its type, wherever it stands in a list.
  static let types = [
    "int", "T", "*T", "[]T", "[2]T", "[N]T", "map[string]T", "map[p.K]T", "map[T]func(T)", "chan T", "chan *T",
    "chan (T)", "chan func(T)", "chan struct{}", "<-chan T", "chan<- T", "chan <-chan T", "func()", "func(T)",
    "func(*T)", "func(T) int", "func(a T)", "func(T, func(T))", "func(T[int])", "func((T))", "func(chan T)",
    "func(map[T]T)", "func([]T)", "func(func(T))", "func(...T)", "func(p.T)", "func(struct{})", "func(interface{})",
    "struct{}", "struct{ a, b int }", "interface{}", "interface{ M(T, func(T)) }", "p.T", "*p.T", "T[int]",
    "T[int, string]", "T[func(T)]", "T[[]int]", "p.T[int]", "(T)", "(*T)", "(func(T))",
  ]

  /// A library without reserved words sees two names of one type in `(int, map[string]rune)`, and likewise with `chan`
  /// and `func`.
  @Test func typesWithoutNames() {
    var lists: [[String]] = Self.types.flatMap { first in Self.types.map { [first, $0] } } + Self.types.map { [$0] }
    let few = [
      "int", "T", "[]T", "p.T", "T[int]", "map[string]T", "chan T", "func(T)", "func(T) int", "(T)", "struct{}",
    ]
    for first in few { for second in few { lists += few.map { [first, second, $0] } } }
    let functions = lists.map { list in
      let text = list.joined(separator: ", ")
      return "func F(\(text)) (\(text)) { _ = func(\(text), ...func(T)) {} }\n"
    }
    let file = goFile("package p\n" + functions.joined())
    #expect(!file.hasError)
    #expect(file.declarations.count == lists.count)
    for (declaration, list) in zip(file.declarations, lists) {
      let signature = Signature(of: declaration, in: file)
      for parameters in [signature.parameters, signature.results] {
        #expect(parameters.map { file.text($0.typeRange).text } == list)
        #expect(parameters.allSatisfy { $0.name == nil })
      }
      let declared = Scopes.uses(in: declaration, of: file).filter { $0.declaration == $0.node.range.lowerBound }
      #expect(declared.isEmpty, "\(list)")
    }
  }

  @Test func typesWithNames() {
    let functions = Self.types.flatMap { first in
      Self.types.map { "func F(a \(first), b, c \($0)) {}\n" }
    }
    let file = goFile("package p\n" + functions.joined())
    #expect(!file.hasError)
    for declaration in file.declarations {
      let parameters = Signature(of: declaration, in: file).parameters
      #expect(parameters.map { $0.name.map { file.text($0).text } } == ["a", "b", "c"])
    }
  }

  @Test func typeParameters() throws {
    let file = goFile("package p\nfunc F[K, L comparable, V interface{ ~int | ~string }]() {}\n")
    let signature = Signature(of: try #require(file.declarations.first), in: file)
    #expect(
      list(signature.typeParameters, file) == ["K comparable", "L comparable", "V interface{ ~int | ~string }"])
    #expect(signature.allTypeParameterNames.map { file.text($0).text } == ["K", "L", "V"])
  }

  @Test(arguments: [
    ("func (t T) M()", "t", "T", []), ("func (T) M()", nil, "T", []), ("func (_ *T) M()", "_", "*T", []),
    ("func (t *T[K, V]) M()", "t", "*T[K, V]", ["K", "V"]), ("func (T[_]) M()", nil, "T[_]", ["_"]),
  ])
  func receivers(text: String, name: String?, type: String, typeParameters: [String]) throws {
    let file = goFile("package p\n\(text)\n")
    let signature = Signature(of: try #require(file.declarations.first), in: file)
    #expect(signature.receiver?.name.map { file.text($0).text } == name)
    #expect(signature.receiver.map { file.text($0.type).text } == type)
    #expect(signature.receiverTypeParameters.map { file.text($0).text } == typeParameters)
  }

  @Test func headers() throws {
    let file = goFile("package p\nfunc (t *T) F(a int,\n\tb   string) (err error) {\n\treturn nil\n}\n\nfunc G()\n")
    #expect(
      file.declarations.map { $0.header(in: file) } == ["func (t *T) F(a int, b string) (err error)", "func G()"])
  }
}
