internal import Bytes

/// What stands above a function's body or before a type's definition.
extension Declaration {
  /// Where the header ends, the white space behind it included.
  package var headerEnd: Int {
    let definition = kind == .type ? node.child(.type)?.range : body?.range
    return definition?.lowerBound ?? node.range.upperBound
  }

  /// Where the closing parenthesis of a function's parameters stands.
  package var parametersEnd: Int { node.child(.parameters).map { $0.range.upperBound - 1 } ?? headerEnd }

  /// Whether a function has results.
  package var hasResults: Bool { isFunction && node.child(.result) != nil }

  /// The header as a person reads it: white space folded.
  package func header(in file: SourceFile) -> String {
    headerKeyword
      + file.text(node.range.lowerBound..<max(node.range.lowerBound, headerEnd))
      .split(whereSeparator: \.isSpace).map(\.text).joined(separator: " ")
  }

  /// What `header` puts in front of a specification.
  private var headerKeyword: String {
    switch kind {
    case .function, .method: ""
    case .type: "type "
    case .constant: "const "
    case .variable: "var "
    }
  }

  /// The column, from 0 and in characters, at which a byte of the source stands in `header`.
  package func headerColumns(in file: SourceFile) -> (Int) -> Int {
    let header = node.range.lowerBound..<max(node.range.lowerBound, headerEnd)
    var columns = [headerKeyword.count]
    var column = headerKeyword.count
    var isSpace = false
    for byte in file.text(header) {
      if byte.isSpace {
        if !isSpace { column += 1 }
      } else if byte & 0xc0 != 0x80 {
        column += 1
      }
      isSpace = byte.isSpace
      columns.append(column)
    }
    return { offset in columns[min(max(offset - header.lowerBound, 0), header.count)] }
  }
}
