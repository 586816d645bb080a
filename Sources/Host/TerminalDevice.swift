package import Bytes
internal import CLibrary

/// What the system says about a descriptor that may be a terminal.
package enum TerminalDevice {
  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal; nil where it does not say, or is none.
  package static func width(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes bytes as they are; whether they went out is nothing that anybody waits for.
  package static func write(_ bytes: ByteString, to descriptor: Int32) { _ = writeAll(bytes, to: descriptor) }

  /// Milliseconds of a clock that only goes forward.
  package static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }
}
