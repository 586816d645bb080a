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
    guard declaration.kind == .function, declaration.body != nil else {
      throw Finding(
        .unfitDirective,
        "//routinex:calls stands on the function that is to be called instead; this is "
          + (declaration.kind == .function ? "one without a body" : "a \(declaration.kind.rawValue)"),
        at: declaration.name, in: file)
    }
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
        "//routinex:calls takes functions, and '\(comment.argument.text)' names a method; patch the method itself, in the folder of "
          + "its package", at: comment.node, in: file)
    }
  }

  func apply(_ patch: Patch, in package: TargetPackage, draft: inout PackageDraft) throws(Finding) {
    let replacement = Array(patch.text(patch.declaration.name))
    let quoted = ByteString("\"") + path + ByteString("\"")
    var count = 0
    for (index, file) in package.files.enumerated()
    where file.bytes.firstIndex(of: quoted) != nil && file.bytes.firstIndex(of: name) != nil {
      let source = package.source(at: index)
      let references = package.references(at: index)
      let imports = source.imports(of: path)
      let isDotUsed = imports.contains { $0.name?.equals(".") == true } && !references.uses(of: name).isEmpty
      for use in uses(in: references, imports, isDotUsed) {
        if references.isLocal(replacement, in: use.declaration) {
          // Not worth finding out where exactly: a local of that name anywhere in the function is reason enough to ask.
          throw patch.finding(
            .nameClash,
            "\(source.place(at: use.range.lowerBound)) uses \(path.text).\(name.text) where a local is "
              + "called \(replacement.text); give this function another name")
        }
        let target = Target(file: source, fileIndex: index, declaration: use.declaration)
        draft.remove(use.range, in: target)
        draft.add(Edit(replacing: use.range, with: [.text(replacement)], for: patch), in: target)
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
    guard patch.isOptional else {
      throw patch.finding(
        .missingUse,
        "package \(package.description) does not use \(path.text).\(name.text); name a function that it uses, or add "
          + "//routinex:optional")
    }
    draft.leaveOut(patch)
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
