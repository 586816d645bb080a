import Bytes
import Testing
import GoPackages

@Suite struct ModuleFileTests {
  private func statements(_ text: String) -> [String] {
    ModuleFile.statements(of: ByteString(text)).map { $0.map(\.text).joined(separator: "|") }
  }

  @Test func everyStatementHasItsVerb() {
    let text = """
      // Of the module.
      module example.com/m // why

      go 1.21
      require example.com/a v1.0.0
      require ( // several
      \texample.com/b v1.1.0 // indirect

      \t// none
      \texample.com/c v1.2.0
      )
      replace example.com/a v1.0.0 => "../a"
      replace (
      \t`example.com/b` => example.com/fork v1.9.0
      )
      use .
      """
    #expect(
      statements(text) == [
        "module|example.com/m", "go|1.21", "require|example.com/a|v1.0.0", "require|example.com/b|v1.1.0",
        "require|example.com/c|v1.2.0", "replace|example.com/a|v1.0.0|=>|../a",
        "replace|example.com/b|=>|example.com/fork|v1.9.0", "use|.",
      ])
  }

  @Test(arguments: ["", "\n\n", ")", "(", "require (", "\"", "// only"])
  func whatIsNoStatementIsNoTrap(text: String) { _ = statements(text) }
}
