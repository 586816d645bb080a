internal import CTreeSitter

/// A node of a syntax tree. It is valid for as long as the `SourceFile` that it comes from.
package struct Node {
  private let raw: TSNode

  init(_ raw: TSNode) { self.raw = raw }

  /// The byte range in the file.
  package var range: Range<Int> { Int(ts_node_start_byte(raw))..<Int(ts_node_end_byte(raw)) }

  /// Whether the node has a name in the grammar (`identifier`), rather than being a token such as `{`.
  package var isNamed: Bool { ts_node_is_named(raw) }

  /// Whether a syntax error is in it.
  package var hasError: Bool { ts_node_has_error(raw) }

  /// Whether the parser made the node up, or could make nothing of its text.
  package var isError: Bool { ts_node_is_missing(raw) || isKind("ERROR") }

  /// The grammar's name of the node, such as `function_declaration`.
  package func isKind(_ kind: StaticString) -> Bool {
    guard let name = ts_node_type(raw) else { return false }
    return equal(name, kind)
  }

  package var childCount: Int { Int(ts_node_child_count(raw)) }

  package func child(at index: Int) -> Node { Node(ts_node_child(raw, UInt32(index))) }

  package var children: [Node] {
    guard childCount > 0 else { return [] }
    var cursor = ts_tree_cursor_new(raw)
    defer { ts_tree_cursor_delete(&cursor) }
    var result: [Node] = []
    result.reserveCapacity(childCount)
    var more = ts_tree_cursor_goto_first_child(&cursor)
    while more {
      result.append(Node(ts_tree_cursor_current_node(&cursor)))
      more = ts_tree_cursor_goto_next_sibling(&cursor)
    }
    return result
  }

  /// Every child with that field name, in order.
  package func children(field: StaticString) -> [Node] {
    guard childCount > 0 else { return [] }
    var cursor = ts_tree_cursor_new(raw)
    defer { ts_tree_cursor_delete(&cursor) }
    var result: [Node] = []
    var more = ts_tree_cursor_goto_first_child(&cursor)
    while more {
      if let name = ts_tree_cursor_current_field_name(&cursor), equal(name, field) {
        result.append(Node(ts_tree_cursor_current_node(&cursor)))
      }
      more = ts_tree_cursor_goto_next_sibling(&cursor)
    }
    return result
  }

  package func child(field: StaticString) -> Node? {
    let child = field.withUTF8Buffer { name in
      name.withMemoryRebound(to: CChar.self) {
        ts_node_child_by_field_name(raw, $0.baseAddress, UInt32($0.count))
      }
    }
    return ts_node_is_null(child) ? nil : Node(child)
  }

  package var parent: Node? {
    let parent = ts_node_parent(raw)
    return ts_node_is_null(parent) ? nil : Node(parent)
  }

  /// The smallest node that holds the byte at the offset.
  package func descendant(at offset: Int) -> Node? {
    guard range.contains(offset) else { return nil }
    let node = ts_node_descendant_for_byte_range(raw, UInt32(offset), UInt32(offset) + 1)
    return ts_node_is_null(node) ? nil : Node(node)
  }

  /// The node's tokens, comments left out, in order.
  package var tokens: [Node] {
    var result: [Node] = []
    walk { node in
      if node.isKind("comment") { return false }
      // A literal's inside (quotes, escapes) is one token of Go, whatever the grammar makes of it.
      guard node.childCount == 0 || node.isKind("interpreted_string_literal") || node.isKind("raw_string_literal")
      else { return true }
      if !node.range.isEmpty { result.append(node) }
      return false
    }
    return result
  }

  /// What a walk does next.
  package enum Step {
    /// It visits what is below the node.
    case into
    /// It leaves out what is below the node.
    case over
    /// It ends.
    case out
  }

  /// Calls `visit` for the node and, where that answers true, for what is below it.
  package func walk(_ visit: (Node) -> Bool) {
    walk { node -> Step in visit(node) ? .into : .over }
  }

  /// Calls `visit` for the node and what is below it, in the order of the text. It takes no more stack for a deep tree.
  package func walk(_ visit: (Node) -> Step) {
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
  package var firstError: Node? {
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

private func equal(_ name: UnsafePointer<CChar>, _ expected: StaticString) -> Bool {
  expected.withUTF8Buffer { expected in
    var name = name
    for byte in expected {
      if UInt8(bitPattern: name.pointee) != byte { return false }
      name += 1
    }
    return name.pointee == 0
  }
}
