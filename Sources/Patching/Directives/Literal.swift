internal import Bytes
internal import Findings
internal import GoSyntax

/// `//routinex:literal pkg/path.Type`: in this package, every composite literal of that type goes through the patch's function,
/// which takes a pointer to the type, or the type, and gives one back. The patch's own files build theirs as they stand.
struct Literal: PackageDirective {
  static let word: StaticString = "literal"
  static let mayRepeat = true

  /// Nil where the type is named alone: the package's own.
  private let path: ByteString?
  private let name: ByteString
  private let takesPointer: Bool

  init(_ comment: DirectiveComment, on declaration: Declaration, in file: PatchFile) throws(Finding) {
    try Self.requireFunction(declaration, "the function that gets the literals", in: file)
    let argument = comment.argument
    if argument.isEmpty || !argument.allSatisfy(\.isIdentifierByte) {
      guard let (path, name) = comment.qualifiedName else {
        throw Finding(
          .directiveArgument,
          "//routinex:literal takes a type with its import path, such as 'literal net/http.Transport', or the name of "
            + "a type of the package itself", at: comment.node, in: file)
      }
      (self.path, self.name) = (path, name)
    } else {
      (path, name) = (nil, argument)
    }
    let signature = Signature(of: declaration, in: file.source)
    let spelling = TypeSpelling(file: file.source, signature: signature)
    let parameters = signature.parameters.map(spelling.spell)
    takesPointer = parameters.first?.first?.equals("*") ?? false
    let isFit =
      parameters.count == 1 && signature.typeParameters.isEmpty && !signature.parameters[0].isVariadic
      && parameters == signature.results.map(spelling.spell) && parameters[0].last == name
      && parameters[0].count == (parameters[0].contains([ASCII.dot]) ? 3 : 1) + (takesPointer ? 1 : 0)
    guard isFit else {
      let type = (path.map { PackageNameGuess.all($0).first ?? $0 }.map { $0 + [ASCII.dot] } ?? []) + name
      throw Finding(
        .unfitDirective,
        "the function of //routinex:literal takes one value of the type, or a pointer to it, and returns the same: "
          + "func \(file.source.text(declaration.name).text)(value *\(type.text)) *\(type.text)", at: declaration.name,
        in: file)
    }
  }

  func implied(by patch: Patch) -> Set<ByteString> {
    // A type of the package itself may be named with the path.
    Set(path.map { [$0] } ?? []).filter { !patch.file.source.imports(of: $0).isEmpty }
  }

  func apply(_ patch: Patch, in package: TargetPackage, draft: inout PackageDraft) throws(Finding) {
    let function = Array(patch.text(patch.declaration.name))
    let path = path == package.importPath ? nil : path
    try requireType(from: path, of: patch)
    let uses = LiteralUses(of: name, from: path, in: package).list
    for use in uses {
      let isHidden = { (name: ByteString) in
        package.references(at: use.target.fileIndex).isLocal(name, in: use.target.declaration)
      }
      guard !isHidden(function) else {
        // As for calls, a local of that name anywhere in the function is reason enough to ask.
        throw patch.finding(
          .nameClash,
          "\(use.place) builds \(name.text) where a local is called \(function.text); rename the function of this "
            + "patch"
        )
      }
      var type = use.spelling
      if type == nil { type = try typeName(in: use, from: path, for: patch, isHidden, draft: &draft) }
      passOn(use, type: type ?? name, to: function, for: patch, draft: &draft)
    }
    guard uses.isEmpty else { return InitializationCycle.report(uses, in: package, patch, draft: &draft) }
    guard patch.isOptional else {
      throw patch.finding(
        .missingUse,
        "package \(package.description) has no literal of \(path.map { $0.text + "." } ?? "")\(name.text); name a type that it "
          + "builds, or add //routinex:optional")
    }
    draft.leaveOut(patch)
  }

  /// The function's type has to be the directive's: its package's name is known by now.
  private func requireType(from path: ByteString?, of patch: Patch) throws(Finding) {
    let type = patch.spelling.spell(patch.signature.parameters[0]).drop { $0.equals("*") }
    let wanted = (path.map { [$0, [ASCII.dot]] } ?? []) + [name]
    guard Array(type) != wanted else { return }
    let isOwn = path == nil ? " of this package" : ""
    throw patch.finding(
      .unfitDirective,
      "this function takes \(type.joined().text), but the directive names \(wanted.joined().text)\(isOwn); write the "
        + "same type in both")
  }

  /// What the type is called where it is left out.
  private func typeName(
    in use: LiteralUses.Use, from path: ByteString?, for patch: Patch, _ isHidden: (ByteString) -> Bool,
    draft: inout PackageDraft
  ) throws(Finding) -> ByteString {
    guard let path else {
      if !isHidden(name) { return name }
      throw patch.finding(
        .nameClash,
        "\(use.place) builds \(name.text) without its name, in a function that has a local of that name; rename that "
          + "local")
    }
    let mine = patch.file.source.imports(of: path).first?.localName ?? path
    let package = draft.nameOfImport(path, as: mine, for: patch, in: use.target, names: nil, isHidden: isHidden)
    return package + [ASCII.dot] + name
  }

  /// Puts the function around a literal. What stands in its place has the same type, and may be passed on once more.
  private func passOn(
    _ use: LiteralUses.Use, type: ByteString, to function: ByteString, for patch: Patch, draft: inout PackageDraft
  ) {
    var state = draft.passedOn(at: use.range.lowerBound, in: use.target)
    let local = ByteString(function.equals("t") ? "v" : "t")
    let opening: ByteString
    var closing = ByteString(")")
    switch (use.isPointer, takesPointer) {
    case (true, true), (false, false): opening = function + [ASCII.openingParenthesis]
    case (true, false):
      opening =
        ByteString("func(") + local + ByteString(" *") + type + ByteString(") *") + type + ByteString(" { *") + local
        + ByteString(" = ") + function + [ASCII.openingParenthesis, ASCII.star] + local + ByteString("); return ")
        + local
        + ByteString(" }(")
    case (false, true) where state.isAddressable:
      opening = ByteString("(*") + function + ByteString("(&")
      closing = ByteString("))")
    case (false, true):
      opening =
        ByteString("(*") + function + ByteString("(func(") + local + [ASCII.space] + type + ByteString(") *") + type
        + ByteString(" { return &") + local + ByteString(" }(")
      closing = ByteString(")))")
    }
    let subject = use.range.lowerBound..<(use.range.lowerBound + 1)
    func insert(_ text: ByteString, at offset: Int, _ layer: Int) {
      draft.add(Edit(at: offset, inserting: [.text(text)], for: patch, layer: layer, subject: subject), in: use.target)
    }
    insert(opening, at: use.range.lowerBound, TextOrder.expressionOpening(state.count))
    if use.isElided, state.count == 0 {
      insert(ByteString(use.isPointer ? "&" : "") + type, at: use.range.lowerBound, TextOrder.expression)
    }
    insert(closing, at: use.range.upperBound, TextOrder.expressionClosing(state.count))
    state.count += 1
    if !use.isPointer { state.isAddressable = takesPointer }
    draft.passOn(at: use.range.lowerBound, in: use.target, state)
  }
}
