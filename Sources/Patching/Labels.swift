internal import Bytes
internal import GoSyntax

/// A label where it stands before a statement, or where a statement names it.
struct Label {
  enum Kind {
    case declaration
    case goto
    /// `break` or `continue`.
    case loop
  }

  let node: Node
  let name: ByteString
  let kind: Kind
}

/// The labels of a function, which have a scope of their own: function literals do not see them.
enum Labels {
  static func all(in node: Node, of file: SourceFile) -> [Label] {
    var result: [Label] = []
    node.walk { child in
      if child.isKind("func_literal") { return false }
      if let label = label(of: child, in: file) { result.append(label) }
      return true
    }
    return result
  }

  /// The label that a statement has or names.
  static func label(of statement: Node, in file: SourceFile) -> Label? {
    let kind: Label.Kind
    if statement.isKind("labeled_statement") {
      kind = .declaration
    } else if statement.isKind("goto_statement") {
      kind = .goto
    } else if statement.isKind("break_statement") || statement.isKind("continue_statement") {
      kind = .loop
    } else {
      return nil
    }
    guard let node = statement.children.first(where: { $0.isKind("label_name") }) else { return nil }
    return Label(node: node, name: Array(file.text(node)), kind: kind)
  }
}

/// The labels of a target, by the function that sees them: itself, or a literal in it.
struct LabelTable {
  private struct Key: Hashable {
    let function: Int
    let name: ByteString
  }

  private var labels: [Key: [Label]] = [:]
  /// The function of each label, by where the label stands.
  private var functions: [Int: Int] = [:]

  init(of target: Target) {
    let file = target.file
    var open: [Range<Int>] = []
    var labels: [Key: [Label]] = [:]
    var functions: [Int: Int] = [:]
    target.declaration.node.walk { node in
      if open.isEmpty || node.isKind("func_literal") {
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

  /// The statements that name a label of the target.
  func uses(of label: Label) -> [Label] {
    guard let function = functions[label.node.range.lowerBound] else { return [] }
    return (labels[Key(function: function, name: label.name)] ?? []).filter { $0.kind != .declaration }
  }
}
