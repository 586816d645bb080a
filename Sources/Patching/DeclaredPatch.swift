package import Bytes
package import Findings
package import GoSyntax

/// A patch, or a declaration that is added, as a person sees it.
package struct DeclaredPatch {
  package let id: PatchID
  /// `before`; `add` for a declaration without a directive.
  package let word: String
  /// What follows the directive's word.
  package let argument: ByteString
  package let declaration: Declaration
  /// The declaration, as a person writes it: `(*Client).Do`.
  package let name: String
  /// `optional`, `by-name`, `exact`.
  package let modifiers: [String]
  /// Whether patterns say which functions it is for.
  package let isForEach: Bool

  /// Whether it is a declaration that is added, and no patch.
  package var isAddition: Bool { word == Self.additionWord }
  static let additionWord = "add"
}

extension PatchFile {
  /// The patches in their order, then what is added and carries no directive such as `calls`.
  package var declared: [DeclaredPatch] {
    let carrying = Set(patches.map(\.declaration.name.range.lowerBound))
    return patches.map { patch in
      // In `_any` a missing target is no error anyway.
      let modifiers =
        (patch.isOptional && !isForPatterns ? [Modifier.optional] : []) + (patch.bindsByName ? [.byName] : [])
        + (patch.each?.isExact == true ? [.exact] : [])
      return DeclaredPatch(
        id: patch.id, word: "\(patch.word)", argument: patch.argument, declaration: patch.declaration, name: patch.name,
        modifiers: modifiers.map(\.rawValue), isForEach: patch.each != nil)
    }
      + additions.filter { !carrying.contains($0.name.range.lowerBound) }.map { declaration in
        DeclaredPatch(
          id: id(ofAdded: declaration), word: DeclaredPatch.additionWord, argument: [], declaration: declaration,
          name: declaration.spelling(in: source), modifiers: [], isForEach: false)
      }
  }

  /// What the file asks for, whatever comes of it: its patches, what it adds, and its own directives.
  var subjects: [PatchID] {
    var result = declared.map(\.id)
    result += directives.drops.map { id(of: $0) }
    result += directives.links.map { id(of: $0) }
    if !directives.tags.isEmpty { result.append(tagsID) }
    return result
  }

  func id(ofAdded declaration: Declaration) -> PatchID {
    PatchID(file: displayPath, offset: declaration.name.range.lowerBound, word: nil)
  }

  package func id(of drop: FileDirectives.Drop) -> PatchID {
    PatchID(file: displayPath, offset: drop.comment.range.lowerBound, word: "file")
  }

  package func id(of link: FileDirectives.Link) -> PatchID {
    PatchID(file: displayPath, offset: link.comment.range.lowerBound, word: "link")
  }

  /// All tags of the file are one.
  package var tagsID: PatchID { PatchID(file: displayPath, offset: 0, word: "tags") }
}
