internal import Bytes
internal import GoSyntax

/// `//routinex:extend`: the fields of the patch are appended to the target's.
struct Extend: Directive {
  static let word: StaticString = "extend"

  /// Between the patch's braces.
  private let fields: Range<Int>

  init(_ comment: DirectiveComment, on declaration: Declaration, in file: PatchFile) throws(Problem) {
    guard declaration.kind == .type, let list = Self.fieldList(of: declaration) else {
      throw Problem(
        "//routinex:extend appends fields to a struct type; this is a \(declaration.kind.rawValue)"
          + (declaration.kind == .type ? " that is no struct" : ""), at: declaration.name, in: file)
    }
    guard list.children.contains(where: { $0.isKind("field_declaration") }) else {
      throw Problem("this struct has no fields to append", at: declaration.name, in: file)
    }
    fields = (list.range.lowerBound + 1)..<(list.range.upperBound - 1)
  }

  func apply(_ patch: Patch, to target: Target, plan: inout PackagePlan) throws(Problem) {
    guard target.declaration.kind == .type, let list = Self.fieldList(of: target.declaration) else {
      throw patch.problem("\(target.name) is no struct type here (\(target.place)); extend needs one")
    }
    let renames = try Binding.bindImports(of: fields, in: patch, to: target, plan: &plan)
    // A line end separates fields whatever is before it, a comment included; a semicolon would not.
    let pieces: [Piece] = [.text([ASCII.newline]), .patch(fields, renames: renames)]
    plan.add(Edit(at: list.range.upperBound - 1, inserting: pieces, for: patch), in: target)
  }

  private static func fieldList(of declaration: Declaration) -> Node? {
    guard let type = declaration.node.child(field: "type"), type.isKind("struct_type") else { return nil }
    return type.children.first { $0.isKind("field_declaration_list") }
  }
}
