package import Bytes

/// A label where it stands before a statement, or where a statement names it.
package struct Label {
  package enum Kind {
    case declaration
    case goto
    /// `break` or `continue`.
    case loop
  }

  package let node: Node
  package let name: ByteString
  package let kind: Kind
}

/// The labels of a function, which have a scope of their own: function literals do not see them.
package enum Labels {
  package static func all(in declaration: Declaration, of file: SourceFile) -> [Label] {
    var result: [Label] = []
    declaration.node.walk { child in
      if child.kind == .functionLiteral { return false }
      if let label = label(of: child, in: file) { result.append(label) }
      return true
    }
    return result
  }

  /// The label that a statement has or names.
  package static func label(of statement: Node, in file: SourceFile) -> Label? {
    let kind: Label.Kind
    switch statement.kind {
    case .labeledStatement: kind = .declaration
    case .gotoStatement: kind = .goto
    case .breakStatement, .continueStatement: kind = .loop
    default: return nil
    }
    guard let node = statement.child(.label) else { return nil }
    return Label(node: node, name: Array(file.text(node)), kind: kind)
  }
}

/// The labels of a function, by the function that sees them: itself, or a literal in it.
package struct LabelTable {
  private struct Key: Hashable {
    let function: Int
    let name: ByteString
  }

  private var labels: [Key: [Label]] = [:]
  /// The function of each label, by where the label stands.
  private var functions: [Int: Int] = [:]

  package init(of declaration: Declaration, in file: SourceFile) {
    var open: [Range<Int>] = []
    var labels: [Key: [Label]] = [:]
    var functions: [Int: Int] = [:]
    declaration.node.walk { node in
      if open.isEmpty || node.kind == .functionLiteral {
        while let last = open.last, last.upperBound <= node.range.lowerBound { open.removeLast() }
        open.append(node.range)
      } else if let label = Labels.label(of: node, in: file) {
        while let last = open.last, open.count > 1, last.upperBound <= node.range.lowerBound { open.removeLast() }
        let function = open.last?.lowerBound ?? 0
        labels[Key(function: function, name: label.name), default: []].append(label)
        functions[label.node.range.lowerBound] = function
      }
      return true
    }
    self.labels = labels
    self.functions = functions
  }

  /// The statements that name a label.
  package func uses(of label: Label) -> [Label] {
    guard let function = functions[label.node.range.lowerBound] else { return [] }
    return (labels[Key(function: function, name: label.name)] ?? []).filter { $0.kind != .declaration }
  }
}
