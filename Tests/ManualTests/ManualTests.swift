import Foundation
import Testing
import Toolchains

/// docs/manual.md, the author's manual, and Patches/README.md, the guide to the sets: what they show is what happens.
@Suite("docs/manual.md, Patches/README.md", .serialized, .timed)
struct ManualTests {
  @Test("the pages have the form that the comment at the top of the manual describes")
  func form() {
    #expect(Page.current.problems == [])
    let headings = Page.current.examples.map(\.heading)
    #expect(headings.count >= 30)
    #expect(Set(headings).count == headings.count, "two examples have one heading")
  }

  @Test("the examples", .enabled(if: Setup.problem == nil), .timeLimit(.minutes(5)), arguments: Page.current.examples)
  func example(_ example: Example) throws {
    let expected = try #require(example.expected)
    let result = try Workshop.shared.get().run(example)
    #expect(
      matches(result.text, expected.text) && result.isSuccess == example.isOutput,
      """
      The page shows this \(expected.ending.rawValue):
      \(expected.text)
      and this is what comes, with \(result.isSuccess ? "success" : "failure"):
      \(result.text)
      """)
  }

  @Test("the Go of the examples is as gofmt writes it", .enabled(if: Setup.problem == nil))
  func format() throws {
    #expect(try Workshop.shared.get().unformatted() == "")
  }

  @Test("every directive has an example that works", arguments: try words())
  func directive(_ word: String) {
    let line = "//routinex:" + word
    let isShown = Page.current.examples.filter(\.isOutput).flatMap(\.files).contains { file in
      file.text.split(separator: "\n").contains { text in
        let text = text.drop { $0 == "\t" }
        return text == line || text.hasPrefix(line + " ")
      }
    }
    #expect(isShown, "no example with an output holds \(line)")
  }

  /// Whether the text is the page's, in which `…` stands for anything.
  private func matches(_ text: String, _ shown: String) -> Bool {
    let literals = shown.components(separatedBy: "…").map(NSRegularExpression.escapedPattern)
    let pattern = literals.joined(separator: ".*")
    return text.range(of: "(?s)\\A\(pattern)\\z", options: .regularExpression) != nil
  }

  /// What may follow `//routinex:`, as the sources of Patching say it.
  static func words() throws -> [String] {
    let folder = Setup.project + "/Sources/Patching"
    func source(_ path: String) throws -> String { try String(contentsOfFile: folder + "/" + path, encoding: .utf8) }
    func all(_ regex: Regex<(Substring, Substring)>, in text: String) throws -> [String] {
      let found = text.matches(of: regex).map { String($0.1) }
      return try #require(found.isEmpty ? nil : found, "Sources/Patching no longer has its words where this looks")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/Directives").sorted()
    let directives = try files.flatMap {
      try all(/static let word: StaticString = "([a-z-]+)"/, in: source("Directives/" + $0))
    }
    let modifiers = try #require(try source("Directive.swift").firstMatch(of: /(?s)enum Modifier: String.*?\n}/)).output
    let qualifiers = try all(/case (?:\w+ = ")?([a-z-]+)"?\n/, in: String(modifiers))
    let ofFiles = try all(/word\.equals\("([a-z-]+)"\)/, in: source("FileDirectives.swift"))
    let fileVerbs = try all(/words\[0\]\.equals\("([a-z-]+)"\)/, in: source("FileDirectives.swift"))
    return directives + qualifiers + ofFiles + fileVerbs.map { "file " + $0 } + ["before #2", "after all"]
  }
}
