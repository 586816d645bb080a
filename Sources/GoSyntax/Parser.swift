internal import Bytes
internal import CTreeSitter
internal import CTreeSitterGuard

/// A tree-sitter parser set to the Go grammar.
enum Parser {
  /// A range of a file, and the line and column that it starts at, counted from 0.
  struct Piece {
    let range: Range<Int>
    let line: Int
    let column: Int
  }

  /// Parses these ranges of a Go file, ascending, as if nothing stood between them; nil: the whole file. Nodes have their
  /// places in the whole file. Text that is not Go gives a tree with error nodes.
  ///
  /// - Throws: what of it is more than the library can hold.
  static func parse(_ bytes: ByteString, only pieces: [Piece]? = nil) throws(ParseLimit) -> Tree {
    let ranges = pieces?.map(\.range) ?? [0..<bytes.count]
    try ParseLimit.check(bytes, only: ranges)
    let parser = make()
    if let pieces { include(pieces, parser) }
    let tree = bytes.withUnsafeBytes {
      tree_sitter_guard_parse(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32($0.count))
    }
    // The parser is lost then.
    guard let tree else { throw ParseLimit.children(bytes, only: ranges) }
    ts_parser_delete(parser)
    return Tree(tree)
  }

  private static let prepared: Void = tree_sitter_guard_prepare()

  /// A parser set to the Go grammar.
  private static func make() -> OpaquePointer {
    _ = prepared
    guard let parser = ts_parser_new(), ts_parser_set_language(parser, Grammar.go.language) else {
      // The program was linked with a library of another ABI: so it is before any input.
      fatalError("tree-sitter refuses its Go grammar")
    }
    return parser
  }

  private static func include(_ pieces: [Piece], _ parser: OpaquePointer) {
    var ranges: [TSRange] = []
    ranges.reserveCapacity(pieces.count)
    for piece in pieces {
      let end = UInt32(piece.range.upperBound)
      // Of the points only their order matters here: places are told from byte offsets.
      let endPoint = TSPoint(row: UInt32(piece.line + piece.range.count), column: 0)
      if let last = ranges.last, Int(last.end_byte) == piece.range.lowerBound {
        ranges[ranges.count - 1].end_byte = end
        ranges[ranges.count - 1].end_point = endPoint
      } else {
        ranges.append(
          TSRange(
            start_point: TSPoint(row: UInt32(piece.line), column: UInt32(piece.column)), end_point: endPoint,
            start_byte: UInt32(piece.range.lowerBound), end_byte: end))
      }
    }
    _ = ranges.withUnsafeBufferPointer { ts_parser_set_included_ranges(parser, $0.baseAddress, UInt32($0.count)) }
  }
}

/// A syntax tree, freed with its owner.
struct Tree: ~Copyable {
  private let tree: OpaquePointer

  init(_ tree: OpaquePointer) { self.tree = tree }

  deinit { ts_tree_delete(tree) }

  /// The tree of an empty file.
  static func empty() -> Tree {
    do throws(ParseLimit) { return try Parser.parse([]) } catch { fatalError("an empty file is too much") }
  }

  var root: Node { Node(ts_tree_root_node(tree)) }
}
