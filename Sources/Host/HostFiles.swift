package import Bytes
internal import CHost
internal import CLibrary
package import SystemInterface

/// The operating system's words for an `errno`.
package func systemMessage(_ code: Int32) -> String { String(cString: strerror(code)) }

/// The path as C takes it. A path with a NUL byte names nothing; what is before the NUL must not be taken for it.
package func withCPath<Result>(_ path: ByteString, _ body: (UnsafePointer<CChar>) -> Result) -> Result? {
  guard !path.contains(0) else { return nil }
  return (path + [0]).map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { $0.baseAddress.map(body) }
}

/// The real file system.
package struct HostFiles: FileSystem {
  package init() {}

  package func read(_ path: ByteString) throws(FileError) -> ByteString {
    let (descriptor, status) = try openRegular(path)
    defer { close(descriptor) }
    guard status.st_size <= Self.sizeLimit else { throw Self.tooLarge(path, Self.sizeLimit) }
    var result = ByteString()
    var capacity = status.st_size > 0 ? Int(status.st_size) + 1 : 1 << 16
    while true {
      var size = 0
      let chunk = ByteString(unsafeUninitializedCapacity: capacity) { buffer, count in
        size = systemRead(descriptor, UnsafeMutableRawBufferPointer(buffer))
        count = max(size, 0)
      }
      if size < 0 { throw Self.error(.read, path, errno) }
      if result.isEmpty { result = chunk } else { result += chunk }
      // One byte more than its size was asked for. Files of /proc say that they are empty.
      let isWhole = status.st_size > 0 && result.count == status.st_size && size < capacity
      // A part of a file that is being written anew is nothing that anybody wants to have built.
      if size == 0, result.count < status.st_size {
        throw FileError(.read, path, reason: "it became shorter while it was read; try again")
      }
      if size == 0 || isWhole { return result }
      // It has grown since it was asked for its size, or is one of /proc, and perhaps without an end.
      if result.count > max(Self.unknownSizeLimit, Int(status.st_size)) {
        throw Self.tooLarge(path, Self.unknownSizeLimit)
      }
      capacity = 1 << 16
    }
  }

  package func start(of path: ByteString, count: Int) throws(FileError) -> ByteString {
    let (descriptor, _) = try openRegular(path)
    defer { close(descriptor) }
    var isRead = true
    let result = ByteString(unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      while filled < count {
        let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
        let size = systemRead(descriptor, rest)
        isRead = size >= 0
        if size <= 0 { break }
        filled += size
      }
    }
    if !isRead { throw Self.error(.read, path, errno) }
    return result
  }

  /// Opens a regular file to be read.
  private func openRegular(_ path: ByteString) throws(FileError) -> (descriptor: Int32, status: stat) {
    var status = stat()
    guard systemCall(path, { stat($0, &status) }) == 0 else { throw Self.error(.read, path, errno) }
    // Before it is opened, which some devices take for an order.
    try Self.requireRegular(status, .read, path)
    // Should a pipe have come in its place, it would be waited for; the flag means nothing to a regular file.
    let descriptor = systemCall(path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
    guard descriptor >= 0 else { throw Self.error(.read, path, errno) }
    do throws(FileError) {
      guard fstat(descriptor, &status) == 0 else { throw Self.error(.read, path, errno) }
      try Self.requireRegular(status, .read, path)
    } catch {
      close(descriptor)
      throw error
    }
    return (descriptor, status)
  }

  static func requireRegular(_ status: stat, _ action: FileError.Action, _ path: ByteString) throws(FileError) {
    switch FileKind(status) {
    case .regular: return
    case .folder: throw error(action, path, EISDIR)
    case .special: throw FileError(action, path, reason: "it is not a regular file, but a device, a pipe or a socket")
    }
  }

  private static func tooLarge(_ path: ByteString, _ limit: Int) -> FileError {
    FileError(.read, path, reason: "it is larger than \(limit >> 20) MiB, the most that routinex reads")
  }

  static func error(_ action: FileError.Action, _ path: ByteString, _ code: Int32) -> FileError {
    FileError(action, path, reason: systemMessage(code), isAbsence: isAbsence(code))
  }

  /// Whether the answer means that nothing is there. Every other answer says nothing about that.
  private static func isAbsence(_ code: Int32) -> Bool { code == ENOENT || code == ENOTDIR }

  /// No Go file comes near; the archive of a package that embeds files may.
  private static let sizeLimit = 512 << 20
  /// For a file that has no end, or does not tell its size.
  private static let unknownSizeLimit = 64 << 20

  package func names(in directory: ByteString) throws(FileError) -> [ByteString]? {
    guard let opened = withCPath(directory, { opendir($0) }) else { return nil }
    guard let stream = opened else {
      if Self.isAbsence(errno) { return nil }
      throw Self.error(.list, directory, errno)
    }
    defer { closedir(stream) }
    var result: [ByteString] = []
    while true {
      // readdir(3) says "no more" and "that failed" alike, but for errno.
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw Self.error(.list, directory, errno) }
        return result.sorted { $0.lexicographicallyPrecedes($1) }
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if !name.equals("."), !name.equals("..") { result.append(name) }
    }
  }

  package func kind(of path: ByteString) throws(FileError) -> FileKind? {
    var status = stat()
    if systemCall(path, { stat($0, &status) }) == 0 { return FileKind(status) }
    if Self.isAbsence(errno) { return nil }
    throw Self.error(.lookAt, path, errno)
  }

  /// Those of the names in a folder that folders have themselves, and not by a link.
  package func folders(in directory: ByteString, among names: [ByteString]) throws(FileError) -> [ByteString] {
    var result: [ByteString] = []
    for name in names {
      var status = stat()
      let path = Path.join(directory, name)
      guard systemCall(path, { lstat($0, &status) }) == 0 else { throw Self.error(.lookAt, path, errno) }
      if status.st_mode & S_IFMT == S_IFDIR { result.append(name) }
    }
    return result
  }

  package func times(of path: ByteString) -> FileTimes? {
    var times = routinex_file_times()
    guard withCPath(path, { routinex_read_times($0, &times) }) == 1 else { return nil }
    return FileTimes(
      changed: Int(times.changed), modified: Int(times.modified), born: times.born == .max ? nil : Int(times.born))
  }

  package var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  package func folder(at path: ByteString) throws(FileError) -> FolderIdentity? {
    var status = stat()
    guard systemCall(path, { stat($0, &status) }) == 0 else {
      if Self.isAbsence(errno) { return nil }
      throw Self.error(.lookAt, path, errno)
    }
    guard FileKind(status) == .folder else { return nil }
    return FolderIdentity(
      device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino))
  }

  /// Whether a folder may be there: where the system does not say, that is for `kind` to report.
  package static func mayBeFolder(_ path: UnsafePointer<CChar>) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT == S_IFDIR : !isAbsence(errno)
  }

  package func isRegularFile(_ path: ByteString) -> Bool {
    var status = stat()
    return withCPath(path) { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  package func isExecutable(_ path: ByteString) -> Bool {
    withCPath(path) { access($0, X_OK) } == 0 && (try? kind(of: path)) == .regular
  }

  /// Whether both paths lead to one file.
  package func isSameFile(_ left: ByteString, _ right: ByteString) -> Bool {
    var (a, b) = (stat(), stat())
    return withCPath(left) { stat($0, &a) } == 0 && withCPath(right) { stat($0, &b) } == 0 && a.st_dev == b.st_dev
      && a.st_ino == b.st_ino
  }
}

func nanoseconds(_ time: timespec) -> Int { Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec) }

