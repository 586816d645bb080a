internal import Bytes
internal import GoSyntax

/// The signature in a patch asserts the target's: receiver, type parameters, parameters and results must have equal
/// types. Names, white space and comments do not count.
enum SignatureAssertion {
  static func check(_ patch: Patch, _ names: TargetNames) throws(Problem) {
    // By name, each parameter is checked when it is looked up; the receiver's type has found the target.
    if patch.bindsByName {
      for (place, name) in TargetNames.places(of: patch.signature) {
        guard let name, !patch.text(name).equals("_") else { continue }
        _ = try self.place(named: name, at: place, of: patch, in: names)
      }
      return
    }
    guard patch.spelling.function(patch.signature) != names.spelling.function(names.signature) else { return }
    throw patch.problem(
      "the signature of \(names.target.name) has drifted; write the target's, or limit this file with //go:build\n"
        + headers(patch, names.target), .drifted)
  }

  /// The place of the target's signature that has a name of the patch's, with the same type.
  static func place(
    named node: Node, at mine: TargetNames.Place, of patch: Patch, in names: TargetNames
  ) throws(Problem) -> TargetNames.Place {
    if case .receiver = mine { return .receiver }
    if case .typeParameter = mine { return mine }
    var theirs: TargetNames.Place?
    if case .result = mine, patch.bindsResultsByPosition(to: names.signature) {
      theirs = mine
    } else {
      theirs = names.placesByName[Array(patch.text(node))]
    }
    guard let theirs else {
      throw Problem(
        "\(names.target.name) has no parameter or result called \(patch.text(node).text); with //routinex:by-name the names "
          + "must be the target's\n" + headers(patch, names.target), at: node, in: patch.file, kind: .drifted)
    }
    let wanted = parameter(at: mine, of: patch.signature).map(patch.spelling.spell)
    let actual = parameter(at: theirs, of: names.signature).map(names.spelling.spell)
    if wanted != actual {
      throw Problem(
        "\(patch.text(node).text) has another type in \(names.target.name); write the target's\n"
          + headers(patch, names.target), at: node, in: patch.file, kind: .drifted)
    }
    return theirs
  }

  private static func parameter(at place: TargetNames.Place, of signature: Signature) -> Parameter? {
    switch place {
    case .receiver: signature.receiver
    case .parameter(let index): signature.parameters[index]
    case .result(let index): signature.results[index]
    case .typeParameter: nil
    }
  }

  private static func headers(_ patch: Patch, _ target: Target) -> String {
    let (mine, theirs) = (patch.declaration.header(in: patch.file.source), target.declaration.header(in: target.file))
    return HeaderComparison.lines(patch, target)
      + (mine == theirs ? "\n\tThe two files mean different packages by one of these names." : "")
  }
}

/// Spells types so that equal types read the same: packages by import path, type parameters by position, without
/// parameter names.
struct TypeSpelling {
  private let file: SourceFile
  /// The number of each type parameter.
  private let typeParameters: [ByteString: Int]

  init(file: SourceFile, signature: Signature) {
    self.init(file: file, typeParameters: signature.allTypeParameterNames.map { Array(file.text($0)) })
  }

  init(file: SourceFile, typeParameters: [ByteString]) {
    self.file = file
    self.typeParameters = Dictionary(
      typeParameters.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  func function(_ signature: Signature) -> [ByteString] {
    var result: [ByteString] = []
    if let receiver = signature.receiver {
      // Its type arguments are names that the method gives; only how many there are is the type's.
      result += receiver.type.tokens.filter { $0.isKind("*") }.map { Array(file.text($0)) }
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

  func spell(_ parameter: Parameter) -> [ByteString] {
    var result: [ByteString] = []
    append(parameter, to: &result)
    return result
  }

  func spell(_ node: Node) -> [ByteString] {
    var result: [ByteString] = []
    append(node, to: &result)
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
    // The grammar takes the one parameter of `func(T)` for a type in parentheses.
    guard word.equals("func"), let only = parameter.type.children.first(where: { $0.isNamed && !$0.isKind("comment") })
    else { return append(parameter.type, to: &result) }
    result += [ByteString("("), ByteString(",1")]
    append(only, to: &result)
    result.append(ByteString(")"))
  }

  private func append(_ node: Node, to result: inout [ByteString]) {
    if node.isKind("comment") { return }
    if node.isKind("parameter_list") {
      result.append(ByteString("("))
      append(Signature.parameters(in: node, of: file), to: &result)
      result.append(ByteString(")"))
    } else if node.isKind("function_type") {
      result.append(ByteString("func"))
      if let parameters = node.child(field: "parameters") { append(parameters, to: &result) }
      if let results = node.child(field: "result") { append(results: results, to: &result) }
    } else if node.isKind("qualified_type") || node.isKind("selector_expression"),
      let package = node.children.first, let name = node.children.last
    {
      // What stands behind a package's name is none of this function's type parameters.
      let path = file.importItem(qualifying: Array(file.text(package)))?.path
      result += [path ?? Array(file.text(package)), ByteString("."), Array(file.text(name))]
    } else if node.childCount == 0 {
      result += token(node)
    } else {
      for child in node.children { append(child, to: &result) }
      if node.isKind("field_declaration") { result.append(ByteString(";")) }
    }
  }

  /// `func() (int)` is `func() int`.
  private func append(results node: Node, to result: inout [ByteString]) {
    if node.isKind("parameter_list") { return append(node, to: &result) }
    result += [ByteString("("), ByteString(",1")]
    append(node, to: &result)
    result.append(ByteString(")"))
  }

  private func token(_ node: Node) -> [ByteString] {
    let text = Array(file.text(node))
    if text.allSatisfy(\.isSpace) || text.equals(";") { return [] }
    if node.isKind("package_identifier") {
      return [file.importItem(qualifying: text)?.path ?? text]
    }
    if node.isKind("type_identifier") || node.isKind("identifier") {
      if let position = typeParameters[text] { return [ByteString("$\(position)")] }
      if text.equals("byte") { return [ByteString("uint8")] }
      if text.equals("rune") { return [ByteString("int32")] }
      if text.equals("any") { return ["interface", "{", "}"].map { ByteString($0 as StaticString) } }
    }
    return [text]
  }
}
