internal import Bytes
internal import GoSyntax

/// A statement that stands in a statement list: only there others can be put beside it.
struct Statement {
  let node: Node
  /// Where it ends, with the semicolon on its line.
  let end: Int
  /// The labelled statement that this one is the statement of, by its number in the list.
  let labelled: Int?
}

/// The statements of a body, at any depth.
enum Statements {
  static func all(in body: Node) -> [Statement] {
    var result: [Statement] = []
    var numbers: [Int: Int] = [:]
    body.walk { node in
      guard isList(node) else { return true }
      let isLabelled = node.isKind("labeled_statement")
      let labelled = isLabelled ? numbers[node.range.lowerBound] : nil
      let children = node.children
      // What stands before the colon are a case's values, types or communication.
      let colon = node.isKind("block") ? nil : children.first { $0.isKind(":") }?.range.lowerBound
      for (index, child) in children.enumerated() where child.isNamed && !child.isKind("comment") {
        if let colon, child.range.lowerBound < colon { continue }
        let next = children[(index + 1)...].first {
          $0.range.lowerBound >= child.range.upperBound && !$0.isKind("comment")
        }
        let end = next.flatMap { $0.isKind(";") ? $0.range.upperBound : nil } ?? child.range.upperBound
        if child.isKind("labeled_statement") { numbers[child.range.lowerBound] = result.count }
        result.append(Statement(node: child, end: end, labelled: labelled))
      }
      return true
    }
    return result
  }

  private static func isList(_ node: Node) -> Bool {
    node.isKind("block") || node.isKind("labeled_statement") || node.isKind("expression_case")
      || node.isKind("type_case") || node.isKind("default_case") || node.isKind("communication_case")
  }

  /// Whether control never reaches what follows the statement.
  static func ends(_ statement: Node) -> Bool {
    statement.isKind("return_statement") || statement.isKind("goto_statement") || statement.isKind("break_statement")
      || statement.isKind("continue_statement")
  }

  /// - Parameter limit: how many are enough.
  static func tokens(of statement: Node, in file: SourceFile, limit: Int = .max) -> [ByteString] {
    var tokens: [ByteString] = []
    statement.walk { node -> Node.Step in
      if tokens.count >= limit { return .out }
      if isCounter(node, in: file) { return .over }
      guard
        !node.isNamed || node.childCount == 0 || node.isKind("interpreted_string_literal")
          || node.isKind("raw_string_literal")
      else { return .into }
      for token in node.tokens {
        let text = file.text(token)
        if !text.allSatisfy(\.isSpace), !text.equals(";") { tokens.append(Array(text)) }
      }
      return .over
    }
    return tokens
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

  /// - Parameter all: the statements of the target, of which it is one.
  init(of statement: Statement, among all: [Statement], in names: TargetNames) {
    let file = names.target.file
    var place = statement
    while let number = place.labelled, let label = Labels.label(of: all[number].node, in: file) {
      let uses = names.labels.uses(of: label)
      guard uses.contains(where: { $0.kind == .loop }) else { break }
      place = all[number]
      let gotos = uses.filter { $0.kind == .goto }
      guard !gotos.isEmpty else { continue }
      offset = place.node.range.lowerBound
      if names.labelsInFront[offset] == nil {
        let fresh = names.freshLabel(label.name)
        names.labelsInFront[offset] = fresh
        opening = [.text(fresh + ByteString(":\n"))]
        renamed = gotos.map { Rename(range: $0.node.range, name: fresh) }
      } else {
        (opening, renamed) = ([], [])
      }
      return
    }
    offset = place.node.range.lowerBound
    (opening, renamed) = ([], [])
  }

  func gotos(for patch: Patch) -> [Edit] {
    renamed.map { Edit(replacing: $0.range, with: [.text($0.name)], for: patch) }
  }
}
