internal import Bytes
internal import GoSyntax

/// The identifiers of a function or of another specification. One that declares many names is a target for each of them.
final class Identifiers {
  let uses: [IdentifierUse]
  private(set) lazy var names = Set(uses.map(\.name))
  private(set) lazy var usesByDeclaration = Dictionary(grouping: uses) { $0.declaration }

  init(of declaration: Declaration, in file: SourceFile) {
    uses = Scopes.uses(in: declaration, of: file)
  }
}

/// The parts of a `var` or `const` specification.
struct Specification {
  let names: [Node]
  let type: Node?
  let values: [Node]
  /// The place of each name among them, by where it stands.
  private let places: [Int: Int]

  init(_ declaration: Declaration) { self.init(declaration.node) }

  init(_ node: Node) {
    names = node.children(field: "name").filter(\.isNamed)
    type = node.child(field: "type")
    values = node.child(field: "value")?.children.filter(\.isNamed) ?? []
    places = Dictionary(
      names.enumerated().map { ($0.element.range.lowerBound, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of a name, from 0.
  func place(of name: Node) -> Int? { places[name.range.lowerBound] }
}

/// The specifications of a `const` statement. In `const ( A = iota; B )` B repeats A's expression.
struct Constants {
  let nodes: [Node]
  let specifications: [Specification]
  /// For each, which one it repeats: itself when it has values; nil for the first ones when they have none.
  let repeated: [Int?]
  private let places: [Int: Int]

  init(of statement: Node) {
    nodes = statement.children.filter { $0.isKind("const_spec") }
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
  func place(of specification: Node) -> Int? { places[specification.range.lowerBound] }
}
