internal import Bytes

/// Two versions of a file as `diff -u` shows them: `patch -p1` makes the new one of the old one with it.
enum UnifiedDiff {
  /// The difference; empty if there is none.
  ///
  /// - Parameters:
  ///   - oldName: what stands after `---`, by custom `a/PATH`; `/dev/null` for a file that is added.
  ///   - newName: what stands after `+++`, by custom `b/PATH`; `/dev/null` for a file that is removed.
  ///   - context: how many equal lines are shown around each change.
  static func between(
    _ old: ByteString, _ new: ByteString, oldName: ByteString, newName: ByteString, context: Int = 3
  ) -> ByteString {
    guard old != new else { return [] }
    let oldLines = lines(of: old)
    let newLines = lines(of: new)
    let changes = LineChange.between(oldLines, newLines)
    var result = header("---", oldName) + header("+++", newName)
    for hunk in hunks(changes, context: context) {
      append(hunk, oldLines, newLines, context: context, to: &result)
    }
    return result
  }

  /// The lines with their newlines; only the last one can lack it.
  private static func lines(of text: ByteString) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: ASCII.newline).map { $0 + 1 } ?? text.count
      result.append(text[start..<end])
      start = end
    }
    return result
  }

  /// patch(1) takes a name up to the first white space, unless a tab ends it; one in double quotes it reads as C would
  /// (GNU patch, util.c: parse_c_string), which is how git writes a name that would not fit on the line or end it.
  private static func header(_ marker: StaticString, _ name: ByteString) -> ByteString {
    let needsQuotes = name.contains { $0 < 0x20 || $0 == 0x7f || $0 == ASCII.doubleQuote || $0 == ASCII.backslash }
    if needsQuotes {
      let inner = name.flatMap { byte -> ByteString in
        switch byte {
        case ASCII.doubleQuote, ASCII.backslash: [ASCII.backslash, byte]
        case 0..<0x20, 0x7f: [ASCII.backslash] + [byte >> 6, byte >> 3 & 7, byte & 7].map { 0x30 + $0 }
        default: [byte]
        }
      }
      return ByteString(marker) + ByteString(" \"") + inner + [ASCII.doubleQuote, ASCII.newline]
    }
    let end = name.contains(where: \.isSpace) ? [ASCII.tab, ASCII.newline] : [ASCII.newline]
    return ByteString(marker) + [ASCII.space] + name + end
  }

  /// The changes in groups whose contexts touch.
  private static func hunks(_ changes: [LineChange], context: Int) -> [[LineChange]] {
    var result: [[LineChange]] = []
    for change in changes {
      if let last = result.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
        result[result.count - 1].append(change)
      } else {
        result.append([change])
      }
    }
    return result
  }

  private static func append(
    _ hunk: [LineChange], _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], context: Int,
    to result: inout ByteString
  ) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = min(context, first.old.lowerBound)
    let after = min(context, old.count - last.old.upperBound)
    let oldRange = (first.old.lowerBound - before)..<(last.old.upperBound + after)
    let newRange = (first.new.lowerBound - before)..<(last.new.upperBound + after)
    result += ByteString("@@ -\(numbers(oldRange)) +\(numbers(newRange)) @@\n")
    var position = oldRange.lowerBound
    for change in hunk {
      for line in old[position..<change.old.lowerBound] { append(line, ASCII.space, to: &result) }
      for line in old[change.old] { append(line, ASCII.dash, to: &result) }
      for line in new[change.new] { append(line, plus, to: &result) }
      position = change.old.upperBound
    }
    for line in old[position..<oldRange.upperBound] { append(line, ASCII.space, to: &result) }
  }

  private static let plus: UInt8 = 0x2b

  /// `START,COUNT`, without a count of 1; a range without lines is named by the line before it.
  private static func numbers(_ range: Range<Int>) -> String {
    let start = range.isEmpty ? range.lowerBound : range.lowerBound + 1
    return range.count == 1 ? "\(start)" : "\(start),\(range.count)"
  }

  private static func append(_ line: ArraySlice<UInt8>, _ marker: UInt8, to result: inout ByteString) {
    result.append(marker)
    result += line
    if line.last != ASCII.newline { result += ByteString("\n\\ No newline at end of file\n") }
  }
}
