/// Paths as bytes, with `/` between components; the Go tools' names may come with `\` too (`lastPathComponent`).
package enum Path {
  /// What stands after the last `/` or `\`.
  package static func lastComponent(_ path: some BidirectionalCollection<UInt8>) -> ByteString {
    if let separator = path.lastIndex(where: { $0 == ASCII.slash || $0 == ASCII.backslash }) {
      return Array(path[path.index(after: separator)...])
    }
    return Array(path)
  }

  /// What stands before the last `/`: `/` for a file of the root, `.` for a bare name.
  package static func directory(_ path: ByteString) -> ByteString {
    guard let separator = path.lastIndex(of: ASCII.slash) else { return [ASCII.dot] }
    return separator == 0 ? [ASCII.slash] : Array(path[..<separator])
  }

  package static func join(_ directory: ByteString, _ name: some Collection<UInt8>) -> ByteString {
    if directory.isEmpty { return Array(name) }
    return directory.last == ASCII.slash ? directory + name : directory + [ASCII.slash] + name
  }

  /// The folder and those that it lies in, the nearest first: `/a/b`, `/a` and `/`. Of a relative path only itself.
  package static func upwards(from folder: ByteString) -> [ByteString] {
    var result = [folder]
    var folder = folder
    while isAbsolute(folder), folder.count > 1 {
      folder = directory(folder)
      result.append(folder)
    }
    return result
  }

  package static func isAbsolute(_ path: some Collection<UInt8>) -> Bool { path.first == ASCII.slash }

  /// The path without `.` components, doubled slashes and one at the end, and with `..` taken up where that leads
  /// upwards from a named folder.
  package static func normalized(_ path: ByteString) -> ByteString {
    var components: [ArraySlice<UInt8>] = []
    for component in path.split(separator: ASCII.slash) where !component.equals(".") {
      if component.equals(".."), let last = components.last, !last.equals("..") {
        components.removeLast()
      } else if component.equals(".."), components.isEmpty, isAbsolute(path) {
        continue
      } else {
        components.append(component)
      }
    }
    let joined = ByteString(components.joined(separator: [ASCII.slash]))
    return isAbsolute(path) ? [ASCII.slash] + joined : joined
  }
}
