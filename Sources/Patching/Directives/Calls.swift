internal import Bytes
internal import GoSyntax

/// `//routinex:calls pkg/path.Name`: in this package, every use of that function means the patch's. The patch's own files
/// still mean the original.
struct Calls: PackageDirective {
  static let word: StaticString = "calls"

  private let path: ByteString
  private let name: ByteString

  init(_ comment: DirectiveComment, on declaration: Declaration, in file: PatchFile) throws(Problem) {
    guard declaration.kind == .function, declaration.body != nil else {
      throw Problem(
        "//routinex:calls stands on the function that is to be called instead; this is "
          + (declaration.kind == .function ? "one without a body" : "a \(declaration.kind.rawValue)"),
        at: declaration.name, in: file)
    }
    let argument = comment.argument
    let element = argument.lastIndex(of: ASCII.slash).map { argument.index(after: $0) } ?? argument.startIndex
    guard let dot = argument[element...].lastIndex(of: ASCII.dot), dot > element, dot + 1 < argument.endIndex,
      argument[(dot + 1)...].allSatisfy(\.isIdentifierByte)
    else {
      throw Problem(
        "//routinex:calls takes a function with its import path, such as 'calls net/http.Get'", at: comment.node,
        in: file)
    }
    path = Array(argument[..<dot])
    name = Array(argument[(dot + 1)...])
    if let inner = path[element...].lastIndex(of: ASCII.dot), let letter = path[(inner + 1)...].first,
      (UInt8(0x41)...0x5a).contains(letter) || path[element...].contains(ASCII.closingParenthesis)
    {
      throw Problem(
        "//routinex:calls takes functions, and '\(argument.text)' names a method; patch the method itself, in the folder of "
          + "its package", at: comment.node, in: file)
    }
  }

  func apply(_ patch: Patch, in package: TargetPackage, plan: inout PackagePlan) throws(Problem) {
    let replacement = Array(patch.text(patch.declaration.name))
    let quoted = ByteString("\"") + path + ByteString("\"")
    var count = 0
    for (index, file) in package.files.enumerated()
    where file.bytes.firstIndex(of: quoted) != nil && file.bytes.firstIndex(of: name) != nil {
      let source = package.source(at: index)
      var isDotUsed = false
      for declaration in source.declarations where declaration.isFirstOfNode {
        for use in uses(in: declaration, of: source, replacement) {
          if use.isHidden {
            throw patch.problem(
              "\(source.directiveText(at: use.range.lowerBound).text) uses \(path.text).\(name.text) where a local is "
                + "called \(replacement.text); give this function another name")
          }
          let target = Target(file: source, fileIndex: index, declaration: declaration)
          isDotUsed = isDotUsed || use.isDotted
          plan.remove(use.range, in: target)
          plan.add(Edit(replacing: use.range, with: [.text(replacement)], for: patch), in: target)
          count += 1
        }
      }
      if isDotUsed, let declaration = source.declarations.first {
        // What else of the file comes through the dot cannot be seen: so one use stays.
        plan.add(
          Edit(
            at: source.bytes.count, inserting: [.text(ByteString("\nvar _ = ") + name + [ASCII.newline])], for: patch),
          in: Target(file: source, fileIndex: index, declaration: declaration))
      }
    }
    guard count == 0 else { return }
    guard patch.isOptional else {
      throw patch.problem(
        "package \(package.description) does not use \(path.text).\(name.text); name a function that it uses, or add "
          + "//routinex:optional", .missing)
    }
    plan.leaveOut(patch)
  }

  /// The places of a declaration that mean the function, and whether the replacement's name means something else there.
  private func uses(
    in declaration: Declaration, of file: SourceFile, _ replacement: ByteString
  ) -> [(range: Range<Int>, isHidden: Bool, isDotted: Bool)] {
    let imports = file.imports.filter { $0.path == path }
    let isDotted = imports.contains { $0.name?.equals(".") == true }
    let identifiers = Scopes.uses(in: declaration, of: file)
    // Not worth finding out where exactly: a local of that name anywhere in the function is reason enough to ask.
    let isHidden = identifiers.contains { $0.declaration != nil && $0.name == replacement }
    var result: [(Range<Int>, Bool, Bool)] = []
    for (qualifier, localName) in Qualifiers.all(in: declaration, of: file) {
      guard imports.contains(where: { $0.localName == localName }), let selector = qualifier.parent,
        let field = selector.child(field: "field") ?? selector.child(field: "name"), file.text(field).equals(name)
      else { continue }
      result.append((selector.range, isHidden, false))
    }
    if isDotted {
      for use in identifiers where use.declaration == nil && use.name == name && !use.mayBeField {
        result.append((use.node.range, isHidden, true))
      }
    }
    return result
  }
}
