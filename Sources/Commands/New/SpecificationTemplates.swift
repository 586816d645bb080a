internal import Bytes
internal import Findings
internal import GoSyntax

extension PatchTemplate {
  /// The template for a type, a constant or a variable.
  static func ofSpecification(_ word: Word, _ named: NamedDeclaration) throws(Findings) -> PatchTemplate {
    let (file, declaration, name) = (named.file, named.declaration, named.spelling)
    let keyword = keyword(declaration)
    let specification = declaration.node.range
    switch (word, declaration.kind) {
    case (.extend, .type):
      return try extended(named)
    case (.replace, .type):
      return try make(
        word, named, specification,
        "type " + file.text(declaration.name.range.lowerBound..<specification.upperBound).text,
        "Takes the place of the definition of \(name), of which this is a copy.")
    case (.replace, _):
      let (value, remark) = try value(of: named)
      let type = declaration.type.map { " " + file.text($0.range).text } ?? ""
      return try make(
        word, named, specification, "\(keyword) \(name)\(type) = \(value)",
        "Takes the place of the value of \(name)\(remark).")
    case (.remove, _):
      let definition = declaration.kind == .type ? " struct{}" : " = 0"
      return try make(
        word, named, specification, "\(keyword) \(name)\(definition)",
        "Takes \(name) away, whatever it is; nothing may use it any more.")
    case (.extend, _):
      throw Findings(
        .unpatchable,
        "//routinex:extend appends to structs and interfaces, and to groups by hand; \(name) is a \(declaration.kind.rawValue)"
      )
    default:
      throw Findings(
        .unpatchable,
        "//routinex:\(word.rawValue) is for functions; \(name) is a \(declaration.kind.rawValue), for which there are "
          + "extend, replace and remove")
    }
  }

  private static func keyword(_ declaration: Declaration) -> String {
    switch declaration.kind {
    case .type: "type"
    case .constant: "const"
    default: "var"
    }
  }

  private static func extended(_ named: NamedDeclaration) throws(Findings) -> PatchTemplate {
    let (file, declaration, name) = (named.file, named.declaration, named.spelling)
    guard let type = declaration.type, let members = MemberList(of: type) else {
      throw Findings(
        .unpatchable,
        "//routinex:extend appends to structs and interfaces; \(name) is another type, for which there is replace")
    }
    let header = file.text(declaration.name.range.lowerBound..<type.range.lowerBound).trimmed.text
    let used = declaration.name.range.lowerBound..<type.range.lowerBound
    if members.kind == .methods {
      return try make(
        .extend, named, used, "type \(header) interface {\n\tinterface{} // Write methods here.\n}",
        "Appends methods to \(name). This one asks for none: write yours in its place.")
    }
    let words = Set(file.text(type.range).split { !$0.isIdentifierByte }.map(\.text))
    var field = "added"
    while words.contains(field) { field += "_" }
    return try make(
      .extend, named, used, "type \(header) struct {\n\t\(field) int\n}",
      "Appends fields to \(name): write yours in the place of this one.")
  }

  /// The value that the name has now, and what is to be said about it.
  private static func value(of named: NamedDeclaration) throws(Findings) -> (String, remark: String) {
    let (file, declaration) = (named.file, named.declaration)
    let specification = Specification(declaration)
    let index = specification.place(of: declaration.name) ?? 0
    let values = specification.values
    if values.indices.contains(index), values.count == specification.names.count {
      return (substituted(values[index], of: declaration, in: file), ", which this is")
    }
    guard values.isEmpty else {
      throw Findings(
        .unpatchable,
        "\(named.spelling) gets its value together with other names, so that it alone cannot be replaced; patch where it is "
          + "used")
    }
    if declaration.kind == .constant {
      let constants = Constants(of: declaration)
      let source = constants.place(of: declaration.node).flatMap { constants.repeated[$0] }
      let repeated = source.map { constants.specifications[$0].values } ?? []
      guard repeated.indices.contains(index) else { return ("0", "") }
      return (substituted(repeated[index], of: declaration, in: file), ", which this is")
    }
    guard let type = declaration.type else { return ("0", "") }
    return (zero(of: type, in: file), ": it has none, so this is the zero value")
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
