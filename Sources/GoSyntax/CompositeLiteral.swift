internal import Bytes

/// `T{...}`.
package struct CompositeLiteral {
  package let node: Node
  package let type: TypeExpression
  package let value: LiteralValue
  /// `&T{...}`, where that is what stands there, with parentheses around the literal or without.
  package let pointer: Node?
  /// The `len` or `cap` of whose argument it is a part, outside of any call there: that may be a constant.
  package let measure: Node?

  /// All that stand in a declaration, in order.
  package static func all(in declaration: Declaration, of file: SourceFile) -> [CompositeLiteral] {
    all(in: declaration.node, of: file)
  }

  /// All that stand in a file, in order.
  package static func all(in file: SourceFile) -> [CompositeLiteral] { all(in: file.root, of: file) }

  private static func all(in node: Node, of file: SourceFile) -> [CompositeLiteral] {
    var result: [CompositeLiteral] = []
    /// The `&` in front of literals, by where these start.
    var pointers: [Int: Node] = [:]
    /// The arguments and function literals around, and `len` or `cap` where they are its arguments.
    var around: [(range: Range<Int>, measure: Node?)] = []
    node.walk { node in
      while let last = around.last, last.range.upperBound <= node.range.lowerBound { around.removeLast() }
      switch node.kind {
      case .unaryExpression:
        if let literal = addressed(by: node) { pointers[literal.range.lowerBound] = node }
      case .callExpression:
        guard let arguments = node.child(.arguments) else { break }
        let function = node.child(.function).flatMap { isMeasure($0, in: file) ? $0 : nil }
        around.append((arguments.range, function))
      case .functionLiteral: around.append((node.range, nil))
      case .compositeLiteral:
        guard let type = node.child(.type), let value = node.child(.value) else { break }
        result.append(
          CompositeLiteral(
            node: node, type: TypeExpression(node: type), value: LiteralValue(node: value),
            pointer: pointers[node.range.lowerBound], measure: around.last?.measure))
      default: break
      }
      return true
    }
    return result
  }

  /// The literal that `&` stands in front of.
  private static func addressed(by expression: Node) -> Node? {
    guard expression.firstChild(.ampersand) != nil else { return nil }
    var operand = expression.child(.operand)
    while let inner = operand, inner.kind == .parenthesizedExpression {
      operand = inner.children.first(where: \.isCode)
    }
    return operand.flatMap { $0.kind == .compositeLiteral ? $0 : nil }
  }

  private static func isMeasure(_ function: Node, in file: SourceFile) -> Bool {
    let text = file.text(function)
    return text.equals("len") || text.equals("cap")
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
