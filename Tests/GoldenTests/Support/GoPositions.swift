package import Bytes

/// The position that Go's compiler gives each byte of a file, worked out as it does and apart from the product:
/// cmd/compile/internal/syntax, source.go (`nextch`), parser.go (`init`, `updateBase`) and pos.go (`RelLine`, `RelCol`).
package struct GoPositions {
  package struct Place: Hashable, CustomStringConvertible {
    package let file: ByteString
    package let line: Int
    /// nil after a directive without a column.
    package let column: Int?

    package init(file: ByteString, line: Int, column: Int?) {
      self.file = file
      self.line = line
      self.column = column
    }

    package var description: String { "\(file.text):\(line)" + (column.map { ":\($0)" } ?? "") }
  }

  private struct Base {
    var physicalLine = 1
    var physicalColumn = 1
    var file: ByteString
    var line = 1
    var column: Int? = 1
  }

  /// The place of each byte, and of the end of the file behind them.
  package private(set) var places: [Place] = []
  /// The ranges of the comments.
  package private(set) var comments: [Range<Int>] = []

  private let bytes: ByteString
  private var base: Base
  private var line = 1
  private var column = 1

  package init(path: ByteString, bytes: ByteString) {
    self.bytes = bytes
    base = Base(file: path)
    var index = 0
    while index < bytes.count {
      let start = index
      let (startLine, startColumn) = (line, column)
      switch (bytes[index], index + 1 < bytes.count ? bytes[index + 1] : 0) {
      case (ASCII.slash, ASCII.slash):
        index = bytes[index...].firstIndex(of: ASCII.newline) ?? bytes.count
        comments.append(start..<index)
        var text = bytes[start..<index]
        if text.last == ASCII.carriageReturn { text.removeLast() }
        // The line end belongs to the comment.
        index = min(index + 1, bytes.count)
        pass(start..<index)
        if startColumn == 1 { update(text.dropFirst(2), physicalLine: startLine + 1, physicalColumn: 1) }
      case (ASCII.slash, ASCII.star):
        index = bytes.firstIndex(of: ByteString("*/"), from: start + 2).map { $0 + 2 } ?? bytes.count
        pass(start..<index)
        comments.append(start..<index)
        update(
          bytes[start..<index].dropFirst(2).dropLast(2), physicalLine: startLine,
          physicalColumn: startColumn + index - start)
      case (let quote, _) where [ASCII.doubleQuote, ASCII.singleQuote, ASCII.backquote].contains(quote):
        index += 1
        while index < bytes.count, bytes[index] != quote {
          index += quote != ASCII.backquote && bytes[index] == ASCII.backslash ? 2 : 1
        }
        index = min(index + 1, bytes.count)
        pass(start..<index)
      default:
        index += 1
        pass(start..<index)
      }
    }
    places.append(place)
  }

  private var place: Place {
    let effective = base.column.map { line == base.physicalLine ? $0 + column - base.physicalColumn : column }
    return Place(file: base.file, line: base.line + line - base.physicalLine, column: effective)
  }

  private mutating func pass(_ range: Range<Int>) {
    for index in range {
      places.append(place)
      if bytes[index] == ASCII.newline {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
  }

  private mutating func update(_ text: ArraySlice<UInt8>, physicalLine: Int, physicalColumn: Int) {
    guard text.hasPrefix("line "), let (rest, last) = Self.trailingDigits(text.dropFirst(5)) else { return }
    let largest = 1 << 30
    if let (name, line) = Self.trailingDigits(rest) {
      guard last > 0, last <= largest, line > 0, line <= largest else { return }
      base = Base(
        physicalLine: physicalLine, physicalColumn: physicalColumn, file: name.isEmpty ? base.file : Array(name),
        line: Int(line), column: Int(last))
    } else {
      guard last > 0, last <= largest else { return }
      base = Base(
        physicalLine: physicalLine, physicalColumn: physicalColumn, file: Array(rest), line: Int(last), column: nil)
    }
  }

  private static func trailingDigits(_ text: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, UInt64)? {
    guard let colon = text.lastIndex(of: ASCII.colon) else { return nil }
    let digits = text[(colon + 1)...]
    guard !digits.isEmpty, digits.allSatisfy(\.isDigit), let number = UInt64(digits.text) else { return nil }
    return (text[..<colon], number)
  }
}
