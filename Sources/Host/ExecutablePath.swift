package import Bytes

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The absolute path of the running program, links resolved; nil if the system does not tell.
package func executablePath() -> ByteString? {
  #if canImport(Darwin)
    var size: UInt32 = 0
    _ = _NSGetExecutablePath(nil, &size)
    var buffer = [CChar](repeating: 0, count: Int(size))
    guard _NSGetExecutablePath(&buffer, &size) == 0, let path = realpath(buffer, nil) else { return nil }
    defer { free(path) }
    return ByteString(UnsafeRawBufferPointer(start: path, count: strlen(path)))
  #else
    if let path = linkTarget("/proc/self/exe") { return path }
    // Without /proc: the name that it was started by, as a shell finds it, from the folder that this process is still in.
    guard let name = ProcessArguments.argv[0] else { return nil }
    return findProgram(ByteString(UnsafeRawBufferPointer(start: name, count: strlen(name)))).flatMap(realPath)
  #endif
}

/// The file that a shell would start for a program's name: the path itself if it has a slash, else the first on PATH.
package func findProgram(_ name: ByteString) -> ByteString? {
  if name.contains(ASCII.slash) { return name }
  guard !name.isEmpty, let list = environmentValue("PATH") else { return nil }
  return list.split(separator: ASCII.colon).lazy.map { Path.join(Array($0), name) }
    .first { HostFiles().isExecutable($0) }
}
