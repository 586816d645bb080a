internal import Bytes

/// A package-level declaration of one name; `var a, b int` gives two.
package struct Declaration {
  package enum Kind: String {
    case function, method, type, constant, variable
  }

  package let kind: Kind
  /// The identifier that is declared.
  package let name: Node
  /// The function, or the specification that declares the name.
  package let node: Node
  /// The whole `func`, `type`, `var` or `const` statement; `node` itself for a function.
  package let statement: Node
  /// Whether the specification stands between parentheses.
  package let isGrouped: Bool
  /// The comments that end on the line above, without a blank line between them.
  package let comments: [Node]
  /// The name of a method's receiver type, without pointer and type parameters.
  package let receiverType: Node?

  /// A function's body.
  package var body: Body? { isFunction ? node.child(.body).map(Body.init) : nil }

  /// The type that a type declaration gives its name to, or the type of a variable or a constant where it is written.
  package var type: TypeExpression? { isFunction ? nil : node.child(.type).map(TypeExpression.init) }

  package var isFunction: Bool { kind == .function || kind == .method }

  /// Whether this is the first of the names that its specification declares.
  package var isFirstOfNode: Bool { node.child(.name)?.range == name.range }

  /// The name as a person writes it: `goexit0`, `(*Client).Do`, `Time.Unix`.
  package func spelling(in file: SourceFile) -> String {
    let name = file.text(name).text
    guard let receiverType else { return name }
    let type = file.text(receiverType).text
    return hasPointerReceiver(in: file) ? "(*\(type)).\(name)" : "\(type).\(name)"
  }

  /// Whether it is a method of a pointer to its type.
  package func hasPointerReceiver(in file: SourceFile) -> Bool {
    node.child(.receiver).map { file.text($0).contains(ASCII.star) } ?? false
  }

  static func all(in file: SourceFile) -> [Declaration] {
    var result: [Declaration] = []
    for (node, comments) in Commented.children(of: file.root, in: file) {
      switch node.kind {
      case .functionDeclaration: add(.function, node, in: node, grouped: false, comments, to: &result)
      case .methodDeclaration: add(.method, node, in: node, grouped: false, comments, to: &result)
      case .typeDeclaration: addSpecifications(.type, of: node, comments, in: file, to: &result)
      case .constDeclaration: addSpecifications(.constant, of: node, comments, in: file, to: &result)
      case .varDeclaration: addSpecifications(.variable, of: node, comments, in: file, to: &result)
      default: break
      }
    }
    return result
  }

  private static func addSpecifications(
    _ kind: Kind, of statement: Node, _ statementComments: [Node], in file: SourceFile, to result: inout [Declaration]
  ) {
    let isGrouped = statement.firstChild(.openingParenthesis) != nil
    for (node, comments) in Commented.children(of: statement, in: file) {
      add(kind, node, in: statement, grouped: isGrouped, isGrouped ? comments : statementComments, to: &result)
    }
  }

  private static func add(
    _ kind: Kind, _ node: Node, in statement: Node, grouped: Bool, _ comments: [Node], to result: inout [Declaration]
  ) {
    for name in node.children(.name) {
      result.append(
        Declaration(
          kind: kind, name: name, node: node, statement: statement, isGrouped: grouped, comments: comments,
          receiverType: kind == .method ? receiverType(of: node) : nil))
    }
  }

  private static func receiverType(of method: Node) -> Node? {
    var result: Node?
    method.child(.receiver)?.walk { node in
      if result == nil, node.kind == .typeIdentifier { result = node }
      return result == nil && node.kind != .typeArguments
    }
    return result
  }
}

/// The children of a node with the comments that document each.
enum Commented {
  static func children(of parent: Node, in file: SourceFile) -> [(node: Node, comments: [Node])] {
    var result: [(Node, [Node])] = []
    var pending: [Node] = []
    var previousLine = 0
    for child in parent.children {
      let line = file.line(at: child.range.lowerBound)
      if child.kind == .comment {
        // A comment behind code on its line documents that code; a blank line ends a run of comments.
        if line == previousLine && pending.isEmpty { continue }
        if line > previousLine + 1 { pending = [] }
        pending.append(child)
      } else if child.isNamed {
        result.append((child, line <= previousLine + 1 ? pending : []))
        pending = []
      } else {
        pending = []
      }
      if !child.range.isEmpty { previousLine = file.line(at: child.range.upperBound - 1) }
    }
    return result
  }
}
