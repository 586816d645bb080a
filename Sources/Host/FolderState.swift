package import Bytes
internal import CLibrary
internal import SystemInterface

/// What differs once a file of a folder does, or another one comes or goes, as long as the file system and the clock are to be
/// trusted (`FileState`).
package struct FolderState: Equatable {
  /// The files by name, and the state of each.
  package private(set) var description: ByteString
  /// When one of the files last changed, in nanoseconds since 1970.
  private var latest: Int
  /// When a name last came or went, counted or not.
  private let modified: Int

  /// Nil where there is no folder, on file systems whose times are not this machine's, and where one of the files that count is
  /// no regular file.
  ///
  /// - Parameter counts: whether a file counts, by its name. A folder never does.
  package init?(of folder: ByteString, where counts: (ByteString) -> Bool) {
    let files = HostFiles()
    guard let times = files.times(of: folder), let names = try? files.names(in: folder) else { return nil }
    var own = stat()
    let descriptor = systemCall(folder) { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard fstat(descriptor, &own) == 0 else { return nil }
    modified = times.modified
    latest = 0
    description = []
    for name in names where counts(name) {
      var status = stat()
      guard systemCall(name, { fstatat(descriptor, $0, &status, 0) }) == 0 else { return nil }
      if FileKind(status) == .folder { continue }
      // A link may lead to another file system.
      guard FileKind(status) == .regular,
        status.st_dev == own.st_dev || files.times(of: Path.join(folder, name)) != nil
      else { return nil }
      let (changed, modified) = CurrentPlatform.times(of: status)
      latest = max(latest, changed, modified)
      description += name + [0]
      Self.append(UInt64(truncatingIfNeeded: status.st_dev), to: &description)
      Self.append(UInt64(truncatingIfNeeded: status.st_ino), to: &description)
      for number in [Int(status.st_size), changed, modified] {
        Self.append(UInt64(bitPattern: Int64(number)), to: &description)
      }
    }
  }

  private static func append(_ number: UInt64, to bytes: inout ByteString) {
    withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
  }

  /// What was read from a later time on is what is there: no file had been changed shortly before, and no name has come or gone
  /// since. A reading of `HostFiles.now`.
  package var settledFrom: Int { max(FileState.settled(after: latest), modified + 20_000_000) }
}
