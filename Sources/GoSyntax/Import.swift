package import Bytes

/// One import specification.
package struct Import {
  package let node: Node
  /// The whole `import` statement.
  package let statement: Node
  /// Whether the specification stands between parentheses.
  package let isGrouped: Bool
  /// The name given to the import: nil, an identifier, `.` or `_`.
  package let name: ByteString?
  /// Where that name stands.
  package let nameNode: Node?
  /// The import path, without its quotes.
  package let path: ByteString
  /// Where the path stands, with its quotes.
  package let pathNode: Node
  private let names: ImportNames

  /// The name by which the file knows the package: the given one, else the one in the package's own clause where that is
  /// known. Else it is guessed from the path and from what the file uses; see `isNameCertain`.
  package var localName: ByteString { name ?? names.name(of: path).name }

  /// Whether `localName` is no mere guess: it was given, it is known, or the file uses a package of that name.
  package var isNameCertain: Bool { name != nil || names.name(of: path).isCertain }

  static func all(in declaration: Node, of file: SourceFile, names: ImportNames) -> [Import] {
    var result: [Import] = []
    let isGrouped = declaration.firstChild(.openingParenthesis) != nil
    declaration.walk { node -> Bool in
      guard node.kind == .importSpecification else { return true }
      guard let path = node.child(.path), path.range.count >= 2 else { return false }
      let unquoted = file.bytes[(path.range.lowerBound + 1)..<(path.range.upperBound - 1)]
      let name = node.child(.name)
      names.codeStart = max(names.codeStart, node.range.upperBound)
      result.append(
        Import(
          node: node, statement: declaration, isGrouped: isGrouped, name: name.map { Array(file.text($0)) },
          nameNode: name, path: Array(unquoted), pathNode: path, names: names))
      return false
    }
    return result
  }
}

/// What the packages are called that a file imports without a name.
final class ImportNames {
  /// Gives a package's name by its import path, where it is known.
  var known: (ByteString) -> ByteString? = { _ in nil } {
    didSet { found = [:] }
  }
  /// Where the last import ends.
  var codeStart = 0
  private let bytes: ByteString
  private var found: [ByteString: (name: ByteString, isCertain: Bool)] = [:]

  init(_ bytes: ByteString) { self.bytes = bytes }

  func name(of path: ByteString) -> (name: ByteString, isCertain: Bool) {
    if let result = found[path] { return result }
    let result: (ByteString, Bool)
    if let name = known(path) {
      result = (name, true)
    } else {
      let guesses = PackageNameGuess.all(path)
      let used = guesses.first { usedNames.contains($0) }
      result = (used ?? guesses.first ?? Array(path.split(separator: ASCII.slash).last ?? path[...]), used != nil)
    }
    found[path] = result
    return result
  }

  /// The names before a dot that may be packages'. Comments count, and strings but for their first word.
  private lazy var usedNames: Set<ByteString> = {
    let others: [UInt8] = [ASCII.dot, ASCII.slash, ASCII.doubleQuote, ASCII.backquote]
    var result: Set<ByteString> = []
    // An identifier ends where the last was looked at, so that every byte is looked at twice at most.
    var position = codeStart
    while let dot = bytes[position...].firstIndex(of: ASCII.dot) {
      var start = dot
      while start > position, bytes[start - 1].isIdentifierByte { start -= 1 }
      let isPart = start > 0 && others.contains(bytes[start - 1])
      if start < dot, !isPart { result.insert(Array(bytes[start..<dot])) }
      position = dot + 1
    }
    return result
  }()
}

/// The names that a package may have, judged by its import path alone.
package enum PackageNameGuess {
  /// Identifiers, the likeliest first: the last element without a major version (`/v2`, `.v2`), then what is left of it
  /// without the word that only says the language (`go-redis`, `foo.go`), then its parts; of `foo/go` the one before it.
  package static func all(_ path: ByteString) -> [ByteString] {
    var elements = path.split(separator: ASCII.slash).map(Array.init)
    if let last = elements.last, elements.count > 1, isMajorVersion(last) { elements.removeLast() }
    for element in elements.suffix(2).reversed() {
      let names = Self.names(of: element)
      if !names.isEmpty { return names }
    }
    return []
  }

  private static func names(of element: ByteString) -> [ByteString] {
    let base = withoutVersion(element)
    let parts = base.split { $0 == ASCII.dot || $0 == ASCII.dash || $0 == ASCII.underscore }.map(Array.init)
    let words = parts.filter { !$0.equals("go") && !$0.equals("golang") }
    var result: [ByteString] = [
      base, Array(words.joined()), Array(parts.joined()), Array(words.joined(separator: [ASCII.underscore])),
    ]
    result += parts.reversed()
    if base.hasPrefix("go") { result.append(Array(base.dropFirst(2))) }
    var seen: Set<ByteString> = []
    return result.filter { isPackageName($0) && seen.insert($0).inserted }
  }

  /// Whether a package clause can have the name.
  package static func isPackageName(_ name: ByteString) -> Bool {
    guard let first = name.first, !first.isDigit, name.allSatisfy(\.isIdentifierByte) else { return false }
    return !name.equals("_") && !keywords.contains { name.equals($0) }
  }

  private static func isMajorVersion(_ element: ByteString) -> Bool {
    element.first == ASCII.v && element.count > 1 && element.dropFirst().allSatisfy(\.isDigit)
  }

  /// `yaml` of `yaml.v3`.
  private static func withoutVersion(_ element: ByteString) -> ByteString {
    guard let mark = element.lastIndex(where: { $0 == ASCII.dot || $0 == ASCII.dash }), mark > 0,
      isMajorVersion(Array(element[(mark + 1)...]))
    else { return element }
    return Array(element[..<mark])
  }

  private static let keywords: [StaticString] = [
    "break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough", "for", "func", "go",
    "goto", "if", "import", "interface", "map", "package", "range", "return", "select", "struct", "switch", "type",
    "var",
  ]
}
