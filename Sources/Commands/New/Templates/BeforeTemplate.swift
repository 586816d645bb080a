internal import Bytes
internal import Findings
internal import GoSyntax

enum BeforeTemplate: DeclarationTemplate {
  static let word = "before"

  static var ofEach: EachTemplate? {
    EachTemplate(
      directive: word,
      remark: "Runs when such a function is called, before its body. A return here returns from the function.",
      body: " {\n\t// A defer here runs when the function ends.\n}")
  }

  static func ofFunction(_ function: NamedFunction) throws(Findings) -> [PatchTemplate] {
    let code = function.header + " {\n\t// A return here returns from \(function.name); a defer runs when it ends.\n}"
    return [
      try PatchTemplate(
        word, function.named, repeating: function.signature, code,
        "Runs when \(function.name) is called, before its body.")
    ]
  }
}
