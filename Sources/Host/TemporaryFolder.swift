package import Bytes
internal import CLibrary
package import SystemInterface

/// A new folder in TMPDIR, for this user alone; its path is absolute.
/// - Throws: why there can be none, with the folder that it was to lie in.
package func makeTemporaryFolder() throws(FileError) -> ByteString {
  let given = environmentValue("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? ByteString("/tmp")
  // The tools of a build run in other folders.
  let parent = Path.isAbsolute(given) ? given : Path.normalized(Path.join(workingFolder() ?? [], given))
  var path = (Path.join(parent, ByteString("routinex-XXXXXX")) + [0]).map { CChar(bitPattern: $0) }
  guard mkdtemp(&path) != nil else {
    throw FileError(
      .create, Path.join(parent, ByteString("routinex-XXXXXX")),
      reason: "\(systemMessage(errno)); set TMPDIR to a folder that can be written to")
  }
  return path.dropLast().map { UInt8(bitPattern: $0) }
}
