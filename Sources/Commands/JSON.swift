internal import Bytes

/// A JSON text (RFC 8259), members in the order that they are given. Control characters in it are escapes, so that it does
/// no harm on a terminal.
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

  /// The value on one line, as it may stand inside `<script>` as well: no `<` is in it.
  var compact: String { encoded(indentation: nil) }

  /// The value with its strings as a person is shown them.
  var printable: JSON {
    switch self {
    case .null, .bool, .number, .milliseconds: self
    case .string(let text): .string(Printable.lines(text))
    case .array(let items): .array(items.map(\.printable))
    case .object(let members): .object(members.map { ($0, $1.printable) })
    }
  }

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
      // Of what JSON could hold as it is, what a terminal would obey: the text is the same for whoever reads it.
      case _ where Printable.isControl(scalar) || (forScript && scalar == "<"):
        for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
          let digits = String(unit, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
