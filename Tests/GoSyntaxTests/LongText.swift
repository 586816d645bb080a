import Testing

/// A text of a test's arguments of which the run's log has the beginning and the length. A log of a failing run had 780,000
/// lines of such texts.
struct LongText: ExpressibleByStringInterpolation, Sendable, CustomTestStringConvertible {
  let text: String

  init(stringLiteral text: String) { self.text = text }

  init(_ text: String) { self.text = text }

  var testDescription: String {
    let beginning = text.prefix(60)
    return String(reflecting: beginning) + (text.count > 60 ? "... (\(text.utf8.count) bytes)" : "")
  }
}
