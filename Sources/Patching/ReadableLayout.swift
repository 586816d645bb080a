internal import Bytes
internal import GoSyntax

/// Lays out what patches have put into a file for people: a statement a line, indented as what is around it, without the
/// blank lines that stand where line directives were. It means the same to the compiler.
///
/// The file's own lines keep their bytes, those inside a function literal around them too: a diff shows what is put in, and
/// nothing else.
struct ReadableLayout {
  private let text: WrittenText
  private let layout: LayoutTokens
  private let lines: [Line]

  private struct Line {
    /// Without the line end.
    let range: Range<Int>
    /// Its tokens.
    let tokens: Range<Int>
    /// Whether it stands in the text as in the file that is patched: no part begins in front of it.
    let isOfTarget: Bool
    /// Whether it begins inside of a comment or a raw string.
    let isInText: Bool
    let isBlank: Bool
  }

  static func of(_ text: WrittenText) -> ByteString {
    guard let tokens = LayoutTokens(SourceFile(path: [], bytes: text.bytes)) else { return text.bytes }
    let broken = text.replacing(breaks(in: text, tokens))
    // What is broken into lines has other offsets.
    guard let tokens = LayoutTokens(SourceFile(path: [], bytes: broken.bytes)) else { return text.bytes }
    return ReadableLayout(broken, tokens).result
  }

  private init(_ text: WrittenText, _ layout: LayoutTokens) {
    self.text = text
    self.layout = layout
    lines = Self.lines(of: text, layout)
  }

  // MARK: Statements

  /// Line ends for semicolons of directives and around the brackets of their blocks.
  private static func breaks(in text: WrittenText, _ layout: LayoutTokens) -> [(range: Range<Int>, text: ByteString)] {
    let (bytes, tokens) = (text.bytes, layout.tokens)
    let partners = partners(tokens)
    var result: [(range: Range<Int>, text: ByteString)] = []
    for (index, token) in tokens.enumerated() {
      let start = token.range.lowerBound
      let before = index > 0 ? tokens[index - 1].range.upperBound : 0
      guard text.origin(at: start) == .glue else {
        // The bracket at the end of a line that a patch has cut.
        if case .closing(true) = token.role, let partner = partners[index],
          let newline = bytes[tokens[partner].range.lowerBound..<before].lastIndex(of: ASCII.newline),
          !bytes[before..<start].contains(ASCII.newline), text.part(at: newline) != text.part(at: start)
        {
          result.append((start..<start, [ASCII.newline]))
        }
        continue
      }
      var end = token.range.upperBound
      while end < bytes.count, bytes[end] == ASCII.space || bytes[end] == ASCII.tab { end += 1 }
      let isLast = end == bytes.count || bytes[end] == ASCII.newline
      switch token.role {
      case .separator where endsStatement(bytes[..<before]):
        let isHeader = index >= 2 && bytes[tokens[index - 2].range].elementsEqual(ByteString("package"))
        let newline = isLast ? ByteString() : isHeader ? [ASCII.newline, ASCII.newline] : [ASCII.newline]
        // Brackets of blocks have one already.
        result.append((token.range.lowerBound..<end, result.last?.range.upperBound == end ? [] : newline))
      case .opening(true) where !isLast && isLong(index, partners, tokens, bytes):
        result.append((token.range.upperBound..<end, [ASCII.newline]))
      case .closing(true) where isLong(index, partners, tokens, bytes):
        let isFirst = bytes[before..<start].contains(ASCII.newline) || result.last?.range.upperBound == start
        if !isFirst { result.append((start..<start, [ASCII.newline])) }
      default: break
      }
    }
    return result
  }

  /// Whether a line end behind the text ends a statement (The Go Programming Language Specification: Semicolons).
  private static func endsStatement(_ text: ArraySlice<UInt8>) -> Bool {
    guard let last = text.last else { return false }
    if [ASCII.closingParenthesis, ASCII.closingBracket, ASCII.closingBrace].contains(last) { return true }
    if [ASCII.doubleQuote, ASCII.singleQuote, ASCII.backquote].contains(last) { return true }
    if text.hasSuffix("++") || text.hasSuffix("--") { return true }
    guard last.isIdentifierByte else { return false }
    // Of the keywords only these may end one.
    let word = text[(text.lastIndex { !$0.isIdentifierByte }.map { $0 + 1 } ?? text.startIndex)...]
    return ![
      "case", "chan", "const", "default", "defer", "else", "for", "func", "go", "goto", "if", "import", "interface",
    ]
    .contains(word.text)
      && !["map", "package", "range", "select", "struct", "switch", "type", "var"].contains(word.text)
  }

  /// The places of the brackets that belong together.
  private static func partners(_ tokens: [LayoutTokens.Token]) -> [Int: Int] {
    var result: [Int: Int] = [:]
    var open: [Int] = []
    for (index, token) in tokens.enumerated() {
      switch token.role {
      case .opening: open.append(index)
      case .closing:
        guard let partner = open.popLast() else { continue }
        result[index] = partner
        result[partner] = index
      default: break
      }
    }
    return result
  }

  /// Whether a line ends between a bracket and its partner.
  private static func isLong(
    _ index: Int, _ partners: [Int: Int], _ tokens: [LayoutTokens.Token], _ bytes: ByteString
  ) -> Bool {
    guard let partner = partners[index] else { return false }
    let (first, last) = (min(index, partner), max(index, partner))
    return bytes[tokens[first].range.lowerBound..<tokens[last].range.lowerBound].contains(ASCII.newline)
  }

