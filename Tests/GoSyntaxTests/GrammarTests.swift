import Testing

@testable import GoSyntax

@Suite struct GrammarTests {
  /// Another version of the grammar may call a node or a field something else.
  @Test func theGrammarHasAllThatIsAskedFor() {
    #expect(Grammar.go.lacking == [])
  }
}
