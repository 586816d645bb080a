#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

// read(2) and write(2), again when a signal came in between; under names that no method hides.
func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  while true {
    let size = read(descriptor, buffer.baseAddress, buffer.count)
    if size >= 0 || errno != EINTR { return size }
  }
}

func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  while true {
    let size = write(descriptor, buffer.baseAddress, buffer.count)
    if size >= 0 || errno != EINTR { return size }
  }
}

/// Writes all of the bytes.
/// - Returns: 0, or the `errno` that stopped it.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
  bytes.withUnsafeBytes { buffer in
    var rest = buffer[...]
    while !rest.isEmpty {
      let size = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
      if size < 0 { return errno }
      rest = rest.dropFirst(size)
    }
    return 0
  }
}
