internal import Bytes
package import Findings
package import GoSyntax

extension Finding {
  /// One about a place of a patch file.
  package init(
    _ id: ID, _ message: Wording, at node: Node, in file: PatchFile, comparison: Comparison? = nil,
    notes: [Wording] = []
  ) {
    self.init(id, message, at: node.range.lowerBound, in: file, comparison: comparison, notes: notes)
  }

  /// - Parameter offset: where in the file, in bytes.
  package init(
    _ id: ID, _ message: Wording, at offset: Int, in file: PatchFile, comparison: Comparison? = nil,
    notes: [Wording] = []
  ) {
    self.init(id, message, at: file.place(at: offset), comparison: comparison, notes: notes)
  }
}

extension PatchFile {
  /// A place of the file itself, whatever line directives are in it.
  package func place(at offset: Int) -> Place {
    let position = source.position(at: offset)
    return Place(displayPath, line: position.line, column: position.column)
  }
}

extension SourceFile {
  /// A place of a file of a package, as the compiler would give it: line directives count.
  package func place(at offset: Int) -> Place {
    let position = effectivePosition(at: offset)
    return Place(position.file, line: position.line, column: position.column)
  }

  package func place(of node: Node) -> Place { place(at: node.range.lowerBound) }
}

extension Patch {
  /// A finding at the declared name.
  func finding(_ id: Finding.ID, _ message: Wording, comparison: Comparison? = nil, notes: [Wording] = []) -> Finding {
    Finding(id, message, at: declaration.name, in: file, comparison: comparison, notes: notes).of(self.id)
  }

  package var id: PatchID {
    PatchID(file: file.displayPath, offset: declaration.name.range.lowerBound, word: "\(word)")
  }

  /// Where the declared name stands.
  package var place: Place { file.place(at: declaration.name.range.lowerBound) }
}
