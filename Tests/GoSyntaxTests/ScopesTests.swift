import Bytes
@testable import GoSyntax
import Testing

/// Each text is a function, or a file's declarations with one as the first. A mark behind an identifier says what it is:
///
///     x/*+a*/   declares a
///     x/*a*/    means what a declares
///     x/*a?*/   the same, or is the name of a field
///     x/*-?*/   a name from outside, or that of a field
///     x/*!*/    is no identifier in the sense of scopes
///
/// One without a mark comes from outside of the function.
@Suite struct ScopesTests {
  @Test(arguments: [
    // Parameters, results and the body are one block.
    "func F(a/*+a*/ int, b/*+b*/ string) (c/*+c*/ error) { c/*c*/ = f(a/*a*/, b/*b*/); return c/*c*/ }",
    "func F(a/*+a*/ int) { a/*a*/, b/*+b*/ := 1, 2; _, _ = a/*a*/, b/*b*/ }",
    "func F(a/*+a*/ int) { { a/*+b*/ := a/*a*/; _ = a/*b*/ }; _ = a/*a*/ }",
    "func F(a/*+a*/, b/*+b*/ int, c/*+c*/ ...string) { _ = c/*c*/[a/*a*/:b/*b*/] }",
    "func F(int, string) { _ = int }",
    "func F(_ int, a/*+a*/ string) { _ = a/*a*/ }",
    // A parameter does not hide its own type.
    "func F(string/*+s*/ string, b/*+b*/ string) { _ = string/*s*/ }",
    // Predeclared names may be declared anew.
    "func F(nil/*+n*/ int, true/*+t*/, iota/*+i*/ int) int { if p == nil/*n*/ { return true/*t*/ + iota/*i*/ }; return nil/*n*/ }",
    "func F() { nil/*+n*/, true/*+t*/ := 1, 2; false/*+f*/ := nil/*n*/; _, _ = true/*t*/, false/*f*/ }",
    "func F() { var nil/*+n*/ = nil; _ = nil/*n*/ }",
    "func F() { _ = nil; _ = iota; return true, false }",
    // Receivers.
    "func (T/*+t*/ T) M(x/*+x*/ int) int { return T/*t*/.n/*!*/ + x/*x*/ }",
    "func (L/*+l*/ *L[K/*+K*/]) M(int/*+i*/ int) (K/*K*/, L) { _ = L/*l*/; return int/*i*/ }",
    "func F(T, func(T), int) { _ = func(T, chan int) {} }",
    "func (t/*+t*/ *T) M(a/*+a*/ int) { t/*t*/.f/*!*/ = a/*a*/; t/*t*/.M/*!*/(1) }",
    "func (t/*+t*/ *T[K/*+K*/, V/*+V*/]) M(k/*+k*/ K/*K*/) (v/*+v*/ V/*V*/) { var x/*+x*/ V/*V*/; return x/*x*/ }",
    "func (T) M() { T{}.M/*!*/() }",
    "func (t/*+t*/ T[_]) M() { _ = t/*t*/ }",
    // Type parameters.
    "func F[K/*+K*/ comparable, V/*+V*/ interface{ ~[]K/*K*/ }](m/*+m*/ map[K/*K*/]V/*V*/) { G[K/*K*/](m/*m*/) }",
    "func F[S/*+S*/ ~[]E/*E*/, E/*+E*/ any](s/*+s*/ S/*S*/) E/*E*/ { return s/*s*/[0] }",
    // Declarations reach from behind themselves to the end of their block.
    "func F() { _ = x; x/*+x*/ := x; _ = x/*x*/; if true { x/*+y*/ := x/*x*/; _ = x/*y*/ }; _ = x/*x*/ }",
    "func F() { var x/*+x*/ = x; _ = x/*x*/ }",
    "func F() { var x/*+x*/, y/*+y*/ = y, x; _, _ = x/*x*/, y/*y*/ }",
    "func F() { var ( x/*+x*/ int; y/*+y*/ = x/*x*/; ); _ = y/*y*/ }",
    "func F() { const c/*+c*/ = iota; const ( d/*+d*/ = c/*c*/ + iota; e/*+e*/; ); _, _ = d/*d*/, e/*e*/ }",
    "func F() { x/*+x*/, err/*+e*/ := f(); y/*+y*/, err/*e*/ := g(); _, _, _ = x/*x*/, y/*y*/, err/*e*/ }",
    // A type's name reaches into its own definition.
    "func F() { type t/*+t*/ struct { next/*!*/ *t/*t*/; a/*!*/ int }; var x/*+x*/ t/*t*/; _ = x/*x*/.next/*!*/ }",
    "func F() { type t/*+t*/ = int; _ = t/*t*/(1) }",
    "func F() { type i/*+i*/ interface { m/*!*/(a int) i/*i*/; E }; var x/*+x*/ i/*i*/; x/*x*/.m/*!*/(1) }",
    // if, for, switch and select open blocks of their own.
    "func F() { if x/*+x*/ := f(); x/*x*/ > 0 { g(x/*x*/) } else if y/*+y*/ := x/*x*/; y/*y*/ { h(x/*x*/) }; _ = x }",
    "func F() { for i/*+i*/ := 0; i/*i*/ < 9; i/*i*/++ { i/*+j*/ := i/*i*/; _ = i/*j*/ }; _ = i }",
    "func F(x/*+x*/ []int) { for i/*+i*/, x/*+y*/ := range x/*x*/ { _, _ = i/*i*/, x/*y*/ }; _ = x/*x*/ }",
    "func F(x/*+x*/ []int) { var i/*+i*/ int; for i/*i*/ = range x/*x*/ { _ = i/*i*/ } }",
    "func F(x/*+x*/ int) { for range x/*x*/ { x/*+y*/ := 1; _ = x/*y*/ }; _ = x/*x*/ }",
    "func F(s/*+s*/ int) { switch s/*+t*/ := s/*s*/; { case s/*t*/ > 1: s/*+u*/ := 1; _ = s/*u*/; default: _ = s/*t*/ } }",
    "func F() { switch x { case 1: y/*+y*/ := 1; _ = y/*y*/; case 2: _ = y } }",
    "func F(c/*+c*/ chan int) { select { case v/*+v*/, ok/*+o*/ := <-c/*c*/: _, _ = v/*v*/, ok/*o*/; case c/*c*/ <- v: } }",
    "func F(c/*+c*/ chan int) { var v/*+v*/ int; select { case v/*v*/ = <-c/*c*/: _ = v/*v*/; default: _ = v/*v*/ } }",
    // The symbol of a type switch stands for that of each clause.
    "func F(x/*+x*/ any) { switch x/*+y*/ := x/*x*/.(type) { case int: _ = x/*y*/; case T: _ = x/*y*/ }; _ = x/*x*/ }",
    "func F(x/*+x*/ any) { switch x/*x*/.(type) { case int: _ = x/*x*/ } }",
    "func F(x/*+x*/ any) { switch y/*+y*/ := 1; z/*+z*/ := x/*x*/.(type) { case nil: _, _ = y/*y*/, z/*z*/ } }",
    // Closures.
    "func F(a/*+a*/ int) { _ = func(b/*+b*/ int) (c/*+c*/ int) { a/*+d*/ := a/*a*/; return a/*d*/ + b/*b*/ + c/*c*/ } }",
    "func F(a/*+a*/ int) { func() { a/*a*/++ }(); defer func(a/*+b*/ int) { _ = a/*b*/ }(a/*a*/) }",
    "func F() { f/*+f*/ := func() { f() }; f/*f*/() }",
    // The names in a function's type declare nothing.
    "func F(a/*+a*/ int, f/*+f*/ func(a, b/*!*/ int) (c/*!*/ error)) { _ = a/*a*/ }",
    "func F(a/*+a*/ int) { var f/*+f*/ func(a/*!*/ int) T; _, _ = f/*f*/, a/*a*/ }",
    // Labels are names of their own.
    "func F(a/*+a*/ int) { a/*!*/: for { break a/*!*/; continue a/*!*/; goto a/*!*/; _ = a/*a*/ } }",
    // Keys of composite literals.
    "func F(a/*+a*/ int) { _ = T{a/*a?*/: a/*a*/, b/*-?*/: 1} }",
    "func F(a/*+a*/ int) { _ = map[int]T{a/*a*/: {a/*a?*/: a/*a*/}} }",
    "func F(a/*+a*/ int) { _ = []int{a/*a*/: a/*a*/}; _ = [...]int{a/*a*/: 1}; _ = [2]int{a/*a*/: 1} }",
    "func F(a/*+a*/ int) { _ = []T{{a/*a?*/: 1}, {a/*a*/}}; _ = T{a/*a*/}; _ = p.T{a/*a*/: 1} }",
    "func F(a/*+a*/ int) { _ = struct{ a/*!*/ int }{a/*!*/: a/*a*/} }",
    "func F(a/*+a*/ int) { _ = G[int]{a/*a?*/: a/*a*/}; _ = &T{b/*-?*/: &U{a/*a?*/: 1}} }",
    "func F(a/*+a*/ int) { _ = T{a/*a*/ + 1: a/*a*/, (a/*a*/): 2} }",
    // Selectors, method values and expressions.
    "func F(a/*+a*/ T) { f/*+f*/ := a/*a*/.f/*!*/; _ = T.M/*!*/; _ = (*T).M/*!*/; _ = f/*f*/; _ = a/*a*/.a/*!*/.a/*!*/ }",
    // A local hides a package and a builtin.
    "func F(url/*+u*/ string) { url/*u*/.Parse/*!*/(len(url/*u*/)); len/*+l*/ := 1; _ = len/*l*/ }",
    "func F() { var u/*+u*/ url.URL/*!*/; _ = url.Parse/*!*/(u/*u*/.String/*!*/()) }",
    // The keys of literals: fields, variables, and what only the package or an import tells.
    "func F(A/*+A*/, B/*+B*/ int) { _ = p.T{A/*A?*/: B/*B*/}; _ = map[T]T{{A/*A?*/: 1}: {B/*B?*/: A/*A*/}} }",
    "func F(a/*+a*/ int) { type t/*+t*/ struct{ a/*!*/ int }; _ = t/*t*/{a/*!*/: a/*a*/}; _ = []*t/*t*/{{a/*!*/: 1}} }",
    "func F(a/*+a*/ int) { type t/*+t*/ map[int]struct{ a/*!*/ int }; _ = t/*t*/{a/*a*/: {a/*!*/: a/*a*/}} }",
    // Conversions, assertions, instantiations, channels.
    "func F(a/*+a*/ any) { t/*+t*/ := a/*a*/.([]T); _ = []byte(t/*t*/); ch/*+c*/ := make(chan T); ch/*c*/ <- t/*t*/ }",
    // What the function is called means nothing inside.
    "func F() { F/*+f*/ := 1; _ = F/*f*/ }",
    // Another specification than a function.
    "var v = func(a/*+a*/ int) int { return a/*a*/ + v }",
    "type T[K/*+K*/ any] struct { k/*!*/ K/*K*/; t/*!*/ *T[K/*K*/] }",
  ])
  func identifiers(text: String) throws {
    let file = goFile("package p\n\n\(text)\n")
    #expect(withExtendedLifetime(file) { !file.hasError })
    let marks = Marks(file.bytes)
    let uses = Scopes.uses(in: try #require(file.declarations.first), of: file)
    for use in uses {
      let end = use.node.range.upperBound
      let actual = use.declaration.map { marks.name(of: $0) ?? "byte \($0)" } ?? "-"
      let spelling =
        use.declaration == use.node.range.lowerBound ? "+\(actual)" : use.literal != nil ? "\(actual)?" : actual
      #expect(spelling == marks.byOffset[end] ?? "-", "\(use.name.text) at \(file.position(at: end))")
    }
    let ends = Set(uses.map(\.node.range.upperBound))
    for (end, mark) in marks.byOffset where mark != "!" {
      #expect(ends.contains(end), "/*\(mark)*/ stands at no identifier")
    }
  }

  /// The comments right behind identifiers.
  private struct Marks {
    /// Their texts, by where the identifier ends.
    private(set) var byOffset: [Int: String] = [:]
    private var names: [Int: String] = [:]

    init(_ bytes: ByteString) {
      var search = 0
      while let start = bytes.firstIndex(of: ByteString("/*"), from: search),
        let end = bytes.firstIndex(of: ByteString("*/"), from: start)
      {
        let text = bytes[(start + 2)..<end].text
        byOffset[start] = text
        if text.first == "+" {
          let length = bytes[..<start].reversed().prefix(while: \.isIdentifierByte).count
          names[start - length] = String(text.dropFirst())
        }
        search = end + 2
      }
    }

    func name(of declaration: Int) -> String? { names[declaration] }
  }
}
