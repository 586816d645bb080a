import Bytes
import TestSupport

/// Makes new inputs of old ones by their lines and words, which changes of single bytes seldom get past a parser.
struct Mutator {
  let pieces: [ByteString]
  private var random: Random

  init(_ target: FuzzTarget, seed: UInt64) {
    pieces = target.pieces.map { ByteString($0) }
    random = Random(seed)
  }

  private static let numbers: [ByteString] = [
    "0", "1", "-1", "2", "65535", "65536", "1073741824", "2147483648", "4294967296", "9223372036854775807",
    "9223372036854775808", "00000000000000000001",
  ].map { ByteString($0 as String) }

  /// - Parameter limit: how many bytes the result may have.
  mutating func mutated(_ input: ByteString, limit: Int) -> ByteString {
    var result = input
    for _ in 0..<random.number(1...4) { change(&result) }
    if result.count > limit { result.removeLast(result.count - limit) }
    return result
  }

  private mutating func change(_ text: inout ByteString) {
    switch random.number(0...10) {
    case 0, 1, 2: text.insert(contentsOf: piece(of: text), at: place(in: text))
    case 3: text.replaceSubrange(word(of: text), with: piece(of: text))
    case 4: text.removeSubrange(word(of: text))
    case 5: text.removeSubrange(lines(of: text))
    case 6: text.insert(contentsOf: text[lines(of: text)], at: lineStart(in: text))
    case 7:
      let lines = lines(of: text)
      let moved = text[lines]
      text.removeSubrange(lines)
      text.insert(contentsOf: moved, at: lineStart(in: text))
    case 8:
      let (from, to) = (word(of: text), word(of: text))
      text.replaceSubrange(to, with: Array(text[from]))
    case 9:
      let piece = piece(of: text)
      for _ in 0..<random.number(1...60) { text.insert(contentsOf: piece, at: min(text.count, lineStart(in: text))) }
    default:
      let word = word(of: text)
      if text[word].first?.isDigit == true {
        text.replaceSubrange(word, with: random.pick(Self.numbers) ?? [])
      } else if !text.isEmpty {
        text[random.number(0...(text.count - 1))] = UInt8(random.number(0...255))
      }
    }
  }

  /// A piece, or some text of the input.
  private mutating func piece(of text: ByteString) -> ByteString {
    if !text.isEmpty, random.chance(0.2) { return Array(text[word(of: text)]) }
    return random.pick(pieces) ?? []
  }

  private mutating func place(in text: ByteString) -> Int {
    random.chance(0.5) ? lineStart(in: text) : random.number(0...text.count)
  }

  private mutating func lineStart(in text: ByteString) -> Int {
    let offset = random.number(0...text.count)
    return text[..<offset].lastIndex(of: ASCII.newline).map { $0 + 1 } ?? 0
  }

  /// A few whole lines.
  private mutating func lines(of text: ByteString) -> Range<Int> {
    let start = lineStart(in: text)
    var end = start
    for _ in 0..<random.number(1...5) { end = text[end...].firstIndex(of: ASCII.newline).map { $0 + 1 } ?? text.count }
    return start..<end
  }

  /// An identifier, a number, or a byte that is neither.
  private mutating func word(of text: ByteString) -> Range<Int> {
    guard !text.isEmpty else { return 0..<0 }
    var start = random.number(0...(text.count - 1))
    guard text[start].isIdentifierByte else { return start..<(start + 1) }
    var end = start
    while start > 0, text[start - 1].isIdentifierByte { start -= 1 }
    while end < text.count, text[end].isIdentifierByte { end += 1 }
    return start..<end
  }
}
