internal import Bytes
internal import GoSyntax

/// Makes the body of a patch mean inside its target what its author wrote.
///
/// Receiver, parameters, results and type parameters bind by position, whatever the target calls them; names that would
/// be captured by a local of the patch, or by the target's parameters, are renamed apart; packages are called as the
/// target's file calls them.
struct Binding {
  /// How the patch's body is spelled in the target.
  private(set) var renames: [Rename] = []

  private let patch: Patch
  private let target: Target
  private let patchUses: [IdentifierUse]
  private let targetUses: [IdentifierUse]
  /// Every name that neither side uses is free; those handed out join.
  private var takenNames: Set<ByteString>

  /// - Parameter body: the part of the patch that goes into the target.
  init(_ patch: Patch, to target: Target, body: Range<Int>, plan: inout PackagePlan) throws(Problem) {
    self.patch = patch
    self.target = target
    patchUses = Scopes.uses(in: patch.declaration, of: patch.file.source)
    targetUses = Scopes.uses(in: target.declaration, of: target.file)
    takenNames = Set(patchUses.map(\.name)).union(targetUses.map(\.name))
    let uses = patchUses.filter { body.contains($0.node.range.lowerBound) }
    let bound = try bindParameters(uses, plan: &plan)
    try renameLocals(uses, apartFrom: bound, plan: &plan)
  }

  /// Gives each parameter that the body uses the target's name. The result is the names that the target's parameters
  /// have then, by the offset of the patch's parameter.
  private mutating func bindParameters(
    _ uses: [IdentifierUse], plan: inout PackagePlan
  ) throws(Problem) -> [Int: ByteString] {
    let free = Set(uses.filter { $0.declaration == nil }.map(\.name))
    var names: [Int: ByteString] = [:]
    for (mine, theirs) in pairs() {
      let offset = mine?.range.lowerBound
      let isUsed = uses.contains { $0.declaration != nil && $0.declaration == offset }
      guard let theirs, !target.file.text(theirs).equals("_") else {
        if isUsed {
          throw patch.problem(
            "\(target.name) leaves the parameter without a name that this patch calls "
              + "\(mine.map { patch.file.source.text($0).text } ?? "_") (\(target.place)); binding to such a parameter "
              + "is not there yet")
        }
        continue
      }
      var name = Array(target.file.text(theirs))
      if free.contains(name) {
        // The body means a package, a builtin or a declaration of the package: the parameter makes room for it.
        name = freshName(name)
        try renameInTarget(theirs, to: name, plan: &plan)
      }
      if let offset, isUsed {
        names[offset] = name
        try rename(uses, declaredAt: offset, to: name)
      }
    }
    return names
  }

  /// A local of the patch that has the new name of a parameter would hide it.
  private mutating func renameLocals(
    _ uses: [IdentifierUse], apartFrom names: [Int: ByteString], plan: inout PackagePlan
  ) throws(Problem) {
    let changed = Set(names.filter { offset, name in
      !patchUses.contains { $0.node.range.lowerBound == offset && $0.name == name }
    }.values)
    for use in uses where use.declaration == use.node.range.lowerBound && changed.contains(use.name) {
      try rename(uses, declaredAt: use.node.range.lowerBound, to: freshName(use.name))
    }
  }

  /// Receiver, type parameters, parameters and results of both sides, by position.
  private func pairs() -> [(Node?, Node?)] {
    let mine = Signature(of: patch.declaration)
    let theirs = Signature(of: target.declaration)
    return [(mine.receiver?.name, theirs.receiver?.name)]
      + Array(zip(mine.allTypeParameterNames, theirs.allTypeParameterNames)).map { ($0, $1) }
      + zip(mine.parameters, theirs.parameters).map { ($0.name, $1.name) }
      + zip(mine.results, theirs.results).map { ($0.name, $1.name) }
  }

  private mutating func rename(_ uses: [IdentifierUse], declaredAt offset: Int, to name: ByteString) throws(Problem) {
    for use in uses where use.declaration == offset && use.name != name {
      if use.mayBeField {
        throw Problem(
          "'\(use.name.text)' here may be a field's name or the variable, which must be called '\(name.text)' in the "
            + "target; call the parameter '\(name.text)' in this patch too", at: use.node, in: patch.file)
      }
      renames.append(Rename(range: use.node.range, name: name))
    }
  }

  private func renameInTarget(_ parameter: Node, to name: ByteString, plan: inout PackagePlan) throws(Problem) {
    for use in targetUses where use.declaration == parameter.range.lowerBound {
      if use.mayBeField {
        throw patch.problem(
          "this patch uses the name '\(use.name.text)', which is a parameter of \(target.name) and perhaps a field in "
            + "it too (\(target.file.directiveText(at: use.node.range.lowerBound).text)); use another name here")
      }
      plan.add(Edit(replacing: use.node.range, with: [.text(name)], for: patch), in: target)
    }
  }

  private mutating func freshName(_ name: ByteString) -> ByteString {
    var number = 1
    while true {
      let candidate = name + ByteString("_\(number)")
      if takenNames.insert(candidate).inserted { return candidate }
      number += 1
    }
  }
}
