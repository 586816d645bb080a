internal import Bytes
internal import Findings
internal import GoSyntax

/// `//routinex:replace`: the target's body, initial value or definition gives way to the patch's.
struct Replace: TargetDirective {
  static let word: StaticString = "replace"
  static let effects: Effects = [.replaces, .returnsFromTarget]

  init(_ comment: DirectiveComment, on declaration: Declaration, in file: PatchFile) throws(Finding) {
    try comment.requireNoArgument(in: file)
    if declaration.isFunction {
      _ = try declaration.requireBody(for: Self.word, in: file)
    } else if Specification(declaration).names.count > 1 {
      throw Finding(.unfitDirective, "write one //routinex:replace for each name", at: declaration.name, in: file)
    } else if declaration.kind != .type, Specification(declaration).values.isEmpty {
      throw Finding(
        .unfitDirective, "there is no value here to replace the target's with", at: declaration.name, in: file)
    }
  }

  func apply(_ patch: Patch, to names: TargetNames, draft: inout PackageDraft) throws(Finding) {
    switch patch.declaration.kind {
    case .function, .method: try replaceBody(patch, names, &draft)
    case .type: try replaceDefinition(patch, names.target, &draft)
    case .constant, .variable: try replaceValue(patch, names.target, &draft)
    }
  }

  private func replaceBody(_ patch: Patch, _ names: TargetNames, _ draft: inout PackageDraft) throws(Finding) {
    let inside = try patch.targetBody(names.target).range
    try SignatureAssertion.check(patch, names)
    guard let body = patch.declaration.body?.range else { return }
    let mine = (body.lowerBound + 1)..<(body.upperBound - 1)
    let binding = try Binding(patch, part: mine, names: names, draft: &draft)
    let removed = (inside.lowerBound + 1)..<(inside.upperBound - 1)
    draft.remove(removed, in: names.target)
    draft.add(
      Edit(
        replacing: removed, with: [.patch(mine, renames: binding.renames)], for: patch, layer: TextOrder.body),
      in: names.target)
  }

  /// The name with everything behind it: type parameters, `=` of an alias, the type. The name comes along because no line
  /// can end behind it.
  private func replaceDefinition(_ patch: Patch, _ target: Target, _ draft: inout PackageDraft) throws(Finding) {
    try requireKind(.type, patch, target)
    let mine = patch.declaration.name.range.lowerBound..<patch.declaration.node.range.upperBound
    let theirs = target.file.withSemicolon(
      target.declaration.name.range.lowerBound..<target.declaration.node.range.upperBound)
    let renames = try Binding.bindImports(of: mine, in: patch, to: target, draft: &draft)
    draft.remove(theirs, in: target)
    draft.add(Edit(replacing: theirs, with: [.patch(mine, renames: renames)], for: patch), in: target)
  }

  private func replaceValue(_ patch: Patch, _ target: Target, _ draft: inout PackageDraft) throws(Finding) {
    try requireKind(patch.declaration.kind, patch, target)
    let mine = Specification(patch.declaration)
    let theirs = draft.package.tables.specification(of: target)
    if let type = mine.type, let other = theirs.type {
      let spelling = TypeSpelling(file: patch.file.source, typeParameters: [])
      let otherSpelling = TypeSpelling(file: target.file, typeParameters: [])
      if spelling.spell(type) != otherSpelling.spell(other) {
        throw patch.finding(
          .driftedSignature, "the type of \(target.name) has drifted; write the target's, or leave the type out",
          comparison: Comparison(
            Comparison.Side("patch", patch.file.source.text(type.range).text),
            Comparison.Side("target", target.file.text(other.range).text, place: target.place)))
      }
    }
    guard let value = mine.values.first else { return }
    let renames = try Binding.bindImports(of: value.range, in: patch, to: target, draft: &draft)
    let text = Piece.patch(value.range, renames: renames)
    // A variable with a value may not be embedded too (cmd/compile/internal/noder, noder.go: checkEmbed).
    for comment in draft.package.tables.embedDirectives(of: target) {
      draft.add(Edit(replacing: comment.range, with: [], for: patch), in: target)
    }
    if theirs.names.count == 1 {
      let start = theirs.type?.range.upperBound ?? target.declaration.name.range.upperBound
      let range = target.file.withSemicolon(start..<target.declaration.node.range.upperBound)
      let written =
        mine.type.map { Array(patch.file.source.text($0.range)) }
        ?? ImplicitRepetition.type(of: target, in: draft.package)
      let type = theirs.type == nil ? written.map { [ASCII.space] + $0 } ?? [] : []
      if !range.isEmpty { draft.remove(range, in: target) }
      draft.add(
        Edit(replacing: range, with: [.text(type + ByteString(" = ")), text], for: patch, layer: TextOrder.body),
        in: target
      )
    } else {
      guard theirs.values.count == theirs.names.count, mine.type == nil || theirs.type != nil,
        let index = theirs.place(of: target.declaration.name)
      else {
        throw patch.finding(
          .unpatchable,
          "\(target.name) is declared together with other names (\(target.place)), so its value cannot be replaced "
            + "alone; patch the code that uses it")
      }
      // No line may end behind a value that others follow: the comma comes along.
      let isLast = index + 1 == theirs.values.count
      let value = theirs.values[index].range
      let end = isLast ? value.upperBound : theirs.values[index + 1].range.lowerBound
      let range = isLast ? target.file.withSemicolon(value) : value.lowerBound..<end
      draft.remove(range, in: target)
      draft.add(
        Edit(replacing: range, with: isLast ? [text] : [text, .text([ASCII.comma])], for: patch), in: target)
    }
    ImplicitRepetition.pinNext(after: target, for: patch, draft: &draft)
  }

  private func requireKind(_ kind: Declaration.Kind, _ patch: Patch, _ target: Target) throws(Finding) {
    guard target.declaration.kind == kind else {
      throw patch.finding(
        .driftedDeclaration,
        "\(target.name) is a \(target.declaration.kind.rawValue) here (\(target.place)), not a \(kind.rawValue)")
    }
  }
}

/// In `const ( A = iota; B )` B repeats A's expression. When A changes or goes, B must go on meaning what it did.
enum ImplicitRepetition {
  /// The type that a specification without type and value repeats.
  static func type(of target: Target, in package: TargetPackage) -> ByteString? {
    guard target.declaration.kind == .constant, package.tables.specification(of: target).values.isEmpty else {
      return nil
    }
    let constants = package.tables.constants(around: target)
    let source = constants.place(of: target.declaration.node).flatMap { constants.repeated[$0] }
    return source.flatMap { constants.specifications[$0].type }.map { Array(target.file.text($0.range)) }
  }

  /// Writes out the expression that the specification behind the target repeats, when it repeats one.
  static func pinNext(after target: Target, for patch: Patch, draft: inout PackageDraft) {
    guard target.declaration.kind == .constant, target.declaration.isGrouped else { return }
    let constants = draft.package.tables.constants(around: target)
    guard let index = constants.place(of: target.declaration.node), index + 1 < constants.nodes.count,
      !draft.isReplaced(at: constants.nodes[index + 1].range.lowerBound, in: target),
      constants.specifications[index + 1].values.isEmpty, let source = constants.repeated[index],
      let lastName = constants.specifications[source].names.last
    else { return }
    let expression = target.file.text(lastName.range.upperBound..<constants.nodes[source].range.upperBound)
    draft.add(
      Edit(at: constants.nodes[index + 1].range.upperBound, inserting: [.text(Array(expression))], for: patch),
      in: target)
  }
}
