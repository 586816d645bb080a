internal import Bytes
internal import Weaving

/// A file system that is asked once for each thing, for one thread and a short time: packages are planned for one platform
/// after another, and most of their files are the same.
final class CachedFiles<Files: FileSystem>: FileSystem {
  private let files: Files
  private var contents: [ByteString: Result<ByteString, FileError>] = [:]
  private var folders: [ByteString: Result<[ByteString]?, FileError>] = [:]

  init(_ files: Files) { self.files = files }

  func read(_ path: ByteString) throws(FileError) -> ByteString {
    if let known = contents[path] { return try known.get() }
    let result: Result<ByteString, FileError>
    do throws(FileError) { result = .success(try files.read(path)) } catch { result = .failure(error) }
    contents[path] = result
    return try result.get()
  }

  func names(in directory: ByteString) throws(FileError) -> [ByteString]? {
    if let known = folders[directory] { return try known.get() }
    let result: Result<[ByteString]?, FileError>
    do throws(FileError) { result = .success(try files.names(in: directory)) } catch { result = .failure(error) }
    folders[directory] = result
    return try result.get()
  }

  func kind(of path: ByteString) throws(FileError) -> FileKind? { try files.kind(of: path) }
}
