import Bytes
import Entry
import Foundation
import Host

@testable import Commands

/// What makes text for others to read: a file `old` and a file `new` for the difference between them, and `text`, which
/// stands in for paths and command lines.
extension FuzzTarget {
  static let presenters = FuzzTarget(
    name: "presenters",
    pieces: [
      "-- old --\n", "-- new --\n", "-- text --\n", "a\n", "b\n", "\n", "}\n", "\tx\n",
      "\\ No newline at end of file\n",
      "--- a\n", "+++ b\n", "@@ -1 +1 @@\n", "<", ">", "&", "\"", "'", "</script>", "<script>alert(1)</script>", "&lt;",
      "\u{600}<", "\u{301}", "<\u{301}", "\"\u{301}", "\\", "\\u003c", "\u{1b}[31m", "\u{0}", "\u{2028}", "\u{7f}",
      "\u{9b}",
      "\u{202e}", "\r", "\t", "é", "\u{1f468}\u{200d}\u{1f469}", "]]>", "<!--", "-->",
    ]
  ) { (input) throws(Defect) in
    let archive = Archive(input)
    try checkDiff(archive["old"] ?? [], archive["new"] ?? [])
    let text = archive["text"] ?? []
    try checkJSON(text)
    try checkPage(text)
  }

  // MARK: Differences

  private static func checkDiff(_ old: ByteString, _ new: ByteString) throws(Defect) {
    for context in [0, 3] {
      let diff = UnifiedDiff.between(
        old, new, oldName: ByteString("a/p.go"), newName: ByteString("b/p.go"), context: context)
      try require(diff.isEmpty == (old == new), "a difference is empty, or equal texts have one")
      if diff.isEmpty { continue }
      try require(
        apply(diff, to: old) == new, "the difference does not make the new text of the old one: \(shown(diff))")
    }
  }

  /// What patch(1) makes of a text, by the numbers in the hunks' headers; nil where the text is not what they say.
  private static func apply(_ diff: ByteString, to old: ByteString) -> ByteString? {
    let oldLines = old.withEnds
    var result: ByteString = []
    var next = 0
    var lines = diff.withEnds.dropFirst(2)
    while let header = lines.popFirst() {
      let words = header.split(separator: ASCII.space)
      guard words.count == 4, words[0].equals("@@"), let (start, count) = numbers(words[1]) else { return nil }
      let first = count == 0 ? start : start - 1
      guard first >= next, first + count <= oldLines.count else { return nil }
      result += oldLines[next..<first].joined()
      next = first
      var (removed, added) = (count, numbers(words[2])?.count ?? 0)
      while removed > 0 || added > 0 {
        guard var line = lines.popFirst(), let mark = line.popFirst() else { return nil }
        if lines.first?.hasPrefix("\\ ") == true {
          lines.removeFirst()
          line.removeLast()
        }
        if mark != UInt8(ascii: "+") {
          guard next < oldLines.count, oldLines[next].equals(line) else { return nil }
          next += 1
          removed -= 1
        }
        if mark != ASCII.dash {
          result += line
          added -= 1
        }
      }
    }
    return result + oldLines[next...].joined()
  }

  private static func numbers(_ range: ArraySlice<UInt8>) -> (start: Int, count: Int)? {
    let parts = range.dropFirst().split(separator: ASCII.comma)
    guard let start = parts.first.flatMap({ Int($0.text) }) else { return nil }
    return (start, parts.count > 1 ? Int(parts[1].text) ?? 0 : 1)
  }

  // MARK: JSON and HTML

  private static func checkJSON(_ text: ByteString) throws(Defect) {
    let value = JSON.object([(text.text, .array([.text(text), .null, .number(text.count)]))])
    for encoded in [value.text, value.compact] {
      let read = try? JSONSerialization.jsonObject(with: Data(encoded.utf8)) as? [String: [Any]]
      let (key, list) = (read?.first?.key, read?.first?.value)
      try require(
        key.map { ByteString($0) } == ByteString(text.text)
          && (list?.first as? String).map { ByteString($0) } == ByteString(text.text),
        "\(shown(text)) is written as JSON that reads otherwise: \(encoded)")
    }
    try require(!value.compact.utf8.contains(UInt8(ascii: "<")), "JSON for a script holds '<': \(value.compact)")
  }

  /// A text that comes from outside adds no markup to the page. Data between tags may hold the byte that ends one, the page's
  /// title may not.
  private static func checkPage(_ text: ByteString) throws(Defect) {
    try require(
      markup(in: page(with: text)) == plainMarkup, "\(shown(text)) puts markup into the page of explain --html")
  }

  private static let plainMarkup = markup(in: page(with: ByteString("x")))

  private static func markup(in page: ByteString) -> [Int] {
    let title = page.firstIndex(of: ByteString("</h1>")).map { page[..<$0] } ?? []
    return [page.count { $0 == UInt8(ascii: "<") }, title.count { $0 == UInt8(ascii: ">") }]
  }

  private static func page(with text: ByteString) -> ByteString {
    var record = ProcessRecord()
    (record.start, record.end, record.tool, record.package) = (1, 2, text, text)
    (record.arguments, record.notes, record.answer) = ([text], [text], text)
    return Page.file(
      for: Explanation(
        command: [ByteString("go"), text], patchSets: text.text, start: 0, end: 3, records: [record], graph: nil))
  }
}

extension ByteString {
  /// The lines with their ends.
  fileprivate var withEnds: [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var rest = self[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: ASCII.newline).map { $0 + 1 } ?? rest.endIndex
      result.append(rest[..<end])
      rest = rest[end...]
    }
    return result
  }
}
