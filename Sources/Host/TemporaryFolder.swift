package import Bytes

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A new folder in TMPDIR, for this user alone; nil if there can be none, with `errno`.
package func makeTemporaryFolder() -> ByteString? {
  let parent = environmentValue("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? ByteString("/tmp")
  var path = (Path.join(parent, ByteString("routinex-XXXXXX")) + [0]).map { CChar(bitPattern: $0) }
  guard mkdtemp(&path) != nil else { return nil }
  return path.dropLast().map { UInt8(bitPattern: $0) }
}

/// Removes a folder that holds files and no folders.
package func removeFolder(_ path: ByteString) {
  let files = HostFiles()
  for name in (try? files.names(in: path)) ?? [] { files.remove(Path.join(path, name)) }
  _ = withCPath(path) { rmdir($0) }
}
