internal import Bytes
internal import Findings
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
    let id: PatchID
    let place: Place
    /// nil: the row is for one declaration of one package.
    let kind: PatternKind?
  }

  /// What a row finds that may be for any number of packages or declarations.
  enum PatternKind {
    /// Functions of the patterns of `each`.
    case functions
    /// Packages in which the patch has something to do.
    case packages
    /// Packages that get the declaration.
    case additions
  }

  struct File {
    let file: PatchSetFile
    let selector: PackageSelector
    let path: ByteString
    let items: [Item]
    /// What it imports and links.
    let wanted: [OutsideImport]

    /// Whether some of its rows say what they have found.
    var isForMany: Bool { items.contains { $0.kind != nil } }
  }

  private(set) var rows: [Row] = []
  private(set) var files: [File] = []
  private var kinds: [Int: PatternKind] = [:]

  /// What a row finds that is for many; nil: it is for one declaration.
  func kind(of row: Int) -> PatternKind? { kinds[row] }

  /// - Parameter sets: the names of those that import only what their targets do.
  init(_ list: [PatchSetFile], importingNothing sets: Set<ByteString> = []) {
    var known: [Row: Int] = [:]
    for entry in list {
      guard let selector = entry.selector else { continue }
      var items: [Item] = []
      func add(_ declaration: String, _ directive: String, _ id: PatchID, _ kind: PatternKind? = nil) {
        let row = Row(
          set: entry.set, package: selector.folder, declaration: ByteString(declaration), directive: directive)
        if known[row] == nil {
          known[row] = rows.count
          rows.append(row)
        }
        if let kind, let index = known[row] { kinds[index] = kind }
        items.append(Item(row: known[row] ?? 0, id: id, place: entry.file.place(at: id.offset), kind: kind))
      }
      for tag in entry.file.directives.tags { add(tag.text, "tags", entry.file.tagsID) }
      for drop in entry.file.directives.drops { add(drop.name.text, "file", entry.file.id(of: drop)) }
      for link in entry.file.directives.links { add(link.path.text, "link", entry.file.id(of: link)) }
      for patch in entry.file.declared { add(patch.name, patch.word, patch.id, Self.kind(of: patch, in: entry)) }
      files.append(
        File(
          file: entry, selector: selector, path: entry.file.displayPath, items: items,
          wanted: sets.contains(entry.set) ? [] : entry.wanted))
    }
  }

  private static func kind(of patch: DeclaredPatch, in entry: PatchSetFile) -> PatternKind? {
    if patch.isForEach { return .functions }
    guard entry.file.isForPatterns else { return nil }
    return patch.isAddition ? .additions : .packages
  }
}
