import Foundation
import Testing

@testable import Patching

/// A directive is one file and one line of a list: nothing else names its type.
@Suite struct DirectiveListTests {
  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources")

  @Test(arguments: directives.map { "\($0)" }) func isNamedInItsFileAndTheListAlone(type: String) throws {
    let enumerator = try #require(FileManager.default.enumerator(at: Self.sources, includingPropertiesForKeys: nil))
    var places: [String] = []
    // As a type: not as a member's name, nor in a string.
    let use = try Regex("(\\b(is|as\\??|any|==) |: |\\()\(type)\\b(?!\\()|\\b\(type)\\.(self|word)\\b")
    for case let file as URL in enumerator where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for line in text.components(separatedBy: "\n") where !line.trimmingCharacters(in: .whitespaces).hasPrefix("//") {
        if line.contains(type), line.contains(use) { places.append("\(file.lastPathComponent): \(line)") }
      }
    }
    #expect(places == ["Directive.swift:   \(type).self,"])
  }
}
