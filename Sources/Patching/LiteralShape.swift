internal import Bytes
internal import GoSyntax

/// What a type holds of a certain other one, its subject, as far as composite literals can build it.
indirect enum LiteralShape {
  /// The subject itself, and where it is written; nil where its name stands in another scope.
  case subject(TypeExpression?)
  case pointer(LiteralShape)
  case elements(LiteralShape)
  case map(key: LiteralShape?, value: LiteralShape?)

  /// - Parameter named: the shape of a type by its name, with a package or with type arguments or without.
  init?(of type: TypeExpression, named: (TypeExpression) -> LiteralShape?) {
    func inner(_ type: TypeExpression) -> LiteralShape? { LiteralShape(of: type, named: named) }
    let shape: LiteralShape?
    switch type.form {
    case .name, .qualified, .generic: shape = named(type)
    case .slice(let element), .array(let element): shape = inner(element).map { .elements($0) }
    case .map(let key, let value):
      let (key, value) = (inner(key), inner(value))
      shape = key == nil && value == nil ? nil : .map(key: key, value: value)
    case .pointer(let pointee): shape = inner(pointee).map { .pointer($0) }
    case .parenthesized(let type): shape = inner(type)
    case .structure, .interface, .channel, .function, .other: shape = nil
    }
    guard let shape else { return nil }
    self = shape
  }

  /// The shape where the name of the subject cannot be taken from where it is written.
  var elsewhere: LiteralShape {
    switch self {
    case .subject: .subject(nil)
    case .pointer(let pointee): .pointer(pointee.elsewhere)
    case .elements(let element): .elements(element.elsewhere)
    case .map(let key, let value): .map(key: key?.elsewhere, value: value?.elsewhere)
    }
  }

  /// The literals within one of this shape that leave out their type, at any depth, in order.
  func elided(in literal: LiteralValue) -> [(value: LiteralValue, shape: LiteralShape, isPointer: Bool)] {
    func inside(_ value: LiteralValue?, _ shape: LiteralShape?) -> [(LiteralValue, LiteralShape, Bool)] {
      guard let value, let shape else { return [] }
      // `&` may be left out too, once.
      if case .pointer(let pointee) = shape { return [(value, pointee, true)] + pointee.elided(in: value) }
      return [(value, shape, false)] + shape.elided(in: value)
    }
    switch self {
    case .subject, .pointer: return []
    case .elements(let element): return literal.elements.flatMap { inside($0.valueLiteral, element) }
    case .map(let key, let value):
      return literal.elements.flatMap { inside($0.keyLiteral, key) + inside($0.valueLiteral, value) }
    }
  }
}

/// The names that a declaration gives a meaning of its own.
struct LocalTypes {
  /// Where each use of one is declared.
  private(set) var declarations: [Int: Int] = [:]
  /// What types are, by where their names are declared.
  private(set) var types: [Int: (definition: TypeExpression, isAlias: Bool)] = [:]

  init() {}

  init(of declaration: Declaration, in file: SourceFile) {
    for use in file.identifiers(of: declaration).uses {
      if let place = use.declaration { declarations[use.node.range.lowerBound] = place }
    }
    for (name, definition, isAlias) in declaration.localTypes {
      types[name.range.lowerBound] = (definition, isAlias)
    }
  }
}
