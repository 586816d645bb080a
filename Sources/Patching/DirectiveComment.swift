package import Bytes
package import GoSyntax

/// A `//routinex:word argument` comment.
package struct DirectiveComment {
  package let node: Node
  package let word: ByteString
  /// What follows the word, without the space around it.
  package let argument: ByteString

  private static let prefix = ByteString("//routinex:")

  static func isOne(_ node: Node, in file: SourceFile) -> Bool {
    DirectiveComment(node, in: file) != nil
  }

  /// The comment's directive; nil when the comment is none. As with Go's own directives nothing may stand between
  /// the slashes and the name.
  package init?(_ comment: Node, in file: SourceFile) {
    let text = file.text(comment)
    guard text.hasPrefix(Self.prefix) else { return nil }
    let rest = text.dropFirst(Self.prefix.count)
    let end = rest.firstIndex(where: \.isSpace) ?? rest.endIndex
    node = comment
    word = Array(rest[..<end])
    argument = Array(rest[end...].trimmed)
  }

  /// The argument as an import path and a name behind its last dot; nil when it is none.
  var qualifiedName: (path: ByteString, name: ByteString)? {
    let element = argument.lastIndex(of: ASCII.slash).map { argument.index(after: $0) } ?? argument.startIndex
    guard let dot = argument[element...].lastIndex(of: ASCII.dot), dot > element, dot + 1 < argument.endIndex,
      argument[(dot + 1)...].allSatisfy(\.isIdentifierByte)
    else { return nil }
    return (Array(argument[..<dot]), Array(argument[(dot + 1)...]))
  }

  /// What the word means on a declaration; nil if it is none of those.
  var directive: (any Directive.Type)? { directives.first { word.equals($0.word) } }
}

/// The known word nearest to one that is not known, for "did you mean".
package func nearest(to word: ByteString, among words: [ByteString]) -> ByteString? {
  words
    .map { (word: $0, distance: editDistance($0, word, limit: max(2, word.count / 3))) }
    .filter { $0.distance <= max(2, word.count / 3) }
    .min { ($0.distance, $0.word.text) < ($1.distance, $1.word.text) }?.word
}
