internal import Bytes
internal import Findings
internal import GoSyntax

/// `//routinex:after`: the body runs on every way out of the target, a panic included, as a deferred function.
struct After: TargetDirective {
  static let word: StaticString = "after"
  static let effects: Effects = [.followsTarget]
  static let isForEach = true
  static let wordsOfBody: [StaticString]? = []

  private let body: Range<Int>

  init(_ comment: DirectiveComment, on declaration: Declaration, in file: PatchFile) throws(Finding) {
    try comment.requireNoArgument(in: file)
    let body = try declaration.requireBody(for: Self.word, in: file)
    self.body = body.range
    if let values = body.returns.first(where: \.hasValues)?.node {
      throw Finding(
        .returnWithValues,
        "the values of a return in //routinex:after are discarded; set the named results, and return without values",
        at: values, in: file)
    }
  }

  func apply(_ patch: Patch, to names: TargetNames, draft: inout PackageDraft) throws(Finding) {
    let targetBody = try patch.targetBody(names.target)
    try SignatureAssertion.check(patch, names)
    let binding = try Binding(patch, part: body, names: names, draft: &draft)
    draft.add(
      Edit(
        at: targetBody.range.lowerBound + 1,
        inserting: [
          .mark(body.lowerBound), .text(ByteString("defer func() ")), .patch(body, renames: binding.renames),
          .text(ByteString("()\n")),
        ], for: patch, layer: TextOrder.deferred), in: names.target)
  }
}
