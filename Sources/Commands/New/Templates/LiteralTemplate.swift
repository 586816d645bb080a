internal import Bytes
internal import Findings
internal import GoSyntax

/// For the packages that build the type; for its own one, where no other can name it.
enum LiteralTemplate: DirectiveTemplate {
  static let word = "literal"

  static func templates(for named: NamedDeclaration) throws(Findings) -> [PatchTemplate] {
    let (file, declaration, name) = (named.file, named.declaration, named.spelling)
    guard declaration.kind == .type, let type = declaration.type else {
      throw Findings(
        .unpatchable, "//routinex:literal is for the literals of a type; \(name) is a \(declaration.kind.rawValue)")
    }
    let header = file.text(declaration.name.range.upperBound..<type.range.lowerBound)
    guard !header.contains(ASCII.openingBracket) else {
      throw Findings(
        .unpatchable,
        "//routinex:literal does not change literals with type arguments, and \(name) has type parameters")
    }
    switch type.form {
    case .interface, .pointer, .function, .channel:
      throw Findings(.unpatchable, "//routinex:literal is for the literals of a type, but \(name) cannot have any")
    default: break
    }
    var star = ""
    if case .structure = type.form { star = "*" }
    func code(_ type: String) -> String {
      "func \(named.patchedName)(value \(star)\(type)) \(star)\(type) {\n"
        + "\t// The returned value replaces the original.\n\treturn value\n}"
    }
    if !isExported(file.text(declaration.name)) || named.isOfCommand {
      let remark = "Every literal of \(name) goes through this function."
      return [PatchTemplate(ofPackage: "\(word) \(name)", [remark], code(name), as: word)]
    }
    let own = named.packageImport(besides: [])
    let remark = "Every literal of \(own.name).\(name) in those packages goes through this function."
    return [
      PatchTemplate(
        usesOf: "\(named.importPath).\(name)", word, [remark], code("\(own.name).\(name)"), imports: own.imports)
    ]
  }
}
