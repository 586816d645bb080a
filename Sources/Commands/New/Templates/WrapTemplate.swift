internal import Bytes
internal import Findings
internal import GoSyntax

enum WrapTemplate: DeclarationTemplate {
  static let word = "wrap"

  static var ofEach: EachTemplate? {
    EachTemplate(
      directive: word, remark: "Runs instead of such a function; original is that function.",
      body: " {\n\toriginal()\n}")
  }

  static func ofFunction(_ function: NamedFunction) throws(Findings) -> [PatchTemplate] {
    let forwarding = Forwarding(of: function.named.declaration, in: function.file, calling: "original")
    let result = function.named.declaration.hasResults ? "return " : ""
    return [
      try PatchTemplate(
        word, function.named, repeating: function.signature,
        forwarding.header + " {\n\t\(result)\(forwarding.call("original"))\n}",
        "Runs instead of \(function.name); original is that function.")
    ]
  }
}
