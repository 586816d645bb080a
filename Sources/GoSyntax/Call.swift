package import Bytes

/// A call in a declaration.
package struct Call {
  package let range: Range<Int>
  /// What is called.
  package let function: Node
  package let arguments: [Node]
  /// Whether the call is a statement of its own.
  package let isStatement: Bool

  /// Those in a declaration, in order.
  package static func all(in declaration: Declaration) -> [Call] {
    var result: [Call] = []
    var statements: Set<Range<Int>> = []
    declaration.node.walk { node in
      if node.kind == .expressionStatement { statements.insert(node.range) }
      guard node.kind == .callExpression, let function = node.child(.function) else { return true }
      result.append(
        Call(
          range: node.range, function: function,
          arguments: node.child(.arguments)?.children.filter { $0.isNamed && $0.kind != .comment } ?? [],
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
