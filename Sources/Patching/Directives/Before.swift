internal import Bytes
internal import GoSyntax

/// `//routinex:before`: the body runs on entry, as a block at the start of the target.
struct Before: Directive {
  static let word: StaticString = "before"

  private let body: Range<Int>

  init(_ comment: DirectiveComment, on declaration: Declaration, in file: PatchFile) throws(Problem) {
    guard declaration.isFunction, let body = declaration.body else {
      throw Problem(
        "//routinex:before puts a body in front of a function's or a method's; this "
          + (declaration.isFunction ? "has no body" : "is a \(declaration.kind.rawValue)"), at: declaration.name, in: file)
    }
    self.body = body.range
  }

  func apply(_ patch: Patch, to target: Target, plan: inout PackagePlan) throws(Problem) {
    guard let targetBody = target.declaration.body else {
      throw patch.problem("\(target.name) has no body in Go (\(target.place)): nothing can be put in front of it")
    }
    try SignatureAssertion.check(patch, target)
    let binding = try Binding(patch, to: target, body: body, plan: &plan)
    let renames = binding.renames + (try Binding.bindImports(of: body, in: patch, to: target, plan: &plan))
    // The line end separates the block from what follows it on the target's first line.
    let pieces: [Piece] = [.patch(body, renames: renames), .text([ASCII.newline])]
    plan.add(Edit(at: targetBody.range.lowerBound + 1, inserting: pieces, for: patch), in: target)
  }
}
