internal import Bytes
internal import Findings
internal import GoSyntax

/// `//routinex:edit`: statements are inserted inside the target's body, each run of them at an anchor:
/// `//routinex:before STATEMENT` or `//routinex:after STATEMENT`, where `#2` in front of the statement picks the second
/// match and `all` takes every one.
struct EditBody: TargetDirective {
  static let word: StaticString = "edit"
  static let effects: Effects = [.seesTargetScope, .readsBody, .returnsFromTarget]
  static let hasAnchors = true

  private let anchors: [Anchor]

  init(_ comment: DirectiveComment, on declaration: Declaration, in file: PatchFile) throws(Finding) {
    try comment.requireNoArgument(in: file)
    let body = try declaration.requireBody(for: Self.word, in: file)
    var anchors: [Anchor] = []
    var problems: [Finding] = []
    let items = body.items
    for (index, item) in items.enumerated() {
      guard case .comment(let comment) = item else {
        if anchors.isEmpty, problems.isEmpty {
          problems.append(
            Finding(
              .malformedAnchor,
              "this statement has no anchor; write //routinex:before STATEMENT or //routinex:after STATEMENT above it",
              at: item.node, in: file))
        }
        continue
      }
      guard let directive = DirectiveComment(comment, in: file.source) else { continue }
      let next = items[(index + 1)...].first {
        guard case .comment(let comment) = $0 else { return false }
        return DirectiveComment.isOne(comment, in: file.source)
      }
      let statements = comment.range.upperBound..<(next?.node.range.lowerBound ?? body.range.upperBound - 1)
      do throws(Finding) {
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
      throw Finding(
        .malformedAnchor,
        "//routinex:edit needs an anchor in its body: //routinex:before STATEMENT or //routinex:after STATEMENT",
        at: declaration.name, in: file)
    }
    self.anchors = anchors
  }

  func apply(_ patch: Patch, to names: TargetNames, draft: inout PackageDraft) throws(Finding) {
    let body = try patch.targetBody(names.target)
    try SignatureAssertion.check(patch, names)
    let candidates = Candidates(
      in: body, of: names.target.file, wanted: anchors.flatMap { $0.tokens(patch, names) })
    // One binding for all anchors: what one run of statements declares, the next may use.
    let binding = try Binding(patch, part: patch.declaration.body?.range ?? 0..<0, names: names, draft: &draft)
    for anchor in anchors {
      let text = Piece.patch(
        anchor.statements, renames: binding.renames.filter { anchor.statements.contains($0.range.lowerBound) })
      let matches: [Statement]
      do throws(Finding) {
        matches = try anchor.matches(candidates, names, patch)
      } catch {
        draft.report(error.of(patch.id))
        continue
      }
      let isRepeated = matches.count > 1
      if isRepeated, let label = anchor.label(among: Labels.all(in: patch.declaration, of: patch.file.source)) {
        draft.report(
          Finding(
            .unpatchable, "a label cannot be inserted at \(matches.count) places; move this code into a function",
            at: label, in: patch.file))
        continue
      }
      // Repeated, what the statements declare is each time its own.
      let pieces: [Piece] =
        isRepeated && anchor.declares(in: patch)
        ? [.text(ByteString("{")), text, .text(ByteString("\n}\n"))] : [text, .text([ASCII.newline])]
      for statement in matches {
        if anchor.isBefore {
          let place = LabelledPlace(of: statement, among: candidates.statements, in: names)
          for edit in place.gotos(for: patch) { draft.add(edit, in: names.target) }
          draft.add(
            Edit(at: place.offset, inserting: place.opening + pieces, for: patch, layer: TextOrder.statement),
            in: names.target)
        } else {
          draft.add(
            Edit(
              at: statement.end, inserting: [.text([ASCII.newline])] + pieces, for: patch,
              layer: TextOrder.statement), in: names.target)
        }
      }
    }
  }
}

/// The statements of a target, to be found by their tokens.
private struct Candidates {
  let statements: [Statement]
  private let file: SourceFile
  /// The numbers of the statements with these tokens, as far as they are read.
  private var numbers: [[ByteString]: [Int]] = [:]

