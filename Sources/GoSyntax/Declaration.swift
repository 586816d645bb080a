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

  package var body: Node? { node.child(field: "body") }

  package var isFunction: Bool { kind == .function || kind == .method }

  /// Whether this is the first of the names that its specification declares.
  package var isFirstOfNode: Bool { node.child(field: "name")?.range == name.range }

  /// The name as a person writes it: `goexit0`, `(*Client).Do`, `Time.Unix`.
  package func spelling(in file: SourceFile) -> String {
    let name = file.text(name).text
    guard let receiverType else { return name }
    let isPointer = node.child(field: "receiver").map { file.text($0).contains(ASCII.star) } ?? false
    let type = file.text(receiverType).text
    return isPointer ? "(*\(type)).\(name)" : "\(type).\(name)"
  }

  static func all(in file: SourceFile) -> [Declaration] {
    var result: [Declaration] = []
    for (node, comments) in Commented.children(of: file.root, in: file) {
      if node.isKind("function_declaration") {
        add(.function, node, in: node, grouped: false, comments, to: &result)
      } else if node.isKind("method_declaration") {
        add(.method, node, in: node, grouped: false, comments, to: &result)
      } else if node.isKind("type_declaration") {
        addSpecifications(.type, of: node, comments, in: file, to: &result)
      } else if node.isKind("const_declaration") {
        addSpecifications(.constant, of: node, comments, in: file, to: &result)
      } else if node.isKind("var_declaration") {
        addSpecifications(.variable, of: node, comments, in: file, to: &result)
      }
    }
    return result
  }

  private static func addSpecifications(
    _ kind: Kind, of statement: Node, _ statementComments: [Node], in file: SourceFile, to result: inout [Declaration]
  ) {
    // `var ( ... )` has its specifications in a list of their own, `type ( ... )` and `const ( ... )` have not.
    let list = statement.children.first { $0.isKind("var_spec_list") } ?? statement
    let isGrouped = list.children.contains { $0.isKind("(") }
    for (node, comments) in Commented.children(of: list, in: file) where node.isNamed {
      add(kind, node, in: statement, grouped: isGrouped, isGrouped ? comments : statementComments, to: &result)
    }
  }

  private static func add(
    _ kind: Kind, _ node: Node, in statement: Node, grouped: Bool, _ comments: [Node], to result: inout [Declaration]
  ) {
    // The field "name" also marks the commas between names.
    for name in node.children(field: "name") where name.isNamed {
      result.append(
        Declaration(
          kind: kind, name: name, node: node, statement: statement, isGrouped: grouped, comments: comments,
          receiverType: kind == .method ? receiverType(of: node) : nil))
    }
  }

  private static func receiverType(of method: Node) -> Node? {
    var result: Node?
    method.child(field: "receiver")?.walk { node in
      if result == nil, node.isKind("type_identifier") { result = node }
      return result == nil && !node.isKind("type_arguments")
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
      if child.isKind("comment") {
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
