package import Bytes
package import SystemInterface
internal import Weaving

/// A file system in memory: files by absolute path; a folder is whatever a file lies in, and may have links to it.
package final class MemoryFiles: FileSystem {
  private var files: [ByteString: ByteString]
  /// The folder that each link leads to.
  private let links: [ByteString: ByteString]
  /// Every path that was read, in order.
  package private(set) var reads: [ByteString] = []
  /// What `times` answers.
  package var times: [ByteString: FileTimes] = [:]
  package var now = Int.max
  /// Called before each read, which sees what it does.
  package var willRead: (ByteString) -> Void = { _ in }

  package init(_ files: [ByteString: ByteString], links: [ByteString: ByteString] = [:]) {
    self.files = files
    self.links = links
  }

  package convenience init(_ files: [String: String], links: [String: String] = [:]) {
    self.init(
      Dictionary(uniqueKeysWithValues: files.map { (ByteString($0.key), ByteString($0.value)) }),
      links: Dictionary(uniqueKeysWithValues: links.map { (ByteString($0.key), ByteString($0.value)) }))
  }

  /// Puts another file in the place of one, or removes it.
  package func replace(_ path: String, with text: String?) { files[ByteString(path)] = text.map { ByteString($0) } }

  package func times(of path: ByteString) -> FileTimes? { times[path] }

  package func read(_ path: ByteString) throws(FileError) -> ByteString {
    willRead(path)
    reads.append(path)
    if let bytes = files[real(path)] { return bytes }
    let isFolder = kind(of: path) == .folder
    throw FileError(
      .read, path, reason: isFolder ? "is a directory" : "no such file or directory", isAbsence: !isFolder)
  }

  package func names(in directory: ByteString) -> [ByteString]? {
    let prefix = Self.asPrefix(real(directory))
    let names = Set(
      (Array(files.keys) + Array(links.keys)).filter { $0.hasPrefix(prefix) }.map {
        Array($0.dropFirst(prefix.count).prefix { $0 != ASCII.slash })
      })
    return names.isEmpty ? nil : names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  package func kind(of path: ByteString) -> FileKind? {
    let path = real(path)
    if files[path] != nil { return .regular }
    let prefix = Self.asPrefix(path)
    return (Array(files.keys) + Array(links.keys)).contains { $0.hasPrefix(prefix) } ? .folder : nil
  }

  package func folder(at path: ByteString) -> FolderIdentity? {
    guard kind(of: path) == .folder else { return nil }
    return FolderIdentity(device: 0, number: UInt64(bitPattern: Int64(real(path).hashValue)))
  }

  /// The path without links.
  private func real(_ path: ByteString) -> ByteString {
    var path = path
    while let link = links.first(where: { path == $0.key || path.hasPrefix(Self.asPrefix($0.key)) }) {
      path = link.value + path.dropFirst(link.key.count)
    }
    return path
  }

  private static func asPrefix(_ directory: ByteString) -> ByteString {
    directory.last == ASCII.slash ? directory : directory + [ASCII.slash]
  }
}
