internal import Bytes
internal import Findings
internal import GoSyntax

extension Binding {
  /// Calls the packages that a part of a patch uses as the target's file calls them, and gives the file the imports
  /// that it lacks.
  ///
  /// - Parameter names: those of the target, where the part has locals.
  static func bindImports(
    of part: Range<Int>, in patch: Patch, to target: Target, names: TargetNames? = nil, draft: inout PackageDraft
  ) throws(Finding) -> [Rename] {
    var renames: [Rename] = []
    // A local of either side would hide the package.
    var locals = names?.locals ?? []
    if names != nil { locals.formUnion(patch.uses.filter { $0.declaration != nil }.map(\.name)) }
    for qualifier in patch.file.source.qualifiers(of: patch.declaration)
    where part.contains(qualifier.node.range.lowerBound) {
      let name = qualifier.name
      guard let wanted = patch.file.source.importItem(called: name), wanted.path != TargetConstants.importPath else {
        continue
      }
      if wanted.path == draft.package.importPath, patch.file.isOwnImport(wanted.path) {
        renames.append(try own(qualifier, of: patch, in: target) { locals.contains($0) })
        continue
      }
      let theirs = draft.nameOfImport(
        wanted.path, as: name, for: patch, in: target, names: names, isHidden: locals.contains)
      if theirs != name { renames.append(Rename(range: qualifier.node.range, name: theirs)) }
    }
    return renames
  }

  /// In the package itself, its names stand alone.
  private static func own(
    _ qualifier: Qualifier, of patch: Patch, in target: Target, isHidden: (ByteString) -> Bool
  ) throws(Finding) -> Rename {
    let name = Array(patch.file.source.text(qualifier.selected))
    if isHidden(name) {
      let spelled = patch.file.source.text(qualifier.range).text
      throw Finding(
        .nameClash,
        "in its own package \(spelled) is called \(name.text), which is also a local of \(target.name) or of this "
          + "patch; use it in a function that this file adds, and call that function here", at: qualifier.node,
        in: patch.file)
    }
    return Rename(range: qualifier.qualification, name: [])
  }
}

extension PatchFile {
  /// Whether the file, which is for many packages, imports this one for types in its signatures, so that the import means the package
  /// itself there.
  func isOwnImport(_ home: ByteString) -> Bool {
    isWildcard && !source.imports(of: home).isEmpty && packagesOfSignatures.contains(home)
  }
}
