/// String literals of Go.
package enum GoLiteral {
  /// An interpreted string for any bytes, in ASCII.
  package static func quoted(_ bytes: ByteString) -> ByteString {
    [ASCII.doubleQuote] + escaped(bytes) + [ASCII.doubleQuote]
  }

  /// What stands between the quotes.
  package static func escaped(_ bytes: ByteString) -> ByteString {
    bytes.flatMap { byte -> ByteString in
      switch byte {
      case ASCII.doubleQuote, ASCII.backslash: [ASCII.backslash, byte]
      case 0x20..<0x7f: [byte]
      default: ByteString("\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
      }
    }
  }

  /// The bytes of an interpreted string; nil for what is none.
  package static func unquoted(_ literal: ByteString) -> ByteString? {
    guard literal.count >= 2, literal.first == ASCII.doubleQuote, literal.last == ASCII.doubleQuote else { return nil }
    var result = ByteString()
    var rest = literal.dropFirst().dropLast()
    func number(digits count: Int) -> UInt32? {
      let digits = rest.prefix(count)
      rest = rest.dropFirst(count)
      return digits.count == count ? UInt32(digits.text, radix: 16) : nil
    }
    while let byte = rest.popFirst() {
      if byte == ASCII.doubleQuote { return nil }
      guard byte == ASCII.backslash else {
        result.append(byte)
        continue
      }
      guard let letter = rest.popFirst() else { return nil }
      switch UnicodeScalar(letter) {
      case "x":
        guard let value = number(digits: 2) else { return nil }
        result.append(UInt8(truncatingIfNeeded: value))
      case "u", "U":
        guard let value = number(digits: letter == 0x75 ? 4 : 8), let scalar = UnicodeScalar(value) else { return nil }
        result += ByteString(String(Character(scalar)))
      case let other:
        guard let value = simple[other] else { return nil }
        result.append(value)
      }
    }
    return result
  }

  /// By what follows the backslash.
  private static let simple: [UnicodeScalar: UInt8] = [
    "a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 92, "\"": 34,
  ]
}
