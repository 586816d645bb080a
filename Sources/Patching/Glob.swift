internal import Bytes

/// A pattern for names, as path.Match of Go takes them: `*` stands for any bytes, `?` for one, `[A-Z]` for one of these and
/// `[^A-Z]` for one of the others.
struct Glob: Equatable {
  private enum Part: Equatable {
    case anything
    /// A byte of the ranges, or of none.
    case byte(of: [ClosedRange<UInt8>], isNegated: Bool)

    func matches(_ byte: UInt8) -> Bool {
      guard case .byte(let ranges, let isNegated) = self else { return false }
      return ranges.contains { $0.contains(byte) } != isNegated
    }
  }

  private let parts: [Part]

  /// nil for what is no part of a name.
  init?(_ pattern: some Sequence<UInt8>) {
    var rest = Array(pattern)[...]
    var parts: [Part] = []
    while let byte = rest.popFirst() {
      switch byte {
      case ASCII.star: parts.append(.anything)
      case ASCII.questionMark: parts.append(.byte(of: [], isNegated: true))
      case ASCII.openingBracket:
        guard let part = Self.byteClass(&rest) else { return nil }
        parts.append(part)
      default:
        guard byte.isIdentifierByte else { return nil }
        parts.append(.byte(of: [byte...byte], isNegated: false))
      }
    }
    if parts.isEmpty { return nil }
    self.parts = parts
  }

  /// What stands between brackets, the closing one included.
  private static func byteClass(_ rest: inout ArraySlice<UInt8>) -> Part? {
    let isNegated = rest.first == ASCII.caret
    if isNegated { rest.removeFirst() }
    var ranges: [ClosedRange<UInt8>] = []
    while let low = rest.popFirst() {
      if low == ASCII.closingBracket { return ranges.isEmpty ? nil : .byte(of: ranges, isNegated: isNegated) }
      var high = low
      if rest.first == ASCII.dash {
        rest.removeFirst()
        guard let end = rest.popFirst() else { return nil }
        high = end
      }
      guard low.isIdentifierByte, high.isIdentifierByte, low <= high else { return nil }
      ranges.append(low...high)
    }
    return nil
  }

  func matches(_ name: some Collection<UInt8>) -> Bool {
    matchesWildcards(parts, Array(name), isAny: { $0 == .anything }, fits: { $0.matches($1) })
  }
}
