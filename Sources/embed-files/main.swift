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

/// The first folder of a path, and what follows it up to the name; empty where there is none.
func folders(of file: String) -> (top: String, folder: String) {
  let folders = file.split(separator: "/").dropLast().map(String.init)
  return (folders.first ?? "", folders.dropFirst().joined(separator: "/"))
}

var source = """
  // Made by the EmbedFiles plugin.

  /// The files in path order, nil behind the last: an array would be made at run time.
  func embeddedFile(_ number: Int) -> EmbeddedFile? {
    switch number {

  """
for (number, file) in files.enumerated() {
  let bytes = try Data(contentsOf: URL(filePath: root).appending(path: file))
  guard let text = String(data: bytes, encoding: .utf8) else {
    FileHandle.standardError.write(Data("\(file): not UTF-8\n".utf8))
    exit(1)
  }
  let (top, folder) = folders(of: file)
  let name = String(file.split(separator: "/").last ?? "")
  source += "  case \(number):\n    return EmbeddedFile(\n"
  source += "      top: \(literal(top)), folder: \(literal(folder)), name: \(literal(name)),\n"
  source += "      content: \(literal(text)))\n"
}
source += """
    default: return nil
    }
  }

  /// The folders that hold files, below the first folder of their paths; each once, in path order; nil behind the last.
  func embeddedFolder(_ number: Int) -> StaticString? {
    switch number {

  """
var known: Set<String> = []
/// The top folders, and how many of those folders come before each.
var tops: [(name: String, first: Int)] = []
for file in files {
  let (top, folder) = folders(of: file)
  guard known.insert("\(top)/\(folder)").inserted else { continue }
  if tops.last?.name != top { tops.append((top, known.count - 1)) }
  source += "  case \(known.count - 1): return \(literal(folder))\n"
}
source += """
    default: return nil
    }
  }

  /// The first folders of the paths, with the numbers of the folders that hold their files; nil behind the last.
  func embeddedTop(_ number: Int) -> (name: StaticString, folders: Range<Int>)? {
    switch number {

  """
for (number, top) in tops.enumerated() {
  let end = number + 1 < tops.count ? tops[number + 1].first : known.count
  source += "  case \(number): return (\(literal(top.name)), \(top.first)..<\(end))\n"
}
source += "  default: return nil\n  }\n}\n"
try Data(source.utf8).write(to: URL(filePath: output))
