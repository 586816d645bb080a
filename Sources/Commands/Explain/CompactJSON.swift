internal import Bytes

/// A JSON value to write on one line.
enum CompactJSON {
  case string(String)
  case integer(Int)
  /// Milliseconds, of which the thousandth part is kept.
  case milliseconds(Double)
  case boolean(Bool)
  case array([CompactJSON])
  case object([(String, CompactJSON)])
  case null

  static func text(_ bytes: ByteString) -> CompactJSON { .string(bytes.text) }
  static func texts(_ list: [ByteString]) -> CompactJSON { .array(list.map { .string($0.text) }) }

  /// As it may stand inside `<script>` as well: no `<`, and no line separator that older JavaScript takes for a line's end.
  var encoded: String {
    var result = ""
    write(to: &result)
    return result
  }

  private func write(to result: inout String) {
    switch self {
    case .string(let text): Self.write(text, to: &result)
    case .integer(let number): result += "\(number)"
    case .milliseconds(let number): result += "\((number * 1000).rounded() / 1000)"
    case .boolean(let value): result += value ? "true" : "false"
    case .null: result += "null"
    case .array(let elements):
      result += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { result += "," }
        element.write(to: &result)
      }
      result += "]"
    case .object(let members):
      result += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { result += "," }
        Self.write(member.0, to: &result)
        result += ":"
        member.1.write(to: &result)
      }
      result += "}"
    }
  }

  private static func write(_ text: String, to result: inout String) {
    result += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "<", "\u{2028}", "\u{2029}", "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    result += "\""
  }
}
