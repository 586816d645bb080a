package import Bytes

/// The file of compile's `-symabis`, which `asm -gensymabis` writes: what a package's assembly defines and refers to.
package enum SymbolABIs {
  /// The functions of the package that its assembly refers to: `ref "".name ABI0` lines, or `ref PATH.name ABI0`
  /// (cmd/internal/obj, cmd/asm: -gensymabis; cmd/compile/internal/ssagen/abi.go, ReadSymABIs).
  ///
  /// - Parameter packagePath: the value of `-p`.
  package static func references(in text: ByteString, of packagePath: ByteString?) -> Set<ByteString> {
    var result: Set<ByteString> = []
    for line in text.split(separator: ASCII.newline) {
      let fields = line.split(separator: ASCII.space)
      guard fields.count == 3, fields[0].equals("ref"), let dot = fields[1].lastIndex(of: ASCII.dot) else { continue }
      let owner = fields[1][..<dot]
      if owner.equals("\"\"") || owner.isEmpty || packagePath.map({ owner.equals($0) }) == true {
        result.insert(Array(fields[1][(dot + 1)...]))
      }
    }
    return result
  }
}
