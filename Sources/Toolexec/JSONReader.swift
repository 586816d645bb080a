internal import Bytes

/// Reads a JSON text from its start on, for as much of it as is asked for; nil for what is not there or is none. It goes over
/// what it skips without recursion, so that no depth is too much.
struct JSONReader {
  private let bytes: ByteString
  private var position: Int

  init(_ bytes: ByteString, from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() { while let next, next.isSpace { position += 1 } }

  /// Takes a byte that stands next, behind white space.
  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func takeNull() -> Bool {
    skipSpace()
    guard bytes[position...].hasPrefix("null") else { return false }
    position += 4
    return true
  }

  /// Goes through an object.
  ///
  /// - Parameter value: reads the value of a member; nil ends it.
  mutating func members<Value>(_ value: (inout JSONReader) -> Value?) -> [(name: ByteString, value: Value)]? {
    guard take(ASCII.openingBrace) else { return nil }
    var result: [(name: ByteString, value: Value)] = []
    if take(ASCII.closingBrace) { return result }
    repeat {
      guard let name = string(), take(ASCII.colon), let item = value(&self) else { return nil }
      result.append((name, item))
    } while take(ASCII.comma)
    return take(ASCII.closingBrace) ? result : nil
  }

  /// The strings of an array; `null` is an empty one.
  mutating func strings() -> [ByteString]? {
    if takeNull() { return [] }
    guard take(ASCII.openingBracket) else { return nil }
    var result: [ByteString] = []
    if take(ASCII.closingBracket) { return result }
    repeat {
      guard let text = string() else { return nil }
      result.append(text)
    } while take(ASCII.comma)
    return take(ASCII.closingBracket) ? result : nil
  }

  /// An object whose values are strings; `null` is an empty one.
  mutating func stringMap() -> [ByteString: ByteString]? {
    if takeNull() { return [:] }
    guard let members = members({ $0.string() }) else { return nil }
    return Dictionary(members.map { ($0.name, $0.value) }) { $1 }
  }

  /// Goes over a value of any kind.
  /// - Returns: where it stands.
  mutating func skipValue() -> Range<Int>? {
    skipSpace()
    let start = position
    var depth = 0
    repeat {
      skipSpace()
      switch next {
      case nil: return nil
      case ASCII.doubleQuote: if string() == nil { return nil }
      case ASCII.openingBrace, ASCII.openingBracket:
        depth += 1
        position += 1
      case ASCII.closingBrace, ASCII.closingBracket, ASCII.comma, ASCII.colon:
        guard depth > 0 else { return nil }
        if next == ASCII.closingBrace || next == ASCII.closingBracket { depth -= 1 }
        position += 1
      default: while let next, !Self.endsWord(next) { position += 1 }
      }
    } while depth > 0
    return start..<position
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte.isSpace || ByteString("{}[],:\"").contains(byte)
  }

  /// A string without its escapes. Halves of pairs that stand alone become U+FFFD, as encoding/json has it.
  mutating func string() -> ByteString? {
    guard take(ASCII.doubleQuote) else { return nil }
    var result = ByteString()
    while let byte = next {
      position += 1
      switch byte {
      case ASCII.doubleQuote: return result
      case ASCII.backslash:
        guard let escape = next else { return nil }
        position += 1
        guard let text = escaped(escape) else { return nil }
        result += text
      default: result.append(byte)
      }
    }
    return nil
  }

  private mutating func escaped(_ byte: UInt8) -> ByteString? {
    switch byte {
    case ASCII.doubleQuote, ASCII.backslash, ASCII.slash: return [byte]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [ASCII.newline]
    case UInt8(ascii: "r"): return [ASCII.carriageReturn]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "u"):
      guard let unit = hexadecimal() else { return nil }
      var units = [unit]
      if UTF16.isLeadSurrogate(unit), bytes[position...].hasPrefix("\\u") {
        let before = position
        position += 2
        guard let other = hexadecimal() else { return nil }
        if UTF16.isTrailSurrogate(other) { units.append(other) } else { position = before }
      }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    default: return nil
    }
  }

  private mutating func hexadecimal() -> UInt16? {
    guard position + 4 <= bytes.count else { return nil }
    defer { position += 4 }
    return UInt16(String(decoding: bytes[position..<(position + 4)], as: UTF8.self), radix: 16)
  }

  /// A string as JSON has it. Bytes that are no UTF-8 stay what they are.
  static func quoted(_ text: ByteString) -> ByteString {
    var result: ByteString = [ASCII.doubleQuote]
    for byte in text {
      switch byte {
      case ASCII.doubleQuote, ASCII.backslash: result += [ASCII.backslash, byte]
      case 0..<0x20:
        let digits = ByteString(String(byte, radix: 16))
        result += ByteString("\\u") + ByteString(repeating: UInt8(ascii: "0"), count: 4 - digits.count) + digits
      default: result.append(byte)
      }
    }
    return result + [ASCII.doubleQuote]
  }
}
