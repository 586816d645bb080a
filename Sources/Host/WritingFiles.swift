package import Bytes
internal import CLibrary
package import SystemInterface

// A file is there as a whole or not at all: its bytes go to a new file beside it, which then takes its name.
extension HostFiles {
  /// Writes a file that a person named, and its folders where they are missing. Links are followed, and a device or a pipe is
  /// written to.
  /// - Throws: why not, in the system's words; what was there is there still.
  package func write(_ bytes: ByteString, to path: ByteString) throws(FileError) {
    if try kind(of: path) == .special { return try write(bytes, into: path, O_NOCTTY) }
    var place = path
    var status = stat()
    if systemCall(path, { lstat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFLNK {
      guard let real = realPath(path) else { throw FileError(.write, path, reason: "it is a broken symbolic link") }
      place = real
    }
    try replace(place, with: bytes)
  }

  /// Writes a file in the place of what is there; a link gives way to the file and is not followed. Folders are made where they
  /// are missing.
  /// - Throws: why not, in the system's words; what was there is there still.
  package func replace(_ path: ByteString, with bytes: ByteString) throws(FileError) {
    var status = stat()
    var mode: mode_t?
    if systemCall(path, { lstat($0, &status) }) == 0, status.st_mode & S_IFMT != S_IFLNK {
      try Self.requireRegular(status, .write, path)
      mode = status.st_mode & 0o7777
    } else {
      try createFolders(Path.directory(path))
    }
    // In a patch set or a package, no Go file for anybody who comes by.
    let stem = Path.join(Path.directory(path), ByteString(".routinex-\(getpid())-"))
    for number in 0..<Self.attempts {
      let new = stem + ByteString("\(number)")
      do throws(FileError) {
        guard try create(new, with: bytes, mode: mode) else { continue }
      } catch {
        throw FileError(.write, path, reason: error.reason)
      }
      if withCPath(new, { from in withCPath(path) { rename(from, $0) } }) == 0 { return }
      let code = errno
      remove(new)
      throw Self.error(.write, path, code)
    }
    throw Self.error(.write, stem + ByteString("0"), EEXIST)
  }

  /// Writes a file of a new name, and the folders that it lies in where they are missing.
  /// - Throws: why not, in the system's words, or that the name is taken; the file is gone then.
  package func add(_ path: ByteString, _ bytes: ByteString, isExecutable: Bool = false) throws(FileError) {
    try createFolders(Path.directory(path))
    guard try create(path, with: bytes, mode: isExecutable ? 0o755 : nil) else {
      throw Self.error(.write, path, EEXIST)
    }
  }

  /// Makes a symbolic link of a new name.
  /// - Throws: why not, in the system's words.
  package func addLink(_ path: ByteString, to target: ByteString) throws(FileError) {
    let answer = withCPath(target) { target in systemCall(path) { symlink(target, $0) } }
    guard answer == 0 else { throw Self.error(.create, path, answer == nil ? ENOENT : errno) }
  }

  /// Makes a folder for this user alone, unless something of its name is there: another process may have been quicker.
  package func makePrivateFolder(_ path: ByteString) throws(FileError) {
    guard systemCall(path, { mkdir($0, 0o700) }) == 0 || errno == EEXIST else {
      throw Self.error(.create, path, errno)
    }
  }

  /// Makes a symbolic link, unless something of its name is there: another process may have been quicker.
  package func makeLink(_ path: ByteString, to target: ByteString) throws(FileError) {
    let answer = withCPath(target) { target in systemCall(path) { symlink(target, $0) } }
    guard answer == 0 || answer != nil && errno == EEXIST else {
      throw Self.error(.create, path, answer == nil ? ENOENT : errno)
    }
  }

  package func remove(_ path: ByteString) { _ = withCPath(path) { unlink($0) } }

  /// Makes a folder that was not there, and those that it lies in where they are missing. Where something has its name, be it
  /// another call's folder or a link that somebody put there, it is called `NAME.1`, `NAME.2` and so on.
  /// - Returns: the folder's path.
  package func makeOwnFolder(_ path: ByteString) throws(FileError) -> ByteString {
    for number in 0..<Self.attempts {
      let path = number == 0 ? path : path + ByteString(".\(number)")
      var answer = systemCall(path) { mkdir($0, 0o777) }
      if answer != 0, errno == ENOENT {
        try createFolders(Path.directory(path))
        answer = systemCall(path) { mkdir($0, 0o777) }
      }
      if answer == 0 { return path }
      guard errno == EEXIST else { throw Self.error(.create, path, errno) }
    }
    throw FileError(
      .create, path,
      reason: "\(Self.attempts) folders with this name, and .1, .2 and so on after it, exist already; remove them")
  }

  /// Removes a folder with all that is in it; links are removed and not followed. What cannot be removed stays.
  package func removeFolder(_ path: ByteString) {
    for name in (try? names(in: path)) ?? [] {
      let entry = Path.join(path, name)
      var status = stat()
      if systemCall(entry, { lstat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFDIR {
        removeFolder(entry)
      } else {
        remove(entry)
      }
    }
    _ = withCPath(path) { rmdir($0) }
  }

  /// How many names are tried.
  private static var attempts: Int { 10_000 }

  /// Makes a file; a link of its name is not followed.
  /// - Returns: false if something of the name is there.
  private func create(_ path: ByteString, with bytes: ByteString, mode: mode_t?) throws(FileError) -> Bool {
    let descriptor = systemCall(path) { open($0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666) }
    if descriptor < 0, errno == EEXIST { return false }
    // The mode that the other had. Where it cannot be set, the file is one like any other.
    if descriptor >= 0, let mode { _ = fchmod(descriptor, mode) }
    do throws(FileError) {
      try finish(descriptor, bytes, path)
    } catch {
      if descriptor >= 0 { remove(path) }
      throw error
    }
    return true
  }

  private func write(_ bytes: ByteString, into path: ByteString, _ flags: Int32) throws(FileError) {
    try finish(systemCall(path) { open($0, O_WRONLY | O_CLOEXEC | flags) }, bytes, path)
  }

  private func finish(_ descriptor: Int32, _ bytes: ByteString, _ path: ByteString) throws(FileError) {
    guard descriptor >= 0 else { throw Self.error(.write, path, errno) }
    var failure = writeAll(bytes, to: descriptor)
    // Some file systems say only here that there was no room.
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure != 0 { throw Self.error(.write, path, failure) }
  }

  private func createFolders(_ path: ByteString) throws(FileError) {
    guard path.count > 1, try !isDirectory(path) else { return }
    try createFolders(Path.directory(path))
    // Another call may have been quicker.
    guard systemCall(path, { mkdir($0, 0o777) }) == 0 || errno == EEXIST else { throw Self.error(.create, path, errno) }
  }
}
