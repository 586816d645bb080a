package import Bytes
package import Weaving

/// A file system in memory: files by absolute path; a folder is whatever a file lies in.
package final class MemoryFiles: FileSystem {
  private var files: [ByteString: ByteString]
  /// Every path that was read, in order.
  package private(set) var reads: [ByteString] = []
  /// What `times` answers.
  package var times: [ByteString: FileTimes] = [:]
  package var now = Int.max
  /// Called before each read, which sees what it does.
  package var willRead: (ByteString) -> Void = { _ in }

  package init(_ files: [ByteString: ByteString]) { self.files = files }

  package convenience init(_ files: [String: String]) {
    self.init(
      Dictionary(uniqueKeysWithValues: files.map { (ByteString($0.key), ByteString($0.value)) }))
  }

  /// Puts another file in the place of one, or removes it.
  package func replace(_ path: String, with text: String?) { files[ByteString(path)] = text.map { ByteString($0) } }

  package func times(of path: ByteString) -> FileTimes? { times[path] }

  package func read(_ path: ByteString) throws(FileError) -> ByteString {
    willRead(path)
    reads.append(path)
    if let bytes = files[path] { return bytes }
    let isFolder = kind(of: path) == .folder
    throw FileError(
      .read, path, reason: isFolder ? "is a directory" : "no such file or directory", isAbsence: !isFolder)
  }

  package func names(in directory: ByteString) -> [ByteString]? {
    let prefix = Self.asPrefix(directory)
    let names = Set(
      files.keys.filter { $0.hasPrefix(prefix) }.map { Array($0.dropFirst(prefix.count).prefix { $0 != ASCII.slash }) })
    return names.isEmpty ? nil : names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  package func kind(of path: ByteString) -> FileKind? {
    if files[path] != nil { return .regular }
    let prefix = Self.asPrefix(path)
    return files.keys.contains { $0.hasPrefix(prefix) } ? .folder : nil
  }

  private static func asPrefix(_ directory: ByteString) -> ByteString {
    directory.last == ASCII.slash ? directory : directory + [ASCII.slash]
  }
}
