import Bytes
import SystemInterface

/// Several files in one input: a line `-- NAME --` in front of each. What stands above the first such line belongs to none.
struct Archive {
  private(set) var files: [(name: ByteString, bytes: ByteString)] = []

  init(_ input: ByteString) {
    var start: (name: ByteString, offset: Int)?
    var lineStart = 0
    while lineStart < input.count {
      let lineEnd = input[lineStart...].firstIndex(of: ASCII.newline) ?? input.count
      let next = min(lineEnd + 1, input.count)
      if let name = Self.name(input[lineStart..<lineEnd]) {
        if let (name, offset) = start { files.append((name, Array(input[offset..<lineStart]))) }
        start = (name, next)
      }
      lineStart = next
    }
    if let (name, offset) = start { files.append((name, Array(input[offset...]))) }
  }

  /// An input that holds the files.
  static func input(_ files: [(name: String, bytes: ByteString)]) -> ByteString {
    ByteString(files.map { ByteString("-- \($0.name) --\n") + $0.bytes }.joined())
  }

  private static func name(_ line: ArraySlice<UInt8>) -> ByteString? {
    guard line.count > 6, line.hasPrefix("-- "), line.hasSuffix(" --") else { return nil }
    return Array(line.dropFirst(3).dropLast(3))
  }

  /// The first file of a name.
  subscript(_ name: StaticString) -> ByteString? { files.first { $0.name.equals(name) }?.bytes }

  /// By an absolute path without dots and NULs, as a file system has them; of files of one path the first.
  var byPath: [ByteString: ByteString] {
    Dictionary(files.map { (Path.normalized([ASCII.slash] + $0.name.filter { $0 != 0 }), $0.bytes) }) { first, _ in
      first
    }
  }
}

extension ByteString {
  /// The lines, without their ends.
  var lines: [ByteString] {
    var lines = split(separator: ASCII.newline, omittingEmptySubsequences: false).map { Array($0) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
