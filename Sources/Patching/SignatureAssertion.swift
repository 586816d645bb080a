internal import Bytes
internal import GoSyntax

/// The signature in a patch asserts the target's: receiver, type parameters, parameters and results must have equal
/// types. Names, white space and comments do not count.
enum SignatureAssertion {
  static func check(_ patch: Patch, _ target: Target) throws(Problem) {
    let wanted = TypeSpelling(file: patch.file.source, signature: Signature(of: patch.declaration))
    let actual = TypeSpelling(file: target.file, signature: Signature(of: target.declaration))
    guard wanted.function() != actual.function() else { return }
    throw patch.problem(
      "the signature of \(target.name) has drifted; write the target's, or limit this file with //go:build\n"
        + "\tpatch:  \(patch.declaration.header(in: patch.file.source))\n"
        + "\ttarget: \(target.declaration.header(in: target.file)) (\(target.place))")
  }
}

/// Spells types so that equal types read the same: packages by import path, type parameters by position, without
/// parameter names.
struct TypeSpelling {
  private let file: SourceFile
  private let signature: Signature
  private let typeParameters: [ByteString]

  init(file: SourceFile, signature: Signature) {
    self.file = file
    self.signature = signature
    typeParameters = signature.allTypeParameterNames.map { Array(file.text($0)) }
  }

  func function() -> [ByteString] {
    var result: [ByteString] = []
    if let receiver = signature.receiver { result += spell(receiver.type) }
    result.append(ByteString("["))
    for parameter in signature.typeParameters { result += spell(parameter.type) + [ByteString(",")] }
    result.append(ByteString("("))
    result += list(signature.parameters)
    result.append(ByteString(")"))
    result += list(signature.results)
    return result
  }

  private func list(_ parameters: [Parameter]) -> [ByteString] {
    parameters.flatMap { ($0.isVariadic ? [ByteString("...")] : []) + spell($0.type) + [ByteString(",")] }
  }

  func spell(_ node: Node) -> [ByteString] {
    if node.isKind("comment") { return [] }
    if node.isKind("parameter_list") {
      return [ByteString("(")] + node.children.flatMap(parameter) + [ByteString(")")]
    }
    if node.childCount == 0 { return token(node) }
    return node.children.flatMap(spell)
  }

  /// `a, b int` counts as two parameters, and no name counts.
  private func parameter(_ node: Node) -> [ByteString] {
    guard let type = node.child(field: "type") else { return [] }
    let variadic = node.isKind("variadic_parameter_declaration") ? [ByteString("...")] : []
    let one = variadic + spell(type) + [ByteString(",")]
    let names = node.children(field: "name").filter(\.isNamed).count
    return Array(repeating: one, count: max(names, 1)).flatMap(\.self)
  }

  private func token(_ node: Node) -> [ByteString] {
    let text = Array(file.text(node))
    if text.allSatisfy(\.isSpace) || text.equals(";") { return [] }
    if node.isKind("package_identifier") {
      return [file.imports.first { $0.localName == text }?.path ?? text]
    }
    if node.isKind("type_identifier") {
      if let position = typeParameters.firstIndex(of: text) { return [ByteString("$\(position)")] }
      if text.equals("any") { return ["interface", "{", "}"].map { ByteString($0 as StaticString) } }
    }
    return [text]
  }
}
