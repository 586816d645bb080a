package import Bytes

/// A parsed Go file. Its nodes are valid for as long as it lives.
package final class SourceFile {
  /// The path by which messages and line directives name the file.
  package let path: ByteString
  package let bytes: ByteString
  private let tree: Tree
  /// Why the file is not parsed; it is then as if it were empty, and has an error. nil for nearly every file.
  package let limit: ParseLimit?
  /// The bodies that are left out of the parse, by where they start.
  private let leftOutBodies: [Int: Range<Int>]

  package convenience init(path: ByteString, bytes: ByteString) {
    self.init(path: path, bytes: bytes, only: nil)
  }

  /// The file as if it held nothing but its package clause, its imports and the parts that are wanted, each in its place;
  /// nil if only a parse of the whole could tell what they are.
  package convenience init?(
    excerptOf bytes: ByteString, path: ByteString, where isWanted: (TopLevel.Part) -> Bool
  ) {
    self.init(excerptOf: bytes, path: path, cut: TopLevel(bytes)) { isWanted($0) ? .whole : nil }
  }

  /// The same, of parts that may be wanted without the bodies of their functions.
  ///
  /// - Parameters:
  ///   - cut: the file cut into its parts.
  ///   - extent: how much of a part is wanted; nil: nothing.
  package convenience init?(
    excerptOf bytes: ByteString, path: ByteString, cut: @autoclosure () -> TopLevel?,
    extent: (TopLevel.Part) -> TopLevel.Extent?
  ) {
    // A line directive in a part that is left out would be missed.
    guard !bytes.contains("//line "), !bytes.contains("/*line "), let cut = cut() else { return nil }
    let parts = cut.parts.compactMap { part in (part.isHeader ? .whole : extent(part)).map { (part, $0) } }
    self.init(path: path, bytes: bytes, only: parts)
    topLevel = cut
    if hasError { return nil }
  }

  /// The name in the package clause of a file of which nothing else is wanted; nil where a syntax error hides it.
  package static func packageName(in bytes: ByteString, path: ByteString) -> ByteString? {
    let file = SourceFile(excerptOf: bytes, path: path) { _ in false } ?? SourceFile(path: path, bytes: bytes)
    return file.packageName.map { ByteString(file.text($0)) }
  }

  private init(path: ByteString, bytes: ByteString, only parts: [(part: TopLevel.Part, extent: TopLevel.Extent)]?) {
    self.path = path
    self.bytes = bytes
    let bodies = (parts ?? []).filter { $0.extent == .outline }.compactMap(\.part.body).filter { !$0.isEmpty }
    leftOutBodies = Dictionary(uniqueKeysWithValues: bodies.map { ($0.lowerBound, $0) })
    do throws(ParseLimit) {
      tree = try Parser.parse(bytes, only: parts?.flatMap { $0.part.pieces($0.extent) })
      limit = nil
    } catch {
      tree = Tree.empty()
      limit = error
    }
  }

  var root: Node { tree.root }

  /// Whether any of it is not Go, or not parsed. For a file that nothing else holds, use this: the root dies with the file.
  package var hasError: Bool { limit != nil || root.hasError }

  /// The first place where the text is not Go, or where it is more than can be parsed.
  package var firstError: Int? { limit?.offset ?? root.firstError?.range.lowerBound }

  package func text(_ range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

  /// All tokens of the file, comments left out, in order.
  package var tokens: [Node] { root.tokens }

  /// The tokens of a part of the file, comments left out, in order.
  package func tokens(of node: Node) -> [Node] { node.tokens }

  package func text(_ node: Node) -> ArraySlice<UInt8> { bytes[node.range] }

  /// The package clause's name; nil where a syntax error hides it.
  package lazy var packageName: Node? = root.children
    .first { $0.kind == .packageClause }
    .flatMap { $0.children.first { $0.kind == .packageIdentifier } }

  /// Where the package clause starts, or the file ends.
  package lazy var packageClauseStart: Int =
    root.children.first { $0.kind == .packageClause }?.range.lowerBound ?? bytes.count

  /// The comments of the file that stand outside of declarations, in order.
  package lazy var topLevelComments: [Node] = root.children.filter { $0.kind == .comment }

  /// All comments of the file, in order.
  package var comments: [Node] {
    var result: [Node] = []
    root.walk { node in
      if node.kind == .comment { result.append(node) }
      return true
    }
    return result
  }

  package lazy var imports: [Import] = root.children
    .filter { $0.kind == .importDeclaration }
    .flatMap { Import.all(in: $0, of: self, names: importNames) }

  private lazy var importNames = ImportNames(bytes)

  /// Says what packages are called, by their import paths, where that is known: a path need not end in its package's name.
  package func learnPackageNames(_ name: @escaping (ByteString) -> ByteString?) {
    importNames.known = name
    importsByLocalName = nil
  }

  private lazy var importsByLikelyName = Dictionary(grouping: imports) {
    $0.name ?? PackageNameGuess.all($0.path).first ?? $0.path
  }

  private var importsByLocalName: [ByteString: Import]?

  /// The import that the file knows by a name.
  package func importItem(called name: ByteString) -> Import? {
    // Those that do not look like it come last: to know the name of a package its archive is read.
    if let item = importsByLikelyName[name]?.first(where: { $0.localName == name }) { return item }
    let all = importsByLocalName ?? Dictionary(imports.map { ($0.localName, $0) }) { first, _ in first }
    importsByLocalName = all
    return all[name]
  }

  private lazy var importsByPath = Dictionary(grouping: imports, by: \.path)

  /// The imports of a package, in order.
  package func imports(of path: ByteString) -> [Import] { importsByPath[path] ?? [] }

  /// The import that a type's qualifier names. Where no import has the name for certain, and that of one alone is not
  /// known, it can only be that one.
  package func importItem(qualifying name: ByteString) -> Import? {
    if let item = importItem(called: name) { return item }
    let unknown = imports.filter { !$0.isNameCertain }
    return unknown.count == 1 ? unknown.first : nil
  }

  package lazy var declarations: [Declaration] = Declaration.all(in: self)

  private lazy var declarationsByName = Dictionary(grouping: declarations) { Array(text($0.name)) }

  /// The declarations of a name, methods among them, in order.
  package func declarations(of name: ByteString) -> [Declaration] { declarationsByName[name] ?? [] }

  /// What stands between the braces of a function's body, where that is left out of the parse.
  package func leftOutBody(of function: Declaration) -> Range<Int>? {
    guard !leftOutBodies.isEmpty, let body = function.body else { return nil }
    return leftOutBodies[body.range.lowerBound + 1]
  }

  private var identifiersByPlace: [Int: Identifiers] = [:]

  /// The identifiers of a declaration, each resolved. They are found once.
  package func identifiers(of declaration: Declaration) -> Identifiers {
    let place = declaration.node.range.lowerBound
    if let known = identifiersByPlace[place] { return known }
    let result = Identifiers(of: declaration, in: self)
    identifiersByPlace[place] = result
    return result
  }

  private var qualifiersByPlace: [Int: [Qualifier]] = [:]

  /// The identifiers of a declaration that name packages, in order. They are found once.
  package func qualifiers(of declaration: Declaration) -> [Qualifier] {
    let place = declaration.node.range.lowerBound
    if let known = qualifiersByPlace[place] { return known }
    let result = Qualifier.all(in: declaration, of: self)
    qualifiersByPlace[place] = result
    return result
  }

  /// The comments directly above each `const`, `var` and `type` statement with parentheses, by where it starts.
  package lazy var commentsOfGroups: [Int: [Node]] = {
    let groups = Set(declarations.filter(\.isGrouped).map(\.statement.range.lowerBound))
    return Dictionary(
      // A token that the parser made up may stand where the group starts.
      Commented.children(of: root, in: self)
        .filter { groups.contains($0.node.range.lowerBound) }
        .map { ($0.node.range.lowerBound, $0.comments) }, uniquingKeysWith: { _, last in last })
  }()

  /// The `//go:embed` comments above variables, by where the specification or statement starts. Other comments and blank
  /// lines may stand between (https://pkg.go.dev/embed, Directives).
  ///
  /// - Parameter grouped: one of the variables of a group, whose specifications are asked for; nil: those of the file's
  ///   statements.
  package func embedDirectives(among grouped: Declaration?) -> [Int: [Node]] {
    var result: [Int: [Node]] = [:]
    var found: [Node] = []
    for sibling in (grouped?.statement ?? root).children {
      if sibling.kind == .comment {
        if text(sibling).hasPrefix("//go:embed") { found.append(sibling) }
      } else if sibling.isNamed {
        if !found.isEmpty { result[sibling.range.lowerBound] = found }
        found = []
      }
    }
    return result
  }

  /// The byte offset at which each line starts.
  private lazy var lineStarts: [Int] = {
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
      for offset in bytes.indices where bytes[offset] == UInt8(ascii: "\n") { starts.append(offset + 1) }
    }
    return starts
  }()

  /// The physical position of a byte offset: line and byte column, counted from 1.
  package func position(at offset: Int) -> Position {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return Position(line: low + 1, column: offset - lineStarts[low] + 1)
  }

  /// The range of a statement, with the semicolon that ends it when one is written.
  package func withSemicolon(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end < bytes.count {
      if bytes[end] == ASCII.space || bytes[end] == ASCII.tab {
        end += 1
      } else if bytes[end...].hasPrefix("/*"), let close = bytes.firstIndex(of: ByteString("*/"), from: end + 2),
        !bytes[end..<close].contains(ASCII.newline)
      {
        end = close + 2
      } else {
        break
      }
    }
    guard end < bytes.count, bytes[end] == ASCII.semicolon else { return range }
    return range.lowerBound..<(end + 1)
  }

  /// Where the line that holds the offset starts.
  package func lineStart(at offset: Int) -> Int { offset - position(at: offset).column + 1 }

  package func line(at offset: Int) -> Int { position(at: offset).line }

  /// The file cut into its statements without a parse.
  package private(set) lazy var topLevel = TopLevel(bytes)

  /// Whether `//go:embed` stands in it.
  package lazy var mayEmbed: Bool = bytes.contains("//go:embed")

  package lazy var lineDirectives: [LineDirective] = LineDirective.all(in: self)
}

/// A place in a file: line and byte column, both counted from 1 as in Go's messages.
package struct Position: Equatable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
