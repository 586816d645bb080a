internal import Bytes
internal import GoSyntax

/// The comment above a package clause, where a set says what it is for.
enum PackageComment {
  /// What the set's own file says: `NAME.go` in its root (`_` for what no identifier may hold), else `doc.go`, else the first
  /// file there that says anything.
  ///
  /// - Parameter files: those of the root, by their names.
  static func describing(_ set: ByteString, among files: [(name: ByteString, bytes: ByteString)]) -> String {
    let ownNames = [set, set.map { $0.isIdentifierByte ? $0 : ASCII.underscore }, ByteString("doc")].map {
      $0 + ByteString(".go")
    }
    let ordered =
      ownNames.compactMap { own in files.first { $0.name == own } } + files.filter { !ownNames.contains($0.name) }
    return ordered.lazy.map { text(of: $0.bytes) }.first { !$0.isEmpty } ?? ""
  }

  /// The text, without the comment's own signs and without directives; empty if there is none.
  static func text(of bytes: ByteString) -> String {
    let file = SourceFile(path: [], bytes: bytes)
    var group: [Node] = []
    var nextLine = file.line(at: file.packageClauseStart)
    for comment in file.topLevelComments.reversed() where comment.range.lowerBound < file.packageClauseStart {
      guard file.line(at: max(comment.range.upperBound - 1, 0)) == nextLine - 1 else { break }
      nextLine = file.line(at: comment.range.lowerBound)
      group.insert(comment, at: 0)
    }
    var lines = group.flatMap { Self.lines(of: file.text($0)) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    while lines.first?.isEmpty == true { lines.removeFirst() }
    return lines.joined(separator: "\n")
  }

  private static func lines(of comment: ArraySlice<UInt8>) -> [String] {
    if comment.hasPrefix("/*") {
      return comment.dropFirst(2).dropLast(2).split(separator: ASCII.newline, omittingEmptySubsequences: false).map {
        $0.trimmed.text
      }
    }
    let text = comment.dropFirst(2)
    // As in Go, a word and a colon without a space before them are for tools (go/ast, ast.go: isDirective).
    if let first = text.first, !first.isSpace, text.prefix(while: { !$0.isSpace }).contains(ASCII.colon) { return [] }
    return [(text.first == ASCII.space ? text.dropFirst() : text).trimmedAtEnd.text]
  }

  /// What stands before the first full stop that ends a word, on one line (go/doc, synopsis.go: firstSentence).
  static func firstSentence(_ text: String) -> String {
    let paragraph = text.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
    let words = paragraph.joined(separator: " ").split(separator: " ")
    let end = words.firstIndex { $0.hasSuffix(".") }.map { $0 + 1 } ?? words.count
    return words[..<end].joined(separator: " ")
  }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmedAtEnd: ArraySlice<UInt8> {
    var slice = self
    while let byte = slice.last, byte.isSpace { slice.removeLast() }
    return slice
  }
}
