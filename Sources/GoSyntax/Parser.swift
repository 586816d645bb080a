internal import Bytes
internal import CTreeSitter
internal import CTreeSitterGo

/// A tree-sitter parser set to the Go grammar.
struct Parser: ~Copyable {
  private let parser: OpaquePointer

  init() {
    guard let parser = ts_parser_new(), ts_parser_set_language(parser, tree_sitter_go()) else {
      // Either memory is exhausted or the program was linked with a library of another ABI: both before any input.
      fatalError("tree-sitter refuses its Go grammar")
    }
    self.parser = parser
  }

  deinit { ts_parser_delete(parser) }

  /// Parses these parts of a Go file as if nothing stood between them. Nodes have their places in the whole file.
  func parse(_ bytes: ByteString, only parts: [TopLevel.Part]) -> Tree {
    let ranges = parts.map { part in
      // Of the points only their order matters here: places are told from byte offsets.
      TSRange(
        start_point: TSPoint(row: UInt32(part.line), column: UInt32(part.column)),
        end_point: TSPoint(row: UInt32(part.line + part.range.count), column: 0),
        start_byte: UInt32(part.range.lowerBound), end_byte: UInt32(part.range.upperBound))
    }
    _ = ranges.withUnsafeBufferPointer { ts_parser_set_included_ranges(parser, $0.baseAddress, UInt32($0.count)) }
    return parse(bytes)
  }

  /// Parses a whole Go file. Text that is not Go gives a tree with error nodes.
  func parse(_ bytes: ByteString) -> Tree {
    let tree = bytes.withUnsafeBytes {
      ts_parser_parse_string(parser, nil, $0.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32($0.count))
    }
    guard let tree else { fatalError("tree-sitter has no language or was cancelled") }
    return Tree(tree)
  }
}

/// A syntax tree, freed with its owner.
struct Tree: ~Copyable {
  private let tree: OpaquePointer

  init(_ tree: OpaquePointer) { self.tree = tree }

  deinit { ts_tree_delete(tree) }

  var root: Node { Node(ts_tree_root_node(tree)) }
}
