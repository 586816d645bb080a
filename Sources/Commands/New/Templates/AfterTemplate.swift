internal import Bytes
internal import Findings
internal import GoSyntax

enum AfterTemplate: DeclarationTemplate {
  static let word = "after"

  static var ofEach: EachTemplate? {
    EachTemplate(
      directive: word, remark: "Runs on every way out of such a function, a panic included.",
      body: " {\n\t// Results that have names may be read and set here; recover() stops a panic.\n}")
  }

  static func ofFunction(_ function: NamedFunction) throws(Findings) -> [PatchTemplate] {
    let code =
      function.header + " {\n\t// Results that have names may be read and set here; recover() stops a panic.\n}"
    return [
      try PatchTemplate(
        word, function.named, repeating: function.signature, code,
        "Runs on every way out of \(function.name), a panic included.")
    ]
  }
}
