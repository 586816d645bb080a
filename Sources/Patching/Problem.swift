package import Bytes
package import GoSyntax

/// Something wrong with a patch, at its place: what it is, and what to do about it.
package struct Problem: Error, Equatable {
  /// The patch file, as messages name it.
  package let path: ByteString
  package let position: Position
  package let message: String
  package let kind: Kind

  /// What is wrong, for a table.
  package enum Kind: String {
    /// The package lacks what the patch names.
    case missing
    /// What the patch names is there, and is not what the patch says it is.
    case drifted
    /// Two patches cannot both hold, or a patch and the package.
    case conflict
    /// Go that this program's grammar does not know stands where the target may be.
    case unreadable
    /// Anything else: the patch itself is wrong, or cannot be applied there.
    case invalid
  }

  package init(_ message: String, at node: Node, in file: PatchFile, kind: Kind = .invalid) {
    self.init(message, at: node.range.lowerBound, in: file, kind: kind)
  }

  package init(_ message: String, at offset: Int, in file: PatchFile, kind: Kind = .invalid) {
    self.kind = kind
    path = file.displayPath
    position = file.source.position(at: offset)
    self.message = message
  }

  package var description: String { "\(path.shown):\(position.line):\(position.column): \(message)" }
}

/// Every problem that was found, in file order; never empty.
package struct Problems: Error {
  package let list: [Problem]
  /// The patches that found what they change, where patches were applied.
  package let fitting: Set<Patch.ID>

  package init(_ list: [Problem], fitting: Set<Patch.ID> = []) {
    self.list = list
    self.fitting = fitting
  }
}
