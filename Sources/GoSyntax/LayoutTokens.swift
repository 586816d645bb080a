internal import Bytes

/// What the layout of a file goes by: its brackets, the ends of its statements, and what has to stay as it is.
package struct LayoutTokens {
  package enum Role {
    /// - Parameter isBlock: whether statements stand in it.
    case opening(isBlock: Bool)
    case closing(isBlock: Bool)
    /// A semicolon between statements, declarations or fields: a line end does the same. Those in the header of a `for` or
    /// an `if` are others.
    case separator
    /// `case` or `default`.
    case clause
    case other
  }

  package struct Token {
    package let range: Range<Int>
    package let role: Role
  }

  /// All but comments, in order.
  package let tokens: [Token]
  /// The comments and raw strings, in order: a line that begins in one is no line of code.
  package let texts: [Range<Int>]

  /// nil for a file that is not Go.
  package init?(_ file: SourceFile) {
    if file.hasError { return nil }
    var tokens: [Token] = []
    var texts: [Range<Int>] = []
    file.root.walk { node in
      if node.kind == .comment || node.kind == .rawString { texts.append(node.range) }
      if node.kind == .comment { return false }
      guard node.isToken else { return true }
      let text = file.text(node)
      if !text.allSatisfy(\.isSpace) { tokens.append(Token(range: node.range, role: Self.role(of: node, text))) }
      return false
    }
    self.tokens = tokens
    self.texts = texts
  }

  private static func role(of node: Node, _ text: ArraySlice<UInt8>) -> Role {
    if node.kind == .semicolon { return isInHeader(node) ? .other : .separator }
    if text.equals("case") || text.equals("default") { return .clause }
    guard text.count == 1, let byte = text.first, !node.isNamed else { return .other }
    switch byte {
    case ASCII.openingBrace: return .opening(isBlock: node.parent?.kind == .block)
    case ASCII.closingBrace: return .closing(isBlock: node.parent?.kind == .block)
    case ASCII.openingParenthesis, ASCII.openingBracket: return .opening(isBlock: false)
    case ASCII.closingParenthesis, ASCII.closingBracket: return .closing(isBlock: false)
    default: return .other
    }
  }

  private static func isInHeader(_ node: Node) -> Bool {
    guard let parent = node.parent else { return false }
    switch parent.kind {
    case .ifStatement, .expressionSwitch, .typeSwitch, .forStatement: return true
    case .block: return false
    default: return parent.parent?.kind == .forStatement
    }
  }
}

/// How deep lines are nested, as gofmt indents them: brackets that open on one line count once.
package struct LayoutDepth {
  private var open: [(line: Int, isCounted: Bool)] = []

  package init() {}

  /// The depth behind what has been read.
  package var depth: Int { Self.depth(of: open[...], countsAll: false) }

  private static func depth(of open: ArraySlice<(line: Int, isCounted: Bool)>, countsAll: Bool) -> Int {
    Set(open.filter { countsAll || $0.isCounted }.map(\.line)).count
  }

  /// The depth of a line that begins with those tokens.
  ///
  /// - Parameter countsAll: whether the brackets count that are not to be seen.
  package func depth(before tokens: ArraySlice<LayoutTokens.Token>, countsAll: Bool) -> Int {
    let closings = tokens.prefix { if case .closing = $0.role { true } else { false } }.count
    let depth = Self.depth(of: open.dropLast(closings), countsAll: countsAll)
    if case .clause? = tokens.first?.role { return max(depth - 1, 0) }
    return depth
  }

  /// - Parameter isCounted: false for a bracket that is not to be seen.
  package mutating func read(_ token: LayoutTokens.Token, line: Int, isCounted: Bool = true) {
    switch token.role {
    case .opening: open.append((line, isCounted))
    case .closing: _ = open.popLast()
    default: break
    }
  }
}

extension SourceFile {
  /// The depth of what stands at the offset.
  package func layoutDepth(at offset: Int) -> Int {
    guard let layout = LayoutTokens(self) else { return 0 }
    var depth = LayoutDepth()
    for token in layout.tokens {
      if token.range.lowerBound >= offset { break }
      depth.read(token, line: position(at: token.range.lowerBound).line)
    }
    return depth.depth
  }
}
