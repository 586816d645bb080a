import Bytes
import Foundation
import GoSyntax
import Testing

@testable import Patching

/// Plans take time in proportion to the text, however much there is of one thing.
@Suite(.serialized) struct PlanningTimeTests {
  enum Much: CaseIterable {
    case lineDirectives, parameters, wrappedParameters, parametersByName, driftedParameters
    case patchImports, addedImports, patchedFunctions, replacedFunctions, removedFunctions, addedFunctions
    case missingFunctions, calledFunctions, toldFunctions, literals, literalTypes, anchors, repeatedAnchor, labels
    case locals, scopes, fields, constants, names, embeds, selectedFunctions, selectedBody

    /// A target and a patch with so many of it.
    func texts(_ count: Int) -> (target: String, patch: String) {
      func all(_ text: (Int) -> String) -> String { (0..<count).map(text).joined() }
      func list(_ text: (Int) -> String) -> String { (0..<count).map(text).joined(separator: ", ") }
      let empty = "func F() {\n}\n"
      let imports = "import (\n\(all { "\t\"a/p\($0)\"\n" }))\n\n"
      let uses = "{\n\(all { "\tp\($0).X()\n" })}\n"
      let functions = all { "func F\($0)() {\n}\n\n" }
      func patches(_ word: String) -> String { all { "//routinex:\(word)\nfunc F\($0)() {\n\t_ = 1\n}\n\n" } }
      switch self {
      case .lineDirectives:
        return ("func F() {\n\(all { "//line x.go:\($0 + 1)\n\t_ = 1\n" })}\n", "//routinex:before\n\(empty)")
      case .parameters:
        return (
          "func F(\(list { "a\($0) int" })) {}\n",
          "//routinex:before\nfunc F(\(list { "b\($0) int" })) {\n\(all { "\t_ = b\($0)\n" })}\n"
        )
      case .wrappedParameters:
        let header = "func F(\(list { "a\($0) int" }))"
        return ("\(header) {}\n", "//routinex:wrap\n\(header) {\n\toriginal(\(list { "a\($0)" }))\n}\n")
      case .parametersByName:
        let header = "func F(\(list { "a\($0) int" }))"
        return ("\(header) {}\n", "//routinex:before\n//routinex:by-name\n\(header) {\n\(all { "\t_ = a\($0)\n" })}\n")
      case .driftedParameters:
        return ("func F(\(list { _ in "int" })) {}\n", "//routinex:before\nfunc F(\(list { _ in "string" })) {}\n")
      case .patchImports: return (empty, "\(imports)//routinex:before\nfunc F() \(uses)")
      case .addedImports: return (empty, "\(imports)func G() \(uses)")
      case .patchedFunctions: return (functions, patches("before"))
      case .replacedFunctions: return (functions, patches("replace"))
      case .removedFunctions: return (functions, patches("remove"))
      case .addedFunctions: return (functions, all { "func G\($0)() {\n\t_ = 1\n}\n\n" })
      case .missingFunctions: return (all { "func G\($0)() {\n}\n\n" }, patches("before"))
      case .calledFunctions:
        return (
          "import \"net/http\"\n\nfunc F() {\n\(all { "\thttp.G\($0)()\n" })}\n",
          all { "//routinex:calls net/http.G\($0)\nfunc G\($0)() {\n}\n\n" }
        )
      case .toldFunctions:
        return (
          "import (\n\t\"context\"\n\t\"net/http\"\n)\n\nfunc F(ctx context.Context) {\n"
            + "\(all { "\tx\($0) := ctx\n\thttp.G\($0)(x\($0))\n" })}\n",
          "import \"context\"\n\n"
            + all { "//routinex:calls net/http.G\($0)\nfunc G\($0)(x any, c context.Context) {\n}\n\n" }
        )
      case .literals:
        return (
          "type T struct{}\n\nvar a = []T{\n\(all { _ in "\t{},\n" })}\n\n"
            + "func F() {\n\(all { "\tx\($0) := &T{}\n" })}\n",
          "//routinex:literal T\nfunc lit(t *T) *T {\n\treturn t\n}\n"
        )
      case .literalTypes:
        return (
          all { "type T\($0) struct{}\n\nvar v\($0) = T\($0){}\n\n" },
          all { "//routinex:literal T\($0)\nfunc f\($0)(t T\($0)) T\($0) {\n\treturn t\n}\n\n" }
        )
      case .anchors:
        return (
          "func F() {\n\(all { "\tf\($0)()\n" })}\n",
          "//routinex:edit\nfunc F() {\n\(all { "\t//routinex:before f\($0)()\n\t_ = 1\n" })}\n"
        )
      case .repeatedAnchor:
        return (
          "func F() {\n\(all { _ in "\tg(); " })}\n",
          "//routinex:edit\nfunc F() {\n\t//routinex:after all g()\n\t_ = 1\n}\n"
        )
      case .labels:
        return (
          "func F() {\n\(all { "l\($0):\n\tfor {\n\t\tbreak l\($0)\n\t}\n" })}\n",
          "//routinex:edit\nfunc F() {\n\t//routinex:before #1 break l0\n\t_ = 1\n\(all { "m\($0):\n\tgoto m\($0)\n" })}\n"
        )
      case .locals:
        return (
          "func F() {\n\(all { _ in "\t{ x := 1 }\n" })\tg()\n}\n",
          "//routinex:edit\nfunc F() {\n\t//routinex:before g()\n\(all { _ in "\t{ x := 1 }\n" })}\n"
        )
      case .scopes:
        return (
          "func F() {\n\(all { "\tx\($0) := 1\n\t{ y := x\($0) }\n" })}\n",
          "//routinex:replace\nfunc F() {\n\(all { "\tx\($0) := 1\n\t{ y := x\($0) }\n" })}\n"
        )
      case .fields:
        return (
          "type T struct {\n\(all { "\tf\($0) int\n" })}\n",
          "//routinex:extend\ntype T struct {\n\(all { "\tg\($0) int\n" })}\n"
        )
      case .constants:
        return ("const (\n\tA = iota\n\(all { "\tC\($0)\n" }))\n", all { "//routinex:replace\nconst C\($0) = 1\n\n" })
      case .embeds:
        return (
          all { "//go:embed x\nvar v\($0) string\n\n" }, all { "//routinex:replace\nvar v\($0) = \"\"\n\n" }
        )
      case .selectedFunctions:
        return (
          all { "func F\($0)(int) {\n\tx := 1\n\t_ = x\n}\n\n" },
          "//routinex:each F*\n//routinex:wrap\nfunc _(x int) {\n\toriginal()\n\t_ = x\n}\n"
        )
      case .selectedBody:
        return (
          "func F(int) {\n\(all { "\tx\($0) := 1\n\t_ = x\($0)\n" })}\n",
          "//routinex:each F\n//routinex:before\nfunc _(x int) {\n\t_ = x\n\(all { "\ty\($0) := 1\n\t_ = y\($0)\n" })}\n"
        )
      case .names:
        return (
          "var \(list { "v\($0)" }) = \(list { _ in "1" })\n", all { "//routinex:replace\nvar v\($0) = 2\n\n" }
        )
      }
    }

    /// The processor's time in nanoseconds: of the clock on the wall, other work on the machine takes its share.
    func time(_ count: Int) throws -> Double {
      func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
      }
      let texts = texts(count)
      let start = now()
      _ = try patch("package p\n\n\(texts.target)", with: "package p\n\n\(texts.patch)", isExpected: true)
      return now() - start
    }
  }

  /// Four times as much takes 4 times as long where time is in proportion, and 16 times where it is quadratic.
  @Test(arguments: Much.allCases)
  func growth(much: Much) throws {
    // Other work on the machine may be in the way, in its caches and its memory.
    var ratios: [Double] = []
    while ratios.count < 4, ratios.last ?? 9 >= 9 { ratios.append(try much.time(800) / much.time(200)) }
    #expect(ratios.last ?? 9 < 9, "\(ratios)")
  }

  @Test func aTypeThatDoublesWithEachLevel() throws {
    let type = String(repeating: "func(a, b ", count: 60) + "int" + String(repeating: ")", count: 60)
    let outcome = try patch(
      "package p\n\nfunc F(x \(type)) {}\n", with: "package p\n\n//routinex:before\nfunc F(y \(type)) {\n\t_ = y\n}\n")
    guard case .patched = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }

  /// Names of one type count each by themselves.
  @Test(arguments: [
    ("a, b int", "a int, b int", true), ("a, b, c int", "int, int, int", true), ("a, b int", "int, int, int", false),
    ("f func(a, b int, c string)", "f func(int, int, string)", true), ("a, b int", "a int", false),
    ("f func(a, b func(c, d int))", "f func(func(int, int), func(e, f int))", true),
    ("f func(a, b func(c, d int))", "f func(func(int, int), func(int))", false),
    ("a, b []int", "a []int, b ...int", false),
    ("f func(int, int, string, int)", "f func(int, string, int, int)", false),
  ])
  func equalParameters(target: String, patched: String, isSame: Bool) throws {
    let outcome = try patch(
      "package p\n\nfunc F(\(target)) {}\n", with: "package p\n\n//routinex:before\nfunc F(\(patched)) {\n}\n")
    guard case .patched = outcome else { return #expect(!isSame) }
    #expect(isSame)
  }
}
