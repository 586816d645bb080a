package import Bytes

/// The identifiers of a function or of another specification. One that declares many names is a target for each of them.
package final class Identifiers {
  package let uses: [IdentifierUse]
  /// Every name in it; where something in it is not known, every word.
  package private(set) lazy var names = Set(uses.map(\.name)).union(unknownNames)
  private let unknownNames: Set<ByteString>
  package private(set) lazy var usesByDeclaration = Dictionary(grouping: uses) { $0.declaration }

  /// Where the names stand that are declared inside of the declaration.
  package private(set) lazy var localPlaces = Set(uses.filter { $0.declaration != nil }.map(\.node.range.lowerBound))

  init(of declaration: Declaration, in file: SourceFile) {
    uses = Scopes.uses(in: declaration, of: file)
    unknownNames = declaration.hasUnknown ? declaration.words(in: file) : []
  }
}
