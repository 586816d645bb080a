internal import Bytes
internal import Findings
internal import GoSyntax

/// Makes a part of a patch mean inside its target what its author wrote: how the part is to be spelled there.
///
/// Receiver, parameters, results and type parameters bind by position (by name with `by-name`), whatever the target calls
/// them; locals and labels of the patch that would capture a name of the target, or be captured, are renamed apart;
/// packages are called as the target's file calls them.
struct Binding {
  private(set) var renames: [Rename] = []

  private let patch: Patch
  private let names: TargetNames
  private let keys: LiteralKeys

  /// - Parameter part: the range of the patch that goes into the target.
  init(_ patch: Patch, part: Range<Int>, names: TargetNames, draft: inout PackageDraft) throws(Finding) {
    self.patch = patch
    self.names = names
    keys = draft.literalKeys
    let (uses, byDeclaration) = patch.uses(in: part)
    var bound = try bindPlaces(byDeclaration)
    if !patch.passingCalls.isEmpty { bound.formUnion(names.passed) }
    if patch.returnsCall { bound.formUnion(names.header) }
    try renameLocals(uses, byDeclaration, bound)
    renameLabels(part)
    renames += try Self.bindImports(of: part, in: patch, to: names.target, names: names, draft: &draft)
    renames += TargetConstants.renames(of: part, in: patch, for: names, of: draft.package)
  }

  /// Spells each bound name that the part uses as the target does, and answers which spellings are new.
  ///
  /// - Parameter uses: those of the part, by where they are declared.
  private mutating func bindPlaces(_ uses: [Int: [IdentifierUse]]) throws(Finding) -> Set<ByteString> {
    var changed: Set<ByteString> = []
    for (mine, theirs) in try pairs() {
      guard let mine, let uses = uses[mine.range.lowerBound] else { continue }
      guard let name = names.name(at: theirs) else {
        throw patch.finding(
          .nameClash, "'\(patch.text(mine).text)' of this patch has no name in \(names.target.name)")
      }
      if !patch.text(mine).equals(name) { changed.insert(name) }
      try rename(uses, to: name)
    }
    return changed
  }

  /// A local of the patch may not hide a parameter under its new name and, where the patch's statements stand in the
  /// target's own scope, may not meet any name of the target.
  private mutating func renameLocals(
    _ uses: [IdentifierUse], _ byDeclaration: [Int: [IdentifierUse]], _ changed: Set<ByteString>
  ) throws(Finding) {
    let theirs = patch.isInTargetScope ? Set(names.uses.map(\.name)) : []
    for use in uses where use.declaration == use.node.range.lowerBound {
      guard let all = byDeclaration[use.node.range.lowerBound] else { continue }
      if changed.contains(use.name) || theirs.contains(use.name) {
        try rename(all, to: names.freshName(use.name))
      }
    }
  }

  private mutating func renameLabels(_ part: Range<Int>) {
    // No label without a colon.
    guard patch.file.source.text(part).contains(ASCII.colon) else { return }
    let labels = Labels.all(in: patch.declaration, of: patch.file.source).filter {
      part.contains($0.node.range.lowerBound)
    }
    // A label that the part does not declare is the target's.
    var chosen: [ByteString: ByteString] = [:]
    for label in labels where label.kind == .declaration { chosen[label.name] = names.freshLabel(label.name) }
    for label in labels {
      if let name = chosen[label.name], name != label.name {
        renames.append(Rename(range: label.node.range, name: name))
      }
    }
  }

  /// Each named place of the patch's signature with the place of the target's that it stands for.
  private func pairs() throws(Finding) -> [(Node?, TargetNames.Place)] {
    if let demanded = names.demanded(by: patch) { return demanded }
    let mine = TargetNames.places(of: patch.signature)
    guard patch.bindsByName else { return mine.map { ($0.name, $0.place) } }
    var result: [(Node?, TargetNames.Place)] = []
    for (place, node) in mine {
      guard let node, !patch.text(node).equals("_") else { continue }
      result.append((node, try SignatureAssertion.place(named: node, at: place, of: patch, in: names)))
    }
    return result
  }

  private mutating func rename(_ uses: [IdentifierUse], to name: ByteString) throws(Finding) {
    for use in uses where use.name != name {
      switch keys.meaning(of: use) {
      case .field: continue
      case .variable: break
      case .unknown:
        throw Finding(
          .nameClash,
          "'\(use.name.text)' here may be a field or the variable, which is called '\(name.text)' in the target; call "
            + "the variable '\(name.text)' in this patch too", at: use.node, in: patch.file)
      }
      renames.append(Rename(range: use.node.range, name: name))
    }
  }
}