  // MARK: Lines

  private static func lines(of text: WrittenText, _ layout: LayoutTokens) -> [Line] {
    let bytes = text.bytes
    var result: [Line] = []
    var (start, token, comment) = (0, 0, 0)
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: ASCII.newline) ?? bytes.count
      let firstToken = token
      while token < layout.tokens.count, layout.tokens[token].range.lowerBound < end { token += 1 }
      while comment < layout.texts.count, layout.texts[comment].upperBound <= start { comment += 1 }
      let isInText = comment < layout.texts.count && layout.texts[comment].lowerBound < start
      let first = bytes[start..<end].firstIndex { !$0.isSpace }
      let part = text.part(at: first ?? min(end, bytes.count - 1))
      let isOfTarget = text.parts[part].origin == .target && (start == 0 || text.part(at: start - 1) == part)
      result.append(
        Line(
          range: start..<end, tokens: firstToken..<token, isOfTarget: isOfTarget, isInText: isInText,
          isBlank: first == nil && !isInText))
      start = end + 1
    }
    return result
  }

  /// Brackets of directives around whole lines of the file.
  private var unseen: Set<Int> {
    var result: Set<Int> = []
    let starts = lines.filter { $0.isOfTarget && !$0.isBlank }.map(\.range.lowerBound)
    for (index, partner) in Self.partners(layout.tokens) where index < partner {
      let (open, close) = (layout.tokens[index].range.lowerBound, layout.tokens[partner].range.lowerBound)
      guard text.origin(at: open) == .glue else { continue }
      if starts.contains(where: { open < $0 && $0 < close }) { result.insert(index) }
    }
    return result
  }

  private var result: ByteString {
    var result = ByteString()
    result.reserveCapacity(text.bytes.count)
    let unseen = unseen
    var depth = LayoutDepth()
    var shifts: [Int: Int] = [:]
    var part = 0
    /// A patch's lines are moved by as much as the place where it begins.
    func pass(partsUpTo offset: Int) {
      while part < text.parts.count, text.parts[part].range.lowerBound <= offset {
        if case .patch(let there) = text.parts[part].origin { shifts[part] = depth.depth - there }
        part += 1
      }
    }
    var blank: [Line] = []
    for (number, line) in lines.enumerated() {
      if line.isBlank {
        blank.append(line)
        pass(partsUpTo: line.range.upperBound)
        continue
      }
      appendBlank(blank, atTop: depth.depth == 0, before: line, to: &result)
      blank = []
      let endsInText = number + 1 < lines.count && lines[number + 1].isInText
      let isGlue = text.origin(at: line.range.lowerBound) == .glue
      append(
        line, depth: depth.depth(before: layout.tokens[line.tokens], countsAll: isGlue), shifts,
        endsInText: endsInText, to: &result)
      for index in line.tokens {
        let token = layout.tokens[index]
        pass(partsUpTo: token.range.lowerBound)
        depth.read(token, line: number, isCounted: !unseen.contains(index))
      }
      pass(partsUpTo: line.range.upperBound)
    }
    if blank.allSatisfy(\.isOfTarget) { for line in blank { result += text.bytes[line.range] + [ASCII.newline] } }
    if text.bytes.last != ASCII.newline, result.last == ASCII.newline { result.removeLast() }
    return result
  }

  /// The blank lines in front of a line: as they were in the file, or those that a patch's author has written, one at most.
  private func appendBlank(_ blank: [Line], atTop: Bool, before next: Line, to result: inout ByteString) {
    if blank.isEmpty { return }
    if blank.allSatisfy(\.isOfTarget), next.isOfTarget {
      for line in blank { result += text.bytes[line.range] + [ASCII.newline] }
      return
    }
    let isMeant =
      atTop
      || blank.contains { line in
        line.range.lowerBound > 0 && line.range.upperBound < text.bytes.count
          && text.part(at: line.range.lowerBound - 1) == text.part(at: line.range.upperBound)
      }
    let last = result.dropLast().last
    let first = next.tokens.isEmpty ? nil : layout.tokens[next.tokens.lowerBound].role
    if case .closing? = first { return }
    if !isMeant || last == nil || last == ASCII.openingBrace || last == ASCII.openingParenthesis { return }
    result.append(ASCII.newline)
  }

  private func append(
    _ line: Line, depth: Int, _ shifts: [Int: Int], endsInText: Bool, to result: inout ByteString
  ) {
    var range = line.range
    let end = range.upperBound
    let endsInTarget = end == text.bytes.count || text.origin(at: end) == .target
    if !endsInText, !(line.isOfTarget && endsInTarget) {
      while range.upperBound > range.lowerBound,
        [ASCII.space, ASCII.tab].contains(text.bytes[range.upperBound - 1])
      {
        range = range.lowerBound..<(range.upperBound - 1)
      }
    }
    let bytes = text.bytes[range]
    if line.isOfTarget || line.isInText {
      result += bytes
    } else {
      let part = text.part(at: range.lowerBound)
      let code = bytes.drop { $0 == ASCII.space || $0 == ASCII.tab }
      if let shift = shifts[part], text.parts[part].range.lowerBound < range.lowerBound {
        let tabs = bytes.prefix { $0 == ASCII.tab }.count
        result += ByteString(repeating: ASCII.tab, count: max(shift, 0)) + bytes.dropFirst(min(tabs, max(-shift, 0)))
      } else {
        result += ByteString(repeating: ASCII.tab, count: depth) + code
      }
    }
    result.append(ASCII.newline)
  }
}
