/// A variable that a function declares, or a function literal in it, by what its type may be told from.
package struct LocalVariable {
  package enum Origin {
    /// It has its type written behind it, and is a parameter or has a value.
    case typed(TypeExpression)
    /// It has one of the values that an expression gives, counted from 0.
    case value(Value, place: Int)
  }

  /// An expression that a variable is declared with.
  package enum Value {
    case name(Node)
    /// A call of what stands behind the dot of a name: `context.Background()`, `r.Context()`.
    case call(of: Node, selected: Node)
  }

  package let name: Node
  package let origin: Origin

  /// Those in a declaration, in order, but for what nothing shows the type of, and for what has no value yet.
  package static func all(in declaration: Declaration, of file: SourceFile) -> [LocalVariable] {
    var result: [LocalVariable] = []
    declaration.node.walk { node in
      switch node.kind {
      case .functionDeclaration, .methodDeclaration, .functionLiteral:
        guard let list = node.child(.parameters) else { break }
        for parameter in Signature.parameters(in: list, of: file) {
          guard let name = parameter.name, !parameter.isVariadic, parameter.keyword == nil else { continue }
          let type = TypeExpression(node: parameter.type)
          result.append(LocalVariable(name: name, origin: .typed(type)))
        }
      case .varSpecification:
        let specification = Specification(node)
        if specification.values.isEmpty { break }
        if let type = specification.type {
          result += specification.names.map { LocalVariable(name: $0, origin: .typed(type)) }
        } else {
          result += variables(specification.names, of: specification.values)
        }
      case .shortVarDeclaration:
        guard let left = node.child(.left), let right = node.child(.right) else { break }
        result += variables(left.children.filter(\.isCode), of: right.children.filter(\.isCode))
      default: break
      }
      return true
    }
    return result
  }

  private static func variables(_ names: [Node], of values: [Node]) -> [LocalVariable] {
    names.enumerated().compactMap { index, name in
      let isEach = names.count == values.count
      guard name.kind == .identifier, isEach || values.count == 1, let value = value(values[isEach ? index : 0]) else {
        return nil
      }
      return LocalVariable(name: name, origin: .value(value, place: isEach ? 0 : index))
    }
  }

  private static func value(_ node: Node) -> Value? {
    if node.kind == .identifier { return .name(node) }
    guard node.kind == .callExpression, let function = node.child(.function), function.kind == .selectorExpression,
      let operand = function.child(.operand), operand.kind == .identifier, let selected = function.child(.field)
    else { return nil }
    return .call(of: operand, selected: selected)
  }
}

extension SourceFile {
  /// See `Scopes.nearest`.
  package func nearest(
    of variables: [Int: Int], at places: Set<Int>, in declaration: Declaration
  ) -> [Int: [Int]] {
    Scopes.nearest(of: variables, at: places, in: declaration, of: self)
  }
}
