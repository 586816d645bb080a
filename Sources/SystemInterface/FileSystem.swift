package import Bytes

/// What is asked of the file system by whatever decides. It writes nothing: a decision says what is to be written.
package protocol FileSystem {
  /// The bytes of a regular file.
  func read(_ path: ByteString) throws(FileError) -> ByteString
  /// The first bytes of a regular file, as many as are asked for or there are.
  func start(of path: ByteString, count: Int) throws(FileError) -> ByteString
  /// The names in a folder, sorted; nil where there is no such folder.
  /// - Throws: every other answer of the system. Only ENOENT and ENOTDIR mean that nothing is there.
  func names(in directory: ByteString) throws(FileError) -> [ByteString]?
  /// What a path leads to, links followed; nil where nothing is there.
  /// - Throws: as `names`.
  func kind(of path: ByteString) throws(FileError) -> FileKind?
  /// The times of a path; nil where they are not known, or not to be compared with those of every other path for which
  /// there is an answer.
  func times(of path: ByteString) -> FileTimes?
  /// The clock that the times come from, in nanoseconds since 1970.
  var now: Int { get }
  /// Which folder a path leads to, links followed; nil where there is none.
  /// - Throws: as `names`.
  func folder(at path: ByteString) throws(FileError) -> FolderIdentity?
}

extension FileSystem {
  /// One that has no clock.
  package func times(of path: ByteString) -> FileTimes? { nil }
  package var now: Int { .max }

  package func start(of path: ByteString, count: Int) throws(FileError) -> ByteString {
    Array(try read(path).prefix(count))
  }

  package func isDirectory(_ path: ByteString) throws(FileError) -> Bool { try kind(of: path) == .folder }
  package func exists(_ path: ByteString) throws(FileError) -> Bool { try kind(of: path) != nil }
}

/// In nanoseconds since 1970.
package struct FileTimes: Equatable {
  /// When what the path leads to, or a link at its end, last changed: content, names in it, owner, its own name (ctime).
  package let changed: Int
  /// When the content of what it leads to, or the names in it, last changed, unless someone has set that time (mtime).
  package let modified: Int
  /// When it was made; nil where the file system does not say.
  package let born: Int?

  package init(changed: Int, modified: Int, born: Int? = nil) {
    self.changed = changed
    self.modified = modified
    self.born = born
  }
}

/// What all paths to one folder have in common, and paths to others have not.
package struct FolderIdentity: Hashable {
  private let device: UInt64
  private let number: UInt64

  package init(device: UInt64, number: UInt64) {
    self.device = device
    self.number = number
  }
}

/// What a path leads to.
package enum FileKind: Equatable {
  case regular, folder
  /// A device, a pipe or a socket.
  case special
}

/// An answer of the operating system that is not the one that was asked for.
package struct FileError: Error, Equatable {
  /// What was to be done with the path.
  package enum Action: String {
    case read, list, write, create, remove
    case lookAt = "look at"
  }

  package let action: Action
  package let path: ByteString
  /// `no such file or directory`.
  package let reason: String
  /// Whether the system says that nothing is there (ENOENT, ENOTDIR).
  package let isAbsence: Bool

  package init(_ action: Action, _ path: ByteString, reason: String, isAbsence: Bool = false) {
    self.action = action
    self.path = path
    self.reason = reason
    self.isAbsence = isAbsence
  }

  /// `cannot read /a/b.go: Permission denied`.
  package var message: String { "cannot \(action.rawValue) \(path.shown): \(reason)" }
}

/// What is said behind the path, where another message has named it.
extension FileError: CustomStringConvertible {
  package var description: String { reason }
}
