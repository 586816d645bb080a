internal import Bytes
internal import GoSyntax

/// `//routinex:before`: the body runs on entry, as a block at the start of the target.
struct Before: TargetDirective {
  static let word: StaticString = "before"
  static let readsBody = false

  private let body: Range<Int>

  init(_ comment: DirectiveComment, on declaration: Declaration, in file: PatchFile) throws(Problem) {
    try comment.requireNoArgument(in: file)
    body = try declaration.requireBody(for: Self.word, in: file).range
  }

  func apply(_ patch: Patch, to names: TargetNames, plan: inout PackagePlan) throws(Problem) {
    let targetBody = try patch.targetBody(names.target)
    try SignatureAssertion.check(patch, names)
    let binding = try Binding(patch, part: body, names: names, plan: &plan)
    // The line end separates the block from what follows it on the target's first line.
    plan.add(
      Edit(
        at: targetBody.range.lowerBound + 1,
        inserting: [.patch(body, renames: binding.renames), .text([ASCII.newline])],
        for: patch, layer: Layer.entry), in: names.target)
  }
}
