import Bytes
import GoSyntax
import Patching
import SystemInterface
import TestSupport

/// A patched file beside its original: every declaration that no patch names is there byte for byte, at the place that it
/// had, and what the patches leave of the others and bring stands where its author wrote it.
///
/// The places are worked out by `GoPositions`, apart from the program.
struct PlanFidelity {
  private let source: SourceFile
  private let output: ByteString
  /// Whether all files of the package are Go as a whole.
  private let isGo: Bool
  private let patches: [Patch]
  /// The functions that `calls` takes the place of, without their packages.
  private let redirected: [ByteString]
  private let files: [PatchFile]

  /// The patches of each function that patterns have selected.
  private let selected: [String: [Patch]]

  init(
    source: SourceFile, output: ByteString, patches files: [PatchFile], changes: [PackagePlan.Change], isGo: Bool
  ) {
    selected = Dictionary(grouping: changes.filter { $0.patch.each != nil }, by: \.target).mapValues { $0.map(\.patch) }
    self.source = source
    self.output = output
    self.isGo = isGo
    self.files = files
    patches = files.flatMap(\.patches)
    redirected = patches.filter { "\($0.word)" == "calls" }.flatMap { patch in
      patch.declaration.comments.compactMap { comment in
        DirectiveComment(comment, in: patch.file.source).flatMap { directive in
          directive.argument.split(separator: ASCII.dot).last.map { Array($0) }
        }
      }
    }
  }

  func check() throws(Defect) {
    let file = SourceFile(path: source.path, bytes: output)
    if isGo { try require(!file.hasError, "what comes out is no Go: \(shown(output))") }
    let positions = GoPositions(path: source.path, bytes: output)
    let originals = GoPositions(path: source.path, bytes: source.bytes)
    if hasHighLines(originals) { return }
    let patched = Set(source.declarations.filter { !patches(of: $0).isEmpty }.map(\.statement.range))
    for declaration in source.declarations
    where !patched.contains(declaration.statement.range) && !declaration.statement.hasError
      && !mayBeRedirected(declaration)
    {
      let start = declaration.comments.first?.range.lowerBound ?? declaration.statement.range.lowerBound
      let text = Array(source.bytes[start..<declaration.statement.range.upperBound])
      try require(
        stands(text, at: originals.places[start], in: positions),
        "\(declaration.spelling(in: source)), which no patch names, is changed or moved: \(shown(text))")
    }
    guard isGo else { return }
    var tokens: [GoPositions.Place: Set<ByteString>] = [:]
    for token in PlacedTokens(file, positions).list { tokens[token.place, default: []].insert(token.text) }
    let kept = source.declarations.filter { $0.isFunction && isOnlyAddedTo($0) }.map(\.node.range)
    for token in PlacedTokens(source, originals).list where kept.contains(where: { $0.overlaps(token.range) }) {
      try require(
        has(token, in: tokens), "'\(token.text.text)' of the original, at \(token.place), is lost or moved")
    }
    try checkPatches(tokens)
  }

  /// Whether lines have numbers that no directive can give: those behind one with nearly the highest (pos.go: PosMax).
  private func hasHighLines(_ originals: GoPositions) -> Bool {
    let all = [originals] + files.map { GoPositions(path: $0.source.path, bytes: $0.source.bytes) }
    return all.contains { $0.places.contains { $0.line > 1 << 30 } }
  }

  /// Whether the text stands in the output at that place. What is no Go, such as an open string, has no places.
  private func stands(_ text: ByteString, at place: GoPositions.Place, in positions: GoPositions) -> Bool {
    var search = 0
    while let found = output.firstIndex(of: text, from: search) {
      if !isGo || positions.places[found] == place { return true }
      search = found + 1
    }
    return false
  }

  private func has(_ token: PlacedTokens.Token, in tokens: [GoPositions.Place: Set<ByteString>]) -> Bool {
    guard let there = tokens[token.place] else { return false }
    return there.contains(token.text)
      || (PlacedTokens.isIdentifier(token.text) && there.contains(where: PlacedTokens.isIdentifier))
  }

  // MARK: What may change

  private func patches(of declaration: Declaration) -> [Patch] {
    let name = source.text(declaration.name)
    return patches.filter { $0.file.source.text($0.declaration.name).equals(name) }
      + (selected[declaration.spelling(in: source)] ?? [])
  }

  private func mayBeRedirected(_ declaration: Declaration) -> Bool {
    let passesOn = patches.contains { "\($0.word)" == "literal" }
    if passesOn, !CompositeLiteral.all(in: declaration, of: source).isEmpty { return true }
    if redirected.isEmpty { return false }
    let text = Array(source.bytes[declaration.statement.range])
    return redirected.contains { text.firstIndex(of: $0) != nil }
  }

  private static let addingWords: Set<String> = ["before", "after", "wrap", "edit", "pragma"]

  /// Whether the function's patches put something beside what it has.
  private func isOnlyAddedTo(_ function: Declaration) -> Bool {
    let patches = patches(of: function)
    return !patches.isEmpty && !mayBeRedirected(function)
      && patches.allSatisfy { Self.addingWords.contains("\($0.word)") }
  }

  // MARK: What comes in

  /// The bodies of patches of this file's functions.
  private func checkPatches(_ tokens: [GoPositions.Place: Set<ByteString>]) throws(Defect) {
    let names = Set(source.declarations.map { $0.spelling(in: source) })
    var read: [ObjectIdentifier: [PlacedTokens.Token]] = [:]
    for patch in patches where ["before", "after", "wrap"].contains("\(patch.word)") && names.contains(patch.name) {
      guard let body = patch.declaration.body else { continue }
      let text = patch.file.source
      let own = read[ObjectIdentifier(text)] ?? PlacedTokens(path: text.path, bytes: text.bytes).list
      read[ObjectIdentifier(text)] = own
      for token in own where body.range.contains(token.range.lowerBound) {
        try require(
          has(token, in: tokens), "'\(token.text.text)' of the patch, at \(token.place), is not in the output")
      }
    }
  }
}
