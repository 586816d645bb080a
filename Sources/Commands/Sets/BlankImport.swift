internal import Bytes
internal import Findings
internal import GoSyntax

/// An import that a Go file is to have for the go command's sake alone.
enum BlankImport {
  /// The file with `_ "PATH"` behind its last import.
  ///
  /// - Throws: that it is no Go file that can be read.
  static func adding(_ importPath: ByteString, to bytes: ByteString, at file: ByteString) throws(Findings) -> ByteString
  {
    let path = ByteString("_ \"") + importPath + ByteString("\"")
    let source = SourceFile(path: file, bytes: bytes)
    guard let last = source.imports.last?.node.range.upperBound ?? source.packageName?.range.upperBound,
      !source.hasError
    else {
      throw Findings(
        Finding(
          .unknownSyntax, "this is not a Go file that routinex can add an import to: import \(path.text)",
          at: Place(file))
      )
    }
    let isGrouped = source.imports.last?.isGrouped ?? false
    let separator = ByteString(isGrouped ? "\n\t" : source.imports.isEmpty ? "\n\nimport " : "\nimport ")
    return bytes[..<last] + separator + path + bytes[last...]
  }
}
