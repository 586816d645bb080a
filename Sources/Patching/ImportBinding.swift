internal import Bytes
internal import GoSyntax

extension Binding {
  /// Calls the packages that a part of a patch uses as the target's file calls them, and gives the file the imports
  /// that it lacks.
  ///
  /// - Parameter names: those of the target, where the part has locals.
  static func bindImports(
    of part: Range<Int>, in patch: Patch, to target: Target, names: TargetNames? = nil, plan: inout PackagePlan
  ) throws(Problem) -> [Rename] {
    var renames: [Rename] = []
    // A local of either side would hide the package.
    var locals = names?.locals ?? []
    if names != nil { locals.formUnion(patch.uses.filter { $0.declaration != nil }.map(\.name)) }
    for (node, name) in Qualifiers.all(in: patch.declaration, of: patch.file.source)
    where part.contains(node.range.lowerBound) {
      guard let wanted = patch.file.source.importItem(called: name) else { continue }
      let theirs = plan.nameOfImport(
        wanted.path, as: name, for: patch, in: target, names: names, isTaken: locals.contains)
      if theirs != name { renames.append(Rename(range: node.range, name: theirs)) }
    }
    return renames
  }
}

/// The identifiers that name a package: those before a dot that no local declares.
enum Qualifiers {
  static func all(in declaration: Declaration, of file: SourceFile) -> [(node: Node, name: ByteString)] {
    selectors(in: declaration, of: file, uses: Scopes.uses(in: declaration, of: file)).map { ($0.qualifier, $0.name) }
  }

  /// The same, each with what it is the qualifier of.
  ///
  /// - Parameter uses: those of the declaration.
  static func selectors(
    in declaration: Declaration, of file: SourceFile, uses: [IdentifierUse]
  ) -> [(selector: Node, qualifier: Node, name: ByteString)] {
    let locals = Set(uses.filter { $0.declaration != nil }.map(\.node.range.lowerBound))
    var result: [(Node, Node, ByteString)] = []
    var type: Node?
    declaration.node.walk { node in
      // In `new(p.x)` the grammar sees a type; since Go 1.26 it may be a value.
      if node.isKind("qualified_type") {
        type = node
      } else if node.isKind("package_identifier"), !locals.contains(node.range.lowerBound) {
        result.append((type ?? node, node, Array(file.text(node))))
      } else if node.isKind("selector_expression"), let operand = node.child(field: "operand"),
        operand.isKind("identifier"), !locals.contains(operand.range.lowerBound)
      {
        result.append((node, operand, Array(file.text(operand))))
      }
      return true
    }
    return result
  }
}
