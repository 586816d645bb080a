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
