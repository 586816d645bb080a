internal import Bytes
internal import Findings
internal import GoSyntax

enum AfterTemplate: DeclarationTemplate {
  static let word = "after"

  static var ofEach: EachTemplate? {
    EachTemplate(
      directive: word, remark: "Runs whenever such a function ends, also with a panic.",
      body: " {\n\t// Named results can be read and set here; recover() stops a panic.\n}")
  }

  static func ofFunction(_ function: NamedFunction) throws(Findings) -> [PatchTemplate] {
    let code =
      function.header + " {\n\t// Named results can be read and set here; recover() stops a panic.\n}"
    return [
      try PatchTemplate(
        word, function.named, repeating: function.signature, code,
        "Runs whenever \(function.name) ends, also with a panic.")
    ]
  }
}