  /// Of a text of so many bytes the nearest is looked for.
  private static let shown = 200

  /// - Parameter wanted: the tokens of the statements that are looked for. Of one that begins with none of their first tokens
  ///   nothing is read, and of another no more than the longest has: nested ones would be read once for each level.
  init(in body: Body, of file: SourceFile, wanted: [[ByteString]]) {
    statements = body.statements
    self.file = file
    let longest = wanted.map(\.count).max() ?? 0
    let first = Set(wanted.compactMap(\.first))
    for (number, statement) in statements.enumerated()
    where first.contains(where: { file.text(statement.node).hasPrefix($0) }) {
      numbers[statement.tokens(in: file, limit: longest + 1), default: []].append(number)
    }
  }

  func matching(_ tokens: [ByteString]) -> [Statement] { (numbers[tokens] ?? []).map { statements[$0] } }

  func nearest(to tokens: [ByteString]) -> Node? {
    let wanted = ByteString(tokens.joined(separator: [ASCII.space]))
    var nearest: (node: Node, distance: Int)?
    for statement in statements {
      let tokens = statement.tokens(in: file, limit: Self.shown)
      let text = ByteString(tokens.joined(separator: [ASCII.space]))
      guard text.count < Self.shown else { continue }
      let distance = editDistance(text, wanted, limit: nearest?.distance ?? .max)
      if distance < nearest?.distance ?? .max || nearest == nil { nearest = (statement.node, distance) }
    }
    return nearest?.node
  }
}

/// The place for a run of statements.
private struct Anchor {
  enum Choice {
    case only
    case number(Int)
    case all
  }

  /// A way to read the text behind the word.
  struct Reading {
    let choice: Choice
    /// The statement to look for, as it is written, and its tokens.
    let text: ByteString
    let tokens: [ByteString]

    init?(_ choice: Choice, _ text: ArraySlice<UInt8>) {
      guard let tokens = Statement.tokens(of: text) else { return nil }
      self.choice = choice
      self.text = Array(text)
      self.tokens = tokens
    }
  }

  let isBefore: Bool
  /// The likeliest first; another counts where the target has no statement for it.
  let readings: [Reading]
  let comment: Node
  /// What is inserted, in the patch file.
  let statements: Range<Int>

  init(_ directive: DirectiveComment, statements: Range<Int>, in file: PatchFile) throws(Finding) {
    guard directive.word.equals("before") || directive.word.equals("after") else {
      throw Finding(
        .malformedAnchor,
        "//routinex:\(directive.word.text) is not an anchor; inside an edit write //routinex:before STATEMENT or "
          + "//routinex:after STATEMENT", at: directive.node, in: file)
    }
    isBefore = directive.word.equals("before")
    comment = directive.node
    self.statements = statements
    let text = directive.argument[...]
    if text.isEmpty {
      throw Finding(.malformedAnchor, "an anchor needs a statement of the target", at: directive.node, in: file)
    }
    readings = text.first == 0x23 ? try Self.numbered(text, directive, in: file) : Self.plain(text)
    if readings.isEmpty {
      throw Finding(.malformedAnchor, "'\(text.text)' is not one Go statement", at: directive.node, in: file)
    }
  }

  /// `#2 STATEMENT`.
  private static func numbered(
    _ text: ArraySlice<UInt8>, _ directive: DirectiveComment, in file: PatchFile
  ) throws(Finding) -> [Reading] {
    let digits = text.dropFirst().prefix(while: \.isDigit)
    let rest = text.dropFirst(1 + digits.count)
    guard let number = Int(digits.text), number > 0, rest.first?.isIdentifierByte != true else {
      throw Finding(
        .malformedAnchor, "'#' takes the number of a match, counted from 1, such as '#2'", at: directive.node, in: file)
    }
    guard !rest.trimmed.isEmpty else {
      throw Finding(.malformedAnchor, "an anchor needs a statement of the target", at: directive.node, in: file)
    }
    guard let reading = Reading(.number(number), rest.trimmed) else {
      throw Finding(.malformedAnchor, "'\(rest.trimmed.text)' is not one Go statement", at: directive.node, in: file)
    }
    return [reading]
  }

