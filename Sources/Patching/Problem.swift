package import Bytes
package import GoSyntax

/// Something wrong with a patch, at its place: what it is, and what to do about it.
package struct Problem: Error, Equatable {
  /// The patch file, as messages name it.
  package let path: ByteString
  package let position: Position
  package let message: String

  package init(_ message: String, at node: Node, in file: PatchFile) {
    self.init(message, at: node.range.lowerBound, in: file)
  }

  package init(_ message: String, at offset: Int, in file: PatchFile) {
    path = file.displayPath
    position = file.source.position(at: offset)
    self.message = message
  }

  package var description: String { "\(path.text):\(position.line):\(position.column): \(message)" }
}

/// Every problem that was found, in file order; never empty.
package struct Problems: Error {
  package let list: [Problem]

  package init(_ list: [Problem]) { self.list = list }
}
