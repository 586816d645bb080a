internal import Bytes
internal import GoSyntax

/// What the declarations of a file refer to outside of themselves, by the names that are used.
struct FileReferences {
  /// A name behind the name of a package.
  struct Selector {
    let declaration: Declaration
    /// The package's name.
    let qualifier: ByteString
    /// The whole: `http.Get`.
    let range: Range<Int>
  }

  private var selectors: [ByteString: [Selector]] = [:]
  private var plain: [ByteString: [(declaration: Declaration, range: Range<Int>)]] = [:]
  /// The names that each declaration gives a meaning of its own, by where it starts.
  private var locals: [Int: Set<ByteString>] = [:]

  init(_ file: SourceFile) {
    for declaration in file.declarations where declaration.isFirstOfNode {
      let uses = file.identifiers(of: declaration).uses
      locals[declaration.node.range.lowerBound] = Set(uses.filter { $0.declaration != nil }.map(\.name))
      for use in uses where use.declaration == nil && use.literal == nil {
        plain[use.name, default: []].append((declaration, use.node.range))
      }
      for qualifier in file.qualifiers(of: declaration) {
        selectors[Array(file.text(qualifier.selected)), default: []].append(
          Selector(declaration: declaration, qualifier: qualifier.name, range: qualifier.range))
      }
    }
  }

  /// The places where a package's name stands before this one.
  func selectors(of name: ByteString) -> [Selector] { selectors[name] ?? [] }

  /// The places where the name stands alone and no local is meant.
  func uses(of name: ByteString) -> [(declaration: Declaration, range: Range<Int>)] { plain[name] ?? [] }

  /// Whether something inside of the declaration is called so.
  func isLocal(_ name: ByteString, in declaration: Declaration) -> Bool {
    locals[declaration.node.range.lowerBound]?.contains(name) ?? false
  }
}
