package import Bytes

/// A call in a declaration.
package struct Call {
  package let range: Range<Int>
  /// What is called.
  package let function: Node
  package let arguments: [Node]
  /// Where the parenthesis behind them stands.
  package let end: Int
  /// Whether the last argument stands for many, `list...`.
  package let isSpread: Bool
  /// Whether the call is a statement of its own.
  package let isStatement: Bool

  /// Those in a declaration, in order.
  package static func all(in declaration: Declaration) -> [Call] {
    var result: [Call] = []
    var statements: Set<Range<Int>> = []
    declaration.node.walk { node in
      if node.kind == .expressionStatement { statements.insert(node.range) }
      guard node.kind == .callExpression, let function = node.child(.function) else { return true }
      let list = node.child(.arguments)
      result.append(
        Call(
          range: node.range, function: function, arguments: list?.children.filter(\.isCode) ?? [],
          end: node.range.upperBound - 1, isSpread: list?.firstChild(.ellipsis) != nil,
          isStatement: statements.contains(node.range)))
      return true
    }
    return result
  }
}

extension SourceFile {
  /// What stands between the quotes of a string literal without escapes; nil for any other node.
  package func plainString(_ node: Node) -> ByteString? {
    guard node.kind == .interpretedString || node.kind == .rawString, node.range.count >= 2 else { return nil }
    let text = text(node).dropFirst().dropLast()
    return node.kind == .interpretedString && text.contains(ASCII.backslash) ? nil : Array(text)
  }
}