  /// `STATEMENT` or `all STATEMENT`. Something may be called `all`, so that `all <-c` can be read in two ways. gofmt writes
  /// `all <- c` and `all(x)` for that, with space around a binary operator and none before an argument list.
  private static func plain(_ text: ArraySlice<UInt8>) -> [Reading] {
    let whole = Reading(.only, text)
    guard text.hasPrefix("all"), let space = text.dropFirst(3).first, space.isSpace else {
      return [whole].compactMap(\.self)
    }
    let rest = text.dropFirst(3).trimmed
    let every = Reading(.all, rest)
    let afterOperator = rest.drop { ByteString("*&<-+^!|%/=").contains($0) }
    let isBinary = afterOperator.startIndex > rest.startIndex && afterOperator.first?.isSpace == true
    return (isBinary ? [whole, every] : [every, whole]).compactMap(\.self)
  }

  /// Whether the statements declare a name.
  func declares(in patch: Patch) -> Bool {
    patch.uses.contains { statements.contains($0.node.range.lowerBound) && $0.declaration == $0.node.range.lowerBound }
  }

  /// A label among the statements.
  func label(among labels: [Label]) -> Node? {
    labels.first { statements.contains($0.node.range.lowerBound) && $0.kind == .declaration }?.node
  }

  /// The statements of the target that the anchor means.
  func matches(_ candidates: Candidates, _ names: TargetNames, _ patch: Patch) throws(Finding) -> [Statement] {
    let file = names.target.file
    var reading = readings[0]
    var found: [Statement] = []
    for other in readings where found.isEmpty {
      // The author may have written the anchor with the patch's own names of the parameters.
      for tokens in [other.tokens, Self.translate(other.tokens, patch, names)] where found.isEmpty {
        found = candidates.matching(tokens)
      }
      if !found.isEmpty { reading = other }
    }
    switch reading.choice {
    case .all where !found.isEmpty: break
    case .number(let number) where number <= found.count: found = [found[number - 1]]
    case .only where found.count == 1: break
    default: throw mismatch(found.map(\.node), reading, candidates, names, patch)
    }
    if !isBefore, let last = found.first(where: \.leaves)?.node {
      throw Finding(
        .unpatchable, "nothing runs after this statement (\(file.place(of: last))); put the patch before it",
        at: comment, in: patch.file)
    }
    return found
  }

  /// The tokens of the statements that it may mean.
  func tokens(_ patch: Patch, _ names: TargetNames) -> [[ByteString]] {
    readings.flatMap { [$0.tokens, Self.translate($0.tokens, patch, names)] }
  }

  private static func translate(_ tokens: [ByteString], _ patch: Patch, _ names: TargetNames) -> [ByteString] {
    var map: [ByteString: ByteString] = [:]
    for (place, node) in TargetNames.places(of: patch.signature) {
      if let node, let theirs = names.name(at: place) { map[Array(patch.text(node))] = theirs }
    }
    return tokens.map { map[$0] ?? $0 }
  }

  private func mismatch(
    _ found: [Node], _ reading: Reading, _ candidates: Candidates, _ names: TargetNames, _ patch: Patch
  ) -> Finding {
    let file = names.target.file
    var id = Finding.ID.missingStatement
    let what: Wording
    if found.isEmpty {
      let near = candidates.nearest(to: reading.tokens)
      let hint = near.map { "; the nearest is '\(file.text($0).text)' (\(file.place(of: $0)))" as Wording } ?? ""
      what = "\(names.target.name) (\(names.target.place)) has no statement '\(reading.text.text)'\(hint)"
    } else if case .number(let number) = reading.choice {
      what =
        "\(names.target.name) has this statement \(found.count == 1 ? "once" : "\(found.count) times"), so there is "
        + "no number \(number)"
    } else {
      let places = found.map { Wording(file.place(of: $0)) }.joined(separator: ", ")
      id = .ambiguousStatement
      what =
        "\(names.target.name) has this statement \(found.count) times (\(places)); pick one with '#2', or use 'all'"
    }
    return Finding(id, what, at: comment, in: patch.file)
  }
}
