internal import Bytes

/// A JSON text (RFC 8259), members in the order that they are given.
indirect enum JSON {
  case null
  case bool(Bool)
  case number(Int)
  /// Milliseconds, of which the thousandth part is kept.
  case milliseconds(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  static func text(_ bytes: ByteString) -> JSON { .string(bytes.text) }
  static func texts(_ list: [ByteString]) -> JSON { .array(list.map(text)) }

  /// The value on several lines, indented by two spaces.
  var text: String { encoded(indentation: "") }

  /// The value on one line, as it may stand inside `<script>` as well: no `<`, and no line separator that older JavaScript
  /// takes for a line's end.
  var compact: String { encoded(indentation: nil) }

  /// - Parameter indentation: what the value's lines begin with; nil: on one line.
  private func encoded(indentation: String?) -> String {
    let inner = indentation.map { $0 + "  " }
    func list(_ start: String, _ items: [String], _ end: String) -> String {
      guard let indentation, let inner, !items.isEmpty else { return start + items.joined(separator: ",") + end }
      return "\(start)\n\(inner)" + items.joined(separator: ",\n\(inner)") + "\n\(indentation)\(end)"
    }
    switch self {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .number(let value): return "\(value)"
    case .milliseconds(let value): return "\((value * 1000).rounded() / 1000)"
    case .string(let value): return Self.quoted(value, forScript: indentation == nil)
    case .array(let items): return list("[", items.map { $0.encoded(indentation: inner) }, "]")
    case .object(let members):
      let colon = indentation == nil ? ":" : ": "
      let items = members.map { name, value in
        Self.quoted(name, forScript: indentation == nil) + colon + value.encoded(indentation: inner)
      }
      return list("{", items, "}")
    }
  }

  private static func quoted(_ text: String, forScript: Bool) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar < " " || (forScript && ["<", "\u{2028}", "\u{2029}"].contains(scalar)):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
