internal import Bytes
internal import Findings
internal import GoSyntax

/// `//routinex:calls pkg/path.Name`: in this package, every use of that function means the patch's. The patch's own files
/// still mean the original.
struct Calls: PackageDirective {
  static let word: StaticString = "calls"
  static let mayRepeat = true

  private let path: ByteString
  private let name: ByteString

  init(_ comment: DirectiveComment, on declaration: Declaration, in file: PatchFile) throws(Finding) {
    try Self.requireFunction(declaration, "the function to call instead", in: file)
    guard let (path, name) = comment.qualifiedName else {
      throw Finding(
        .directiveArgument, "//routinex:calls takes a function with its import path, such as 'calls net/http.Get'",
        at: comment.node,
        in: file)
    }
    (self.path, self.name) = (path, name)
    let element = path.lastIndex(of: ASCII.slash).map { $0 + 1 } ?? 0
    if let inner = path[element...].lastIndex(of: ASCII.dot), let letter = path[(inner + 1)...].first,
      (UInt8(0x41)...0x5a).contains(letter) || path[element...].contains(ASCII.closingParenthesis)
    {
      throw Finding(
        .directiveArgument,
        "//routinex:calls takes a function, and '\(comment.argument.text)' is a method; patch the method itself, in "
          + "the folder of its package", at: comment.node, in: file)
    }
  }

  func implied(by patch: Patch) -> Set<ByteString> {
    // In the package itself that is another patch's business.
    Set([path] + [Self.context(of: patch, in: [])?.importPath].compactMap(\.self))
  }

  func apply(_ patch: Patch, in package: TargetPackage, draft: inout PackageDraft) throws(Finding) {
    let quoted = ByteString("\"") + path + ByteString("\"")
    let context = Self.context(of: patch, in: package.importPath)
    var (count, leftCount, toldCount) = (0, 0, 0)
    for (index, file) in package.files.enumerated()
    where file.bytes.firstIndex(of: quoted) != nil && file.bytes.firstIndex(of: name) != nil {
      let source = package.source(at: index)
      let references = package.references(at: index)
      let imports = source.imports(of: path)
      let isDotUsed = imports.contains { $0.name?.equals(".") == true } && !references.uses(of: name).isEmpty
      for use in uses(in: references, imports, isDotUsed) {
        let target = Target(file: source, fileIndex: index, declaration: use.declaration)
        if context != nil, draft.patch(toldOfCallAt: use.range, in: target)?.file === patch.file {
          // The file says what is to be told where there is nothing of this type.
          toldCount += 1
          continue
        }
        if let context, let reason = tell(context, at: use.range, in: target, of: package, for: patch, draft: &draft) {
          draft.passBy(target, for: patch, reason: reason)
          leftCount += 1
          continue
        }
        try redirect(use.range, in: target, references, for: patch, draft: &draft)
        if context != nil { draft.tell(patch, ofCallAt: use.range, in: target) }
        count += 1
      }
      if isDotUsed, let declaration = source.declarations.first {
        // What else of the file comes through the dot cannot be seen: so one use stays.
        draft.add(
          Edit(
            at: source.bytes.count, inserting: [.text(ByteString("\nvar _ = ") + name + [ASCII.newline])], for: patch),
          in: Target(file: source, fileIndex: index, declaration: declaration))
      }
    }
    guard count == 0 else { return }
    guard patch.isOptional || toldCount > 0 else {
      let use: Wording =
        leftCount == 0
        ? "does not use \(path.text).\(name.text)"
        : "has no call of \(path.text).\(name.text) with a variable in scope for the last parameter"
      throw patch.finding(
        .missingUse,
        "package \(package.description) \(use); name a function that it uses, or add //routinex:optional")
    }
    draft.leaveOut(patch)
  }

  /// Writes the patch's name in the place of the function's.
  private func redirect(
    _ range: Range<Int>, in target: Target, _ references: FileReferences, for patch: Patch,
    draft: inout PackageDraft
  ) throws(Finding) {
    let replacement = Array(patch.text(patch.declaration.name))
    if references.isLocal(replacement, in: target.declaration) {
      // Not worth finding out where exactly: a local of that name anywhere in the function is reason enough to ask.
      throw patch.finding(
        .nameClash,
        "\(target.file.place(at: range.lowerBound)) uses \(path.text).\(name.text) in a function that has a "
          + "local \(replacement.text); rename the function of this patch")
    }
    draft.remove(range, in: target)
    draft.add(Edit(replacing: range, with: [.text(replacement)], for: patch), in: target)
  }

  // MARK: What a call is told

  /// What the patch's last parameter wants to be told of the functions that the calls stand in.
  private static func context(of patch: Patch, in package: ByteString) -> CallContext? {
    guard let last = patch.signature.parameters.last, !last.isVariadic else { return nil }
    return CallContext(patch.spelling.spell(last), in: package)
  }

  /// Gives a call that has one argument less than the patch has parameters the nearest variable of the last one's type.
  ///
  /// A function of that type may end in such a parameter itself: then its calls have an argument for it, and stay as they are.
  ///
  /// - Returns: why the use is to be left alone.
  private func tell(
    _ context: CallContext, at range: Range<Int>, in target: Target, of package: TargetPackage, for patch: Patch,
    draft: inout PackageDraft
  ) -> Wording? {
    let sites = package.callSites(in: target)
    let place = target.file.place(at: range.lowerBound)
    guard let call = sites.call(of: range) else { return "the use at \(place) is not a call" }
    let parameters = patch.signature.parameters.count
    if call.arguments.count == parameters, !call.isSpread { return nil }
    guard call.arguments.count == parameters - 1, !call.isSpread else {
      return "the call at \(place) has too many arguments, or too few"
    }
    guard let variable = sites.variable(context, nearestTo: call) else {
      return "the call at \(place) has no variable in scope for the last parameter"
    }
    let name = draft.name(of: variable.name, declaredAt: variable.declaration, in: target)
    let comma = call.arguments.isEmpty ? [] : ByteString(", ")
    draft.add(
      Edit(
        at: call.arguments.last?.range.upperBound ?? call.end, inserting: [.text(comma + name)], for: patch,
        subject: call.end..<(call.end + 1)), in: target)
    return nil
  }

  /// The places of a file that mean the function, in order.
  private func uses(
    in references: FileReferences, _ imports: [Import], _ isDotted: Bool
  ) -> [(declaration: Declaration, range: Range<Int>)] {
    let names = Set(imports.map(\.localName))
    let qualified = references.selectors(of: name).filter { names.contains($0.qualifier) }
      .map { (declaration: $0.declaration, range: $0.range) }
    guard isDotted else { return qualified }
    return (qualified + references.uses(of: name)).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