/// The answer of a system call that takes a path; as if nothing were there (-1, ENOENT) for one with a NUL byte.
func systemCall(_ path: ByteString, _ body: (UnsafePointer<CChar>) -> Int32) -> Int32 {
  if let answer = withCPath(path, body) { return answer }
  errno = ENOENT
  return -1
}

extension FileKind {
  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .folder
    default: self = .special
    }
  }
}

/// Where a relative path on the command line may be meant from: this process's folder, and that of the go command
/// above it, since cmd/go runs cover in the build's own folder (cmd/go/internal/work/cover.go). First is the name that the
/// go command takes for the folder (os.Getwd), which may lead through links: that of PWD, if it is right.
package func workingFolders() -> [ByteString] {
  var folders: [ByteString] = []
  if let name = environmentValue("PWD"), Path.isAbsolute(name), HostFiles().isSameFile(name, ByteString(".")) {
    folders.append(name)
  }
  if let name = workingFolder(), !folders.contains(name) { folders.append(name) }
  for folder in CurrentPlatform.foldersAbove() where !folders.contains(folder) { folders.append(folder) }
  return folders
}

/// The go command that started this process: its arguments, without its own name, and its folder. nil where the system does not
/// tell.
package func goCommandAbove() -> (arguments: [ByteString], folder: ByteString)? { CurrentPlatform.goCommandAbove() }

/// This process's working folder; nil where it is gone, or the system does not say.
func workingFolder() -> ByteString? {
  guard let buffer = getcwd(nil, 0) else { return nil }
  defer { free(buffer) }
  return ByteString(UnsafeRawBufferPointer(start: buffer, count: strlen(buffer)))
}

func linkTarget(_ path: String) -> ByteString? {
  var buffer = [CChar](repeating: 0, count: 4096)
  let size = readlink(path, &buffer, buffer.count)
  return size > 0 ? buffer[..<size].map { UInt8(bitPattern: $0) } : nil
}

/// The path without symbolic links; nil if it names nothing.
package func realPath(_ path: ByteString) -> ByteString? {
  guard let buffer = withCPath(path, { realpath($0, nil) }) ?? nil else { return nil }
  defer { free(buffer) }
  return ByteString(UnsafeRawBufferPointer(start: buffer, count: strlen(buffer)))
}
