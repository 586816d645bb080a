internal import Bytes
internal import Findings
internal import GoSyntax

/// `//routinex:before`: the body runs on entry, as a block at the start of the target.
struct Before: TargetDirective {
  static let word: StaticString = "before"
  static let effects: Effects = [.returnsFromTarget]
  static let isForEach = true
  static let wordsOfBody: [StaticString]? = []

  private let body: Range<Int>

  init(_ comment: DirectiveComment, on declaration: Declaration, in file: PatchFile) throws(Finding) {
    try comment.requireNoArgument(in: file)
    body = try declaration.requireBody(for: Self.word, in: file).range
  }

  func apply(_ patch: Patch, to names: TargetNames, draft: inout PackageDraft) throws(Finding) {
    let targetBody = try patch.targetBody(names.target)
    try SignatureAssertion.check(patch, names)
    let binding = try Binding(patch, part: body, names: names, draft: &draft)
    // The line end separates the block from what follows it on the target's first line.
    draft.add(
      Edit(
        at: targetBody.range.lowerBound + 1,
        inserting: [.patch(body, renames: binding.renames), .text([ASCII.newline])],
        for: patch, layer: TextOrder.entry), in: names.target)
  }
}
