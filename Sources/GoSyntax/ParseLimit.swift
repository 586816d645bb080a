internal import Bytes

/// Why a file is not parsed, though it may be Go: it is more than the parser can hold.
package struct ParseLimit: Error, Equatable {
  /// Where in the file.
  package let offset: Int
  /// What is too much there, and how much is not: `more than ...`.
  package let message: String

  /// Bytes that are parsed. The library counts them in 32 bits, and a tree takes some twenty times as much memory.
  static let size = 64 << 20
  /// Bytes of a file of which parts are parsed: so their places fit in 32 bits.
  static let fileSize = Int(Int32.max)
  /// Tokens that await others, as in `((((` or `a + b + c`: a tree is at most twice as deep. Trees are walked by recursion,
  /// on a large stack. (go/parser, parser.go: maxNestLev is 1e5; the compiler has no limit but memory.)
  static let depth = 100_000

  /// What of a text is too much, as far as that shows before it is parsed.
  static func check(_ bytes: ByteString, only ranges: [Range<Int>]) throws(ParseLimit) {
    let first = ranges.first?.lowerBound ?? 0
    if bytes.count > fileSize { throw ParseLimit(offset: 0, message: "a file of more than 2 GiB") }
    let total = ranges.reduce(0) { $0 + $1.count }
    if total > size { throw ParseLimit(offset: first, message: "more than 64 MiB of Go") }
    // A token is a byte at least.
    if total <= depth { return }
    let deepest = bytes.withUnsafeBufferPointer { TokenScan(bytes: $0).scan(ranges).deepest }
    if let deepest {
      throw ParseLimit(
        offset: deepest, message: "more than 100,000 nested brackets, operators and other tokens")
    }
  }

  /// What the library refused while it parsed: more children of a node than it can count.
  static func children(_ bytes: ByteString, only ranges: [Range<Int>]) -> ParseLimit {
    let comments = bytes.withUnsafeBufferPointer { TokenScan(bytes: $0).scan(ranges).comments }
    // Else it is text that is not Go.
    if comments.count > 5_000 {
      return ParseLimit(offset: comments.start, message: "more than 32,000 comments in one place")
    }
    return ParseLimit(
      offset: ranges.first?.lowerBound ?? 0, message: "more than 32,000 tokens that do not fit together")
  }
}

/// Counts tokens as far as it takes to tell how deep a tree of them can be. What may be read in two ways counts as the
/// deeper one. The bytes are written as literals: see `TopLevel`.
private struct TokenScan {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the tokens that await others become too many.
  private(set) var deepest: Int?
  /// The longest run of comments without a token between them.
  private(set) var comments: (start: Int, count: Int) = (0, 0)

  /// The open brackets, with the number of tokens before each.
  private var open: [(closing: UInt8, pending: Int)] = []
  private var pending = 0
  /// Whether a line end behind the last token may end a statement.
  private var endsOperand = false
  private var isFirstOfLine = false
  private var run: (start: Int, count: Int) = (0, 0)

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  consuming func scan(_ ranges: [Range<Int>]) -> TokenScan {
    for range in ranges {
      var position = range.lowerBound
      while position < range.upperBound, deepest == nil { position = token(at: position, range.upperBound) }
    }
    return self
  }

  /// - Returns: where the token, comment or white space ends that starts there.
  private mutating func token(at start: Int, _ limit: Int) -> Int {
    let byte = bytes[start]
    switch byte {
    case UInt8(ascii: "\n"):
      if endsOperand { isFirstOfLine = true }
      return start + 1
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      return start + 1
    case UInt8(ascii: "/"):
      if let end = commentEnd(start, limit) {
        run = run.count == 0 ? (start, 1) : (run.start, run.count + 1)
        if run.count > comments.count { comments = run }
        return end
      }
    default: break
    }
    run.count = 0
    let end = read(byte, at: start, limit)
    if pending > ParseLimit.depth { deepest = start }
    return end
  }

  private mutating func read(_ byte: UInt8, at start: Int, _ limit: Int) -> Int {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"):
      pending = (open.last?.pending ?? 0) + 1
      endsOperand = false
    case UInt8(ascii: "("):
      bracket(UInt8(ascii: ")"))
    case UInt8(ascii: "["):
      bracket(UInt8(ascii: "]"))
    case UInt8(ascii: "{"):
      bracket(UInt8(ascii: "}"))
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      // One that closes nothing is an error, behind which the parser goes on in its own way.
      if let last = open.last, last.closing == byte {
        pending = last.pending
        open.removeLast()
      } else {
        pending += 1
      }
      endsOperand = true
      isFirstOfLine = false
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
      operand()
      return stringEnd(byte, start, limit) ?? start + 1
    case _ where byte.isIdentifierByte:
      operand()
      var end = start + 1
      while end < limit, bytes[end].isIdentifierByte { end += 1 }
      return end
    default:
      pending += 1
      endsOperand = false
      isFirstOfLine = false
    }
    return start + 1
  }

  private mutating func bracket(_ closing: UInt8) {
    pending += 1
    open.append((closing, pending))
    endsOperand = false
    isFirstOfLine = false
  }

  /// A word or a literal. Behind a line end it starts a statement; an operator there could go on with the last one.
  private mutating func operand() {
    if isFirstOfLine { pending = open.last?.pending ?? 0 }
    pending += 1
    endsOperand = true
    isFirstOfLine = false
  }

  /// Where a comment ends; nil where none is, or one without an end.
  private func commentEnd(_ start: Int, _ limit: Int) -> Int? {
    guard start + 1 < limit else { return nil }
    var end = start + 2
    if bytes[start + 1] == UInt8(ascii: "/") {
      while end < limit, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      return end
    }
    guard bytes[start + 1] == UInt8(ascii: "*") else { return nil }
    while end + 1 < limit {
      if bytes[end] == UInt8(ascii: "*"), bytes[end + 1] == UInt8(ascii: "/") { return end + 2 }
      end += 1
    }
    return nil
  }

  /// Where a literal ends; nil for one without an end.
  private func stringEnd(_ quote: UInt8, _ start: Int, _ limit: Int) -> Int? {
    var end = start + 1
    while end < limit {
      let byte = bytes[end]
      if byte == quote { return end + 1 }
      if quote != UInt8(ascii: "`") {
        if byte == UInt8(ascii: "\n") { return nil }
        if byte == UInt8(ascii: "\\") { end += 1 }
      }
      end += 1
    }
    return nil
  }
}
