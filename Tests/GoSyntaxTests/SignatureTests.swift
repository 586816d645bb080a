import Bytes
import GoSyntax
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

  /// The grammar sees two names of one type in each.
  @Test(arguments: [("func F(int, map[string]rune)", "map[string]rune"), ("func F(int, chan bool)", "chan bool")])
  func typesThatBeginWithAKeyword(text: String, last: String) throws {
    let file = goFile("package p\n\(text)\n")
    let parameters = Signature(of: try #require(file.declarations.first), in: file).parameters
    #expect(parameters.map { file.text($0.typeRange).text } == ["int", last])
    #expect(parameters.allSatisfy { $0.name == nil })
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
