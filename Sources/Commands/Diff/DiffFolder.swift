internal import Bytes
internal import Findings
internal import Host
internal import SystemInterface
internal import Weaving

/// The folder that `--output` names.
struct DiffFolder {
  let path: ByteString

  /// - Throws: that it holds something, which could be the very sources.
  init(_ path: ByteString, from folder: ByteString) throws(Findings) {
    self.path = Path.normalized(Path.isAbsolute(path) ? path : Path.join(folder, path))
    let (files, folder) = (HostFiles(), self.path)
    switch try attempt({ () throws(FileError) in try files.kind(of: folder) }) {
    case nil: return
    case .folder:
      let names = try attempt { () throws(FileError) in try files.names(in: folder) }
      if names?.isEmpty == false {
        throw Findings(.existing, "\(folder.shown) is not empty; name a folder that is, or that is not there yet")
      }
    case .regular, .special: throw Findings(.existing, "\(folder.shown) is no folder")
    }
  }

  /// Writes each file below the folder, and an overlay that puts them into the places of those at `base`.
  func write(_ changes: [PackageChanges.Change], base: ByteString) throws(Findings) {
    var replacements: [(ByteString, ByteString)] = []
    var written: [(ByteString, ByteString)] = []
    for change in changes {
      let original = Path.join(base, change.path)
      guard let new = change.new else {
        replacements.append((original, []))
        continue
      }
      let file = Path.join(path, change.path)
      replacements.append((original, file))
      written.append((file, new))
    }
    let unsayable = replacements.flatMap { [$0.0, $0.1] }.first { String(validating: $0, as: UTF8.self) == nil }
    if let unsayable {
      throw Findings(
        .fileSystem, "overlay.json cannot hold the path \(unsayable.shown), which is not UTF-8; use another folder")
    }
    for (file, bytes) in written { try write(bytes, to: file) }
    try write(Self.overlay(replacements), to: Path.join(path, ByteString("overlay.json")))
  }

  private func write(_ bytes: ByteString, to file: ByteString) throws(Findings) {
    do throws(FileError) {
      try HostFiles().write(bytes, to: file)
    } catch {
      throw Findings(error)
    }
  }

  /// What `go build -overlay` reads: for each path the one whose content is to be taken, none for a file that is to be
  /// thought away (cmd/go/internal/fsys, fsys.go: overlayJSON).
  static func overlay(_ replacements: [(ByteString, ByteString)]) -> ByteString {
    let members = replacements.map { original, file in (original.text, JSON.string(file.text)) }
    return ByteString(JSON.object([("Replace", .object(members))]).text + "\n")
  }
}
