import Bytes
@testable import GoSyntax
import Patching

/// A patched file beside its original and the patch files: what must not have changed, and whether what came in is
/// where its author wrote it.
struct Fidelity {
  private let original: GoText
  private let output: GoText
  private let patches: [GoText]
  private let intents: [Intent]
  private let gone: [Range<Int>]
  private let places: [[UInt64: Int]]
  private var problems: [String] = []

  /// - Parameters:
  ///   - patches: the patch files; line directives know them by these paths.
  ///   - gone: ranges of the original that may go, beside those of the intents.
  init(
    original: ByteString, path: ByteString, output: ByteString, patches: [(path: ByteString, bytes: ByteString)],
    intents: [Intent], gone: [Range<Int>]
  ) {
    var names = [path: 0]
    for (index, patch) in patches.enumerated() { names[patch.path] = index + 1 }
    self.original = GoText(original, file: 0, obeysDirectives: false)
    self.output = GoText(output, file: -1, names: names, obeysDirectives: true)
    self.patches = patches.enumerated().map { GoText($1.bytes, file: $0 + 1, obeysDirectives: false) }
    self.intents = intents
    self.gone = gone + intents.flatMap(\.gone)
    places = ([self.original] + self.patches).map { text in
      Dictionary(text.tokens.enumerated().map { (Self.key($1.place), $0) }) { first, _ in first }
    }
  }

  private static func key(_ place: Place) -> UInt64 { UInt64(max(place.line, 0)) << 32 | UInt64(max(place.column, 0)) }

  /// Everything that is wrong.
  ///
  /// - Parameter inserted: for each patch file the ranges that must be in the output.
  mutating func check(inserted: [[Range<Int>]]) -> [String] {
    var seen = ([original] + patches).map { [Bool](repeating: false, count: $0.tokens.count) }
    var last = -1
    var lastOutput = -1
    var loose: [Int] = []
    for index in output.tokens.indices {
      let token = output.tokens[index]
      guard token.place.file >= 0 else {
        problems.append("'\(output.text(index).text)' of the output belongs to no known file")
        continue
      }
      if token.followsDirective { judge(&loose) }
      if token.place.file == 0 {
        if let match = places[0][Self.key(token.place)], match > last, explains(index, match) {
          judge(&loose)
          checkGap(from: lastOutput, to: index, last, match)
          seen[0][match] = true
          last = match
          lastOutput = index
        } else if let match = places[0][Self.key(token.place)], match == last, output.text(index).equals("}") {
          // The end of a function that was wrapped: first the literal's, then its own, both where it ended.
          judge(&loose)
          lastOutput = index
        } else {
          loose.append(index)
        }
      } else if let match = places[token.place.file][Self.key(token.place)],
        isSame(index, match, in: patches[token.place.file - 1])
      {
        judge(&loose)
        seen[token.place.file][match] = true
      } else {
        loose.append(index)
      }
    }
    judge(&loose)
    for (index, token) in original.tokens.enumerated()
    where !seen[0][index] && !gone.contains(where: { $0.contains(token.range.lowerBound) }) {
      problems.append("\(describe(token)) of the original, '\(original.text(index).text.prefix(80))', is lost")
    }
    for (number, ranges) in inserted.enumerated() {
      for (index, token) in patches[number].tokens.enumerated()
      where !seen[number + 1][index] && ranges.contains(where: { $0.contains(token.range.lowerBound) }) {
        problems.append("\(describe(token)), '\(patches[number].text(index).text.prefix(80))', is not in the output")
      }
    }
    return problems
  }

