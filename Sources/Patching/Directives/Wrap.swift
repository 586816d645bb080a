internal import Bytes
internal import Findings
internal import GoSyntax

/// `//routinex:wrap`: the patch's body runs instead of the target's and may call `original(...)`, which is the target's
/// body as a function literal with the same parameters and results.
struct Wrap: TargetDirective {
  static let word: StaticString = "wrap"
  static let effects: Effects = [.nests, .readsBody, .returnsFromTarget]
  static let isForEach = true
  static let wordsOfBody: [StaticString]? = ["recover"]
  static let newNames = [ByteString("original")]

  private let body: Range<Int>

  init(_ comment: DirectiveComment, on declaration: Declaration, in file: PatchFile) throws(Finding) {
    try comment.requireNoArgument(in: file)
    body = try declaration.requireBody(for: Self.word, in: file).range
  }

  func apply(_ patch: Patch, to names: TargetNames, draft: inout PackageDraft) throws(Finding) {
    let target = names.target
    let targetBody = try patch.targetBody(target)
    try SignatureAssertion.check(patch, names)
    try Self.refuseWhatCannotCall(patch, target, draft)

    let binding = try Binding(patch, part: body, names: names, draft: &draft)
    let number = draft.nextNesting(around: target)
    // The body may have a use for the name that it gives the target; then the wrapped function takes another.
    let original = names.freshName(Self.newNames[0])
    let calls = patch.bodyUses.filter { $0.declaration == nil && $0.name.equals("original") }
    let passing = patch.passingCalls
    var renames = binding.renames + passing.map { Rename(range: $0.range, name: Self.passOn(names, to: original)) }
    for call in calls where !passing.contains(where: { $0.function.range == call.node.range }) {
      renames.append(Rename(range: call.node.range, name: original))
    }
    let opening = original + ByteString(" := func") + Self.header(names) + ByteString(" {") + Self.rebind(names)
    draft.add(
      Edit(
        at: targetBody.range.lowerBound + 1, inserting: [.mark(body.lowerBound), .text(opening)], for: patch,
        layer: TextOrder.wrapOpening(number)), in: target)
    draft.add(
      Edit(
        at: targetBody.range.upperBound - 1,
        inserting: [
          // The literal ends where the target ended, and so do the stack frames of whoever falls off its end.
          .text([ASCII.newline]), .original(targetBody.range.upperBound - 1),
          .text(ByteString("}; _ = ") + original + [ASCII.newline]),
          .patch(body, renames: renames),
          .text(patch.each != nil && !names.signature.results.isEmpty ? ByteString("; return\n") : [ASCII.newline]),
        ], for: patch, layer: TextOrder.wrapClosing(number)), in: target)
  }

  /// The parameters and results of the literal, as the target will have them.
  private static func header(_ names: TargetNames) -> ByteString {
    func list(_ parameters: [Parameter], _ place: (Int) -> TargetNames.Place) -> ByteString {
      let isNamed = parameters.indices.contains { names.name(at: place($0)) != nil || parameters[$0].name != nil }
      let items = parameters.enumerated().map { index, parameter in
        let name = isNamed ? (names.name(at: place(index)) ?? ByteString("_")) + [ASCII.space] : []
        return name + (parameter.isVariadic ? ByteString("...") : []) + names.text(of: parameter.typeRange)
      }
      return ByteString("(") + ByteString(items.joined(separator: ByteString(", "))) + ByteString(")")
    }
    return list(names.signature.parameters) { .parameter($0) } + [ASCII.space]
      + (names.signature.results.isEmpty ? [] : list(names.signature.results) { .result($0) })
  }

  /// A call that passes on the parameters as they stand and leaves the results in the results.
  private static func passOn(_ names: TargetNames, to original: ByteString) -> ByteString {
    let signature = names.signature
    let results = signature.results.indices.compactMap { names.name(at: .result($0)) }
    let parameters = signature.parameters.enumerated().compactMap { index, parameter in
      names.name(at: .parameter(index)).map { $0 + (parameter.isVariadic ? ByteString("...") : []) }
    }
    let comma = ByteString(", ")
    return ByteString(results.joined(separator: comma)) + (results.isEmpty ? [] : ByteString(" = ")) + original
      + [ASCII.openingParenthesis] + ByteString(parameters.joined(separator: comma)) + [ASCII.closingParenthesis]
  }

  /// The literal has a receiver of its own, like the method: what one call does to it, the next one does not see.
  private static func rebind(_ names: TargetNames) -> ByteString {
    guard let name = names.name(at: .receiver) else { return [] }
    return [ASCII.space] + name + ByteString(" := ") + name + ByteString("; _ = ") + name + ByteString(";")
  }

  private static func refuseWhatCannotCall(_ patch: Patch, _ target: Target, _ draft: PackageDraft) throws(Finding) {
    let name = Array(target.file.text(target.declaration.name))
    if draft.assemblyReferences.contains(name), target.declaration.kind == .function {
      throw patch.finding(
        .unpatchable,
        "\(target.name) is called from assembly, which relies on its frame (\(target.place)); use before, after or edit"
      )
    }
    // It works in a function that was deferred, and in no other that this one calls.
    if target.declaration.body?.calls("recover", in: target.file) == true {
      throw patch.finding(
        .unpatchable,
        "\(target.name) calls recover (\(target.place)), which does nothing in the function literal that wrap makes; "
          + "use before, after or edit")
    }
    for comment in target.declaration.comments {
      let text = target.file.text(comment)
      for pragma: StaticString in ["//go:nosplit", "//go:systemstack", "//go:nowritebarrierrec"]
      where text.hasPrefix(pragma) {
        throw patch.finding(
          .unpatchable,
          "\(target.name) is \(pragma) (\(target.place)), and wrap would lose this pragma; use before, after or edit")
      }
    }
  }
}
