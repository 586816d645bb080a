package import Bytes

/// The quoting of package quoted: lists in one value, as the go command reads GOFLAGS, `-toolexec` and each value of `-gcflags` (cmd/internal/quoted).
package enum GoQuoting {
  /// The fields, between spaces; one in single or double quotes may hold spaces. There are no escapes, and quotes
  /// inside a field are bytes like others. Nil if a quote stays open, which the go command refuses.
  package static func split(_ text: ByteString) -> [ByteString]? {
    var fields: [ByteString] = []
    var rest = text[...]
    while true {
      rest = rest.drop(while: isSpace)
      guard let first = rest.first else { return fields }
      if first == ASCII.singleQuote || first == ASCII.doubleQuote {
        guard let end = rest.dropFirst().firstIndex(of: first) else { return nil }
        fields.append(Array(rest[(rest.startIndex + 1)..<end]))
        rest = rest[(end + 1)...]
      } else {
        let field = rest.prefix { !isSpace($0) }
        fields.append(Array(field))
        rest = rest[field.endIndex...]
      }
    }
  }

  /// The field as `split` reads it back; nil for one that holds both kinds of quotes.
  package static func quoted(_ field: ByteString) -> ByteString? {
    let (single, double) = (field.contains(ASCII.singleQuote), field.contains(ASCII.doubleQuote))
    if !single, !double, !field.isEmpty, !field.contains(where: isSpace) { return field }
    if !single { return [ASCII.singleQuote] + field + [ASCII.singleQuote] }
    return double ? nil : [ASCII.doubleQuote] + field + [ASCII.doubleQuote]
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == ASCII.space || byte == ASCII.tab || byte == ASCII.newline || byte == ASCII.carriageReturn
  }
}
