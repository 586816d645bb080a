internal import Bytes
package import GoSyntax

/// A declaration of a patch file with a directive that it carries.
package final class Patch {
  package let file: PatchFile
  package let declaration: Declaration
  package let directive: any Directive
  package let isOptional: Bool
  /// `//routinex:by-name`.
  package let bindsByName: Bool

  init(
    file: PatchFile, declaration: Declaration, directive: any Directive, isOptional: Bool, bindsByName: Bool
  ) {
    self.file = file
    self.declaration = declaration
    self.directive = directive
    self.isOptional = isOptional
    self.bindsByName = bindsByName
  }

  /// What tells a patch from others, wherever its file was read.
  package struct ID: Hashable, Sendable {
    /// The patch file, as messages name it.
    let file: ByteString
    /// Where the declared name stands in it.
    let offset: Int
    let word: String
  }

  package var id: ID {
    ID(file: file.displayPath, offset: declaration.name.range.lowerBound, word: "\(word)")
  }

  /// The word of the directive, for messages.
  package var word: StaticString { type(of: directive).word }

  /// The name of what is declared, as a person writes it: `goexit0`, `(*Client).Do`.
  package var name: String { declaration.spelling(in: file.source) }

  lazy var signature = Signature(of: declaration, in: file.source)

  lazy var spelling = TypeSpelling(file: file.source, signature: signature)

  /// The identifiers of the signature.
  lazy var places = Dictionary(
    TargetNames.places(of: signature).compactMap { place, name in name.map { (place, $0) } },
    uniquingKeysWith: { first, _ in first })

  /// What the body's identifiers are declared by.
  lazy var bodyDeclarations: Set<Int> = Set(bodyUses.compactMap(\.declaration))

  /// Every identifier of the declaration.
  var uses: [IdentifierUse] { file.source.identifiers(of: declaration).uses }

  /// The identifiers of a function's body, or of another specification.
  lazy var bodyUses: [IdentifierUse] = {
    guard declaration.isFunction else { return uses }
    guard let body = declaration.body?.range else { return [] }
    return uses.filter { body.contains($0.node.range.lowerBound) }
  }()

  /// Whether its body returns what its named results hold.
  lazy var hasBareReturn: Bool =
    !(directive is After) && declaration.body?.returns.contains { !$0.hasValues } ?? false

  /// The names in its body that stand for something outside of the function.
  lazy var freeNames: Set<ByteString> = Set(bodyUses.filter { $0.declaration == nil }.map(\.name))

  /// Whether the statements of the target's body have to be known.
  var readsBody: Bool { (directive as? any TargetDirective).map { type(of: $0).readsBody } ?? true }

  /// Whether its statements see the target's own names, as those of `edit` do.
  var isInTargetScope: Bool { directive is EditBody }

  func text(_ node: Node) -> ArraySlice<UInt8> { file.source.text(node) }

  func problem(_ message: String, _ kind: Problem.Kind = .invalid) -> Problem {
    Problem(message, at: declaration.name, in: file, kind: kind)
  }

  /// `FILE:LINE:COLUMN` of the declaration's name.
  package var place: String {
    let position = file.source.position(at: declaration.name.range.lowerBound)
    return "\(file.displayPath.text):\(position.line):\(position.column)"
  }
}
