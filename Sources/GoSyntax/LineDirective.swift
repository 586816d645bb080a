package import Bytes

/// A `//line` or `/*line*/` comment, which renames the positions after it.
///
/// The format and its meaning: cmd/compile/internal/syntax, parser.go (`updateBase`) and pos.go (`RelLine`, `RelCol`).
package struct LineDirective {
  /// The offset that has the position given: the next line's start, or the byte behind the `/*line*/` comment.
  package let offset: Int
  /// The physical position that has it. For a comment of several lines the compiler counts from the one that it starts on
  /// (parser.go, `init`: `MakePos(p.file, line, col+uint(len(msg)))`).
  let base: Position
  package let file: ByteString
  package let line: Int
  /// The column given, or nil: then every column after it is unknown.
  package let column: Int?

  /// Whether both kinds of directive can name a file by the path. The compiler refuses what is not UTF-8 in comments too
  /// (cmd/compile/internal/syntax, source.go: nextch).
  package static func canCarry(_ path: ByteString) -> Bool {
    !path.contains(ASCII.newline) && !path.contains(ASCII.carriageReturn) && !path.contains("*/") && path.isGoText
  }

  static func all(in file: SourceFile) -> [LineDirective] {
    var result: [LineDirective] = []
    let marker = ByteString("line ")
    var search = 0
    while let found = file.bytes.firstIndex(of: marker, from: search) {
      search = found + marker.count
      guard found >= 2, let directive = read(at: found - 2, in: file, previous: result.last) else { continue }
      result.append(directive)
    }
    return result
  }

  /// The directive whose comment starts at the offset; nil when there is none, or it is malformed, which the compiler
  /// will say.
  private static func read(at start: Int, in file: SourceFile, previous: LineDirective?) -> LineDirective? {
    let bytes = file.bytes
    guard bytes[start] == ASCII.slash, bytes[start + 1] == ASCII.slash || bytes[start + 1] == ASCII.star,
      let comment = file.root.descendant(at: start), comment.kind == .comment, comment.range.lowerBound == start
    else { return nil }
    var text = bytes[(start + 7)..<comment.range.upperBound]
    let offset: Int
    let base: Position
    if bytes[start + 1] == ASCII.slash {
      guard start == 0 || bytes[start - 1] == ASCII.newline else { return nil }
      if text.last == ASCII.carriageReturn { text.removeLast() }
      // A carriage return may stand behind the comment.
      offset = (bytes[comment.range.upperBound...].firstIndex(of: ASCII.newline) ?? bytes.count - 1) + 1
      base = file.position(at: offset)
    } else {
      text.removeLast(2)
      offset = comment.range.upperBound
      let first = file.position(at: start)
      base = Position(line: first.line, column: first.column + comment.range.count)
    }
    guard let (rest, last) = trailingNumber(text) else { return nil }
    guard let (name, line) = trailingNumber(rest) else {
      return isPosition(last)
        ? LineDirective(offset: offset, base: base, file: Array(rest), line: Int(last), column: nil) : nil
    }
    guard isPosition(line), isPosition(last) else { return nil }
    let named = name.isEmpty ? previous?.file ?? file.path : Array(name)
    return LineDirective(offset: offset, base: base, file: named, line: Int(line), column: Int(last))
  }

  /// Splits `REST:N` (parser.go: `trailingDigits`).
  private static func trailingNumber(_ text: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, UInt64)? {
    guard let colon = text.lastIndex(of: ASCII.colon), text[(colon + 1)...].allSatisfy(\.isDigit),
      let number = UInt64(text[(colon + 1)...].text)
    else { return nil }
    return (text[..<colon], number)
  }

  /// Whether a line or a column may have the number (pos.go: `PosMax`).
  private static func isPosition(_ number: UInt64) -> Bool { (1...(1 << 30)).contains(number) }
}

/// The position that the compiler gives a byte, by the line directives before it.
package struct EffectivePosition: Equatable {
  package let file: ByteString
  package let line: Int
  /// nil: unknown, behind a directive without a column.
  package let column: Int?

  /// `FILE:LINE:COLUMN`, or `FILE:LINE`.
  package var text: ByteString {
    file + ByteString(":\(line)") + (column.map { ByteString(":\($0)") } ?? [])
  }
}

extension SourceFile {
  package func effectivePosition(at offset: Int) -> EffectivePosition {
    let place = position(at: offset)
    guard let directive = lineDirective(before: offset) else {
      return EffectivePosition(file: path, line: place.line, column: place.column)
    }
    let base = directive.base
    let line = directive.line + place.line - base.line
    guard let column = directive.column else {
      return EffectivePosition(file: directive.file, line: line, column: nil)
    }
    let effective = place.line == base.line ? column + place.column - base.column : place.column
    return EffectivePosition(file: directive.file, line: line, column: effective)
  }

  /// The last directive that takes effect at the offset or before.
  private func lineDirective(before offset: Int) -> LineDirective? {
    var (low, high) = (0, lineDirectives.count)
    while low < high {
      let middle = (low + high) / 2
      if lineDirectives[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? lineDirectives[low - 1] : nil
  }
}
