internal import CTreeSitter

/// A node of a syntax tree. It is valid for as long as the `SourceFile` that it comes from.
///
/// Other layers know where it stands, and no more: what it is, they learn from the types of this layer.
package struct Node {
  private let raw: TSNode

  init(_ raw: TSNode) { self.raw = raw }

  /// The byte range in the file.
  package var range: Range<Int> { Int(ts_node_start_byte(raw))..<Int(ts_node_end_byte(raw)) }

  var kind: NodeKind { Grammar.go.kind(of: ts_node_symbol(raw)) }

  /// Whether the node has a name in the grammar, rather than being a token such as `{`.
  var isNamed: Bool { ts_node_is_named(raw) }

  /// Whether a syntax error is in it.
  package var hasError: Bool { ts_node_has_error(raw) }

  /// Whether the parser made the node up, or could make nothing of its text.
  var isError: Bool { ts_node_is_missing(raw) || kind == .error }

  /// Whether the node is part of the code, and no token.
  var isCode: Bool { isNamed && kind != .comment }

  var childCount: Int { Int(ts_node_child_count(raw)) }

  /// Calls `visit` for each child, in order.
  ///
  /// - Parameter visit: is given the child and what tells whether it has a field.
  func forEachChild(_ visit: (_ child: Node, _ has: (Field) -> Bool) -> Void) {
    guard childCount > 0 else { return }
    var cursor = ts_tree_cursor_new(raw)
    defer { ts_tree_cursor_delete(&cursor) }
    var more = ts_tree_cursor_goto_first_child(&cursor)
    while more {
      visit(Node(ts_tree_cursor_current_node(&cursor))) {
        ts_tree_cursor_current_field_id(&cursor) == Grammar.go.id(of: $0)
      }
      more = ts_tree_cursor_goto_next_sibling(&cursor)
    }
  }

  var children: [Node] {
    var result: [Node] = []
    result.reserveCapacity(childCount)
    forEachChild { child, _ in result.append(child) }
    return result
  }

  /// Every child with that field, in order.
  func children(_ field: Field) -> [Node] {
    var result: [Node] = []
    forEachChild { child, has in if has(field) { result.append(child) } }
    return result
  }

  func child(_ field: Field) -> Node? {
    let child = ts_node_child_by_field_id(raw, Grammar.go.id(of: field))
    return ts_node_is_null(child) ? nil : Node(child)
  }

  func firstChild(_ kind: NodeKind) -> Node? {
    var result: Node?
    forEachChild { child, _ in if result == nil, child.kind == kind { result = child } }
    return result
  }

  var parent: Node? {
    let parent = ts_node_parent(raw)
    return ts_node_is_null(parent) ? nil : Node(parent)
  }

  /// The smallest node that holds the byte at the offset.
  func descendant(at offset: Int) -> Node? {
    guard range.contains(offset) else { return nil }
    let node = ts_node_descendant_for_byte_range(raw, UInt32(offset), UInt32(offset) + 1)
    return ts_node_is_null(node) ? nil : Node(node)
  }

  /// Whether the node is one token of Go: a literal's inside (quotes, escapes) is, whatever the grammar makes of it.
  var isToken: Bool { childCount == 0 || kind == .interpretedString || kind == .rawString }

  /// The node's tokens, comments left out, in order.
  var tokens: [Node] {
    var result: [Node] = []
    walk { node in
      if node.kind == .comment { return false }
      guard node.isToken else { return true }
      if !node.range.isEmpty { result.append(node) }
      return false
    }
    return result
  }

  /// What a walk does next.
  enum Step {
    /// It visits what is below the node.
    case into
    /// It leaves out what is below the node.
    case over
    /// It ends.
    case out
  }

  /// Calls `visit` for the node and, where that answers true, for what is below it.
  func walk(_ visit: (Node) -> Bool) {
    walk { node -> Step in visit(node) ? .into : .over }
  }

  /// Calls `visit` for the node and what is below it, in the order of the text. It takes no more stack for a deep tree.
  func walk(_ visit: (Node) -> Step) {
    var cursor = ts_tree_cursor_new(raw)
    defer { ts_tree_cursor_delete(&cursor) }
    var depth = 0
    while true {
      // A cursor does not know by which name its first node goes.
      switch visit(depth == 0 ? self : Node(ts_tree_cursor_current_node(&cursor))) {
      case .out: return
      case .into where ts_tree_cursor_goto_first_child(&cursor):
        depth += 1
        continue
      case .into, .over: break
      }
      while depth > 0, !ts_tree_cursor_goto_next_sibling(&cursor) {
        _ = ts_tree_cursor_goto_parent(&cursor)
        depth -= 1
      }
      if depth == 0 { return }
    }
  }

  /// The first place where the text is not Go.
  var firstError: Node? {
    var found: Node?
    walk { node -> Step in
      guard node.hasError || node.isError else { return .over }
      guard node.isError else { return .into }
      found = node
      return .out
    }
    return found
  }
}
