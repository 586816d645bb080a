internal import Bytes
internal import GoSyntax
internal import Patching
internal import Weaving

/// What the sets declare, a row each: a directive on a declaration, an addition, or a directive of a whole file. The same
/// directive on the same declaration in two files, which are for different versions, is one row.
struct CheckRows: @unchecked Sendable {
  // Unchecked: of the patch files that are shared only what was computed when they were read is asked.
  struct Row: Hashable {
    // Bytes, since two names that Unicode holds for equal are two names to Go and to the file system.
    let set: ByteString
    /// The package's import path, or one that ends in `...`.
    let package: ByteString
    let declaration: ByteString
    /// `wrap`, `add`, `tags`.
    let directive: String
  }

  /// A row's place in one file.
  struct Item {
    let row: Int
    /// nil: nothing that looks for a target.
    let id: Patch.ID?
    let isOptional: Bool
    let lines: ClosedRange<Int>
    let position: Position
  }

  struct File {
    let file: PatchSetFile
    let path: ByteString
    let items: [Item]
  }

  private(set) var rows: [Row] = []
  private(set) var files: [File] = []

  init(_ list: [PatchSetFile]) {
    var known: [Row: Int] = [:]
    for entry in list where !entry.folder.isEmpty {
      let source = entry.file.source
      var items: [Item] = []
      func add(
        _ declaration: String, _ directive: String, id: Patch.ID?, optional: Bool = false, _ range: Range<Int>,
        at offset: Int
      ) {
        let row = Row(
          set: entry.set, package: entry.folder, declaration: ByteString(declaration), directive: directive)
        if known[row] == nil {
          known[row] = rows.count
          rows.append(row)
        }
        let last = source.position(at: max(range.lowerBound, range.upperBound - 1)).line
        items.append(
          Item(
            row: known[row] ?? 0, id: id, isOptional: optional,
            lines: source.position(at: range.lowerBound).line...last, position: source.position(at: offset)))
      }
      for tag in entry.file.directives.tags { add(tag.text, "tags", id: nil, 0..<1, at: 0) }
      for drop in entry.file.directives.drops {
        add(drop.name.text, "file", id: nil, drop.comment.range, at: drop.comment.range.lowerBound)
      }
      for patch in entry.file.patches {
        add(
          patch.name, "\(patch.word)", id: patch.id, optional: patch.isOptional,
          Self.range(of: patch.declaration, in: source),
          at: patch.declaration.name.range.lowerBound)
      }
      for declaration in entry.file.additions
      where !entry.file.patches.contains(where: { $0.declaration.name.range == declaration.name.range }) {
        add(
          declaration.spelling(in: source), "add", id: nil, Self.range(of: declaration, in: source),
          at: declaration.name.range.lowerBound)
      }
      files.append(File(file: entry, path: entry.file.displayPath, items: items))
    }
  }

  /// The declaration with its comments; the whole group, where the directive stands above one.
  private static func range(of declaration: Declaration, in source: SourceFile) -> Range<Int> {
    let comments = declaration.comments.map(\.range.lowerBound)
    let isGroup = source.commentsOfGroups[declaration.statement.range.lowerBound]?.contains {
      DirectiveComment($0, in: source) != nil
    }
    let node = isGroup == true ? declaration.statement : declaration.node
    return min(comments.min() ?? node.range.lowerBound, node.range.lowerBound)..<node.range.upperBound
  }
}
