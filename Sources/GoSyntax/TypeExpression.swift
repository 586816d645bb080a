/// A type where it is written.
package struct TypeExpression {
  let node: Node

  package var range: Range<Int> { node.range }

  /// What kind of type it is, as far as its text shows.
  package enum Form {
    /// `T`, which the range covers.
    case name
    /// `p.T`.
    case qualified
    /// `T[int]`, with the type that is given arguments.
    indirect case generic(TypeExpression)
    indirect case pointer(TypeExpression)
    indirect case parenthesized(TypeExpression)
    indirect case slice(TypeExpression)
    indirect case array(TypeExpression)
    indirect case map(key: TypeExpression, value: TypeExpression)
    case structure, interface, channel, function
    /// What is no type that a value can have.
    case other
  }

  package var form: Form {
    func type(_ field: Field) -> TypeExpression? { node.child(field).map(TypeExpression.init) }
    var only: TypeExpression? { node.children.first(where: \.isCode).map(TypeExpression.init) }
    switch node.kind {
    case .typeIdentifier, .identifier: return .name
    case .qualifiedIdentifier, .selectorExpression: return .qualified
    case .genericType: return type(.type).map { .generic($0) } ?? .other
    case .pointerType: return only.map { .pointer($0) } ?? .other
    case .parenthesizedType: return only.map { .parenthesized($0) } ?? .other
    case .sliceType: return type(.element).map { .slice($0) } ?? .other
    case .arrayType, .implicitLengthArrayType: return type(.element).map { .array($0) } ?? .other
    case .mapType:
      guard let key = type(.key), let value = type(.element) else { return .other }
      return .map(key: key, value: value)
    case .structType: return .structure
    case .interfaceType: return .interface
    case .channelType: return .channel
    case .functionType: return .function
    default: return .other
    }
  }

  /// The package's name and the one behind its dot, of `p.T`.
  package var qualified: (package: Node, name: Node)? {
    guard case .qualified = form, let package = node.child(.package) ?? node.child(.operand),
      let name = node.child(.name) ?? node.child(.field)
    else { return nil }
    return (package, name)
  }
}

extension TypeExpression {
  /// Whether it is a struct whose fields stand here, or a pointer to one.
  var isStructure: Bool {
    switch form {
    case .structure: true
    case .pointer(let type), .parenthesized(let type): type.isStructure
    default: false
    }
  }
}

extension Declaration {
  /// Whether it gives another name to a type, `type T = U`.
  package var isAlias: Bool { node.kind == .aliasDeclaration }

  /// The types that a function's body defines, and those that it gives another name.
  package var localTypes: [(name: Node, definition: TypeExpression, isAlias: Bool)] {
    var result: [(Node, TypeExpression, Bool)] = []
    body?.node.walk { node in
      if node.kind == .typeDefinition || node.kind == .aliasDeclaration, let name = node.child(.name),
        let type = node.child(.type)
      {
        result.append((name, TypeExpression(node: type), node.kind == .aliasDeclaration))
      }
      return true
    }
    return result
  }
}
