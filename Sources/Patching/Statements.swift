internal import Bytes
internal import GoSyntax

/// The statements of a body that stand in statement lists, at any depth: only there others can be put beside them.
enum Statements {
  static func all(in body: Node) -> [Node] {
    var result: [Node] = []
    body.walk { node in
      for child in node.children where child.isNamed && !child.isKind("comment") && isListed(child, in: node) {
        result.append(child)
      }
      return true
    }
    return result
  }

  private static func isListed(_ child: Node, in parent: Node) -> Bool {
    if parent.isKind("block") { return true }
    if parent.isKind("labeled_statement") { return !child.isKind("label_name") }
    guard
      parent.isKind("expression_case") || parent.isKind("type_case") || parent.isKind("default_case")
        || parent.isKind("communication_case")
    else { return false }
    // What stands before the colon are the case's values, types or communication.
    let colon = parent.children.first { $0.isKind(":") }?.range.lowerBound ?? 0
    return child.range.lowerBound > colon
  }

  /// Where a statement ends, with the semicolon on its line.
  static func end(of statement: Node) -> Int {
    let siblings = statement.parent?.children ?? []
    guard
      let next = siblings.first(where: { $0.range.lowerBound >= statement.range.upperBound && !$0.isKind("comment") }),
      next.isKind(";")
    else { return statement.range.upperBound }
    return next.range.upperBound
  }

  /// Whether control never reaches what follows the statement.
  static func ends(_ statement: Node) -> Bool {
    statement.isKind("return_statement") || statement.isKind("goto_statement") || statement.isKind("break_statement")
      || statement.isKind("continue_statement")
  }

  static func tokens(of statement: Node, in file: SourceFile) -> [ByteString] {
    var tokens: [ByteString] = []
    statement.walk { node in
      if isCounter(node, in: file) { return false }
      if !node.isNamed || node.childCount == 0 || node.isKind("interpreted_string_literal")
        || node.isKind("raw_string_literal")
      {
        tokens += node.tokens.map { Array(file.text($0)) }
        return false
      }
      return true
    }
    return tokens.filter { !$0.allSatisfy(\.isSpace) && !$0.equals(";") }
  }

  /// Whether the statement is one that cover has put in (cmd/cover/cover.go: newCounter).
  private static func isCounter(_ node: Node, in file: SourceFile) -> Bool {
    guard node.isKind("assignment_statement") || node.isKind("inc_statement") || node.isKind("expression_statement")
    else { return false }
    let text = file.text(node)
    return text.hasPrefix("goCover_") || text.hasPrefix("GoCover_") || text.hasPrefix("_cover_atomic_.")
  }

  /// The tokens of a text that is one statement; nil when it is not.
  static func tokens(of text: ArraySlice<UInt8>) -> [ByteString]? {
    let bytes = ByteString("package p\nfunc f() {\n") + text + ByteString("\n}\n")
    let file = SourceFile(path: [], bytes: bytes)
    guard !file.hasError, let body = file.declarations.first?.body else { return nil }
    let statements = body.children.filter { $0.isNamed && !$0.isKind("comment") }
    guard statements.count == 1, file.declarations.count == 1 else { return nil }
    return tokens(of: statements[0], in: file)
  }
}

/// Where text goes that is to run before a statement, each time that it is reached: behind the statement's label, since a
/// `goto` comes there. `break` and `continue` demand their label directly at the loop, so that one stays, and `goto`s to it
/// get a label of their own in front of the text.
struct LabelledPlace {
  let offset: Int
  /// What stands in front of the text.
  let opening: [Piece]
  private let renamed: [Rename]

  init(of statement: Node, in names: TargetNames) {
    var place = statement
    while let labelled = place.parent, labelled.isKind("labeled_statement"),
      let label = labelled.child(field: "label") ?? labelled.children.first(where: { $0.isKind("label_name") })
    {
      let uses = Self.uses(of: label, in: names.target.file)
      guard uses.contains(where: { $0.parent?.isKind("goto_statement") != true }) else { break }
      place = labelled
      let gotos = uses.filter { $0.parent?.isKind("goto_statement") == true }
      guard !gotos.isEmpty else { continue }
      offset = labelled.range.lowerBound
      if names.labelsInFront[offset] == nil {
        let fresh = names.freshLabel(Array(names.target.file.text(label)))
        names.labelsInFront[offset] = fresh
        opening = [.text(fresh + ByteString(":\n"))]
        renamed = gotos.map { Rename(range: $0.range, name: fresh) }
      } else {
        (opening, renamed) = ([], [])
      }
      return
    }
    offset = place.range.lowerBound
    (opening, renamed) = ([], [])
  }

  func gotos(for patch: Patch) -> [Edit] {
    renamed.map { Edit(replacing: $0.range, with: [.text($0.name)], for: patch) }
  }

  /// The statements' uses of a label, which only its function sees, and no function literal in that.
  private static func uses(of label: Node, in file: SourceFile) -> [Node] {
    var function = label
    while let parent = function.parent, !function.isKind("func_literal"), !function.isKind("function_declaration"),
      !function.isKind("method_declaration")
    {
      function = parent
    }
    guard let body = function.child(field: "body") else { return [] }
    return Labels.all(in: body, of: file).filter { $0.name.equals(file.text(label)) }.map(\.node)
      .filter { $0.parent?.isKind("labeled_statement") != true }
  }
}
