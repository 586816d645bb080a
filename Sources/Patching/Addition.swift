internal import Bytes
package import Findings
internal import GoSyntax

extension PackagePlan.Addition {
  /// The declarations that the file adds, at their own positions, with the imports that they and the file's blank ones
  /// are; nil when there are none.
  ///
  /// - Parameters:
  ///   - unused: declarations that are not needed after all.
  ///   - positions: what the file says of its own.
  init?(
    of file: PatchFile, in package: TargetPackage, except unused: [Declaration], positions: Rendering.Positions = .said
  ) {
    let leftOut = Set(unused.map(\.name.range.lowerBound))
    let additions = file.additions.filter { !leftOut.contains($0.name.range.lowerBound) }
    let source = file.source
    guard !additions.isEmpty || Self.hasEffect(source) else { return nil }
    var blanks: [Range<Int>] = []
    var usedByPatches: Set<ByteString> = []
    for declaration in file.targetDeclarations + unused {
      let comments = file.groupComments[declaration.statement.range.lowerBound]
      let isWhole = !declaration.isGrouped || comments != nil
      blanks.append(source.withSemicolon((isWhole ? declaration.statement : declaration.node).range))
      blanks += (comments ?? declaration.comments).map(\.range)
      usedByPatches.formUnion(declaration.packageNames(in: source))
    }
    let used = additions.filter(\.isFirstOfNode).reduce(into: Set<ByteString>()) {
      $0.formUnion($1.packageNames(in: source))
    }
    // An import that only the patches need would be "imported and not used" here.
    var imports = source.imports.filter { $0.path != TargetConstants.importPath }
    // Without additions only the blank ones are of use: what another is for, its name does not tell.
    if additions.isEmpty { imports.removeAll { $0.name?.equals("_") != true } }
    if file.isOwnImport(package.importPath) {
      // Here its names stand alone.
      imports.removeAll { $0.path == package.importPath }
      for declaration in additions where declaration.isFirstOfNode {
        blanks += source.qualifiers(of: declaration).filter {
          source.importItem(called: $0.name)?.path == package.importPath
        }.map(\.qualification)
      }
    }
    imports.removeAll { usedByPatches.contains($0.localName) && !used.contains($0.localName) }
    // Some compiler directives demand an import that no name of the file needs.
    let demanded = Self.imports(demandedBy: additions, of: source)
    var blankImports: [Int] = []
    for item in source.imports where demanded.contains(item.path) {
      if imports.contains(where: { $0.path == item.path }) { continue }
      imports.append(item)
      blankImports.append(item.pathNode.range.lowerBound)
    }
    let kept = Set(imports.map(\.node.range.lowerBound))
    let inUse = Set(imports.map(\.statement.range.lowerBound))
    for item in source.imports where !kept.contains(item.node.range.lowerBound) {
      let isWhole = !item.isGrouped || positions == .unsaid && !inUse.contains(item.statement.range.lowerBound)
      blanks.append(source.withSemicolon((isWhole ? item.statement : item.node).range))
    }
    self.init(
      file: file, declarations: additions,
      bytes: Rendering.render(
        source, blanking: blanks, blankImports: blankImports,
        packageName: file.isWildcard ? package.name : nil, positions: positions),
      imports: imports)
  }

  /// Whether the file does something without any declaration: an import for its effect, or a `//go:linkname` line that
  /// belongs to no declaration of its own. What a compiler directive alone demands does nothing.
  private static func hasEffect(_ source: SourceFile) -> Bool {
    let documenting = Set(source.declarations.flatMap(\.comments).map(\.range.lowerBound))
    return source.imports.contains {
      $0.name?.equals("_") == true && !$0.path.equals("unsafe") && !$0.path.equals("embed")
    }
      || source.topLevelComments.contains { comment in
        source.text(comment).hasPrefix("//go:linkname")
          && !documenting.contains(comment.range.lowerBound)
      }
  }

  /// `unsafe` for `//go:linkname`, `embed` for `//go:embed` (cmd/compile/internal/noder, noder.go: pragma).
  private static func imports(demandedBy declarations: [Declaration], of source: SourceFile) -> Set<ByteString> {
    var result: Set<ByteString> = []
    for comment in declarations.flatMap(\.comments) + source.topLevelComments {
      if source.text(comment).hasPrefix("//go:linkname") { result.insert(ByteString("unsafe")) }
      if source.text(comment).hasPrefix("//go:embed") { result.insert(ByteString("embed")) }
    }
    return result
  }

  /// What is added, with its place in the patch file.
  package var names: [(name: String, place: Place)] {
    declarations.map { ($0.spelling(in: file.source), file.place(at: $0.name.range.lowerBound)) }
  }

  /// A line for each declaration that is added, for verbose output.
  package var notes: [String] { names.map { "add \($0.name), by \($0.place)" } }
}

/// The imports of a patched file that only the text which went away used: they become `_`, so that their packages are
/// still initialized and the compiler does not call them unused.
enum UnusedImports {
  /// - Parameter needed: import paths that the patches use in the file.
  static func edits(
    in file: SourceFile, without removed: OuterRanges, needed: Set<ByteString>, for origin: Patch
  ) -> [Edit] {
    guard !removed.isEmpty else { return [] }
    var before: Set<ByteString> = []
    var after: Set<ByteString> = []
    for declaration in file.declarations where declaration.isFirstOfNode {
      if let unknown = declaration.firstError, !removed.contains(unknown) {
        after.formUnion(declaration.packageNames(in: file))
      }
      for qualifier in file.qualifiers(of: declaration) {
        let isRemoved = removed.contains(qualifier.node.range.lowerBound)
        if isRemoved { before.insert(qualifier.name) } else { after.insert(qualifier.name) }
      }
    }
    if before.isEmpty { return [] }
    return file.imports.compactMap { item in
      guard before.contains(item.localName), !after.contains(item.localName), !needed.contains(item.path) else {
        return nil
      }
      if let name = item.nameNode {
        return Edit(replacing: name.range, with: [.text(ByteString("_"))], for: origin)
      }
      return Edit(at: item.node.range.lowerBound, inserting: [.text(ByteString("_ "))], for: origin)
    }
  }
}
