package import Bytes
package import Weaving

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

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
    guard let descriptor = withCPath(path, { open($0, O_RDONLY | O_CLOEXEC) }), descriptor >= 0 else {
      throw FileError(reason: systemMessage(errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(reason: systemMessage(errno)) }
    guard status.st_size < Self.sizeLimit else { throw FileError(reason: "larger than 1 GiB") }
    var result = ByteString()
    var capacity = max(Int(status.st_size), 0) + 1
    while true {
      var size = 0
      let chunk = ByteString(unsafeUninitializedCapacity: capacity) { buffer, count in
        size = systemRead(descriptor, UnsafeMutableRawBufferPointer(buffer))
        count = max(size, 0)
      }
      // A folder opens, and only reading it fails.
      if size < 0 { throw FileError(reason: systemMessage(errno)) }
      if result.isEmpty { result = chunk } else { result += chunk }
      if size == 0 || (status.st_mode & S_IFMT == S_IFREG && size < capacity) { return result }
      capacity = 1 << 16
    }
  }

  /// No Go file comes near; tree-sitter counts bytes in 32 bits.
  private static let sizeLimit = 1 << 30

  package func names(in directory: ByteString) -> [ByteString]? {
    guard let stream = withCPath(directory, { opendir($0) }) ?? nil else { return nil }
    defer { closedir(stream) }
    var result: [ByteString] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if !name.equals("."), !name.equals("..") { result.append(name) }
    }
    return result.sorted { $0.lexicographicallyPrecedes($1) }
  }

  package func isDirectory(_ path: ByteString) -> Bool { withCPath(path, Self.isFolder) ?? false }

  static func isFolder(_ path: UnsafePointer<CChar>) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  package func isRegularFile(_ path: ByteString) -> Bool {
    var status = stat()
    return withCPath(path) { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  package func isExecutable(_ path: ByteString) -> Bool {
    withCPath(path) { access($0, X_OK) } == 0 && !isDirectory(path)
  }

  /// Whether both paths lead to one file.
  package func isSameFile(_ left: ByteString, _ right: ByteString) -> Bool {
    var (a, b) = (stat(), stat())
    return withCPath(left) { stat($0, &a) } == 0 && withCPath(right) { stat($0, &b) } == 0 && a.st_dev == b.st_dev
      && a.st_ino == b.st_ino
  }

  package func exists(_ path: ByteString) -> Bool { withCPath(path) { access($0, F_OK) } == 0 }

  /// Writes a whole file, and its folders where they are missing.
  /// - Throws: why not, in the system's words; the file is gone then.
  package func write(_ bytes: ByteString, to path: ByteString) throws(FileError) {
    createDirectories(Path.directory(path))
    guard let descriptor = withCPath(path, { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) }),
      descriptor >= 0
    else { throw FileError(reason: systemMessage(errno)) }
    var failure = writeAll(bytes, to: descriptor)
    // Some file systems say only here that there was no room.
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure != 0 {
      remove(path)
      throw FileError(reason: systemMessage(failure))
    }
  }

  package func remove(_ path: ByteString) { _ = withCPath(path) { unlink($0) } }

  private func createDirectories(_ path: ByteString) {
    guard path.count > 1, !isDirectory(path) else { return }
    createDirectories(Path.directory(path))
    _ = withCPath(path) { mkdir($0, 0o777) }
  }
}

/// The value of an environment variable, as bytes.
package func environmentValue(_ name: StaticString) -> ByteString? { environmentBytes(name).map { ByteString($0) } }

private func environmentBytes(_ name: StaticString) -> UnsafeRawBufferPointer? {
  getenv(UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)).map {
    UnsafeRawBufferPointer(start: $0, count: strlen($0))
  }
}

extension Environment {
  /// This process's.
  package static var ofProcess: Environment {
    Environment(reading: { name, body in
      if let value = environmentBytes(name) { body(value) }
    })
  }
}

/// Where a relative path on the command line may be meant from: this process's folder, and that of the go command
/// above it, since cmd/go runs cover in the build's own folder (cmd/go/internal/work/cover.go).
package func workingFolders() -> [ByteString] {
  var folders: [ByteString] = []
  if let buffer = getcwd(nil, 0) {
    folders.append(ByteString(UnsafeRawBufferPointer(start: buffer, count: strlen(buffer))))
    free(buffer)
  }
  #if os(Linux)
    var process = Int(getppid())
    for _ in 0..<16 where process > 1 {
      if let folder = linkTarget("/proc/\(process)/cwd"), !folders.contains(folder) { folders.append(folder) }
      guard let status = try? HostFiles().read(ByteString("/proc/\(process)/stat")),
        let name = status.lastIndex(of: ASCII.closingParenthesis)
      else { break }
      if status[..<name].hasSuffix("(go") { break }
      // After the name in parentheses: the state, then the parent.
      process = status[(name + 1)...].split(separator: ASCII.space).dropFirst().first.flatMap { Int($0.text) } ?? 1
    }
  #endif
  return folders
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
