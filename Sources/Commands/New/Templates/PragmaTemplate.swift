internal import Bytes
internal import Findings
internal import GoSyntax

enum PragmaTemplate: DeclarationTemplate {
  static let word = "pragma"
  private static let directive = word + " go:noinline"

  static var ofEach: EachTemplate? {
    EachTemplate(
      directive: directive, remark: "Adds a compiler directive to such a function.", body: "")
  }

  static func ofFunction(_ function: NamedFunction) throws(Findings) -> [PatchTemplate] {
    [
      try PatchTemplate(
        directive, function.named, repeating: function.signature, function.header,
        "Adds a compiler directive to \(function.name).")
    ]
  }

  static func ofBodiless(_ named: NamedDeclaration) throws(Findings) -> PatchTemplate {
    let range = named.declaration.node.range
    return try PatchTemplate(
      directive, named, repeating: range, named.file.text(range).text,
      "Adds a compiler directive to \(named.spelling), which has no body in Go.")
  }
}
