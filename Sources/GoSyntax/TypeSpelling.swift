package import Bytes

/// Spells types so that equal types read the same: packages by import path, type parameters by position, without
/// parameter names.
package struct TypeSpelling {
  private let file: SourceFile
  /// The number of each type parameter.
  private let typeParameters: [ByteString: Int]
  private let home: ByteString?

  /// - Parameter home: an import path that is left out, as the package of that path leaves it out.
  package init(file: SourceFile, signature: Signature, home: ByteString? = nil) {
    self.init(
      file: file, typeParameters: signature.allTypeParameterNames.map { Array(file.text($0)) }, home: home)
  }

  package init(file: SourceFile, typeParameters: [ByteString], home: ByteString? = nil) {
    self.file = file
    self.home = home
    self.typeParameters = Dictionary(
      typeParameters.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  package func function(_ signature: Signature) -> [ByteString] {
    var result: [ByteString] = []
    if let receiver = signature.receiver {
      // Its type arguments are names that the method gives; only how many there are is the type's.
      result += Array(repeating: [ASCII.star], count: receiver.stars)
      result.append(ByteString("\(signature.receiverTypeParameters.count)"))
    }
    result.append(ByteString("["))
    append(signature.typeParameters, to: &result)
    result.append(ByteString("("))
    append(signature.parameters, to: &result)
    result.append(ByteString(")"))
    append(signature.results, to: &result)
    return result
  }

  package func spell(_ parameter: Parameter) -> [ByteString] {
    var result: [ByteString] = []
    append(parameter, to: &result)
    return result
  }

  package func spell(_ type: TypeExpression) -> [ByteString] {
    var result: [ByteString] = []
    append(type.node, to: &result)
    return result
  }

  /// Equal neighbours stand once, behind their number: `a, b func(c, d T)` nested in itself would double with each level.
  private func append(_ parameters: [Parameter], to result: inout [ByteString]) {
    var last: (parameter: Parameter, place: Int, count: Int)?
    for parameter in parameters {
      let start = result.count
      let isSame = last.map {
        $0.parameter.typeRange == parameter.typeRange && $0.parameter.isVariadic == parameter.isVariadic
      }
      if isSame != true {
        result.append(ByteString(",1"))
        append(parameter, to: &result)
      }
      if let (other, place, count) = last, isSame == true || result[(start + 1)...] == result[(place + 1)..<start] {
        result.removeSubrange(start...)
        result[place] = ByteString(",\(count + 1)")
        last = (other, place, count + 1)
      } else {
        last = (parameter, start, 1)
      }
    }
  }

  private func append(_ parameter: Parameter, to result: inout [ByteString]) {
    if parameter.isVariadic { result.append(ByteString("...")) }
    guard let keyword = parameter.keyword else { return append(parameter.type, to: &result) }
    let word = Array(file.text(keyword))
    result.append(word)
    // The parser takes the one parameter of `func(T)` for a type in parentheses.
    guard word.equals("func"), let only = parameter.type.children.first(where: \.isCode)
    else { return append(parameter.type, to: &result) }
    result += [ByteString("("), ByteString(",1")]
    append(only, to: &result)
    result.append(ByteString(")"))
  }

  private func append(_ node: Node, to result: inout [ByteString]) {
    switch node.kind {
    case .comment: return
    case .parameters:
      result.append(ByteString("("))
      append(Signature.parameters(in: node, of: file), to: &result)
      result.append(ByteString(")"))
    case .functionType:
      result.append(ByteString("func"))
      if let parameters = node.child(.parameters) { append(parameters, to: &result) }
      if let results = node.child(.result) { append(results: results, to: &result) }
    case .qualifiedIdentifier, .selectorExpression:
      guard let package = node.children.first, let name = node.children.last else { return }
      // What stands behind a package's name is none of this function's type parameters.
      let path = file.importItem(qualifying: Array(file.text(package)))?.path
      if let path, path == home { return result.append(Array(file.text(name))) }
      result += [path ?? Array(file.text(package)), ByteString("."), Array(file.text(name))]
    default:
      if node.isToken { return result += token(node) }
      for child in node.children { append(child, to: &result) }
      if node.kind == .fieldDeclaration { result.append(ByteString(";")) }
    }
  }

  /// `func() (int)` is `func() int`.
  private func append(results node: Node, to result: inout [ByteString]) {
    if node.kind == .parameters { return append(node, to: &result) }
    result += [ByteString("("), ByteString(",1")]
    append(node, to: &result)
    result.append(ByteString(")"))
  }

  private func token(_ node: Node) -> [ByteString] {
    let text = Array(file.text(node))
    if text.allSatisfy(\.isSpace) || text.equals(";") { return [] }
    if node.kind == .typeIdentifier || node.kind == .identifier {
      if let position = typeParameters[text] { return [ByteString("$\(position)")] }
      if text.equals("byte") { return [ByteString("uint8")] }
      if text.equals("rune") { return [ByteString("int32")] }
      if text.equals("any") { return ["interface", "{", "}"].map { ByteString($0 as StaticString) } }
    }
    return [text]
  }
}
