internal import Bytes
internal import Findings
internal import GoSyntax

/// The imports of a file that a part of one of its declarations uses.
enum NeededImports {
  /// Import specifications as they stand in an import declaration, sorted by path.
  ///
  /// - Throws: that the part uses cgo.
  static func of(
    _ declaration: Declaration, within range: Range<Int>, in file: SourceFile
  ) throws(Findings) -> [String] {
    var found: [ByteString: String] = [:]
    for qualifier in file.qualifiers(of: declaration)
    where range.contains(qualifier.node.range.lowerBound) {
      let name = qualifier.name
      if name.equals("C") {
        throw Findings(
          .unpatchable,
          "\(declaration.spelling(in: file)) uses cgo (package C), which a patch cannot use; choose another directive")
      }
      guard let item = item(called: name, in: file) else { continue }
      let isPlain = item.name == nil && item.localName == name
      found[item.path] = (isPlain ? "" : "\(name.text) ") + "\"\(item.path.text)\""
    }
    return found.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  /// The import that the file knows by the name. Where the package's name is not what its path ends in, a path that holds
  /// the name is the likeliest.
  private static func item(called name: ByteString, in file: SourceFile) -> Import? {
    file.imports.first { $0.localName == name }
      ?? file.imports.last { $0.name == nil && Path.lastComponent($0.path).firstIndex(of: name) != nil }
  }
}
