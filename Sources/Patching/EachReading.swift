internal import Bytes
internal import Findings
internal import GoSyntax

// What a patch file says with `//routinex:each`, and what is wrong with it whatever the targets are.

extension PatchFile {
  /// What `each` beside the directives of a declaration says; nil without one.
  func each(
    _ modifiers: [(modifier: Modifier, comment: DirectiveComment)], on declaration: Declaration,
    _ directives: [any Directive]
  ) throws(Finding) -> Each? {
    let isBlank = declaration.isFunction && source.text(declaration.name).equals("_")
    let exact = modifiers.first { $0.modifier == .exact }?.comment
    let all = modifiers.filter { $0.modifier == .each }.map(\.comment)
    guard let comment = all.first else {
      if let exact {
        throw Finding(
          .misplacedDirective, "//routinex:exact needs //routinex:each on the same function", at: exact.node, in: self)
      }
      if isBlank, directives.contains(where: { $0 is any TargetDirective }) {
        throw Finding(
          .unfitDirective,
          "a function called _ has no target; add //routinex:each with patterns, or give it the target's name",
          at: declaration.name, in: self)
      }
      return nil
    }
    if all.count > 1 {
      throw Finding(
        .repeatedDirective, "a second //routinex:each on this function; write all patterns into one", at: all[1].node,
        in: self)
    }
    guard isBlank else {
      throw Finding(
        .unfitDirective, "//routinex:each goes on a function called _; its patterns select the functions to patch",
        at: declaration.name, in: self)
    }
    if let other = directives.first(where: { !type(of: $0).isForEach }) {
      let known = Patching.directives.filter { $0.isForEach }.map { "\($0.word)" }.joined(separator: ", ")
      throw Finding(
        .unfitDirective,
        "//routinex:each does not work with //routinex:\(type(of: other).word), only with \(known)",
        at: comment.node, in: self)
    }
    if let byName = modifiers.first(where: { $0.modifier == .byName })?.comment {
      throw Finding(
        .unfitDirective, "//routinex:by-name has no effect with //routinex:each, which binds by type; remove it",
        at: byName.node, in: self)
    }
    if !Signature(of: declaration, in: source).typeParameters.isEmpty {
      throw Finding(
        .unfitDirective, "a function with //routinex:each cannot have type parameters: types are compared as written",
        at: declaration.name, in: self)
    }
    return try Each(comment, isExact: exact != nil, in: self)
  }
}

extension Patch {
  /// What is wrong with a patch for many functions.
  func eachProblems(at comment: DirectiveComment) -> [Finding] {
    var problems: [Finding] = []
    if effects.contains(.returnsFromTarget),
      let values = declaration.body?.returns.first(where: \.hasValues)?.node
    {
      problems.append(
        Finding(
          .returnWithValues,
          "a return in a function with //routinex:each cannot have values, since its targets have different results; "
            + "set the named results, and return without values", at: values, in: file))
    }
    if effects.contains(.followsTarget), let use = targetUses.first(where: { $0.name == TargetReturn.name }) {
      problems.append(
        Finding(
          .unfitDirective,
          "target.Return works only in before and wrap; in //routinex:\(word) the target has already returned: set "
            + "its named results",
          at: use.range.lowerBound, in: file))
    }
    guard effects.contains(.nests) else { return problems }
    let passing = Set(passingCalls.map(\.function.range))
    for use in bodyUses
    where use.declaration == nil && use.name.equals("original") && !passing.contains(use.node.range) {
      problems.append(
        Finding(
          .unfitDirective,
          "with //routinex:each, write original() as a separate statement, without arguments: it passes on the "
            + "current values of the parameters, and sets the results", at: use.node, in: file))
    }
    return problems
  }
}
