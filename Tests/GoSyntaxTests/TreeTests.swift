import Bytes
import CTreeSitter
import Foundation
import Testing

@testable import GoSyntax

/// What the system's library makes of Go files is what the newest one makes of them.
///
/// A library of ABI 14 runs the grammar without its reserved words (grammars/go/grammar.c), and so reads `(int, map[K]V)`
/// as two names with one type. `Signature.parameters` mends that. The trees must differ in no other way, and the parameter
/// lists not at all. `scripts/trees record` writes down what the newest library says, which needs the network: after a new
/// grammar, and when a test here asks for it.
@Suite struct TreeTests {
  /// Where an older library has another tree: files with such parameter lists.
  static let known: Set = [
    "Tests/Golden/before_unnamed_keyword_types/in/p.go", "Tests/Golden/before_unnamed_keyword_types/out/p.go",
    "Tests/Golden/before_unnamed_keyword_types/patch/example.com/p/patch.go",
    "Tests/Golden/drifted_unnamed_func/in/p.go", "Tests/Golden/drifted_unnamed_func/patch/example.com/p/patch.go",
    "Tests/Golden/unnamed_parameters_of_word_types/in/p.go",
    "Tests/Golden/unnamed_parameters_of_word_types/out/p.go",
    "Tests/Golden/unnamed_parameters_of_word_types/patch/example.com/p/patch.go",
    "Tests/Golden/wrap_unnamed_map/in/p.go", "Tests/Golden/wrap_unnamed_map/out/p.go",
    "Tests/Golden/wrap_unnamed_map/patch/example.com/p/patch.go",
  ]

  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static var knowsReservedWords: Bool { TREE_SITTER_LANGUAGE_VERSION >= 15 }

  /// The Go files of Tests, Patches and Examples. One that is newer than what was recorded is left out.
  @Test func recorded() throws {
    let recorded = Self.project.appendingPathComponent("Tests/GoSyntaxTests/Trees/recorded")
    var differing: Set<String> = []
    var compared: Set<String> = []
    for line in try RecordedTree.all(in: recorded) {
      let file = Self.project.appendingPathComponent(line.path)
      guard let data = try? Data(contentsOf: file), let tree = line.compared(with: ByteString(data)) else { continue }
      compared.insert(line.path)
      if !tree.isSame { differing.insert(line.path) }
      #expect(tree.hasSameError, "\(line.path)")
      #expect(tree.hasSameParameters, "\(line.path)")
    }
    #expect(differing == (Self.knowsReservedWords ? [] : Self.known.intersection(compared)))
    let all = ["Tests", "Patches", "Examples"].reduce(0) { $0 + Self.countOfGoFiles(in: $1) }
    #expect(compared.count > 500 && compared.count * 10 >= all * 9, "run: scripts/trees record")
  }

  static func countOfGoFiles(in folder: String) -> Int {
    let files = FileManager.default.enumerator(
      at: project.appendingPathComponent(folder), includingPropertiesForKeys: [.isRegularFileKey])
    return (files?.compactMap { $0 as? URL } ?? []).count {
      $0.pathExtension == "go" && (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
    }
  }

  private static let folderTrees = ProcessInfo.processInfo.environment["ROUTINEX_TREES"]

  /// `scripts/trees compare FOLDER`.
  @Test(.enabled(if: folderTrees != nil, "scripts/trees compare FOLDER runs it"))
  func folder() throws {
    var count = 0
    var differing: [String] = []
    var errors = 0
    for line in try RecordedTree.all(in: URL(fileURLWithPath: Self.folderTrees ?? "")) {
      let bytes = ByteString(try Data(contentsOf: URL(fileURLWithPath: line.path)))
      let tree = try #require(line.compared(with: bytes), "\(line.path) was changed meanwhile")
      count += 1
      if line.nodes == nil { errors += 1 }
      if !tree.isSame { differing.append(line.path) }
      #expect(tree.hasSameError, "\(line.path)")
      #expect(tree.hasSameParameters, "\(line.path)")
      #expect(tree.isSame == !tree.hasMended, "\(line.path): the parameter lists are not the reason")
    }
    #expect(count > 0)
    for path in differing { print("has another tree: \(path)") }
    print("\(count) files, \(errors) of them with errors, \(differing.count) with another tree")
  }
}

/// A line of a record: what the newest library makes of a file.
private struct RecordedTree {
  /// The first 16 digits of the SHA-256 of the file.
  let content: String
  /// A hash of all nodes; nil where the file is not Go: there each library may guess in its own way.
  let nodes: String?
  /// A hash of all parameter lists.
  let lists: String?
  let path: String

