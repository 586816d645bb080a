package import Bytes
package import Weaving

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

extension HostFiles {
  package func start(of path: ByteString, count: Int) throws(FileError) -> ByteString {
    guard let descriptor = withCPath(path, { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }), descriptor >= 0 else {
      throw FileError(.read, path, reason: systemMessage(errno))
    }
    defer { close(descriptor) }
    var code: Int32 = 0
    let result = ByteString(unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      while filled < count {
        let size = systemRead(
          descriptor, UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...]))
        if size < 0 { code = errno }
        if size <= 0 { break }
        filled += size
      }
    }
    if code != 0 { throw FileError(.read, path, reason: systemMessage(code)) }
    return result
  }
}
