internal import Bytes
internal import SystemInterface
internal import Weaving

/// A file system in which some files are there already that are yet to be written.
struct OverlaidFiles<Base: FileSystem>: FileSystem {
  let base: Base
  /// By absolute, normalized path.
  let added: [ByteString: ByteString]

  func read(_ path: ByteString) throws(FileError) -> ByteString {
    if let bytes = added[path] { return bytes }
    return try base.read(path)
  }

  func names(in directory: ByteString) throws(FileError) -> [ByteString]? {
    let prefix = Path.join(directory, [])
    let own = added.keys.filter { $0.hasPrefix(prefix) }.map {
      Array($0.dropFirst(prefix.count).prefix { $0 != ASCII.slash })
    }
    let there = try base.names(in: directory)
    if own.isEmpty { return there }
    return Set(own + (there ?? [])).sorted { $0.lexicographicallyPrecedes($1) }
  }

  func kind(of path: ByteString) throws(FileError) -> FileKind? {
    if added[path] != nil { return .regular }
    let prefix = Path.join(path, [])
    return added.keys.contains { $0.hasPrefix(prefix) } ? .folder : try base.kind(of: path)
  }

  func times(of path: ByteString) -> FileTimes? { base.times(of: path) }

  var now: Int { base.now }

  /// A folder that is not there yet has no links to it.
  func folder(at path: ByteString) throws(FileError) -> FolderIdentity? { try base.folder(at: path) }
}
