import Findings
import Foundation
import Testing

/// docs/findings.md has an entry for each finding.
@Suite struct FindingsPageTests {
  private let entries: [(id: String, text: String)]

  init() throws {
    let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: project.appendingPathComponent("docs/findings.md"), encoding: .utf8)
    entries = page.components(separatedBy: "\n### ").dropFirst().map { entry in
      let lines = entry.components(separatedBy: "\n")
      let text = lines.dropFirst().prefix { !$0.hasPrefix("## ") }.joined(separator: " ")
      return (lines[0], text.trimmingCharacters(in: .whitespaces))
    }
  }

  @Test("has every id, in the program's order") func ids() {
    #expect(entries.map(\.id) == Finding.ID.allCases.map(\.rawValue))
  }

  @Test("says of each what it is and what to do", arguments: Finding.ID.allCases) func text(id: Finding.ID) throws {
    let entry = try #require(entries.first { $0.id == id.rawValue })
    #expect(entry.text.count > 40)
    let outcome = entry.text.firstMatch(of: #/^Outcome: ([a-z]+)\./#).map { String($0.1) }
    #expect((outcome ?? "invalid") == "\(id.outcome)")
  }

  @Test("is short and ends in a full stop, in a list of all", arguments: Finding.ID.allCases) func summary(
    id: Finding.ID
  ) {
    #expect(id.summary.hasSuffix(".") && id.summary.count < 90)
  }
}
