import Bytes

/// A place as the compiler tells it: line and byte column, counted from 1.
struct Place: Hashable {
  /// The index of the file among those that line directives may name; -1 for another.
  var file: Int
  var line: Int
  var column: Int
}

/// A word, a literal, one byte of an operator or a comment of a Go text.
struct Token {
  let range: Range<Int>
  let place: Place
  /// Whether a line directive stands between the token and the one before.
  let followsDirective: Bool

  /// Whether it begins like an identifier.
  func isWord(in bytes: ByteString) -> Bool { bytes[range.lowerBound].isIdentifierByte }
}

/// A `//line` or `/*line*/` comment.
struct Marker {
  let range: Range<Int>
  /// The file that it gives.
  let file: Int
}

/// The tokens of a Go text with the places that line directives give them.
///
/// This is written from the compiler's sources (cmd/compile/internal/syntax: scanner.go, parser.go `updateBase`,
/// pos.go `RelLine` and `RelCol`) and shares nothing with the program under test.
struct GoText {
  let bytes: ByteString
  private(set) var tokens: [Token] = []
  private(set) var markers: [Marker] = []

  /// - Parameters:
  ///   - file: the file's own index.
  ///   - names: the names that line directives may give, with their indices.
  ///   - obeysDirectives: whether line directives are such, or comments like others.
  init(_ bytes: ByteString, file: Int, names: [ByteString: Int] = [:], obeysDirectives: Bool) {
    self.bytes = bytes
    var scanner = Scanner(bytes, file: file, names: names, obeysDirectives: obeysDirectives)
    bytes.withUnsafeBufferPointer { scanner.scan($0) }
    tokens = scanner.tokens
    markers = scanner.markers
  }

  func text(_ index: Int) -> ArraySlice<UInt8> { bytes[tokens[index].range] }
}

private struct Scanner {
  var tokens: [Token] = []
  var markers: [Marker] = []

  private let source: ByteString
  private let names: [ByteString: Int]
  private let obeysDirectives: Bool
  private var position = 0
  private var line = 1
  private var lineStart = 0
  private var followsDirective = false
  /// What the last directive gives, and where.
  private var base: Place
  private var basePosition = (line: 1, column: 1)

  init(_ bytes: ByteString, file: Int, names: [ByteString: Int], obeysDirectives: Bool) {
    source = bytes
    self.names = names
    self.obeysDirectives = obeysDirectives
    base = Place(file: file, line: 1, column: 1)
  }

  private var column: Int { position - lineStart + 1 }

  private var place: Place {
    Place(
      file: base.file, line: base.line + line - basePosition.line,
      column: line == basePosition.line ? base.column + column - basePosition.column : column)
  }

  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    while position < bytes.count {
      let byte = bytes[position]
      let next = position + 1 < bytes.count ? bytes[position + 1] : 0
      if byte == ASCII.newline {
        advance(to: position + 1, bytes)
      } else if byte.isSpace {
        position += 1
      } else if byte == ASCII.slash, next == ASCII.slash || next == ASCII.star {
        comment(isLine: next == ASCII.slash, bytes)
      } else if byte == 0x60 {
        var end = position + 1
        while end < bytes.count, bytes[end] != 0x60 { end += 1 }
        take(to: min(end + 1, bytes.count), bytes)
      } else if byte == 0x22 || byte == 0x27 {
        var end = position + 1
        while end < bytes.count, bytes[end] != byte, bytes[end] != ASCII.newline {
          end += bytes[end] == ASCII.backslash ? 2 : 1
        }
        take(to: min(end + 1, bytes.count), bytes)
      } else {
        var end = position + 1
        if byte.isIdentifierByte { while end < bytes.count, bytes[end].isIdentifierByte { end += 1 } }
        take(to: end, bytes)
      }
    }
  }

  private mutating func comment(isLine: Bool, _ bytes: UnsafeBufferPointer<UInt8>) {
    var end = position + 2
    if isLine {
      while end < bytes.count, bytes[end] != ASCII.newline { end += 1 }
    } else {
      while end + 1 < bytes.count, bytes[end] != ASCII.star || bytes[end + 1] != ASCII.slash { end += 1 }
      end = min(end + 2, bytes.count)
    }
    let text = source[(position + 2)..<(isLine ? end : end - 2)]
    guard obeysDirectives, text.hasPrefix("line "), !isLine || column == 1, let given = directive(text.dropFirst(5))
    else { return take(to: end, bytes) }
    if isLine { end = min(end + 1, bytes.count) }
    markers.append(Marker(range: position..<end, file: given.file))
    followsDirective = true
    advance(to: end, bytes)
    base = given
    basePosition = (line, column)
  }

  /// `FILE:LINE:COLUMN`, where no name means the one before; all that the program writes is of this kind.
  private func directive(_ text: ArraySlice<UInt8>) -> Place? {
    let parts = text.split(separator: ASCII.colon, omittingEmptySubsequences: false)
    guard parts.count >= 3, let line = Int(parts[parts.count - 2].text), let column = Int(parts[parts.count - 1].text)
    else { return nil }
    let name = ByteString(parts.dropLast(2).joined(separator: [ASCII.colon]))
    return Place(file: name.isEmpty ? base.file : names[name] ?? -1, line: line, column: column)
  }

  private mutating func take(to end: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    tokens.append(Token(range: position..<end, place: place, followsDirective: followsDirective))
    followsDirective = false
    advance(to: end, bytes)
  }

  private mutating func advance(to end: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    while position < end {
      if bytes[position] == ASCII.newline {
        line += 1
        lineStart = position + 1
      }
      position += 1
    }
  }
}
