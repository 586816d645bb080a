internal import Bytes
internal import Findings
internal import GoSyntax

enum WrapTemplate: DirectiveTemplate {
  static let word = "wrap"

  static var ofEach: EachTemplate? {
    EachTemplate(
      directive: word, remark: "Runs in the place of such a function, which original is.", body: " {\n\toriginal()\n}")
  }

  static func ofFunction(_ function: NamedFunction) throws(Findings) -> [PatchTemplate] {
    let (header, call) = forwarding(function.named.declaration, function.file)
    let result = function.named.declaration.hasResults ? "return " : ""
    return [
      try PatchTemplate(
        word, function.named, repeating: function.signature, header + " {\n\t\(result)\(call)\n}",
        "Runs in the place of \(function.name), which original is.")
    ]
  }

  /// The header with a name for every parameter, and a call that passes them on.
  private static func forwarding(_ declaration: Declaration, _ file: SourceFile) -> (header: String, call: String) {
    let signature = Signature(of: declaration, in: file)
    var edits: [(range: Range<Int>, text: String)] = []
    var arguments: [String] = []
    let taken = Set(signature.parameters.compactMap { $0.name.map { file.text($0).text } })
    for (index, parameter) in signature.parameters.enumerated() {
      var name = parameter.name.map { file.text($0).text } ?? "_"
      // Under that name the body calls what it wraps.
      if name == "_" || name == "original" {
        var fresh = "p\(index)"
        while taken.contains(fresh) { fresh += "_" }
        name = fresh
        if let node = parameter.name {
          edits.append((node.range, fresh))
        } else {
          edits.append((parameter.start..<parameter.start, fresh + " "))
        }
      }
      arguments.append(name + (parameter.isVariadic ? "..." : ""))
    }
    var header = ByteString()
    var copied = declaration.node.range.lowerBound
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      header += file.text(copied..<edit.range.lowerBound) + ByteString(edit.text)
      copied = edit.range.upperBound
    }
    header += file.text(copied..<declaration.headerEnd)
    return (header.trimmed.text, "original(\(arguments.joined(separator: ", ")))")
  }
}
