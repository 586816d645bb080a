internal import Bytes
internal import Host
internal import Weaving

/// The folder that `--output` names.
struct DiffFolder {
  let path: ByteString

  /// - Throws: that it holds something, which could be the very sources.
  init(_ path: ByteString, from folder: ByteString) throws(CommandFailure) {
    self.path = Path.normalized(Path.isAbsolute(path) ? path : Path.join(folder, path))
    let files = HostFiles()
    if let names = files.names(in: self.path), !names.isEmpty {
      throw CommandFailure("\(self.path.text) is not empty; name a folder that is, or that is not there yet")
    }
    if files.exists(self.path), !files.isDirectory(self.path) {
      throw CommandFailure("\(self.path.text) is no folder")
    }
  }

  /// Writes each file below the folder, and an overlay that puts them into the places of those at `base`.
  func write(_ changes: [PackageChanges.Change], base: ByteString) throws(CommandFailure) {
    var replacements: [(ByteString, ByteString)] = []
    for change in changes {
      let original = Path.join(base, change.path)
      guard let new = change.new else {
        replacements.append((original, []))
        continue
      }
      let file = Path.join(path, change.path)
      replacements.append((original, file))
      try write(new, to: file)
    }
    try write(Self.overlay(replacements), to: Path.join(path, ByteString("overlay.json")))
  }

  private func write(_ bytes: ByteString, to file: ByteString) throws(CommandFailure) {
    do throws(FileError) {
      try HostFiles().write(bytes, to: file)
    } catch {
      throw CommandFailure("cannot write \(file.text): \(error.reason)")
    }
  }

  /// What `go build -overlay` reads: for each path the one whose content is to be taken, none for a file that is to be
  /// thought away (cmd/go/internal/fsys, fsys.go: overlayJSON).
  static func overlay(_ replacements: [(ByteString, ByteString)]) -> ByteString {
    let members = replacements.map { original, file in (original.text, JSON.string(file.text)) }
    return ByteString(JSON.object([("Replace", .object(members))]).text + "\n")
  }
}
