/// What stands between braces or parentheses and may be added to: the fields of a struct, the methods of an interface, the
/// specifications of a group.
package struct MemberList {
  package enum Kind {
    case fields, methods, specifications
  }

  package let kind: Kind
  private let node: Node

  /// Each member.
  package var members: [Node] {
    node.children.filter(\.isCode)
  }

  /// What is inside of the braces or parentheses.
  package var inside: Range<Int> {
    let opening = node.children.first { $0.kind == .openingBrace || $0.kind == .openingParenthesis }
    return (opening?.range.upperBound ?? node.range.lowerBound)..<(node.range.upperBound - 1)
  }

  /// The names of fields or methods; of embedded ones there are none.
  package var names: [Node] { members.flatMap { $0.children(.name) } }

  /// The members of a struct or an interface; nil for other types.
  package init?(of type: TypeExpression) {
    switch type.node.kind {
    case .structType: kind = .fields
    case .interfaceType: kind = .methods
    default: return nil
    }
    node = type.node
  }

  /// The group in which a declaration stands; nil if there is none.
  package init?(around declaration: Declaration) {
    guard declaration.isGrouped else { return nil }
    kind = .specifications
    node = declaration.statement
  }
}
