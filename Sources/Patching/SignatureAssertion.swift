internal import Bytes
internal import Findings
internal import GoSyntax

/// The signature in a patch asserts the target's: receiver, type parameters, parameters and results must have equal
/// types. Names, white space and comments do not count.
enum SignatureAssertion {
  static func check(_ patch: Patch, _ names: TargetNames) throws(Finding) {
    // What is no target for it, has not been matched.
    if patch.each != nil { return }
    // By name, each parameter is checked when it is looked up; the receiver's type has found the target.
    if patch.bindsByName {
      for (place, name) in TargetNames.places(of: patch.signature) {
        guard let name, !patch.text(name).equals("_") else { continue }
        _ = try self.place(named: name, at: place, of: patch, in: names)
      }
      return
    }
    guard patch.spelling.function(patch.signature) != names.spelling.function(names.signature) else { return }
    throw patch.finding(
      .driftedSignature,
      "the signature of \(names.target.name) has drifted; write the target's, or limit this file with //go:build",
      comparison: HeaderComparison.of(patch, names.target), notes: notes(patch, names.target))
  }

  /// The place of the target's signature that has a name of the patch's, with the same type.
  static func place(
    named node: Node, at mine: TargetNames.Place, of patch: Patch, in names: TargetNames
  ) throws(Finding) -> TargetNames.Place {
    if case .receiver = mine { return .receiver }
    if case .typeParameter = mine { return mine }
    var theirs: TargetNames.Place?
    if case .result = mine, patch.bindsResultsByPosition(to: names.signature) {
      theirs = mine
    } else {
      theirs = names.placesByName[Array(patch.text(node))]
    }
    guard let theirs else {
      throw Finding(
        .driftedSignature,
        "\(names.target.name) has no parameter or result called \(patch.text(node).text); with //routinex:by-name the names "
          + "must be the target's", at: node, in: patch.file, comparison: HeaderComparison.of(patch, names.target),
        notes: notes(patch, names.target))
    }
    let wanted = parameter(at: mine, of: patch.signature).map(patch.spelling.spell)
    let actual = parameter(at: theirs, of: names.signature).map(names.spelling.spell)
    if wanted != actual {
      throw Finding(
        .driftedSignature, "\(patch.text(node).text) has another type in \(names.target.name); write the target's",
        at: node, in: patch.file,
        comparison: HeaderComparison.of(patch, names.target), notes: notes(patch, names.target))
    }
    return theirs
  }

  private static func parameter(at place: TargetNames.Place, of signature: Signature) -> Parameter? {
    switch place {
    case .receiver: signature.receiver
    case .parameter(let index): signature.parameters[index]
    case .result(let index): signature.results[index]
    case .typeParameter: nil
    }
  }

  private static func notes(_ patch: Patch, _ target: Target) -> [Wording] {
    let (mine, theirs) = (patch.declaration.header(in: patch.file.source), target.declaration.header(in: target.file))
    return mine == theirs ? ["In the two files, one of these names stands for different packages."] : []
  }
}