  /// The place that the compiler gives what starts at an offset of the output.
  func place(atOutputOffset offset: Int) -> Place? {
    var (low, high) = (0, output.tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if output.tokens[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low < output.tokens.count && output.tokens[low].range.lowerBound == offset ? output.tokens[low].place : nil
  }

  private func describe(_ token: Token) -> String {
    "\(token.place.file == 0 ? "" : "p\(token.place.file - 1).go:")\(token.place.line):\(token.place.column)"
  }

  /// Whether the token of the output is the one of the original, or a new name of it.
  private func explains(_ index: Int, _ match: Int) -> Bool {
    if output.text(index).equals(original.text(match)) { return true }
    let start = original.tokens[match].range.lowerBound
    guard output.tokens[index].isWord(in: output.bytes), original.tokens[match].isWord(in: original.bytes) else {
      return false
    }
    if gone.contains(where: { $0.contains(start) }) { return true }
    return intents.contains {
      $0.declaration.contains(start)
        && ($0.renamable.contains(original.text(match).text) || original.text(match).equals("_"))
    }
  }

  private func isSame(_ index: Int, _ match: Int, in patch: GoText) -> Bool {
    if output.text(index).equals(patch.text(match)) { return true }
    return output.tokens[index].isWord(in: output.bytes) && patch.tokens[match].isWord(in: patch.bytes)
      && !keywords.contains(output.text(index).text) && !keywords.contains(patch.text(match).text)
  }

  /// The bytes between two neighbours of the original are as they were, but for what was put between them.
  private mutating func checkGap(from left: Int, to right: Int, _ previous: Int, _ next: Int) {
    guard next == previous + 1 else { return }
    let start = left < 0 ? 0 : output.tokens[left].range.upperBound
    let end = output.tokens[right].range.lowerBound
    // The pieces that have places of the original: behind the left one, and behind each directive that leads back.
    var pieces: [ArraySlice<UInt8>] = []
    let markers = output.markers.between(start, end)
    let origins = (left < 0 ? [] : [start]) + markers.filter { $0.file == 0 }.map(\.range.upperBound)
    var token = left + 1
    for origin in origins {
      while output.tokens[token].range.lowerBound < origin { token += 1 }
      let directive = markers.first { $0.range.lowerBound >= origin }?.range.lowerBound ?? end
      pieces.append(output.bytes[origin..<min(directive, output.tokens[token].range.lowerBound)])
    }
    let lower = previous < 0 ? 0 : original.tokens[previous].range.upperBound
    let upper = original.tokens[next].range.lowerBound
    if gone.contains(where: { $0.lowerBound < upper && lower < $0.upperBound }) { return }
    let had = original.bytes[lower..<upper]
    if !Self.isMade(had, of: pieces[...]) {
      problems.append(
        "the space before \(describe(original.tokens[next])) of the original was \(had.text.debugDescription) and is "
          + pieces.map(\.text.debugDescription).joined(separator: " "))
    }
  }

  /// Whether the pieces make up the text. Before what is put in, further line ends and spaces may stand.
  private static func isMade(_ text: ArraySlice<UInt8>, of pieces: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    guard var first = pieces.first else { return text.isEmpty }
    while true {
      if text.hasPrefix(first), isMade(text.dropFirst(first.count), of: pieces.dropFirst()) { return true }
      guard pieces.count > 1, first.popLast()?.isSpace == true else { return false }
    }
  }

  /// Whether a run of the output that no file explains is what the program is known to put in.
  private mutating func judge(_ loose: inout [Int]) {
    guard !loose.isEmpty else { return }
    let words = loose.map { output.text($0).text }
    let line = words.joined(separator: " ")
    let token = output.tokens[loose[0]]
    loose = []
    if Glue.isKnown(words, line) { return }
    // `_` before an import, a name before a type that had none, the expression that a constant repeated.
    if token.place.file == 0, words.count == 1, token.isWord(in: output.bytes), !keywords.contains(words[0]) { return }
    problems.append("the output has '\(line.prefix(200))' at \(describe(token)), which nobody wrote")
  }
}

/// What the program puts between the texts of others.
private enum Glue {
  static func isKnown(_ words: [String], _ line: String) -> Bool {
    let first = words[0]
    if first == "defer" { return line == "defer func ( )" }
    if line == "( )" || line == ")" || first.hasPrefix("//go:noinline") { return true }
    if first.hasPrefix("original") { return true }
    if first == ";" {
      return words.dropFirst().first == "import" || (words[1] == "_" && words.last?.hasPrefix("original") == true)
    }
    if first == "(" { return words.count == 2 }
    // The type and the expression that a constant repeated.
    return words.prefix(4).contains("=")
  }
}

let keywords: Set<String> = [
  "break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough", "for", "func", "go", "goto",
  "if", "import", "interface", "map", "package", "range", "return", "select", "struct", "switch", "type", "var",
]

extension [Marker] {
  /// Those that lie between two offsets.
  fileprivate func between(_ start: Int, _ end: Int) -> ArraySlice<Marker> {
    func index(of offset: Int) -> Int {
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        if self[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let first = index(of: start)
    return self[first..<Swift.max(first, index(of: end))]
  }
}
