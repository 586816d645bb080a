import Findings
import Testing

@testable import Patching

@Suite struct ConflictsTests {
  private func find(_ texts: String...) throws -> [String] {
    let files = try texts.enumerated().map { try patchFile("package p\n\n\($0.element)\n", name: "\($0.offset).go") }
    return Conflicts.find(among: files).map(\.text)
  }

  @Test func oneAddedNameTwice() throws {
    #expect(
      try find("func F() {}", "var F = 1") == [
        "/patch/1.go:3:5: F is already added at /patch/0.go:3:6; rename one of the two"
      ])
    #expect(try find("func (t T) M() {}", "func (t T) M() {}").count == 1)
  }

  @Test func namesThatMayStandTwice() throws {
    #expect(
      try find("func init() {}\n\nvar _ = 1", "func init() {}\n\nvar _ = 2\n\nfunc (t T) M() {}\n\nfunc (u U) M() {}")
        .isEmpty)
  }

  @Test(arguments: [
    ("replace", "replace", true), ("replace", "remove", true), ("remove", "before", true), ("before", "remove", true),
    ("replace", "before", false), ("before", "before", false), ("before", "after", false), ("wrap", "replace", false),
  ])
  func directivesOfOneTarget(first: String, second: String, conflict: Bool) throws {
    let found = try find(
      "//routinex:\(first)\nfunc F() { println() }", "//routinex:\(second)\nfunc F() { println() }")
    #expect(found.isEmpty == !conflict)
    if conflict {
      #expect(
        found == [
          "/patch/1.go:4:6: //routinex:\(second) of F conflicts with //routinex:\(first) of it at /patch/0.go:4:6; "
            + "remove one of the two"
        ])
    }
  }
}
