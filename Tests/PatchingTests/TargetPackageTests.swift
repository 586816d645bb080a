import Bytes
import Findings
import GoSyntax
import Testing

@testable import Patching

@Suite struct TargetPackageTests {
  private func package(_ files: String...) -> TargetPackage {
    TargetPackage(
      description: "p",
      files: files.enumerated().map {
        TargetPackage.File(path: ByteString("/in/\($0.offset).go"), bytes: ByteString("package p\n\n\($0.element)\n"))
      })
  }

  /// Where a lookup ends: `FILE:LINE:COLUMN`, or what it says instead.
  private func lookup(_ declaration: String, in package: TargetPackage) throws -> String {
    let file = try patchFile("package p\n\n//routinex:remove\n\(declaration)\n")
    switch package.lookup(try #require(file.patches.first)) {
    case .found(let target): return target.place.description
    case .missing: return "missing"
    case .ambiguous(let targets): return "ambiguous \(targets.map(\.place.description).joined(separator: " "))"
    case .unreadable(let source, let offset): return "unreadable \(source.place(at: offset))"
    }
  }

  @Test(arguments: [
    ("func F() {}", "/in/0.go:3:6"), ("func (t T) M() {}", "/in/1.go:3:12"), ("func (u *U) M() {}", "/in/1.go:5:16"),
    ("type T int", "/in/1.go:7:6"), ("var v = 1", "/in/1.go:9:5"), ("var w = 1", "/in/1.go:9:8"),
    ("const c = 1", "/in/2.go:4:2"), ("const d = 1", "/in/2.go:5:3"), ("func G() {}", "/in/2.go:8:8"),
    ("func H() {}", "/in/2.go:9:14"), ("type I int", "/in/2.go:10:16"), ("func (t T) N() {}", "/in/2.go:11:17"),
    ("func M() {}", "missing"), ("func (t T) F() {}", "missing"), ("func f() {}", "missing"),
    ("func local() {}", "missing"), ("func init() {}", "ambiguous /in/0.go:5:6 /in/1.go:11:6"),
  ])
  func lookups(declaration: String, place: String) throws {
    let package = package(
      "func F() { local := M; _ = local }\n\nfunc init() {}",
      "func (t T) M() {}\n\nfunc (u *U[K]) M() {}\n\ntype T struct{}\n\nvar v, w = F, 2\n\nfunc init() {}",
      "const (\n\tc = 1\n\t\td = 2\n)\n\nfunc\t\t G() {}\nfunc /* c */ H() {}\ntype /* I */ (\tI int )\nfunc (t T) /**/ N() {}"
        .replacing(" )\nfunc (t T)", with: "; )\nfunc (t T)"))
    #expect(try lookup(declaration, in: package) == place)
  }

  @Test(arguments: [
    ("func F() {}", "/in/0.go:3:6"), ("func (x T) M() {}", "unreadable /in/0.go:5:1"),
    ("func Gone() {}", "missing"), ("func P() {}", "unreadable /in/0.go:5:15"),
  ])
  func filesThatTheGrammarCannotRead(declaration: String, place: String) throws {
    let package = package("func F() {}\n\nfunc (x T) M(P int?) {}")
    #expect(try lookup(declaration, in: package).hasPrefix(place.prefix(20)))
  }

  @Test func aFileIsParsedOnce() {
    let package = package("func F() {}")
    #expect(package.source(at: 0) === package.source(at: 0))
  }

  @Test(arguments: [
    ("func Clos() {}", ["Close", "Clone"]), ("func (t *T) Clos() {}", ["(*T).Close"]),
    ("func (u U) Close() {}", ["(*T).Close", "Close"]),
    ("func nothing() {}", []), ("type close int", ["Close", "Clone"]),
  ])
  func nearestNames(declaration: String, names: [String]) throws {
    let package = package("func Close() {}\n\nfunc Clone() {}\n\nfunc (t *T) Close() {}\n\nfunc (t *T) Frob() {}")
    let file = try patchFile("package p\n\n//routinex:remove\n\(declaration)\n")
    let patch = try #require(file.patches.first)
    #expect(package.nearest(to: patch).map(\.name) == names)
  }
}

@Suite struct DeclarationSearchTests {
  @Test(arguments: [
    ("func F() {}", Declaration.Kind.function, true, true), ("func  F()", .function, false, true),
    ("func\tF()", .function, false, true), ("func /**/ F()", .function, false, true),
    ("func\nF()", .function, false, true),
    ("x := F()", .function, false, true), ("func FF()", .function, false, false),
    ("func aF()", .function, false, false),
    ("func F1()", .function, false, false), ("func F_()", .function, false, false),
    ("func éF()", .function, false, false),
    ("func (t T) F()", .method, true, true), ("func (t T)F()", .method, false, true),
    ("func F()", .method, false, true),
    ("type F int", .type, true, true), ("type (\n\tF int\n)", .type, true, true),
    ("type ( F int )", .type, false, true),
    ("var F int", .variable, true, true), ("const F = 1", .constant, true, true),
    ("var a, F int", .variable, true, true),
    ("var (\n\tF int\n)", .variable, true, true), ("var (\n\t\tF int\n)", .variable, true, true),
    ("F", .function, false, true),
    ("", .function, false, false),
  ])
  func mayDeclare(text: String, kind: Declaration.Kind, likely: Bool, atAll: Bool) {
    let bytes = ByteString(text)
    for (isLikely, expected) in [(true, likely), (false, atAll)] {
      let places = DeclarationSearch.places(of: ByteString("F"), kind, in: bytes, likely: isLikely)
      #expect(places.isEmpty == !expected)
      let index = NameIndex(of: [ByteString("F"), ByteString("longer")], in: [[], bytes])
      let indexed = DeclarationSearch.places(
        among: index.places(of: ByteString("F"), in: 1), kind, in: bytes, likely: isLikely,
        hasTypeGroup: index.hasTypeGroup[1], limit: .max)
      #expect(indexed == places)
    }
  }
}
