internal import Bytes
internal import GoSyntax

/// `//routinex:edit`: statements are inserted inside the target's body, each run of them at an anchor:
/// `//routinex:before STATEMENT` or `//routinex:after STATEMENT`, where `#2` in front of the statement picks the second
/// match and `all` takes every one.
struct EditBody: TargetDirective {
  static let word: StaticString = "edit"

  private let anchors: [Anchor]

  init(_ comment: DirectiveComment, on declaration: Declaration, in file: PatchFile) throws(Problem) {
    try comment.requireNoArgument(in: file)
    let body = try declaration.requireBody(for: Self.word, in: file)
    var anchors: [Anchor] = []
    var problems: [Problem] = []
    let children = body.children
    for (index, child) in children.enumerated() {
      guard child.isKind("comment") else {
        if child.isNamed, anchors.isEmpty, problems.isEmpty {
          problems.append(
            Problem(
              "a statement before the first anchor; say where it goes: //routinex:before STATEMENT or //routinex:after "
                + "STATEMENT", at: child, in: file))
        }
        continue
      }
      guard let directive = DirectiveComment(child, in: file.source) else { continue }
      let end = children[(index + 1)...].first { DirectiveComment.isOne($0, in: file.source) }?.range.lowerBound
      let statements = child.range.upperBound..<(end ?? body.range.upperBound - 1)
      do throws(Problem) {
        anchors.append(try Anchor(directive, statements: statements, in: file))
      } catch {
        problems.append(error)
      }
    }
    if let first = problems.first {
      problems.dropFirst().forEach(file.report)
      throw first
    }
    if anchors.isEmpty {
      throw Problem(
        "//routinex:edit needs an anchor in its body: //routinex:before STATEMENT or //routinex:after STATEMENT",
        at: declaration.name, in: file)
    }
    self.anchors = anchors
  }

  func apply(_ patch: Patch, to names: TargetNames, plan: inout PackagePlan) throws(Problem) {
    let body = try patch.targetBody(names.target)
    try SignatureAssertion.check(patch, names)
    let candidates = Statements.all(in: body)
    // One binding for all anchors: what one run of statements declares, the next may use.
    let binding = try Binding(patch, part: patch.declaration.body?.range ?? 0..<0, names: names, plan: &plan)
    for anchor in anchors {
      let text = Piece.patch(
        anchor.statements, renames: binding.renames.filter { anchor.statements.contains($0.range.lowerBound) })
      let matches: [Node]
      do throws(Problem) {
        matches = try anchor.matches(candidates, names, patch)
      } catch {
        plan.report(error)
        continue
      }
      let isRepeated = matches.count > 1
      if isRepeated, let label = anchor.label(in: patch) {
        plan.report(
          Problem(
            "a label cannot stand at \(matches.count) places; use a function for what is here", at: label,
            in: patch.file))
        continue
      }
      // Repeated, what the statements declare is each time its own.
      let pieces: [Piece] =
        isRepeated && anchor.declares(in: patch)
        ? [.text(ByteString("{")), text, .text(ByteString("\n}\n"))] : [text, .text([ASCII.newline])]
      for statement in matches {
        let edit =
          anchor.isBefore
          ? Edit(at: Statements.start(of: statement), inserting: pieces, for: patch, layer: Layer.statement)
          : Edit(
            at: Statements.end(of: statement), inserting: [.text([ASCII.newline])] + pieces, for: patch,
            layer: Layer.statement)
        plan.add(edit, in: names.target)
      }
    }
  }
}

/// The place for a run of statements.
private struct Anchor {
  enum Choice {
    case only
    case number(Int)
    case all
  }

  let isBefore: Bool
  let choice: Choice
  /// The tokens of the statement to look for.
  let tokens: [ByteString]
  let comment: Node
  /// What is inserted, in the patch file.
  let statements: Range<Int>

