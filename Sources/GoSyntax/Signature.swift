internal import Bytes

/// A parameter or a result of a function.
package struct Parameter {
  /// Its identifier, `_` included; nil where the list gives types only.
  package let name: Node?
  package let type: Node
  package let isVariadic: Bool
  /// `map`, `chan` or `func`, where the grammar took the word for a name: it belongs in front of `type`.
  package var keyword: Node?

  /// The bytes of the type.
  package var typeRange: Range<Int> { (keyword ?? type).range.lowerBound..<type.range.upperBound }
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

  package init(of declaration: Declaration, in file: SourceFile) {
    let node = declaration.node
    receiver = node.child(field: "receiver").flatMap { Self.parameters(in: $0, of: file).first }
    var names: [Node] = []
    node.child(field: "receiver")?.walk { child in
      guard child.isKind("type_arguments") else { return true }
      child.walk {
        if $0.isKind("type_identifier") { names.append($0) }
        return true
      }
      return false
    }
    receiverTypeParameters = names
    typeParameters = node.child(field: "type_parameters").map { Self.parameters(in: $0, of: file) } ?? []
    parameters = node.child(field: "parameters").map { Self.parameters(in: $0, of: file) } ?? []
    if let result = node.child(field: "result") {
      results =
        result.isKind("parameter_list")
        ? Self.parameters(in: result, of: file) : [Parameter(name: nil, type: result, isVariadic: false)]
    } else {
      results = []
    }
  }

  /// The parameters of a list in parentheses, or of the type parameters in brackets; one for each name of `a, b int`.
  ///
  /// In `(int, map[string]rune)` the grammar sees two names of a type `[string]rune`, and likewise with `chan T` and
  /// `func(T)`: a keyword counts as a name where a name may stand. Nothing else that asks for parameters need know.
  package static func parameters(in list: Node, of file: SourceFile) -> [Parameter] {
    list.children.flatMap { child -> [Parameter] in
      guard let type = child.child(field: "type") else { return [] }
      let isVariadic = child.isKind("variadic_parameter_declaration")
      let names = child.children(field: "name").filter(\.isNamed)
      if let keyword = names.last, isKeyword(keyword, in: file) {
        return names.dropLast().map { Parameter(name: nil, type: $0, isVariadic: false) }
          + [Parameter(name: nil, type: type, isVariadic: isVariadic, keyword: keyword)]
      }
      if names.isEmpty { return [Parameter(name: nil, type: type, isVariadic: isVariadic)] }
      return names.map { Parameter(name: $0, type: type, isVariadic: isVariadic) }
    }
  }

  private static func isKeyword(_ name: Node, in file: SourceFile) -> Bool {
    let text = file.text(name)
    return text.equals("map") || text.equals("chan") || text.equals("func")
  }

  /// Every type parameter's name, the receiver's first.
  package var allTypeParameterNames: [Node] { receiverTypeParameters + typeParameters.compactMap(\.name) }
}

extension Declaration {
  /// What stands above a function's body or before a type's definition, as a person reads it: white space folded.
  package func header(in file: SourceFile) -> String {
    let keyword =
      switch kind {
      case .function, .method: ""
      case .type: "type "
      case .constant: "const "
      case .variable: "var "
      }
    let definition = kind == .type ? node.child(field: "type") : body
    let end = definition?.range.lowerBound ?? node.range.upperBound
    return keyword
      + file.text(node.range.lowerBound..<end).split(whereSeparator: \.isSpace).map(\.text).joined(separator: " ")
  }
}
