internal import Bytes
internal import Findings
internal import GoSyntax

enum ReplaceTemplate: DeclarationTemplate {
  static let word = "replace"

  static func ofFunction(_ function: NamedFunction) throws(Findings) -> [PatchTemplate] {
    [
      try PatchTemplate(
        word, function.named, repeating: function.named.declaration.node.range,
        function.header + " " + function.file.text(function.body.range).text,
        "Replaces the body of \(function.name); this is a copy of it.")
    ]
  }

  static func ofSpecification(_ named: NamedDeclaration) throws(Findings) -> PatchTemplate {
    let (file, declaration, name) = (named.file, named.declaration, named.spelling)
    let specification = declaration.node.range
    if declaration.kind == .type {
      return try PatchTemplate(
        word, named, repeating: specification,
        "type " + file.text(declaration.name.range.lowerBound..<specification.upperBound).text,
        "Replaces the definition of \(name); this is a copy of it.")
    }
    let (value, remark) = try value(of: named)
    let type = declaration.type.map { " " + file.text($0.range).text } ?? ""
    return try PatchTemplate(
      word, named, repeating: specification, "\(named.keyword) \(name)\(type) = \(value)",
      "Replaces the value of \(name)\(remark).")
  }

  /// The value that the name has now, and what is to be said about it.
  private static func value(of named: NamedDeclaration) throws(Findings) -> (String, remark: String) {
    let (file, declaration) = (named.file, named.declaration)
    let specification = Specification(declaration)
    let index = specification.place(of: declaration.name) ?? 0
    let values = specification.values
    if values.indices.contains(index), values.count == specification.names.count {
      return (substituted(values[index], of: declaration, in: file), "; this is a copy of it")
    }
    guard values.isEmpty else {
      throw Findings(
        .unpatchable,
        "\(named.spelling) gets its value together with other names, so it cannot be replaced alone; patch the code "
          + "that uses it")
    }
    if declaration.kind == .constant {
      let constants = Constants(of: declaration)
      let source = constants.place(of: declaration.node).flatMap { constants.repeated[$0] }
      let repeated = source.map { constants.specifications[$0].values } ?? []
      guard repeated.indices.contains(index) else { return ("0", "") }
      return (substituted(repeated[index], of: declaration, in: file), "; this is a copy of it")
    }
    guard let type = declaration.type else { return ("0", "") }
    return (zero(of: type, in: file), "; it has none, so this is the zero value")
  }

  /// An expression of a group of constants, with its place in the group for `iota`.
  private static func substituted(_ value: Node, of declaration: Declaration, in file: SourceFile) -> String {
    guard declaration.kind == .constant else { return file.text(value).text }
    let place = Constants(of: declaration).place(of: declaration.node) ?? 0
    var result = ByteString()
    var copied = value.range.lowerBound
    for token in file.tokens(of: value) where file.text(token).equals("iota") {
      result += file.text(copied..<token.range.lowerBound) + ByteString("\(place)")
      copied = token.range.upperBound
    }
    return (result + file.text(copied..<value.range.upperBound)).text
  }

  private static func zero(of type: TypeExpression, in file: SourceFile) -> String {
    let text = file.text(type.range).text
    let isNumber =
      ["uintptr", "byte", "rune"].contains(text)
      || ["int", "uint", "float", "complex"].contains { prefix in
        text.hasPrefix(prefix) && text.dropFirst(prefix.count).allSatisfy(\.isNumber)
      }
    if isNumber { return "0" }
    if text == "string" { return "\"\"" }
    if text == "bool" { return "false" }
    if text == "error" || text == "any" { return "nil" }
    return switch type.form {
    case .pointer, .function, .map, .slice, .channel, .interface: "nil"
    case .array, .structure: text + "{}"
    case .name, .qualified, .generic, .parenthesized, .other: "*new(\(text))"
    }
  }
}
