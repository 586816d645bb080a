package import Bytes

/// The syntax of go.mod and go.work (golang.org/x/mod/modfile, read.go).
package enum ModuleFile {
  /// The statements as words without quotes and comments, each with its verb in front, also those of a block.
  package static func statements(of text: ByteString) -> [[ByteString]] {
    var result: [[ByteString]] = []
    var block: ByteString?
    for line in text.split(separator: ASCII.newline) {
      var words = words(of: line)
      if words.first?.equals(")") == true {
        block = nil
      } else if let block, !words.isEmpty {
        words.insert(block, at: 0)
        result.append(words)
      } else if words.count == 2, words[1].equals("(") {
        block = words[0]
      } else if !words.isEmpty {
        result.append(words)
      }
    }
    return result
  }

  private static func words(of line: ArraySlice<UInt8>) -> [ByteString] {
    line.split(whereSeparator: \.isSpace).prefix { !$0.hasPrefix("//") }.map { word in
      let isQuoted =
        word.count > 1 && word.first == word.last && (word.first == ASCII.doubleQuote || word.first == ASCII.backquote)
      return Array(isQuoted ? word.dropFirst().dropLast() : word)
    }
  }
}
