package import Bytes

/// What a part of a file says of names without a parse. What stands in comments and strings counts too.
extension SourceFile {
  /// Whether a word stands there.
  package func hasWord(_ word: ByteString, in range: Range<Int>) -> Bool {
    hasWord(beginning: word, in: range) { !isInWord($0) }
  }

  /// What stands before the number in words such as `name_1`.
  package func numberedWords(in range: Range<Int>) -> [ByteString] {
    range.filter { bytes[$0] == ASCII.underscore }.compactMap { underscore in
      let number = bytes[(underscore + 1)..<range.upperBound].prefix(while: \.isIdentifierByte)
      guard let first = number.first, (0x30...0x39).contains(first) else { return nil }
      return bytes[range.lowerBound..<underscore].reversed().prefix(while: \.isIdentifierByte).reversed()
    }
  }

  /// Whether a name may be declared there: it stands in front of something else than the dot of a selector.
  package func mayDeclare(_ name: ByteString, in range: Range<Int>) -> Bool {
    hasWord(beginning: name, in: range) { end in
      let rest = bytes[end..<range.upperBound].drop(while: \.isSpace)
      return !isInWord(end) && (rest.first != ASCII.dot || rest.hasPrefix("..."))
    }
  }

  /// - Parameter fits: is given where the text that is looked for ends.
  private func hasWord(beginning start: ByteString, in range: Range<Int>, where fits: (Int) -> Bool) -> Bool {
    guard let first = start.first else { return false }
    var place = range.lowerBound
    while place <= range.upperBound - start.count {
      if bytes[place] == first, !isInWord(place - 1), bytes[place...].hasPrefix(start), fits(place + start.count) {
        return true
      }
      place += 1
    }
    return false
  }

  private func isInWord(_ place: Int) -> Bool { bytes.indices.contains(place) && bytes[place].isIdentifierByte }
}
