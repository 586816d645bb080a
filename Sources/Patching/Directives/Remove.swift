internal import Bytes
internal import Findings
internal import GoSyntax

/// `//routinex:remove`: the declaration no longer takes part.
struct Remove: TargetDirective {
  static let word: StaticString = "remove"
  static let effects: Effects = [.removes]

  init(_ comment: DirectiveComment, on declaration: Declaration, in file: PatchFile) throws(Finding) {
    try comment.requireNoArgument(in: file)
  }

  func apply(_ patch: Patch, to names: TargetNames, draft: inout PackageDraft) throws(Finding) {
    let target = names.target
    let declaration = target.declaration
    if declaration.isFunction {
      _ = try patch.targetBody(target)
      try SignatureAssertion.check(patch, names)
    }
    let isShared = draft.package.tables.specification(of: target).names.count > 1
    if declaration.kind == .constant || (declaration.kind == .variable && isShared) {
      // The others of the specification, and what follows in a group with iota, stay what they are.
      draft.add(Edit(replacing: declaration.name.range, with: [.text(ByteString("_"))], for: patch), in: target)
      return
    }
    let node = declaration.isGrouped ? declaration.node : declaration.statement
    // A pragma left behind would belong to the next declaration.
    let pragmas = declaration.comments.filter { target.file.text($0).hasPrefix("//go:") }
    let distant = draft.package.tables.embedDirectives(of: target).filter { embed in
      !pragmas.contains { $0.range == embed.range }
    }
    for comment in pragmas + distant {
      draft.add(Edit(replacing: comment.range, with: [], for: patch), in: target)
    }
    let range = target.file.withSemicolon(node.range)
    draft.remove(range, in: target)
    draft.add(Edit(replacing: range, with: [], for: patch), in: target)
  }
}
