internal import Bytes
internal import GoSyntax

/// Finds out without a parse whether a file may declare a name.
enum DeclarationSearch {
  /// Where the name stands that may be declared there, in order.
  ///
  /// - Parameter likely: whether to ask for the keyword right before the name, as gofmt writes it, or for the
  ///   name alone.
  static func places(
    of name: ByteString, _ kind: Declaration.Kind?, in bytes: ByteString, likely: Bool, limit: Int = .max
  ) -> [Int] {
    var result: [Int] = []
    var search = 0
    // A longer text is found sooner, and a short name stands everywhere.
    let keyword = likely ? self.keyword(before: kind, hasTypeGroup: bytes.contains("type (")) : []
    let wanted = keyword + name
    while result.count < limit, let start = bytes.firstIndex(of: wanted, from: search) {
      search = start + 1
      let found = start + keyword.count
      let end = found + name.count
      if found > 0, bytes[found - 1].isIdentifierByte { continue }
      if end < bytes.count, bytes[end].isIdentifierByte { continue }
      if !likely || precedes(kind, found, in: bytes) { result.append(found) }
    }
    return result
  }

  /// The same, of all the places where the name stands.
  static func places(
    among places: [Int], _ kind: Declaration.Kind?, in bytes: ByteString, likely: Bool, hasTypeGroup: Bool, limit: Int
  ) -> [Int] {
    let keyword = likely ? self.keyword(before: kind, hasTypeGroup: hasTypeGroup) : []
    return Array(
      places.lazy.filter { bytes[..<$0].hasSuffix(keyword) && (!likely || precedes(kind, $0, in: bytes)) }.prefix(limit)
    )
  }

  /// What stands before the name in the usual spelling, if it can be nothing else.
  private static func keyword(before kind: Declaration.Kind?, hasTypeGroup: Bool) -> ByteString {
    switch kind {
    case .function: ByteString("func ")
    case .method: ByteString(") ")
    case .type where !hasTypeGroup: ByteString("type ")
    case .type, .constant, .variable, nil: []
    }
  }

  private static func precedes(_ kind: Declaration.Kind?, _ offset: Int, in bytes: ByteString) -> Bool {
    var end = offset
    while end > 0, bytes[end - 1] == ASCII.space || bytes[end - 1] == ASCII.tab { end -= 1 }
    switch kind {
    case nil:
      return [Declaration.Kind.function, .type, .variable].contains { precedes($0, offset, in: bytes) }
    case .function: return bytes[..<end].hasSuffix("func")
    case .method: return end > 0 && bytes[end - 1] == ASCII.closingParenthesis
    case .type: return bytes[..<end].hasSuffix("type") || startsLine(end, in: bytes)
    case .constant, .variable:
      return bytes[..<end].hasSuffix("var") || bytes[..<end].hasSuffix("const") || startsLine(end, in: bytes)
        || (end > 0 && bytes[end - 1] == ASCII.comma)
    }
  }

  /// A specification in a group is first on its line, indented by one tab.
  private static func startsLine(_ end: Int, in bytes: ByteString) -> Bool {
    end + 1 < bytes.count && bytes[end] == ASCII.tab && (end == 0 || bytes[end - 1] == ASCII.newline)
  }
}

/// Where names stand in the files of a package, found in one reading of each.
struct NameIndex {
  private let names: Set<ByteString>
  private var found: [[ByteString: [Int]]] = []
  /// Whether each file has a `type (`, in front of whose names no keyword stands.
  let hasTypeGroup: [Bool]

  init(of names: Set<ByteString>, in files: [ByteString]) {
    self.names = names
    hasTypeGroup = files.map { $0.contains("type (") }
    let longest = names.map(\.count).max() ?? 0
    for bytes in files {
      var places: [ByteString: [Int]] = [:]
      var position = 0
      while position < bytes.count {
        let start = position
        while position < bytes.count, bytes[position].isIdentifierByte { position += 1 }
        if position == start {
          position += 1
        } else if position - start <= longest {
          let name = Array(bytes[start..<position])
          if names.contains(name) { places[name, default: []].append(start) }
        }
      }
      found.append(places)
    }
  }

  /// Whether the name was looked for.
  func has(_ name: ByteString) -> Bool { names.contains(name) }

  /// Every place of a name in a file, in order.
  func places(of name: ByteString, in file: Int) -> [Int] { found[file][name] ?? [] }
}
