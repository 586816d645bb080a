internal import CLibrary

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

/// Writes all of the bytes. A limit on the size of files (`ulimit -f`) is an answer like others, EFBIG.
/// - Returns: 0, or the `errno` that stopped it.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
  // Without this the system ends the process. The next program is to find the signal as it was.
  let before = signal(SIGXFSZ, SIG_IGN)
  defer { signal(SIGXFSZ, before) }
  return bytes.withUnsafeBytes { buffer in
    var rest = buffer[...]
    while !rest.isEmpty {
      let size = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
      if size < 0 { return errno }
      // No file system answers so, and nothing would come of asking on.
      if size == 0 { return EIO }
      rest = rest.dropFirst(size)
    }
    return 0
  }
}

/// Gives standard input, output and error something to stand for, where the caller closed them: else the next file that is opened
/// would be one of them, and a message be written into it. Reading and writing them fails as before.
package func holdStandardDescriptors() {
  for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
    // The lowest that is free is taken.
    if open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY) < 0 { _ = open("/", O_RDONLY) }
  }
}
