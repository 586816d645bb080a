package import Bytes

/// One import specification.
package struct Import {
  package let node: Node
  /// The name given to the import: nil, an identifier, `.` or `_`.
  package let name: ByteString?
  /// The import path, without its quotes.
  package let path: ByteString

  /// The name by which the file most likely knows the package: the given one, else the path's last element, less a
  /// major version (`/v2`, or `.v2` at the end). The package's own clause may differ, which only its sources tell.
  package var localName: ByteString {
    if let name { return name }
    var elements = path.split(separator: ASCII.slash)
    if let last = elements.last, elements.count > 1, last.first == ASCII.v, last.count > 1,
      last.dropFirst().allSatisfy(\.isDigit)
    {
      elements.removeLast()
    }
    guard let last = elements.last else { return path }
    if let dot = last.lastIndex(of: ASCII.dot), last[(dot + 1)...].first == ASCII.v { return Array(last[..<dot]) }
    return Array(last)
  }

  static func all(in declaration: Node, of file: SourceFile) -> [Import] {
    var result: [Import] = []
    declaration.walk { node in
      guard node.isKind("import_spec") else { return true }
      guard let path = node.child(field: "path"), path.range.count >= 2 else { return false }
      let unquoted = file.bytes[(path.range.lowerBound + 1)..<(path.range.upperBound - 1)]
      result.append(
        Import(node: node, name: node.child(field: "name").map { Array(file.text($0)) }, path: Array(unquoted)))
      return false
    }
    return result
  }
}
