package import Bytes
package import SystemInterface

/// A file system as one call sees it: whatever is asked for again has its first answer. So what is compiled is what was
/// compared with the key of the package, though someone writes meanwhile; and a package that is planned for one platform after
/// another is read once. For one thread, and a short time.
package final class FileSnapshot<Base: FileSystem>: FileSystem {
  private let base: Base
  private var contents: [ByteString: Result<ByteString, FileError>] = [:]
  private var folders: [ByteString: Result<[ByteString]?, FileError>] = [:]
  private var kinds: [ByteString: Result<FileKind?, FileError>] = [:]

  package init(_ base: Base) { self.base = base }

  /// The files that were read and the folders that were listed.
  var seen: [ByteString] { Array(contents.keys) + folders.filter { (try? $0.value.get()) != .some(nil) }.map(\.key) }

  package func read(_ path: ByteString) throws(FileError) -> ByteString {
    if let known = contents[path] { return try known.get() }
    let answer = Result { () throws(FileError) in try base.read(path) }
    contents[path] = answer
    return try answer.get()
  }

  package func names(in directory: ByteString) throws(FileError) -> [ByteString]? {
    if let known = folders[directory] { return try known.get() }
    let answer = Result { () throws(FileError) in try base.names(in: directory) }
    folders[directory] = answer
    return try answer.get()
  }

  package func kind(of path: ByteString) throws(FileError) -> FileKind? {
    if let known = kinds[path] { return try known.get() }
    let answer = Result { () throws(FileError) in try base.kind(of: path) }
    kinds[path] = answer
    return try answer.get()
  }

  /// Asked for by the walk through a set alone, which goes to a folder once.
  package func folder(at path: ByteString) throws(FileError) -> FolderIdentity? { try base.folder(at: path) }

  package func times(of path: ByteString) -> FileTimes? { base.times(of: path) }

  package var now: Int { base.now }
}
