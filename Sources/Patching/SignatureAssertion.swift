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
    let wanted = TypeSpelling(file: patch.file.source, signature: patch.signature)
    let actual = TypeSpelling(file: names.target.file, signature: names.signature)
    guard wanted.function(patch.signature) != actual.function(names.signature) else { return }
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
      theirs =
        TargetNames.places(of: names.signature).first { _, name in
          name.map { names.target.file.text($0).equals(patch.text(node)) } ?? false
        }?.place
    }
    guard let theirs else {
      throw Problem(
        "\(names.target.name) has no parameter or result called \(patch.text(node).text); with //routinex:by-name the names "
          + "must be the target's\n" + headers(patch, names.target), at: node, in: patch.file, kind: .drifted)
    }
    let wanted = parameter(at: mine, of: patch.signature).map {
      TypeSpelling(file: patch.file.source, signature: patch.signature).spell($0)
    }
    let actual = parameter(at: theirs, of: names.signature).map {
      TypeSpelling(file: names.target.file, signature: names.signature).spell($0)
    }
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
  private let typeParameters: [ByteString]

  init(file: SourceFile, signature: Signature) {
    self.init(file: file, typeParameters: signature.allTypeParameterNames.map { Array(file.text($0)) })
  }

  init(file: SourceFile, typeParameters: [ByteString]) {
    self.file = file
    self.typeParameters = typeParameters
  }

  func function(_ signature: Signature) -> [ByteString] {
    var result: [ByteString] = []
    if let receiver = signature.receiver {
      // Its type arguments are names that the method gives; only how many there are is the type's.
      result += receiver.type.tokens.filter { $0.isKind("*") }.map { Array(file.text($0)) }
      result.append(ByteString("\(signature.receiverTypeParameters.count)"))
    }
    result.append(ByteString("["))
    for parameter in signature.typeParameters { result += spell(parameter) + [ByteString(",")] }
    result.append(ByteString("("))
    result += list(signature.parameters)
    result.append(ByteString(")"))
    result += list(signature.results)
    return result
  }

  private func list(_ parameters: [Parameter]) -> [ByteString] {
    parameters.flatMap { spell($0) + [ByteString(",")] }
  }

  func spell(_ parameter: Parameter) -> [ByteString] {
    let dots = parameter.isVariadic ? [ByteString("...")] : []
    guard let keyword = parameter.keyword else { return dots + spell(parameter.type) }
    let word = Array(file.text(keyword))
    // The grammar takes the one parameter of `func(T)` for a type in parentheses.
    guard word.equals("func"), let only = parameter.type.children.first(where: { $0.isNamed && !$0.isKind("comment") })
    else { return dots + [word] + spell(parameter.type) }
    return dots + [word, ByteString("(")] + spell(only) + [ByteString(","), ByteString(")")]
  }

  func spell(_ node: Node) -> [ByteString] {
    if node.isKind("comment") { return [] }
    if node.isKind("parameter_list") {
      return [ByteString("(")] + list(Signature.parameters(in: node, of: file)) + [ByteString(")")]
    }
    if node.isKind("function_type") {
      return [ByteString("func")] + (node.child(field: "parameters").map(spell) ?? [])
        + (node.child(field: "result").map(results) ?? [])
    }
    // What stands behind a package's name is none of this function's type parameters.
    if node.isKind("qualified_type") || node.isKind("selector_expression"),
      let package = node.children.first, let name = node.children.last
    {
      let path = file.importItem(qualifying: Array(file.text(package)))?.path
      return [path ?? Array(file.text(package)), ByteString("."), Array(file.text(name))]
    }
    if node.isKind("field_declaration") { return node.children.flatMap(spell) + [ByteString(";")] }
    if node.childCount == 0 { return token(node) }
    return node.children.flatMap(spell)
  }

  /// `func() (int)` is `func() int`.
  private func results(_ node: Node) -> [ByteString] {
    node.isKind("parameter_list") ? spell(node) : [ByteString("(")] + spell(node) + [ByteString(","), ByteString(")")]
  }

  private func token(_ node: Node) -> [ByteString] {
    let text = Array(file.text(node))
    if text.allSatisfy(\.isSpace) || text.equals(";") { return [] }
    if node.isKind("package_identifier") {
      return [file.importItem(qualifying: text)?.path ?? text]
    }
    if node.isKind("type_identifier") || node.isKind("identifier") {
      if let position = typeParameters.firstIndex(of: text) { return [ByteString("$\(position)")] }
      if text.equals("byte") { return [ByteString("uint8")] }
      if text.equals("rune") { return [ByteString("int32")] }
      if text.equals("any") { return ["interface", "{", "}"].map { ByteString($0 as StaticString) } }
    }
    return [text]
  }
}
