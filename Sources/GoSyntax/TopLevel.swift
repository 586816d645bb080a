package import Bytes

/// A Go file cut into its top-level statements without a parse: package clause, imports, declarations.
///
/// A parse takes a hundred times as long, and of a large file only a few declarations are ever looked at.
package struct TopLevel {
  /// A statement, with the comments and blank lines in front of it and the line end or semicolon behind it. The parts follow
  /// each other without a gap; the last one may hold no statement.
  package struct Part: Equatable {
    package let range: Range<Int>
    /// Where it starts, counted from 0.
    let line: Int
    let column: Int
    /// Whether it is the package clause or an import.
    package let isHeader: Bool
    /// Where the statement starts, behind the comments; the part's end where there is none.
    package let start: Int
    /// What stands between the braces of a function's body; nil for a function without one, and for another statement.
    package let body: Range<Int>?
  }

  /// How much of a part is parsed.
  package enum Extent {
    /// Of a function all but what stands between the braces of its body.
    case outline
    case whole
  }

  package let parts: [Part]

  /// nil where the cut is not certain: something is not closed, or a statement begins with no keyword that may begin one.
  /// Then only a parse can tell.
  package init?(_ bytes: ByteString) {
    let parts = bytes.withUnsafeBufferPointer { bytes in
      var scanner = Scanner(bytes: bytes)
      return scanner.scan() ? scanner.parts : nil
    }
    guard let parts else { return nil }
    self.parts = parts
  }
}

extension TopLevel.Part {
  /// The name of the function that the part declares; nil for another statement, and where a comment in the header hides it.
  package func functionName(in bytes: ByteString) -> ArraySlice<UInt8>? {
    var rest = bytes[start..<range.upperBound]
    guard rest.hasPrefix("func"), let next = rest.dropFirst(4).first, !next.isIdentifierByte else { return nil }
    rest = rest.dropFirst(4).drop(while: \.isSpace)
    if rest.first == ASCII.openingParenthesis {
      guard let end = rest.firstIndex(of: ASCII.closingParenthesis) else { return nil }
      rest = rest[(end + 1)...].drop(while: \.isSpace)
    }
    let name = rest.prefix(while: \.isIdentifierByte)
    return name.isEmpty ? nil : name
  }

  /// What of the part is parsed.
  func pieces(_ extent: TopLevel.Extent) -> [Parser.Piece] {
    guard extent == .outline, let body else { return [Parser.Piece(range: range, line: line, column: column)] }
    return [
      Parser.Piece(range: range.lowerBound..<body.lowerBound, line: line, column: column),
      Parser.Piece(
        range: body.upperBound..<range.upperBound, line: line + body.upperBound - range.lowerBound, column: 0),
    ]
  }

  /// Whether it begins as a function does.
  package func mayBeFunction(in bytes: ByteString) -> Bool { bytes[start..<range.upperBound].hasPrefix("func") }
}

/// Reads tokens as far as it takes to tell what is outside of strings, comments and brackets (The Go Programming Language
/// Specification: Lexical elements, Semicolons). The bytes are written as literals: a constant of another module is reached
/// through a call, and every byte of a file is compared with a dozen.
private struct Scanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var parts: [TopLevel.Part] = []

  private var position = 0
  private var line = 0
  private var lineStart = 0
  private var depth = 0
  /// The last byte of the last token: it decides whether a line end ends the statement.
  private var last: UInt8 = 0
  private var isInStatement = false
  private var isHeader = false
  private var isFunction = false
  private var statementStart = 0
  /// Where the last braces of a function outside of other brackets are, those of types left out.
  private var bodyStart: Int?
  private var bodyEnd = 0
  private var partStart = 0
  private var partLine = 0
  private var partColumn = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func scan() -> Bool {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { position = 3 }
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\n"):
        position += 1
        startLine()
        if endsStatement() { endPart() }
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        position += 1
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
        guard skipComment() else { return false }
      case UInt8(ascii: ";") where depth == 0:
        position += 1
        last = 0
        if isInStatement { endPart() }
      default:
        if depth == 0, !isInStatement {
          guard startStatement() else { return false }
        } else {
          guard skipToken(byte) else { return false }
        }
      }
    }
    guard depth == 0 else { return false }
    if position > partStart { endPart() }
    return true
  }

  private func peek(_ distance: Int) -> UInt8 {
    position + distance < bytes.count ? bytes[position + distance] : 0
  }

  private mutating func startLine() {
    line += 1
    lineStart = position
  }

  /// Whether a line end here is a semicolon outside of brackets.
  private func endsStatement() -> Bool {
    guard depth == 0, isInStatement else { return false }
    switch last {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "`"),
      UInt8(ascii: "'"):
      return true
    default: return last.isIdentifierByte
    }
  }

  private mutating func endPart() {
    parts.append(
      TopLevel.Part(
        range: partStart..<position, line: partLine, column: partColumn, isHeader: isHeader,
        start: isInStatement ? statementStart : position, body: bodyStart.map { $0..<bodyEnd }))
    partStart = position
    partLine = line
    partColumn = position - lineStart
    isInStatement = false
    isHeader = false
    isFunction = false
    bodyStart = nil
  }

  private mutating func startStatement() -> Bool {
    let start = position
    while position < bytes.count, bytes[position].isIdentifierByte { position += 1 }
    let word = bytes[start..<position]
    isHeader = word.equals("package") || word.equals("import")
    guard isHeader || ["func", "type", "var", "const"].contains(where: { word.equals($0 as StaticString) }) else {
      return false
    }
    isInStatement = true
    isFunction = word.equals("func")
    statementStart = start
    last = bytes[position - 1]
    return true
  }

  private mutating func skipToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      if depth == 0, isFunction, byte == UInt8(ascii: "{"), !isBehindTypeWord {
        bodyStart = position + 1
        bodyEnd = bytes.count
      }
      depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      depth -= 1
      if depth < 0 { return false }
      if depth == 0 { bodyEnd = min(bodyEnd, position) }
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return skipLiteral(byte)
    case UInt8(ascii: "`"):
      return skipRawString()
    default: break
    }
    last = byte
    position += 1
    return true
  }

  /// Whether a brace here is one of a type.
  private var isBehindTypeWord: Bool {
    var end = position
    while end > statementStart, bytes[end - 1].isSpace { end -= 1 }
    var start = end
    while start > statementStart, bytes[start - 1].isIdentifierByte { start -= 1 }
    let word = bytes[start..<end]
    return word.equals("struct") || word.equals("interface")
  }

  private mutating func skipLiteral(_ quote: UInt8) -> Bool {
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") { return false }
      position += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == quote {
        last = quote
        return true
      }
    }
    return false
  }

  private mutating func skipRawString() -> Bool {
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\n") { startLine() }
      if byte == UInt8(ascii: "`") {
        last = byte
        return true
      }
    }
    return false
  }

  /// A comment with a line end in it acts like one.
  private mutating func skipComment() -> Bool {
    let firstLine = line
    position += 2
    while position + 1 < bytes.count {
      if bytes[position] == UInt8(ascii: "*"), bytes[position + 1] == UInt8(ascii: "/") {
        position += 2
        if line > firstLine, endsStatement() { endPart() }
        return true
      }
      position += 1
      if bytes[position - 1] == UInt8(ascii: "\n") { startLine() }
    }
    return false
  }
}
