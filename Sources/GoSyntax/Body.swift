package import Bytes

/// A function's body, braces included.
package struct Body {
  let node: Node

  package var range: Range<Int> { node.range }

  /// A comment or a statement that stands directly in a body.
  package enum Item {
    case comment(Node)
    case statement(Node)

    package var node: Node {
      switch self {
      case .comment(let node), .statement(let node): node
      }
    }
  }

  /// In order.
  package var items: [Item] {
    node.children.compactMap { child in
      child.kind == .comment ? .comment(child) : child.isNamed ? .statement(child) : nil
    }
  }

  /// A `return` of the function itself, and not of a function literal in it.
  package struct Return {
    package let node: Node
    package let hasValues: Bool
  }

  /// Whether it calls the built-in function of the name itself, and not in a function literal in it.
  package func calls(_ name: StaticString, in file: SourceFile) -> Bool {
    guard Array(file.text(range)).contains(name) else { return false }
    var result = false
    node.walk { child -> Node.Step in
      if child.kind == .functionLiteral { return .over }
      guard child.kind == .callExpression, let function = child.child(.function) else { return .into }
      result = result || file.text(function).equals(name)
      return result ? .out : .into
    }
    return result
  }

  package var returns: [Return] {
    var result: [Return] = []
    node.walk { child in
      if child.kind == .functionLiteral { return false }
      if child.kind == .returnStatement {
        result.append(Return(node: child, hasValues: child.children.contains(where: \.isCode)))
      }
      return true
    }
    return result
  }
}

/// A statement that stands in a statement list: only there others can be put beside it.
package struct Statement {
  package let node: Node
  /// Where it ends, with the semicolon on its line.
  package let end: Int
  /// The labelled statement that this one is the statement of, by its number in the list.
  package let labelled: Int?
  /// How many statement lists it stands in.
  package let depth: Int

  /// Whether control never reaches what follows the statement.
  package var leaves: Bool {
    switch node.kind {
    case .returnStatement, .gotoStatement, .breakStatement, .continueStatement: true
    default: false
    }
  }

  /// The texts of its tokens, without the statements that cover has put in.
  ///
  /// - Parameter limit: how many are enough.
  package func tokens(in file: SourceFile, limit: Int = .max) -> [ByteString] {
    Self.tokens(of: node, in: file, limit: limit)
  }

  fileprivate static func tokens(of node: Node, in file: SourceFile, limit: Int = .max) -> [ByteString] {
    var tokens: [ByteString] = []
    node.walk { node -> Node.Step in
      if tokens.count >= limit { return .out }
      if node.kind == .comment || isCounter(node, in: file) { return .over }
      guard node.isToken else { return .into }
      let text = file.text(node)
      if !text.allSatisfy(\.isSpace), !text.equals(";") { tokens.append(Array(text)) }
      return .over
    }
    return tokens
  }

  /// Whether the statement is one that cover has put in (cmd/cover/cover.go: newCounter).
  private static func isCounter(_ node: Node, in file: SourceFile) -> Bool {
    switch node.kind {
    case .assignment, .incrementOrDecrement, .expressionStatement:
      let text = file.text(node)
      return text.hasPrefix("goCover_") || text.hasPrefix("GoCover_") || text.hasPrefix("_cover_atomic_.")
    default: return false
    }
  }

  /// The texts of the tokens of a text that is one statement; nil when it is not.
  package static func tokens(of text: ArraySlice<UInt8>) -> [ByteString]? {
    let bytes = ByteString("package p\nfunc f() {\n") + text + ByteString("\n}\n")
    let file = SourceFile(path: [], bytes: bytes)
    guard !file.hasError, let body = file.declarations.first?.body else { return nil }
    let statements = body.node.children.filter(\.isCode)
    guard statements.count == 1, file.declarations.count == 1 else { return nil }
    return tokens(of: statements[0], in: file)
  }
}

extension Body {
  /// Where the statements stand that are the function's own, and not of a function literal in it.
  package var ownStatements: Set<Range<Int>> {
    var literals: [Range<Int>] = []
    node.walk { child in
      if child.kind == .functionLiteral { literals.append(child.range) }
      return child.kind != .functionLiteral
    }
    return Set(statements.map(\.node.range).filter { range in !literals.contains { $0.contains(range.lowerBound) } })
  }

  /// The statements, at any depth, in order.
  package var statements: [Statement] {
    var result: [Statement] = []
    var numbers: [Int: Int] = [:]
    var open: [Range<Int>] = []
    node.walk { node in
      guard Self.isList(node) else { return true }
      while let last = open.last, last.upperBound <= node.range.lowerBound { open.removeLast() }
      open.append(node.range)
      let labelled = node.kind == .labeledStatement ? numbers[node.range.lowerBound] : nil
      let children = node.children
      // What stands before the colon are a case's values, types or communication.
      let colon = node.kind == .block ? nil : children.first { $0.kind == .colon }?.range.lowerBound
      for (index, child) in children.enumerated() where child.isCode {
        if let colon, child.range.lowerBound < colon { continue }
        let next = children[(index + 1)...].first {
          $0.range.lowerBound >= child.range.upperBound && $0.kind != .comment
        }
        let end = next.flatMap { $0.kind == .semicolon ? $0.range.upperBound : nil } ?? child.range.upperBound
        if child.kind == .labeledStatement { numbers[child.range.lowerBound] = result.count }
        result.append(Statement(node: child, end: end, labelled: labelled, depth: open.count))
      }
      return true
    }
    return result
  }

  private static func isList(_ node: Node) -> Bool {
    switch node.kind {
    case .block, .labeledStatement, .expressionCase, .typeCase, .communicationCase: true
    default: false
    }
  }
}
