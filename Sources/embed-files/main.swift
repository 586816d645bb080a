// embed-files OUTPUT ROOT FILE...: writes a Swift file that holds each FILE of ROOT as a static string, for a type EmbeddedFile
// of the target that it is made for.
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
  // Made by the EmbedFiles plugin.

  /// The files in path order, nil behind the last: an array would be made at run time. `top` is the first folder of a path,
  /// `folder` what follows it up to the name; empty where there is none.
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
  let (top, folder) = (folders.first ?? "", folders.dropFirst().joined(separator: "/"))
  let name = String(file.split(separator: "/").last ?? "")
  source += "  case \(number):\n    return EmbeddedFile(\n"
  source += "      top: \(literal(top)), folder: \(literal(folder)), name: \(literal(name)),\n"
  source += "      content: \(literal(text)))\n"
}
source += "  default: return nil\n  }\n}\n"
try Data(source.utf8).write(to: URL(filePath: output))
