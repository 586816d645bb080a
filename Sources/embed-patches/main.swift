// embed-patches OUTPUT ROOT FILE...: writes a Swift file that holds each FILE of ROOT as a static string.
import Foundation

let arguments = CommandLine.arguments
let (output, root, files) = (arguments[1], arguments[2], arguments[3...])

/// A Swift string literal of the text, in printable ASCII.
func literal(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case " "..."~": result.unicodeScalars.append(scalar)
    default: result += "\\u{\(String(scalar.value, radix: 16))}"
    }
  }
  return result + "\""
}

var source = """
  // Made from Patches/ by the EmbedPatches plugin.

  /// The files of every built-in patch set, in path order; nil behind the last. An array would be made at run time.
  func embeddedFile(_ number: Int) -> EmbeddedFile? {
    switch number {

  """
for (number, file) in files.enumerated() {
  let bytes = try Data(contentsOf: URL(filePath: root).appending(path: file))
  guard let text = String(data: bytes, encoding: .utf8) else {
    FileHandle.standardError.write(Data("\(file): not UTF-8\n".utf8))
    exit(1)
  }
  let folders = file.split(separator: "/").dropLast().map(String.init)
  let (set, importPath) = (folders.first ?? "", folders.dropFirst().joined(separator: "/"))
  let name = String(file.split(separator: "/").last ?? "")
  source += "  case \(number):\n    return EmbeddedFile(\n"
  source += "      set: \(literal(set)), importPath: \(literal(importPath)), name: \(literal(name)),\n"
  source += "      content: \(literal(text)))\n"
}
source += "  default: return nil\n  }\n}\n"
try Data(source.utf8).write(to: URL(filePath: output))
