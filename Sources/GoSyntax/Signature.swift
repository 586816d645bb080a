internal import Bytes

/// A parameter or a result of a function.
package struct Parameter {
  /// Its identifier, `_` included; nil where the list gives types only.
  package let name: Node?
  let type: Node
  package let isVariadic: Bool
  /// Where the type starts, with the dots of a variadic parameter; a name would stand in front of it.
  package let start: Int
  /// `map`, `chan` or `func`, where the parser took the word for a name: it belongs in front of `type`.
  var keyword: Node?

  /// The bytes of the type, without the dots.
  package var typeRange: Range<Int> { (keyword ?? type).range.lowerBound..<type.range.upperBound }

  /// How many stars stand in front of a receiver's type.
  package var stars: Int { type.tokens.count { $0.kind == .star } }
}

/// What a function declaration says above its body.
package struct Signature {
  package let receiver: Parameter?
  /// The names of the receiver's type parameters (`K` in `func (m *Map[K]) ...`).
  package let receiverTypeParameters: [Node]
  /// The function's own type parameters.
  package let typeParameters: [Parameter]
  package let parameters: [Parameter]
  package let results: [Parameter]
  /// Where the result stands that has no parentheses around it.
  package let bareResult: Range<Int>?

  package init(of declaration: Declaration, in file: SourceFile) {
    let node = declaration.node
    receiver = node.child(.receiver).flatMap { Self.parameters(in: $0, of: file).first }
    var names: [Node] = []
    node.child(.receiver)?.walk { child in
      guard child.kind == .typeArguments else { return true }
      child.walk {
        if $0.kind == .typeIdentifier { names.append($0) }
        return true
      }
      return false
    }
    receiverTypeParameters = names
    typeParameters = node.child(.typeParameters).map { Self.parameters(in: $0, of: file) } ?? []
    parameters = node.child(.parameters).map { Self.parameters(in: $0, of: file) } ?? []
    let result = declaration.isFunction ? node.child(.result) : nil
    results = result.map { Self.results(in: $0, of: file) } ?? []
    bareResult = result.flatMap { $0.kind == .parameters ? nil : $0.range }
  }

  /// The results of a function, which may be a list in parentheses or one type.
  static func results(in node: Node, of file: SourceFile) -> [Parameter] {
    if node.kind == .parameters { return parameters(in: node, of: file) }
    return [Parameter(name: nil, type: node, isVariadic: false, start: node.range.lowerBound)]
  }

  /// The parameters of a list in parentheses, or of the type parameters in brackets; one for each name of `a, b int`.
  ///
  /// In `(int, map[string]rune)` a parser of an older library sees two names of a type `[string]rune`, and likewise with
  /// `chan T` and `func(T)`: it knows no words that are reserved where a name may stand. Nothing else that asks for
  /// parameters need know.
  static func parameters(in list: Node, of file: SourceFile) -> [Parameter] {
    list.children.flatMap { declaration -> [Parameter] in
      var type: Node?
      var dots: Node?
      var names: [Node] = []
      declaration.forEachChild { child, has in
        if has(.name) {
          names.append(child)
        } else if has(.type) || has(.constraint) {
          type = child
        } else if child.kind == .ellipsis {
          dots = child
        }
      }
      guard let type else { return [] }
      let start = (dots ?? type).range.lowerBound
      func parameter(_ name: Node?) -> Parameter {
        Parameter(name: name, type: type, isVariadic: dots != nil, start: start)
      }
      if let keyword = names.last, isKeyword(keyword, in: file) {
        return names.dropLast().map {
          Parameter(name: nil, type: $0, isVariadic: false, start: $0.range.lowerBound)
        } + [
          Parameter(
            name: nil, type: type, isVariadic: dots != nil, start: keyword.range.lowerBound, keyword: keyword)
        ]
      }
      return names.isEmpty ? [parameter(nil)] : names.map(parameter)
    }
  }

  private static func isKeyword(_ name: Node, in file: SourceFile) -> Bool {
    let text = file.text(name)
    return text.equals("map") || text.equals("chan") || text.equals("func")
  }

  /// Every type parameter's name, the receiver's first.
  package var allTypeParameterNames: [Node] { receiverTypeParameters + typeParameters.compactMap(\.name) }
}
