import Bytes
import Testing

@testable import Patching

/// Bodies of functions that patterns select are parsed only where something in them may concern a patch.
@Suite struct OutlineTests {
  struct Case: CustomTestStringConvertible {
    let target: String
    let patch: String
    var imports = ""
    let needsBody: Bool

    var testDescription: String { "\(target) | \(patch)" }

    /// - Parameter statement: stands at the end of the target's body.
    func planned(_ statement: String = "", isExpected: Bool) throws -> Planned {
      let body = target.dropLast(2) + statement + "\n}"
      let text = "package p\n\n\(patch.contains("log.") ? OutlineTests.log : "")//routinex:each F\n\(patch)\n"
      return try PatchingTests.patch("package p\n\n\(imports)\(body)\n", with: text, isExpected: isExpected)
    }
  }

  static let log = "import \"log\"\n\n"

  static let cases = [
    // What the patch binds has the target's name.
    Case(
      target: "func F(a int) error {\n\tb := a\n\t_ = b\n\treturn nil\n}",
      patch: "//routinex:before\nfunc _(n int) {\n\t_ = n\n}", needsBody: false),
    // A parameter gets a name that the body has no use for, and one that it has.
    Case(
      target: "func F(int) {\n\tm := 1\n\t_ = m\n}", patch: "//routinex:before\nfunc _(n int) {\n\t_ = n\n}",
      needsBody: false),
    Case(
      target: "func F(int) {\n\tn := 1\n\t_ = n\n}", patch: "//routinex:before\nfunc _(n int) {\n\t_ = n\n}",
      needsBody: true),
    // A parameter makes room.
    Case(
      target: "func F(println int) {\n\t_ = println\n}", patch: "//routinex:before\nfunc _() {\n\tprintln(1)\n}",
      needsBody: true),
    // A package, which a local may hide.
    Case(
      target: "func F() {\n\tlog.Print(1)\n}", patch: "//routinex:before\nfunc _() {\n\tlog.Print(2)\n}", imports: log,
      needsBody: false),
    Case(
      target: "func F() {\n\tlog := 1\n\t_ = log\n}", patch: "//routinex:after\nfunc _() {\n\tlog.Print(2)\n}",
      needsBody: true),
    Case(
      target: "func F() {\n\t_ = func(log ...int) {}\n}", patch: "//routinex:after\nfunc _() {\n\tlog.Print(2)\n}",
      needsBody: true),
    // What a wrapper cannot wrap, and the name that it makes up.
    Case(
      target: "func F() (n int) {\n\treturn 1\n}", patch: "//routinex:wrap\nfunc _() (m int) {\n\toriginal()\n}",
      needsBody: false),
    Case(
      target: "func F() {\n\tdefer func() { _ = recover() }()\n}",
      patch: "//routinex:wrap\nfunc _() {\n\toriginal()\n}", needsBody: true),
    Case(
      target: "func F() {\n\toriginal_1 := 1\n\t_ = original_1\n}",
      patch: "//routinex:wrap\nfunc _() {\n\toriginal()\n}", needsBody: true),
    // A label.
    Case(
      target: "func F() {\n\tfor {\n\t}\n}",
      patch: "//routinex:before\nfunc _() {\nl:\n\tfor {\n\t\tbreak l\n\t}\n}", needsBody: true),
    // Braces in front of the body.
    Case(
      target: "func F(a struct{ b int }) (c interface{ d() }) {\n\treturn nil\n}",
      patch: "//routinex:before\nfunc _() (c interface{ d() }) {\n\t_ = c\n}", needsBody: false),
  ]

  @Test(arguments: cases)
  func aPlanDoesNotDependOnWhatIsParsed(of item: Case) throws {
    let planned = try item.planned(isExpected: true)
    guard case .patched(let text?, _) = planned else {
      Issue.record("\(planned)")
      return
    }
    #expect(text.contains("/in/p.go"))
    #expect(try item.planned(isExpected: false) == planned)
  }

  /// Where the body counts, Go that is not known there is in the way.
  @Test(arguments: cases)
  func onlyWhatCountsIsParsed(of item: Case) throws {
    guard case .patched(let text, _) = try item.planned("\tx := := 1", isExpected: true) else {
      Issue.record("refused")
      return
    }
    #expect((text == nil) == item.needsBody, "\(text ?? "")")
  }
}
