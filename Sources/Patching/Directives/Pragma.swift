internal import Bytes
internal import Findings
internal import GoSyntax

/// `//routinex:pragma go:noinline`: the compiler directive is added to the target.
struct Pragma: TargetDirective {
  static let word: StaticString = "pragma"
  static let effects: Effects = []
  static let isForEach = true
  static let wordsOfBody: [StaticString]? = []
  static let mayRepeat = true

  private let text: ByteString
  /// Where the line of the directive starts.
  private let offset: Int

  init(_ comment: DirectiveComment, on declaration: Declaration, in file: PatchFile) throws(Finding) {
    guard comment.argument.hasPrefix("go:"), comment.argument.count > 3 else {
      throw Finding(
        .directiveArgument,
        "//routinex:pragma takes a compiler directive without its slashes, such as 'pragma go:noinline'",
        at: comment.node, in: file)
    }
    guard !comment.argument.hasPrefix("go:embed") else {
      throw Finding(
        .directiveArgument,
        "//routinex:pragma go:embed has no effect: the go command finds the files to embed in the unpatched sources; "
          + "embed them in a separate package", at: comment.node, in: file)
    }
    text = ByteString("//") + comment.argument
    offset = file.source.lineStart(at: comment.node.range.lowerBound)
  }

  func apply(_ patch: Patch, to names: TargetNames, draft: inout PackageDraft) throws(Finding) {
    let target = names.target
    let node = target.declaration.isGrouped ? target.declaration.node : target.declaration.statement
    if target.declaration.isFunction { try SignatureAssertion.check(patch, names) }
    // cmd/compile/internal/noder, noder.go: "only allowed in Go files that import "unsafe"".
    if text.hasPrefix("//go:linkname") { draft.demandImport(ByteString("unsafe"), for: patch, in: target) }
    // The compiler reads a directive only at the start of a line (cmd/compile/internal/syntax, scanner.go: lineComment).
    draft.add(
      Edit(
        at: node.range.lowerBound,
        inserting: [.mark(max(offset - 1, 0)), .text([ASCII.newline]), .text(text), .text([ASCII.newline])], for: patch),
      in: target)
  }
}
