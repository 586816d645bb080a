package import Bytes

/// An identifier in a function, and what declares it there.
package struct IdentifierUse {
  package let node: Node
  package let name: ByteString
  /// The offset of the identifier that declares it inside the function (parameters and type parameters included); nil
  /// when it is declared outside: by the package, an import or Go itself.
  package let declaration: Int?
  /// What the key of a composite literal is the key of, where the literal's type does not show whether it is a field's name
  /// or a value; nil for any other identifier. A key that is certain to be a field is no use of a name.
  package let literal: KeyedLiteral?
}

/// The type of a composite literal, where only its definition tells what a key is.
package enum KeyedLiteral {
  /// A type of the package, or what its elements are.
  /// - Parameter level: 0 for the type, 1 for its elements, which have no type of their own in the literal, and so on.
  case named(ByteString, level: Int)
  case unknown
}

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
