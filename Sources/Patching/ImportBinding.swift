internal import Bytes
internal import GoSyntax

extension Binding {
  /// Calls the packages that a part of the patch uses as the target's file calls them, and gives the file the imports
  /// that it lacks.
  ///
  /// - Parameter known: names that are declared in the part itself, which are no packages there.
  static func bindImports(
    of range: Range<Int>, in patch: Patch, to target: Target, plan: inout PackagePlan
  ) throws(Problem) -> [Rename] {
    var renames: [Rename] = []
    for (node, name) in Qualifiers.all(in: patch.declaration, of: patch.file.source)
    where range.contains(node.range.lowerBound) {
      guard let wanted = patch.file.source.imports.first(where: { $0.localName == name }) else { continue }
      let there = target.file.imports.first {
        $0.path == wanted.path && $0.name?.equals("_") != true && $0.name?.equals(".") != true
      }
      let theirName = there?.localName ?? plan.importing(wanted.path, as: name, for: patch, in: target)
      if theirName != name { renames.append(Rename(range: node.range, name: theirName)) }
    }
    return renames
  }
}

/// The identifiers that name a package: before a dot, and declared neither in the declaration nor by its scopes.
enum Qualifiers {
  static func all(in declaration: Declaration, of file: SourceFile) -> [(node: Node, name: ByteString)] {
    var locals: [Int: Bool] = [:]
    if declaration.isFunction {
      for use in Scopes.uses(in: declaration, of: file) {
        locals[use.node.range.lowerBound] = use.declaration != nil
      }
    }
    var result: [(Node, ByteString)] = []
    declaration.node.walk { node in
      if node.isKind("package_identifier") {
        result.append((node, Array(file.text(node))))
      } else if node.isKind("selector_expression"), let operand = node.child(field: "operand"),
        operand.isKind("identifier"), locals[operand.range.lowerBound] != true
      {
        result.append((operand, Array(file.text(operand))))
      }
      return true
    }
    return result
  }
}
