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

  /// The node's tokens, comments left out, in order.
  package var tokens: [Node] {
    var result: [Node] = []
    collectTokens(into: &result)
    return result
  }

  private func collectTokens(into result: inout [Node]) {
    if isKind("comment") { return }
    // A literal's inside (quotes, escapes) is one token of Go, whatever the grammar makes of it.
    if childCount == 0 || isKind("interpreted_string_literal") || isKind("raw_string_literal") {
      if !range.isEmpty { result.append(self) }
      return
    }
    for child in children { child.collectTokens(into: &result) }
  }

  /// Calls `visit` for the node and, where that answers true, for what is below it.
  package func walk(_ visit: (Node) -> Bool) {
    guard visit(self) else { return }
    for child in children { child.walk(visit) }
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
