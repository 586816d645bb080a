package import Bytes

/// What a Go file imports, read without a parse of what follows (go/build, read.go: readGoFiles reads no further either).
package enum ImportClause {
  /// The import paths, in order; as many as can be read.
  package static func paths(_ bytes: ByteString) -> [ByteString] { imports(bytes).map(\.path) }

  /// Those of the imports that are called `_`.
  package static func blankPaths(_ bytes: ByteString) -> [ByteString] {
    imports(bytes).filter { $0.name.equals("_") }.map(\.path)
  }

  private static func imports(_ bytes: ByteString) -> [(name: ByteString, path: ByteString)] {
    var reader = Reader(bytes: bytes, index: bytes.hasPrefix([0xef, 0xbb, 0xbf]) ? 3 : 0)
    var result: [(name: ByteString, path: ByteString)] = []
    guard reader.word().equals("package") else { return [] }
    _ = reader.word()
    while reader.word().equals("import") {
      let isGroup = reader.take(0x28)
      repeat {
        if isGroup, reader.take(ASCII.closingParenthesis) { break }
        // A name, `.` or `_` may stand before the path.
        let name = reader.take(ASCII.dot) ? [ASCII.dot] : reader.word()
        guard let path = reader.string() else { return result }
        result.append((name, path))
      } while isGroup
    }
    return result
  }

  /// The name in the package clause; nil if there is none.
  package static func packageName(_ bytes: ByteString) -> ByteString? {
    var reader = Reader(bytes: bytes, index: bytes.hasPrefix([0xef, 0xbb, 0xbf]) ? 3 : 0)
    guard reader.word().equals("package") else { return nil }
    let name = reader.word()
    return name.isEmpty ? nil : name
  }

  private struct Reader {
    let bytes: ByteString
    var index: Int

    /// Goes to the next token. A semicolon counts as the line end that it stands for.
    mutating func skip() {
      while index < bytes.count {
        if bytes[index].isSpace || bytes[index] == ASCII.semicolon {
          index += 1
        } else if bytes[index...].hasPrefix("//") {
          index = bytes[index...].firstIndex(of: ASCII.newline) ?? bytes.count
        } else if bytes[index...].hasPrefix("/*") {
          index = bytes.firstIndex(of: ByteString("*/"), from: index + 2).map { $0 + 2 } ?? bytes.count
        } else {
          return
        }
      }
    }

    mutating func word() -> ByteString {
      skip()
      let word = bytes[index...].prefix(while: \.isIdentifierByte)
      index += word.count
      return Array(word)
    }

    mutating func take(_ byte: UInt8) -> Bool {
      skip()
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
      return true
    }

    mutating func string() -> ByteString? {
      skip()
      guard index < bytes.count, bytes[index] == ASCII.doubleQuote || bytes[index] == ASCII.backquote,
        let end = bytes[(index + 1)...].firstIndex(of: bytes[index])
      else { return nil }
      defer { index = end + 1 }
      return Array(bytes[(index + 1)..<end])
    }
  }
}
