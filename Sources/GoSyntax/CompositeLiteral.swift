/// `T{...}`.
package struct CompositeLiteral {
  package let node: Node
  package let type: TypeExpression
  package let value: LiteralValue

  /// All that stand in a declaration, in order.
  package static func all(in declaration: Declaration) -> [CompositeLiteral] { all(in: declaration.node) }

  /// All that stand in a file, in order.
  package static func all(in file: SourceFile) -> [CompositeLiteral] { all(in: file.root) }

  private static func all(in node: Node) -> [CompositeLiteral] {
    var result: [CompositeLiteral] = []
    node.walk { node in
      if node.kind == .compositeLiteral, let type = node.child(.type), let value = node.child(.value) {
        result.append(
          CompositeLiteral(node: node, type: TypeExpression(node: type), value: LiteralValue(node: value)))
      }
      return true
    }
    return result
  }
}

/// What stands between the braces of a composite literal, and of an element whose type is left out.
package struct LiteralValue {
  package let node: Node

  package struct Element {
    /// Nil where the value stands alone.
    package let key: Node?
    package let value: Node

    /// The braces that a key without a type is.
    package var keyLiteral: LiteralValue? { key.flatMap(LiteralValue.init(braces:)) }
    /// The braces that a value without a type is.
    package var valueLiteral: LiteralValue? { LiteralValue(braces: value) }
  }

  package var elements: [Element] {
    node.children.compactMap { child in
      guard child.isCode else { return nil }
      guard child.kind == .keyedElement else { return Element(key: nil, value: child) }
      guard let key = child.child(.key), let value = child.child(.element) else { return nil }
      return Element(key: key, value: value)
    }
  }

  init(node: Node) { self.node = node }

  private init?(braces node: Node) {
    guard node.kind == .literalValue else { return nil }
    self.node = node
  }
}
