package import Bytes

/// A `//go:build` (or, in files without one, `// +build`) expression.
///
/// The grammar: go/build/constraint, expr.go.
package indirect enum BuildConstraint: Equatable {
  case tag(ByteString)
  case not(BuildConstraint)
  case and(BuildConstraint, BuildConstraint)
  case or(BuildConstraint, BuildConstraint)

  /// Whether the constraint holds, given which tags do.
  package func isSatisfied(_ isSet: (ByteString) -> Bool) -> Bool {
    switch self {
    case .tag(let name): isSet(name)
    case .not(let operand): !operand.isSatisfied(isSet)
    case .and(let left, let right): left.isSatisfied(isSet) && right.isSatisfied(isSet)
    case .or(let left, let right): left.isSatisfied(isSet) || right.isSatisfied(isSet)
    }
  }

  /// Every tag in it, in order.
  package var tags: [ByteString] {
    switch self {
    case .tag(let name): [name]
    case .not(let operand): operand.tags
    case .and(let left, let right), .or(let left, let right): left.tags + right.tags
    }
  }

  package func mentions(_ tags: [ByteString]) -> Bool { self.tags.contains(where: tags.contains) }

  /// The constraint of a Go file, from the comments above its package clause; nil when it has none.
  /// It reads lines, so that asking does not need a parse.
  ///
  /// - Throws: `Malformed` when the expression is not one.
  package static func of(_ file: ByteString) throws(Malformed) -> BuildConstraint? {
    var plusBuild: [BuildConstraint] = []
    for line in Header(file) {
      if line.text.hasPrefix("//go:build"), let next = line.text.dropFirst(10).first, next.isSpace {
        return try parse(line.text.dropFirst(10), at: line.offset + 10)
      }
      if let alternatives = plusBuildLine(line.text) { plusBuild.append(alternatives) }
    }
    return all(plusBuild[...])
  }

  /// What holds when all of the list do, no deeper than need be; nil for none.
  private static func all(_ list: ArraySlice<BuildConstraint>) -> BuildConstraint? {
    let middle = list.startIndex + list.count / 2
    guard list.count > 1, let left = all(list[..<middle]), let right = all(list[middle...]) else { return list.first }
    return .and(left, right)
  }

  package struct Malformed: Error {
    /// The offset in the file at which the expression stops making sense.
    package let offset: Int
  }

  private static func plusBuildLine(_ line: ArraySlice<UInt8>) -> BuildConstraint? {
    guard line.hasPrefix("//") else { return nil }
    let fields = line.dropFirst(2).split(whereSeparator: \.isSpace)
    guard fields.first?.equals("+build") == true else { return nil }
    // Terms between commas are all needed; of the fields, one is enough.
    var result: BuildConstraint?
    var count = 0
    for field in fields.dropFirst() {
      var terms: BuildConstraint?
      for term in field.split(separator: ASCII.comma) {
        count += 1
        // Go takes no notice of a line that is longer (go/build/constraint, expr.go: maxOldSize).
        if count > 101 { return nil }
        let tag: BuildConstraint = term.first == ASCII.bang ? .not(.tag(Array(term.dropFirst()))) : .tag(Array(term))
        terms = terms.map { .and($0, tag) } ?? tag
      }
      if let terms { result = result.map { .or($0, terms) } ?? terms }
    }
    return result
  }

  /// Parses an expression that starts at the offset of its file.
  static func parse(_ text: ArraySlice<UInt8>, at offset: Int) throws(Malformed) -> BuildConstraint {
    var parser = ConstraintParser(rest: text, origin: offset - text.startIndex)
    let result = try parser.or()
    guard parser.peek() == nil else { throw parser.malformed }
    return result
  }
}

private struct ConstraintParser {
  var rest: ArraySlice<UInt8>
  /// How many operands there are, those in parentheses and the parentheses themselves.
  private var size = 0
  /// Go's limit (go/build/constraint, expr.go: maxSize), which keeps recursion in bounds.
  private static let sizeLimit = 1000

  init(rest: ArraySlice<UInt8>, origin: Int) {
    self.rest = rest
    self.origin = origin
  }

  /// What is added to an index of `rest` to give an offset in the file.
  let origin: Int

  var malformed: BuildConstraint.Malformed { .init(offset: rest.startIndex + origin) }

  mutating func peek() -> UInt8? {
    rest = rest.drop(while: \.isSpace)
    return rest.first
  }

  private mutating func take(_ word: StaticString) -> Bool {
    guard peek() != nil, rest.hasPrefix(word) else { return false }
    rest.removeFirst(word.utf8CodeUnitCount)
    return true
  }

  mutating func or() throws(BuildConstraint.Malformed) -> BuildConstraint {
    var result = try and()
    while take("||") { result = .or(result, try and()) }
    return result
  }

  private mutating func and() throws(BuildConstraint.Malformed) -> BuildConstraint {
    var result = try not()
    while take("&&") { result = .and(result, try not()) }
    return result
  }

  private mutating func not() throws(BuildConstraint.Malformed) -> BuildConstraint {
    size += 1
    if size > Self.sizeLimit { throw malformed }
    guard take("!") else { return try atom() }
    // As Go has it: "double negation not allowed".
    if peek() == ASCII.bang { throw malformed }
    return .not(try atom())
  }

  private mutating func atom() throws(BuildConstraint.Malformed) -> BuildConstraint {
    if take("(") {
      let inner = try or()
      guard take(")") else { throw malformed }
      return inner
    }
    _ = peek()
    let name = rest.prefix { $0.isIdentifierByte || $0 == ASCII.dot }
    guard !name.isEmpty else { throw malformed }
    rest.removeFirst(name.count)
    return .tag(Array(name))
  }
}

/// The lines above the package clause: blank ones and comments. Stops at the first that holds anything else.
private struct Header: Sequence, IteratorProtocol {
  private let bytes: ByteString
  private var offset: Int

  init(_ bytes: ByteString) {
    self.bytes = bytes
    offset = bytes.hasPrefix([0xef, 0xbb, 0xbf]) ? 3 : 0
  }

  mutating func next() -> (offset: Int, text: ArraySlice<UInt8>)? {
    while offset < bytes.count {
      let end = bytes[offset...].firstIndex(of: ASCII.newline) ?? bytes.count
      let line = bytes[offset..<end].trimmed
      if line.isEmpty {
        offset = end + 1
      } else if line.hasPrefix("//") {
        offset = end + 1
        return (line.startIndex, line)
      } else if line.hasPrefix("/*"), let close = bytes.firstIndex(of: ByteString("*/"), from: line.startIndex + 2) {
        offset = close + 2
      } else {
        return nil
      }
    }
    return nil
  }
}
