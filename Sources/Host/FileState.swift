package import Bytes
internal import CLibrary
internal import SystemInterface

/// What differs once a file's content does, as long as its file system and the clock are to be trusted.
package struct FileState: Equatable {
  private let device: UInt64
  private let number: UInt64
  /// In bytes.
  package let size: Int
  private let times: FileTimes

  /// Nil for what is no regular file, and on file systems whose times are not this machine's, in nanoseconds.
  package init?(of path: ByteString) {
    var status = stat()
    guard systemCall(path, { stat($0, &status) }) == 0, FileKind(status) == .regular,
      let times = HostFiles().times(of: path)
    else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int(status.st_size)
    self.times = times
  }

  /// Whether the file had been let alone for a while. Of another, two changes may have one time, since clocks go in steps
  /// (cmd/go/internal/modindex, read.go: modTimeCutoff, has the same two seconds); and a time that lies ahead is of a clock
  /// that has been set back.
  ///
  /// - Parameter time: a reading of `HostFiles.now`.
  package func isSettled(at time: Int) -> Bool { settledFrom < time }

  /// After that time the file had been let alone for a while.
  package var settledFrom: Int { Self.settled(after: max(times.changed, times.modified)) }

  static func settled(after change: Int) -> Int { change + 2_000_000_000 }

  /// The state as text.
  package var description: ByteString {
    ByteString("\(device) \(number) \(size) \(times.changed) \(times.modified)")
  }
}
