/// The parts of a `var` or `const` specification.
package struct Specification {
  package let names: [Node]
  package let type: TypeExpression?
  package let values: [Node]
  /// The place of each name among them, by where it stands.
  private let places: [Int: Int]

  package init(_ declaration: Declaration) { self.init(declaration.node) }

  init(_ node: Node) {
    names = node.children(.name)
    type = node.child(.type).map(TypeExpression.init)
    values = node.child(.value)?.children.filter(\.isCode) ?? []
    places = Dictionary(
      names.enumerated().map { ($0.element.range.lowerBound, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of a name, from 0.
  package func place(of name: Node) -> Int? { places[name.range.lowerBound] }
}

/// The specifications of a `const` statement. In `const ( A = iota; B )` B repeats A's expression.
package struct Constants {
  package let nodes: [Node]
  package let specifications: [Specification]
  /// For each, which one it repeats: itself when it has values; nil for the first ones when they have none.
  package let repeated: [Int?]
  private let places: [Int: Int]

  /// - Parameter declaration: one of the constants.
  package init(of declaration: Declaration) {
    nodes = declaration.statement.children.filter { $0.kind == .constSpecification }
    specifications = nodes.map(Specification.init)
    var last: Int?
    repeated = specifications.enumerated().map { index, specification in
      if !specification.values.isEmpty { last = index }
      return last
    }
    places = Dictionary(
      nodes.enumerated().map { ($0.element.range.lowerBound, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of a specification, from 0.
  package func place(of specification: Node) -> Int? { places[specification.range.lowerBound] }
}
