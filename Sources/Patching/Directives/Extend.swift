internal import Bytes
internal import GoSyntax

/// `//routinex:extend`: what the patch lists is appended to the target: fields to a struct, methods to an interface,
/// specifications to a group. A group is found by its first name, which repeats one that the target has and is not
/// added again.
struct Extend: TargetDirective {
  static let word: StaticString = "extend"

  /// What is appended.
  private let items: Range<Int>
  private let kind: Kind

  private enum Kind {
    case fields, methods, specifications
  }

  init(_ comment: DirectiveComment, on declaration: Declaration, in file: PatchFile) throws(Problem) {
    try comment.requireNoArgument(in: file)
    let isAboveGroup = declaration.isGrouped && comment.node.range.lowerBound < declaration.statement.range.lowerBound
    if isAboveGroup, let list = Self.group(of: declaration) {
      let names = list.children.filter(\.isNamed).filter { !$0.isKind("comment") }
      guard names.count > 1, let first = names.first else {
        throw Problem(
          "this group appends nothing: its first name finds the target's group, and what follows is appended",
          at: declaration.name, in: file)
      }
      kind = .specifications
      items = first.range.upperBound..<(list.range.upperBound - 1)
      return
    }
    guard declaration.kind == .type, let (list, kind) = Self.list(of: declaration) else {
      throw Problem(
        "//routinex:extend appends to a struct, an interface or a group in parentheses; this is "
          + (declaration.kind == .type ? "another type" : "a \(declaration.kind.rawValue)"), at: declaration.name,
        in: file)
    }
    guard list.children.contains(where: { $0.isNamed && !$0.isKind("comment") }) else {
      throw Problem("there is nothing here to append", at: declaration.name, in: file)
    }
    self.kind = kind
    let start = list.children.first { $0.isKind("{") }?.range.upperBound ?? list.range.lowerBound
    items = start..<(list.range.upperBound - 1)
  }

  func apply(_ patch: Patch, to names: TargetNames, plan: inout PackagePlan) throws(Problem) {
    let target = names.target
    let end: Int
    if kind == .specifications {
      guard target.declaration.isGrouped, let group = Self.group(of: target.declaration) else {
        throw patch.problem("\(target.name) does not stand in a group in parentheses (\(target.place))", .drifted)
      }
      end = group.range.upperBound - 1
    } else {
      guard target.declaration.kind == .type, let (list, kind) = Self.list(of: target.declaration), kind == self.kind
      else {
        throw patch.problem(
          "\(target.name) is no \(kind == .fields ? "struct" : "interface") type here (\(target.place))", .drifted)
      }
      end = list.range.upperBound - 1
      try requireNew(patch, in: target, list)
    }
    if kind != .specifications { try SignatureAssertion.check(patch, names) }
    if kind == .fields { plan.extend(target, for: patch) }
    let renames = try Binding(patch, part: items, names: names, plan: &plan).renames
    // A line end separates items whatever is before it, a comment included; a semicolon would not.
    plan.add(
      Edit(at: end, inserting: [.text([ASCII.newline]), .patch(items, renames: renames)], for: patch), in: target)
  }

  /// A later version of the target may have got what the patch appends.
  private func requireNew(_ patch: Patch, in target: Target, _ list: Node) throws(Problem) {
    guard let (mine, _) = Self.list(of: patch.declaration) else { return }
    let existing = Dictionary(
      Self.names(in: list).map { (Array(target.file.text($0)), $0) }, uniquingKeysWith: { first, _ in first })
    for name in Self.names(in: mine) {
      guard !patch.text(name).equals("_"), let other = existing[Array(patch.text(name))] else { continue }
      let what = kind == .fields ? "field" : "method"
      throw Problem(
        "\(target.name) has a \(what) \(patch.text(name).text) already "
          + "(\(target.file.directiveText(at: other.range.lowerBound).text)); choose another name, or limit this file with "
          + "//go:build", at: name, in: patch.file, kind: .drifted)
    }
  }

  /// The names of fields or methods; of embedded ones there are none.
  private static func names(in list: Node) -> [Node] {
    list.children.flatMap { $0.children(field: "name") }.filter(\.isNamed)
  }

  private static func list(of declaration: Declaration) -> (Node, Kind)? {
    guard let type = declaration.node.child(field: "type") else { return nil }
    if type.isKind("interface_type") { return (type, .methods) }
    if type.isKind("struct_type"), let list = type.children.first(where: { $0.isKind("field_declaration_list") }) {
      return (list, .fields)
    }
    return nil
  }

  private static func group(of declaration: Declaration) -> Node? {
    declaration.statement.children.first { $0.isKind("var_spec_list") } ?? declaration.statement
  }
}
