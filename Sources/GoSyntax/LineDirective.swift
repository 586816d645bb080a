package import Bytes

/// A `//line` or `/*line*/` comment, which renames the positions after it.
///
/// The format and its meaning: cmd/compile/internal/syntax, parser.go (`updateBase`) and pos.go (`RelLine`, `RelCol`).
package struct LineDirective {
  /// The offset that has the position given: the next line's start, or the byte behind the `/*line*/` comment.
  package let offset: Int
  package let file: ByteString
  package let line: Int
  /// The column given, or nil: then every column after it is unknown.
  package let column: Int?

  /// Whether both kinds of directive can name a file by the path.
  package static func canCarry(_ path: ByteString) -> Bool {
    !path.contains(ASCII.newline) && !path.contains(ASCII.carriageReturn) && !path.contains("*/")
  }

  static func all(in file: SourceFile) -> [LineDirective] {
    var result: [LineDirective] = []
    let marker = ByteString("line ")
    var search = 0
    while let found = file.bytes.firstIndex(of: marker, from: search) {
      search = found + marker.count
      guard found >= 2, let directive = parse(at: found - 2, in: file, previous: result.last) else { continue }
      result.append(directive)
    }
    return result
  }

  /// The directive whose comment starts at the offset; nil when there is none, or it is malformed, which the compiler
  /// will say.
  private static func parse(at start: Int, in file: SourceFile, previous: LineDirective?) -> LineDirective? {
    let bytes = file.bytes
    guard bytes[start] == ASCII.slash, let comment = file.root.comment(startingAt: start) else { return nil }
    var text = bytes[(start + 7)..<comment.range.upperBound]
    let offset: Int
    if bytes[start + 1] == ASCII.slash {
      guard start == 0 || bytes[start - 1] == ASCII.newline else { return nil }
      if text.last == ASCII.carriageReturn { text.removeLast() }
      offset = min(comment.range.upperBound + 1, bytes.count)
    } else {
      text.removeLast(2)
      offset = comment.range.upperBound
    }
    guard let (rest, last) = trailingNumber(text) else { return nil }
    if let (name, line) = trailingNumber(rest) {
      let file = name.isEmpty ? previous?.file ?? file.path : Array(name)
      return LineDirective(offset: offset, file: file, line: line, column: last)
    }
    return LineDirective(offset: offset, file: Array(rest), line: last, column: nil)
  }

  /// Splits `REST:N`.
  private static func trailingNumber(_ text: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Int)? {
    guard let colon = text.lastIndex(of: ASCII.colon), text[(colon + 1)...].allSatisfy(\.isDigit),
      let number = Int(text[(colon + 1)...].text), number > 0
    else {
      return nil
    }
    return (text[..<colon], number)
  }
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
    guard let directive = lineDirectives.last(where: { $0.offset <= offset }) else {
      return EffectivePosition(file: path, line: place.line, column: place.column)
    }
    let base = position(at: directive.offset)
    let line = directive.line + place.line - base.line
    guard let column = directive.column else {
      return EffectivePosition(file: directive.file, line: line, column: nil)
    }
    let effective = place.line == base.line ? column + place.column - base.column : place.column
    return EffectivePosition(file: directive.file, line: line, column: effective)
  }

  /// The position for a message.
  package func directiveText(at offset: Int) -> ByteString { effectivePosition(at: offset).text }
}

extension Node {
  /// The comment that starts at the offset, if one does.
  fileprivate func comment(startingAt offset: Int) -> Node? {
    var node = self
    search: while true {
      if node.isKind("comment") { return node.range.lowerBound == offset ? node : nil }
      for child in node.children where child.range.contains(offset) {
        node = child
        continue search
      }
      return nil
    }
  }
}
