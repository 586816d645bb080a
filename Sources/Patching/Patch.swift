package import Bytes
internal import Findings
package import GoSyntax

/// A declaration of a patch file with a directive that it carries.
package final class Patch {
  package let file: PatchFile
  package let declaration: Declaration
  package let directive: any Directive
  /// The directive, if it changes the declaration of the same name, or those that patterns select.
  let targetDirective: (any TargetDirective)?
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
    targetDirective = directive as? any TargetDirective
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

  private var usesByPart: [Range<Int>: (all: [IdentifierUse], byDeclaration: [Int: [IdentifierUse]])] = [:]

  /// The identifiers of a part of the declaration, and by what declares them in it. They are found once, for all targets.
  func uses(in part: Range<Int>) -> (all: [IdentifierUse], byDeclaration: [Int: [IdentifierUse]]) {
    if let known = usesByPart[part] { return known }
    let all = uses.filter { part.contains($0.node.range.lowerBound) }
    let result = (all, Dictionary(grouping: all.filter { $0.declaration != nil }) { $0.declaration ?? 0 })
    usesByPart[part] = result
    return result
  }

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
  var readsBody: Bool { targetDirective == nil || effects.contains(.readsBody) }

  /// Whether it can do without what stands between the braces of its targets' bodies, but for some words and names.
  lazy var isForOutlines: Bool = {
    guard let targetDirective, type(of: targetDirective).wordsOfBody != nil else { return false }
    return Labels.all(in: declaration, of: file.source).isEmpty
  }()

  /// Whether something in a body that has been left out may concern the patch all the same.
  func mayConcern(_ body: Range<Int>, of target: SourceFile) -> Bool {
    let words = targetDirective.flatMap { type(of: $0).wordsOfBody } ?? []
    if words.contains(where: { target.hasWord(ByteString($0), in: body) }) { return true }
    if target.numberedWords(in: body).contains(where: newNames.contains) { return true }
    // A local may hide a package, and in a package itself what that declares.
    return packageNames.contains { name, path in
      let theirs = target.imports(of: path).map(\.localName)
      return ([name] + theirs).contains { target.mayDeclare($0, in: body) }
    }
  }

  /// What is made the beginning of new names in a target, with `_1` and so on behind it.
  private lazy var newNames: Set<ByteString> = Set(uses.filter { $0.declaration != nil }.map(\.name))
    .union(targetDirective.map { type(of: $0).newNames } ?? []).union(returnsCall ? TargetReturn.newNames : [])

  /// The names that the body has for packages, with the packages' paths; of what it selects from them the names without a path.
  private lazy var packageNames: [(name: ByteString, path: ByteString)] =
    file.source.qualifiers(of: declaration).flatMap { qualifier -> [(ByteString, ByteString)] in
      guard let path = file.source.importItem(called: qualifier.name)?.path, path != TargetConstants.importPath else {
        return []
      }
      let selected = Array(file.source.text(qualifier.selected))
      return [(qualifier.name, path)] + (file.isOwnImport(path) ? [(selected, [])] : [])
    }

  /// Whether its statements see the target's own names, as those of `edit` do.
  var isInTargetScope: Bool { effects.contains(.seesTargetScope) }

  /// What the directive does to its target; nothing for one of the whole package.
  var effects: Effects { targetDirective.map { type(of: $0).effects } ?? [] }

  /// Whether its edits need not be made where the text around them goes away.
  var yieldsToRemoval: Bool { directive is any PackageDirective }

  func text(_ node: Node) -> ArraySlice<UInt8> { file.source.text(node) }
}
