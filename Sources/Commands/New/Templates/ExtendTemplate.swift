internal import Bytes
internal import Findings
internal import GoSyntax

enum ExtendTemplate: DeclarationTemplate {
  static let word = "extend"

  static func ofFunction(_ function: NamedFunction) throws(Findings) -> [PatchTemplate] {
    throw Findings(
      .unpatchable,
      "//routinex:extend appends to structs, interfaces and groups; \(function.name) is a "
        + "\(function.named.declaration.kind.rawValue)")
  }

  static func ofSpecification(_ named: NamedDeclaration) throws(Findings) -> PatchTemplate {
    let (file, declaration, name) = (named.file, named.declaration, named.spelling)
    guard declaration.kind == .type else {
      throw Findings(
        .unpatchable,
        "\(name) is a \(declaration.kind.rawValue); new writes //routinex:extend only for structs and interfaces: for "
          + "a group, write it by hand")
    }
    guard let type = declaration.type, let members = MemberList(of: type) else {
      throw Findings(
        .unpatchable,
        "//routinex:extend appends to structs and interfaces; \(name) is another type: use replace")
    }
    let header = file.text(declaration.name.range.lowerBound..<type.range.lowerBound).trimmed.text
    let used = declaration.name.range.lowerBound..<type.range.lowerBound
    if members.kind == .methods {
      return try PatchTemplate(
        word, named, repeating: used, "type \(header) interface {\n\tinterface{} // Write methods here.\n}",
        "Appends methods to \(name). This one requires none: replace it with yours.")
    }
    let words = Set(file.text(type.range).split { !$0.isIdentifierByte }.map(\.text))
    var field = "added"
    while words.contains(field) { field += "_" }
    return try PatchTemplate(
      word, named, repeating: used, "type \(header) struct {\n\t\(field) int\n}",
      "Appends fields to \(name): replace this one with yours.")
  }
}
