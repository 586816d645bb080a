internal import Bytes
internal import Findings
internal import GoSyntax

/// `//routinex:each`: which functions of a package a patch is for, whatever it does there. Beside it `//routinex:exact` says that
/// they have no more parameters and results than the patch.
package struct Each {
  private enum Form {
    /// A function, or a method of any type.
    case name(Glob)
    /// `Type.Name` takes both kinds of receiver, `(*Type).Name` one.
    case method(type: Glob, isPointer: Bool, name: Glob)
    /// A line of the doc comment.
    case comment(ByteString)
  }

  private struct Pattern {
    let isNegated: Bool
    let form: Form
  }

  /// `each Handle* !HandleDebug`.
  package let description: String
  private let patterns: [Pattern]
  let isExact: Bool

  init(_ comment: DirectiveComment, isExact: Bool, in file: PatchFile) throws(Finding) {
    self.isExact = isExact
    description = "each \(comment.argument.text)"
    var patterns: [Pattern] = []
    for word in comment.argument.split(whereSeparator: \.isSpace) {
      let isNegated = word.first == ASCII.bang
      guard let form = Self.form(isNegated ? word.dropFirst() : word) else {
        throw Finding(
          .directiveArgument,
          "'\(word.text)' is not a pattern of //routinex:each; it takes names and (*Type).Name with *, ? and [A-Z], words such as "
            + "//app:span, and ! before either", at: comment.node, in: file)
      }
      patterns.append(Pattern(isNegated: isNegated, form: form))
    }
    guard !patterns.isEmpty else {
      throw Finding(
        .directiveArgument,
        "//routinex:each needs patterns of names, such as 'each Handle* !HandleDebug'; 'each *' selects all functions",
        at: comment.node, in: file)
    }
    self.patterns = patterns
  }

  private static func form(_ text: ArraySlice<UInt8>) -> Form? {
    if text.hasPrefix("//") { return text.count > 2 ? .comment(Array(text)) : nil }
    if text.hasPrefix("(*") {
      guard let end = text.firstIndex(of: ASCII.closingParenthesis), text[end...].hasPrefix(")."),
        let type = Glob(text[(text.startIndex + 2)..<end]), let name = Glob(text[(end + 2)...])
      else { return nil }
      return .method(type: type, isPointer: true, name: name)
    }
    guard let dot = text.firstIndex(of: ASCII.dot) else { return Glob(text).map { .name($0) } }
    guard let type = Glob(text[..<dot]), let name = Glob(text[(dot + 1)...]) else { return nil }
    return .method(type: type, isPointer: false, name: name)
  }

  // MARK: What is selected

  /// Whether the patterns select a function.
  func selects(_ declaration: Declaration, in file: SourceFile) -> Bool {
    guard declaration.isFunction else { return false }
    let isSelected = { (pattern: Pattern) in Self.fits(pattern.form, declaration, in: file) }
    if patterns.contains(where: { $0.isNegated && isSelected($0) }) { return false }
    return patterns.allSatisfy(\.isNegated) || patterns.contains { !$0.isNegated && isSelected($0) }
  }

  private static func fits(_ form: Form, _ declaration: Declaration, in file: SourceFile) -> Bool {
    switch form {
    case .name(let glob): return glob.matches(file.text(declaration.name))
    case .method(let type, let isPointer, let name):
      guard let receiver = declaration.receiverType, name.matches(file.text(declaration.name)),
        type.matches(file.text(receiver))
      else { return false }
      return !isPointer || declaration.hasPointerReceiver(in: file)
    case .comment(let word): return comment(word, of: declaration, in: file) != nil
    }
  }

  /// What follows the word on the first line of the doc comment that begins with it, alone or with a space behind it.
  static func comment(_ word: ByteString, of declaration: Declaration, in file: SourceFile) -> ByteString? {
    for comment in declaration.comments {
      let text = file.text(comment)
      guard text.hasPrefix(word) else { continue }
      let rest = text.dropFirst(word.count)
      if rest.isEmpty || rest.first?.isSpace == true { return Array(rest.trimmed) }
    }
    return nil
  }

  /// Whether a part of a file may hold a function that is selected, told without a parse. A "no" is certain.
  func maySelect(in part: TopLevel.Part, of bytes: ByteString) -> Bool {
    guard let name = part.functionName(in: bytes) else { return part.mayBeFunction(in: bytes) }
    let isPossible = { (pattern: Pattern) -> Bool in
      switch pattern.form {
      case .name(let glob), .method(_, _, let glob): glob.matches(name)
      case .comment(let word): bytes[part.range.lowerBound..<part.start].contains(word)
      }
    }
    return patterns.allSatisfy(\.isNegated) || patterns.contains { !$0.isNegated && isPossible($0) }
  }
}
