internal import Bytes
internal import Findings
internal import GoSyntax

/// `//routinex:extend`: what the patch lists is appended to the target: fields to a struct, methods to an interface,
/// specifications to a group. A group is found by its first name, which repeats one that the target has and is not
/// added again.
struct Extend: TargetDirective {
  static let word: StaticString = "extend"
  static let effects: Effects = [.extends, .readsBody, .returnsFromTarget]
  static let isForGroups = true

  /// What is appended.
  private let items: Range<Int>
  private let kind: MemberList.Kind

  init(_ comment: DirectiveComment, on declaration: Declaration, in file: PatchFile) throws(Finding) {
    try comment.requireNoArgument(in: file)
    let isAboveGroup = comment.node.range.lowerBound < declaration.statement.range.lowerBound
    if isAboveGroup, let group = MemberList(around: declaration) {
      let members = group.members
      guard members.count > 1, let first = members.first else {
        throw Finding(
          .unfitDirective,
          "this group appends nothing: its first line identifies the target's group, and only later lines are added",
          at: declaration.name, in: file)
      }
      kind = .specifications
      items = first.range.upperBound..<group.inside.upperBound
      return
    }
    guard let list = Self.list(of: declaration) else {
      throw Finding(
        .unfitDirective,
        "//routinex:extend appends to a struct, an interface or a group in parentheses; this is "
          + (declaration.kind == .type ? "another type" : "a \(declaration.kind.rawValue)"), at: declaration.name,
        in: file)
    }
    guard !list.members.isEmpty else {
      throw Finding(.unfitDirective, "there is nothing here to append", at: declaration.name, in: file)
    }
    kind = list.kind
    items = list.inside
  }

  func apply(_ patch: Patch, to names: TargetNames, draft: inout PackageDraft) throws(Finding) {
    let target = names.target
    let end: Int
    if kind == .specifications {
      guard let group = MemberList(around: target.declaration) else {
        throw patch.finding(
          .driftedDeclaration, "\(target.name) is not in a group in parentheses (\(target.place))")
      }
      end = group.inside.upperBound
    } else {
      guard let list = Self.list(of: target.declaration), list.kind == kind else {
        throw patch.finding(
          .driftedDeclaration,
          "\(target.name) is not \(kind == .fields ? "a struct" : "an interface") type here (\(target.place))")
      }
      end = list.inside.upperBound
      try requireNew(patch, in: target, list)
    }
    if kind != .specifications { try SignatureAssertion.check(patch, names) }
    if kind == .fields { draft.extend(target, for: patch) }
    let renames = try Binding(patch, part: items, names: names, draft: &draft).renames
    // A line end separates items whatever is before it, a comment included; a semicolon would not.
    draft.add(
      Edit(at: end, inserting: [.text([ASCII.newline]), .patch(items, renames: renames)], for: patch), in: target)
  }

  /// A later version of the target may have got what the patch appends.
  private func requireNew(_ patch: Patch, in target: Target, _ list: MemberList) throws(Finding) {
    guard let mine = Self.list(of: patch.declaration) else { return }
    let existing = Dictionary(
      list.names.map { (Array(target.file.text($0)), $0) }, uniquingKeysWith: { first, _ in first })
    for name in mine.names {
      guard !patch.text(name).equals("_"), let other = existing[Array(patch.text(name))] else { continue }
      let what = kind == .fields ? "field" : "method"
      throw Finding(
        .takenName,
        "\(target.name) already has a \(what) \(patch.text(name).text) "
          + "(\(target.file.place(of: other))); choose another name, or limit this file with "
          + "//go:build", at: name, in: patch.file)
    }
  }

  private static func list(of declaration: Declaration) -> MemberList? {
    declaration.kind == .type ? declaration.type.flatMap(MemberList.init) : nil
  }
}
