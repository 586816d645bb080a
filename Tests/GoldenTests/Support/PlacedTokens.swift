package import Bytes
package import GoSyntax

/// The tokens of a Go file and the positions that Go's compiler gives them.
package struct PlacedTokens {
  package struct Token {
    package let text: ByteString
    package let place: GoPositions.Place
    package let range: Range<Int>
    package let isInImport: Bool
  }

  package private(set) var list: [Token] = []

  package init(path: ByteString, bytes: ByteString) {
    let file = SourceFile(path: path, bytes: bytes)
    self.init(file, GoPositions(path: path, bytes: bytes))
  }

  /// - Parameter positions: those of the file.
  package init(_ file: SourceFile, _ positions: GoPositions) {
    let imports = file.imports.map(\.statement.range)
    let importEnd = imports.map(\.upperBound).max() ?? 0
    for token in file.tokens where !file.text(token).allSatisfy(\.isSpace) && !file.text(token).equals(";") {
      let start = token.range.lowerBound
      list.append(
        Token(
          text: Array(file.text(token)), place: positions.places[start], range: token.range,
          isInImport: start < importEnd && imports.contains { $0.contains(start) }))
    }
  }

  /// Whether the text may be a renamed identifier.
  package static func isIdentifier(_ text: ByteString) -> Bool {
    text.allSatisfy(\.isIdentifierByte) && text.first?.isDigit == false
  }
}
