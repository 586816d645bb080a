internal import Bytes

/// The names in composite literals, whose keys may be fields.
extension Resolver {
  mutating func compositeLiteral(_ node: Node) {
    guard let type = node.child(.type), let value = node.child(.value) else { return visitChildren(of: node) }
    visit(type)
    literal(LiteralValue(node: value), of: TypeExpression(node: type))
  }

  /// - Parameters:
  ///   - type: nil where nothing tells it.
  ///   - level: how far the literal lies inside of one of that type: see `KeyedLiteral`.
  private mutating func literal(_ literal: LiteralValue, of type: TypeExpression?, level: Int = 0) {
    let definition = type.flatMap { self.definition(of: $0) }
    let form = definition?.type.form ?? .other
    func inner(_ type: TypeExpression) -> TypeExpression? {
      definition?.isLocal == true && !type.isStructure ? nil : type
    }
    for element in literal.elements {
      switch form {
      case .structure:
        if let key = element.key, key.kind != .identifier { self.element(key, of: nil) }
        self.element(element.value, of: nil)
      case .slice(let type), .array(let type):
        if let key = element.key { self.element(key, of: nil) }
        self.element(element.value, of: inner(type))
      case .map(let key, let value):
        if let node = element.key { self.element(node, of: inner(key)) }
        self.element(element.value, of: inner(value))
      case .name:
        if let key = element.key { self.key(key, of: definition?.type, level: level) }
        if let inner = element.valueLiteral {
          self.literal(inner, of: definition?.type, level: level + 1)
        } else {
          visit(element.value)
        }
      default:
        if let key = element.key { self.key(key, of: definition?.type, level: level) }
        self.element(element.value, of: nil)
      }
    }
  }

  /// The key of a literal whose type is defined elsewhere.
  private mutating func key(_ node: Node, of definition: TypeExpression?, level: Int) {
    guard node.kind == .identifier else { return element(node, of: nil) }
    guard let definition else { return use(node, literal: .unknown) }
    switch definition.form {
    case .name:
      use(node, literal: .named(Array(file.text(definition.range)), level: level))
    case .qualified where file.text(node).first.map({ (0x61...0x7a).contains($0) || $0 == ASCII.underscore }) == true:
      // Another package's struct has no such field for this one: it is a map, or has indices.
      use(node)
    default:
      use(node, literal: .unknown)
    }
  }

  /// An element without a type of its own, `{...}`, has the one that the literal's type gives it; `&` may be left out too.
  private mutating func element(_ node: Node, of type: TypeExpression?) {
    guard node.kind == .literalValue else { return visit(node) }
    if let type, case .pointer(let pointee) = definition(of: type)?.type.form {
      literal(LiteralValue(node: node), of: pointee)
    } else {
      literal(LiteralValue(node: node), of: type)
    }
  }

  /// What a type is, as far as the declaration itself tells: a type of the package is a name.
  ///
  /// - Returns: the type, and whether a name that the declaration gives to it led there.
  func definition(of type: TypeExpression) -> (type: TypeExpression, isLocal: Bool)? {
    switch type.form {
    case .generic(let base), .parenthesized(let base): return definition(of: base)
    case .name:
      guard let declaration = meanings[Array(file.text(type.range))]?.last?.declaration else { return (type, false) }
      return localTypes[declaration].map { ($0, true) }
    default: return (type, false)
    }
  }
}
