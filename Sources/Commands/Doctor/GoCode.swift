internal import Bytes

/// What a Go file is to the compiler, positions apart: files that differ in line directives and in white space are the same
/// here. An agent that prints files anew changes both, and so does routinex where an agent stands behind it.
enum GoCode {
  /// A digest of the code.
  static func digest(_ file: ByteString) -> ByteString {
    var hash = SHA256()
    hash.update(code(file))
    return hash.hexadecimal()
  }

  /// The file without line directives, with one space for white space of any length.
  static func code(_ file: ByteString) -> ByteString {
    var result = ByteString()
    result.reserveCapacity(file.count)
    var index = 0
    var isLineStart = true
    while index < file.count {
      let byte = file[index]
      if byte.isSpace {
        if byte == ASCII.newline { isLineStart = true }
        if let last = result.last, last != ASCII.space { result.append(ASCII.space) }
        index += 1
      } else if byte == ASCII.slash, let end = directiveEnd(file, index, isLineStart: isLineStart) {
        index = end
      } else {
        result.append(byte)
        isLineStart = false
        index += 1
      }
    }
    if result.last == ASCII.space { result.removeLast() }
    return result
  }

  /// Where a line directive ends that begins at a slash; nil if none does. One of printed files may be indented, and mean
  /// nothing.
  private static func directiveEnd(_ file: ByteString, _ start: Int, isLineStart: Bool) -> Int? {
    let rest = file[start...]
    if isLineStart, rest.hasPrefix("//line ") { return rest.firstIndex(of: ASCII.newline) ?? file.count }
    guard rest.hasPrefix("/*line ") else { return nil }
    return file.firstIndex(of: ByteString("*/"), from: start).map { $0 + 2 }
  }

  /// The patch files that line directives name: `routinex/SET/IMPORT/PATH/FILE`.
  static func marks(_ file: ByteString) -> Set<ByteString> {
    var result: Set<ByteString> = []
    let pattern = ByteString("line routinex/")
    var start = 0
    while let found = file.firstIndex(of: pattern, from: start) {
      start = found + pattern.count
      guard found >= 2, file[found - 2] == ASCII.slash,
        file[found - 1] == ASCII.slash || file[found - 1] == UInt8(ascii: "*")
      else { continue }
      let name = file[(found + 5)...].prefix { $0 != ASCII.colon && $0 != ASCII.newline }
      result.insert(Array(name))
    }
    return result
  }
}