  static func all(in file: URL) throws -> [RecordedTree] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let isError = line.contains(" error ")
      let parts = line.split(separator: " ", maxSplits: isError ? 2 : 3).map(String.init)
      try #require(parts.count == (isError ? 3 : 4), "\(line)")
      return RecordedTree(
        content: parts[0], nodes: isError ? nil : parts[1], lists: isError ? nil : parts[2],
        path: parts[parts.count - 1])
    }
  }

  struct Comparison {
    let hasSameError: Bool
    let isSame: Bool
    let hasSameParameters: Bool
    /// Whether a parameter list is one that `Signature.parameters` had to mend.
    let hasMended: Bool
  }

  /// nil where the file is no longer the one that was recorded.
  func compared(with bytes: ByteString) -> Comparison? {
    var hash = SHA256()
    hash.update(bytes)
    guard hash.hexadecimal().text.hasPrefix(content) else { return nil }
    let file = SourceFile(path: [], bytes: bytes)
    guard let nodes, !file.hasError else {
      return Comparison(
        hasSameError: file.hasError == (nodes == nil), isSame: true, hasSameParameters: true, hasMended: false)
    }
    let lists = ParameterLists(file)
    return Comparison(
      hasSameError: true, isSame: TreeHash.ofNodes(bytes).text == nodes,
      hasSameParameters: lists.hash.text == self.lists, hasMended: lists.hasMended)
  }
}

/// FNV-1a of 64 bits, a number at a time, as in scripts/trees.d/record.
private struct TreeHash {
  private var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func update(_ number: Int) { value = (value ^ UInt64(number)) &* 0x100_0000_01b3 }

  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Of the depth, kind, field and place of every node, in the order of the text.
  static func ofNodes(_ bytes: ByteString) -> TreeHash {
    let parser = ts_parser_new()
    defer { ts_parser_delete(parser) }
    ts_parser_set_language(parser, Grammar.go.language)
    let tree = bytes.withUnsafeBytes {
      ts_parser_parse_string(parser, nil, $0.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32($0.count))
    }
    defer { ts_tree_delete(tree) }
    var cursor = ts_tree_cursor_new(ts_tree_root_node(tree))
    defer { ts_tree_cursor_delete(&cursor) }
    var result = TreeHash()
    var depth = 0
    while true {
      let node = ts_tree_cursor_current_node(&cursor)
      result.update(depth)
      result.update(Int(ts_node_symbol(node)))
      result.update(Int(ts_tree_cursor_current_field_id(&cursor)))
      result.update(Int(ts_node_start_byte(node)))
      result.update(Int(ts_node_end_byte(node)))
      if ts_tree_cursor_goto_first_child(&cursor) {
        depth += 1
        continue
      }
      while !ts_tree_cursor_goto_next_sibling(&cursor) {
        guard ts_tree_cursor_goto_parent(&cursor) else { return result }
        depth -= 1
      }
    }
  }
}

/// All parameter lists of a file, as `Signature.parameters` has them.
private struct ParameterLists {
  /// By where it starts, a list as numbers: its place, how many parameters it has, and of each the places of its name and
  /// its type and whether it has dots.
  private var lists: [Int: [Int]] = [:]
  private(set) var hasMended = false

  init(_ file: SourceFile) {
    file.root.walk { node in
      guard node.kind == .parameters else { return true }
      let parameters = Signature.parameters(in: node, of: file)
      add(node.range, parameters.map { ($0.name?.range, $0.typeRange, $0.isVariadic) })
      for parameter in parameters {
        guard let keyword = parameter.keyword else { continue }
        hasMended = true
        // The list of `func(T)`.
        if file.text(keyword).equals("func"), let only = parameter.type.children.first(where: \.isCode) {
          add(parameter.type.range, [(nil, only.range, false)])
        }
      }
      return true
    }
  }

  private mutating func add(_ list: Range<Int>, _ parameters: [(name: Range<Int>?, type: Range<Int>, dots: Bool)]) {
    lists[list.lowerBound] =
      [list.lowerBound, list.upperBound, parameters.count]
      + parameters.flatMap { name, type, dots in
        [name?.lowerBound ?? 0, name?.upperBound ?? 0, type.lowerBound, type.upperBound, dots ? 1 : 0]
      }
  }

  var hash: TreeHash {
    var result = TreeHash()
    for (_, list) in lists.sorted(by: { $0.key < $1.key }) { for number in list { result.update(number) } }
    return result
  }
}
