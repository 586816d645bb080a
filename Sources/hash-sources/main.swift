// hash-sources OUTPUT ROOT FILE...: writes a Swift file that holds a hash of each FILE of ROOT, by its path below ROOT and its
// content. Line ends do not count, since a checkout may change them; nor does the order of the files.
import Bytes
import Foundation

let arguments = CommandLine.arguments
let (output, root) = (arguments[1], URL(filePath: arguments[2]))

var hash = SHA256()
for file in arguments[3...].sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
  hash.update(field: ByteString(file))
  let bytes = try Data(contentsOf: root.appending(path: file))
  hash.update(field: bytes.filter { $0 != ASCII.carriageReturn })
}
let source = """
  // Made from the project's sources by the HashSources plugin.

  let hashOfSources: StaticString = "\(hash.hexadecimal().text)"

  """
try Data(source.utf8).write(to: URL(filePath: output))