  init(_ directive: DirectiveComment, statements: Range<Int>, in file: PatchFile) throws(Problem) {
    guard directive.word.equals("before") || directive.word.equals("after") else {
      throw Problem(
        "//routinex:\(directive.word.text) is no anchor; inside an edit write //routinex:before STATEMENT or "
          + "//routinex:after STATEMENT", at: directive.node, in: file)
    }
    isBefore = directive.word.equals("before")
    comment = directive.node
    self.statements = statements
    var text = directive.argument[...]
    var choice = Choice.only
    if text.first == 0x23 {
      let number = Int(text.dropFirst().prefix { !$0.isSpace }.text) ?? 0
      guard number > 0 else {
        throw Problem("'#' takes the number of a match, counted from 1, such as '#2'", at: directive.node, in: file)
      }
      choice = .number(number)
      text = text.drop { !$0.isSpace }.trimmed
    } else if text.hasPrefix("all"), let next = text.dropFirst(3).first, next.isSpace,
      Statements.tokens(of: text) == nil
    {
      choice = .all
      text = text.dropFirst(3).trimmed
    }
    guard !text.isEmpty, let tokens = Statements.tokens(of: text) else {
      throw Problem(
        text.isEmpty
          ? "an anchor needs the statement that it stands at" : "'\(text.text)' is not one Go statement",
        at: directive.node, in: file)
    }
    self.choice = choice
    self.tokens = tokens
  }

  /// Whether the statements declare a name.
  func declares(in patch: Patch) -> Bool {
    patch.uses.contains { statements.contains($0.node.range.lowerBound) && $0.declaration == $0.node.range.lowerBound }
  }

  /// A label among the statements.
  func label(in patch: Patch) -> Node? {
    Labels.all(in: patch.declaration.node, of: patch.file.source).first {
      statements.contains($0.node.range.lowerBound) && $0.node.parent?.isKind("labeled_statement") == true
    }?.node
  }

  /// The statements of the target that the anchor means.
  func matches(_ candidates: [Node], _ names: TargetNames, _ patch: Patch) throws(Problem) -> [Node] {
    let file = names.target.file
    var found = candidates.filter { Statements.tokens(of: $0, in: file) == tokens }
    if found.isEmpty {
      // The author may have written the anchor with the patch's own names of the parameters.
      let translated = translate(patch, names)
      found = candidates.filter { Statements.tokens(of: $0, in: file) == translated }
    }
    switch choice {
    case .all where !found.isEmpty: break
    case .number(let number) where number <= found.count: found = [found[number - 1]]
    case .only where found.count == 1: break
    default: throw mismatch(found, candidates, names, patch)
    }
    if !isBefore, let last = found.first(where: { Statements.ends($0) }) {
      throw Problem(
        "nothing runs after this statement (\(file.directiveText(at: last.range.lowerBound).text)); put the patch before it",
        at: comment, in: patch.file)
    }
    return found
  }

  private func translate(_ patch: Patch, _ names: TargetNames) -> [ByteString] {
    var map: [ByteString: ByteString] = [:]
    for (place, node) in TargetNames.places(of: patch.signature) {
      if let node, let theirs = names.name(at: place) { map[Array(patch.text(node))] = theirs }
    }
    return tokens.map { map[$0] ?? $0 }
  }

  private func mismatch(_ found: [Node], _ candidates: [Node], _ names: TargetNames, _ patch: Patch) -> Problem {
    let file = names.target.file
    func place(_ node: Node) -> String { file.directiveText(at: node.range.lowerBound).text }
    let what: String
    if found.isEmpty {
      let wanted = ByteString(tokens.joined(separator: [ASCII.space]))
      let near =
        candidates
        .map { (node: $0, text: ByteString((Statements.tokens(of: $0, in: file)).joined(separator: [ASCII.space]))) }
        .filter { $0.text.count < 200 }
        .min { editDistance($0.text, wanted) < editDistance($1.text, wanted) }
      let hint = near.map { "; the nearest is '\(file.text($0.node).text)' (\(place($0.node)))" } ?? ""
      what = "\(names.target.name) (\(names.target.place)) has no such statement\(hint)"
    } else if case .number(let number) = choice {
      what =
        "\(names.target.name) has this statement \(found.count == 1 ? "once" : "\(found.count) times"), and number \(number) is asked for"
    } else {
      let places = found.map(place).joined(separator: ", ")
      what =
        "\(names.target.name) has this statement \(found.count) times (\(places)); pick one with '#2', or take 'all'"
    }
    return Problem(what, at: comment, in: patch.file, kind: .drifted)
  }
}

/// The statements of a body that stand in statement lists, at any depth: only there others can be put beside them.
private enum Statements {
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

  /// Where a statement starts, its label included.
  static func start(of statement: Node) -> Int {
    if let parent = statement.parent, parent.isKind("labeled_statement") { return start(of: parent) }
    return statement.range.lowerBound
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
    guard !file.root.hasError, let body = file.declarations.first?.body else { return nil }
    let statements = body.children.filter { $0.isNamed && !$0.isKind("comment") }
    guard statements.count == 1, file.declarations.count == 1 else { return nil }
    return tokens(of: statements[0], in: file)
  }
}
