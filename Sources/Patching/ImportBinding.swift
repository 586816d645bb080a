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
    for qualifier in Qualifier.all(in: patch.declaration, of: patch.file.source)
    where part.contains(qualifier.node.range.lowerBound) {
      let name = qualifier.name
      guard let wanted = patch.file.source.importItem(called: name), wanted.path != TargetConstants.importPath else {
        continue
      }
      let theirs = draft.nameOfImport(
        wanted.path, as: name, for: patch, in: target, names: names, isHidden: locals.contains)
      if theirs != name { renames.append(Rename(range: qualifier.node.range, name: theirs)) }
    }
    return renames
  }
}
