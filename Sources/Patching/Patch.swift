package import Bytes
internal import Findings
package import GoSyntax

/// A declaration of a patch file with a directive that it carries.
package final class Patch {
  package let file: PatchFile
  package let declaration: Declaration
  package let directive: any Directive
  /// What follows the directive's word.
  package let argument: ByteString
  package let isOptional: Bool
  /// `//routinex:each`: the patch has every target that this selects, and not the one of its name.
  package let each: Each?
  /// `//routinex:by-name`.
  package let bindsByName: Bool

  init(
    file: PatchFile, declaration: Declaration, directive: any Directive, argument: ByteString, each: Each? = nil,
    isOptional: Bool, bindsByName: Bool
  ) {
    self.file = file
    self.declaration = declaration
    self.directive = directive
    self.argument = argument
    self.each = each
    self.isOptional = isOptional
    self.bindsByName = bindsByName
  }

  /// The word of the directive, for messages.
  package var word: StaticString { type(of: directive).word }

  /// The name of what is declared, as a person writes it: `goexit0`, `(*Client).Do`; for patterns themselves, `each Handle*`.
  package var name: String { each?.description ?? declaration.spelling(in: file.source) }

  lazy var signature = Signature(of: declaration, in: file.source)

  lazy var spelling = TypeSpelling(file: file.source, signature: signature)

  /// How the patch's types are spelled in a package, which may be one that the file imports.
  func spelling(in home: ByteString) -> TypeSpelling {
    file.isOwnImport(home) ? TypeSpelling(file: file.source, signature: signature, home: home) : spelling
  }

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
    effects.contains(.returnsFromTarget) && declaration.body?.returns.contains { !$0.hasValues } ?? false

  /// The names in its body that stand for something outside of the function.
  lazy var freeNames: Set<ByteString> = Set(bodyUses.filter { $0.declaration == nil }.map(\.name))

  /// The calls of `original()` that pass on every parameter, in a patch for many functions.
  lazy var passingCalls: [Call] = {
    guard each != nil, effects.contains(.nests) else { return [] }
    let free = Set(
      bodyUses.filter { $0.declaration == nil && $0.name.equals("original") }.map(\.node.range.lowerBound))
    return Call.all(in: declaration).filter {
      $0.isStatement && $0.arguments.isEmpty && free.contains($0.function.range.lowerBound)
        && text($0.function).equals("original")
    }
  }()

  /// What it uses of the package `routinex/target`.
  lazy var targetUses: [TargetConstants.Use] = each == nil ? [] : TargetConstants.uses(in: declaration, of: file)

  /// Whether the statements of the target's body have to be known.
  var readsBody: Bool { !(directive is any TargetDirective) || effects.contains(.readsBody) }

  /// Whether its statements see the target's own names, as those of `edit` do.
  var isInTargetScope: Bool { effects.contains(.seesTargetScope) }

  /// What the directive does to its target; nothing for one of the whole package.
  var effects: Effects { (directive as? any TargetDirective).map { type(of: $0).effects } ?? [] }

  /// Whether its edits need not be made where the text around them goes away.
  var yieldsToRemoval: Bool { directive is any PackageDirective }

  func text(_ node: Node) -> ArraySlice<UInt8> { file.source.text(node) }
}
