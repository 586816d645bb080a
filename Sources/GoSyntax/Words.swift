package import Bytes

/// What a part of a file says of names without a parse. What stands in comments and strings counts too.
extension SourceFile {
  /// Whether a word stands there.
  package func hasWord(_ word: ByteString, in range: Range<Int>) -> Bool { hasWord(word, in: range) { _ in true } }

  /// Whether a name may be declared there: it stands in front of something else than the dot of a selector.
  package func mayDeclare(_ name: ByteString, in range: Range<Int>) -> Bool {
    hasWord(name, in: range) { end in
      let rest = bytes[end..<range.upperBound].drop(while: \.isSpace)
      return rest.first != ASCII.dot || rest.hasPrefix("...")
    }
  }

  /// What stands before the number in words such as `name_1`.
  package func numberedWords(in range: Range<Int>) -> [ByteString] {
    range.filter { bytes[$0] == ASCII.underscore }.compactMap { underscore in
      guard bytes[(underscore + 1)..<range.upperBound].first?.isDigit == true else { return nil }
      return bytes[range.lowerBound..<underscore].reversed().prefix(while: \.isIdentifierByte).reversed()
    }
  }

  /// - Parameter fits: is given where the word ends.
  private func hasWord(_ word: ByteString, in range: Range<Int>, where fits: (Int) -> Bool) -> Bool {
    guard let first = word.first else { return false }
    var place = range.lowerBound
    while place <= range.upperBound - word.count {
      let end = place + word.count
      if bytes[place] == first, !isInWord(place - 1), !isInWord(end), bytes[place...].hasPrefix(word), fits(end) {
        return true
      }
      place += 1
    }
    return false
  }

  private func isInWord(_ place: Int) -> Bool { bytes.indices.contains(place) && bytes[place].isIdentifierByte }
}
