internal import Bytes
internal import Findings
internal import GoSyntax

enum RemoveTemplate: DeclarationTemplate {
  static let word = "remove"

  static func ofFunction(_ function: NamedFunction) throws(Findings) -> [PatchTemplate] {
    [
      try PatchTemplate(
        word, function.named, repeating: function.signature, function.header,
        "Removes \(function.name); nothing may use it any more.")
    ]
  }

  static func ofSpecification(_ named: NamedDeclaration) throws(Findings) -> PatchTemplate {
    let definition = named.declaration.kind == .type ? " struct{}" : " = 0"
    return try PatchTemplate(
      word, named, repeating: nil, "\(named.keyword) \(named.spelling)\(definition)",
      "Removes \(named.spelling), whatever it is; nothing may use it any more.")
  }
}
