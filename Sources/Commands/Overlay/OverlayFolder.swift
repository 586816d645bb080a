internal import Bytes
internal import Findings
internal import Host
internal import SystemInterface

/// A folder of patched files, with an overlay that has the go command take them. It may hold other files: none is overwritten
/// that a command has not written, and of its own those go away that are of no use any more.
struct OverlayFolder {
  /// A file in the place of another.
  struct Placed {
    /// The path that it is to be found at.
    let original: ByteString
    /// Its path below the folder.
    let name: ByteString
    /// nil for a file that is to be thought away.
    let bytes: ByteString?
  }

  let path: ByteString
  /// The names of the files that were written into it before; nil for a folder that no command has written.
  private let before: [ByteString]?

  private static let overlayName = ByteString("overlay.json")
  /// Says of a folder that a command wrote it, and which files.
  private static let listName = ByteString(".routinex-overlay")

  /// - Throws: that it is one of sources.
  init(_ path: ByteString, from folder: ByteString) throws(Findings) {
    let path = Path.normalized(Path.isAbsolute(path) ? path : Path.join(folder, path))
    self.path = path
    let files = HostFiles()
    var before: [ByteString]?
    switch try attempt({ () throws(FileError) in try files.kind(of: path) }) {
    case nil: break
    case .folder:
      let names = try attempt { () throws(FileError) in try files.names(in: path) } ?? []
      if names.contains(Self.listName) {
        let list = Path.join(path, Self.listName)
        before = try attempt { () throws(FileError) in try files.read(list) }.split(separator: 0).map { Array($0) }
      } else if let name = names.first(where: { $0.hasSuffix(".go") || $0.equals("go.mod") }) {
        throw Findings(
          .existing,
          "\(path.shown) is a folder of sources (\(name.shown)); name a folder for the patched files only, such as "
            + ".patched"
        )
      }
    case .regular, .special:
      throw Findings(.existing, "\(path.shown) is not a folder; name a folder, or a path that does not exist yet")
    }
    self.before = before
  }

  /// The path of the overlay.
  var overlay: ByteString { Path.join(path, Self.overlayName) }

  /// Writes the files and the overlay, and a list of them for the next time.
  /// - Throws: also that a file is there already which no command has written; then nothing has been.
  func write(_ placed: [Placed]) throws(Findings) {
    let replacements = placed.map { ($0.original, $0.bytes == nil ? [] : Path.join(path, $0.name)) }
    let unsayable = replacements.flatMap { [$0.0, $0.1] }.first { String(validating: $0, as: UTF8.self) == nil }
    if let unsayable {
      throw Findings(
        .fileSystem, "overlay.json cannot hold the path \(unsayable.shown), which is not UTF-8; use another folder")
    }
    let names = placed.filter { $0.bytes != nil }.map(\.name)
    try requireAbsent(names)
    // Should it not come to an end, the next one knows them all.
    let known = Set(before ?? [])
    try list((before ?? []) + names.filter { !known.contains($0) })
    for file in placed { if let bytes = file.bytes { try write(bytes, to: file.name) } }
    try write(Self.overlay(replacements), to: Self.overlayName)
    for name in known.subtracting(names) where Self.isBelow(name) { HostFiles().remove(Path.join(path, name)) }
    try list(names)
  }

  private func requireAbsent(_ names: [ByteString]) throws(Findings) {
    let known = Set((before ?? []) + (before == nil ? [] : [Self.overlayName]))
    for name in names + [Self.overlayName] where !known.contains(name) {
      let file = Path.join(path, name)
      if try attempt({ () throws(FileError) in try HostFiles().kind(of: file) }) != nil {
        throw Findings(
          .existing,
          "\(file.shown) exists, and routinex did not write it; nothing was changed: name another folder, or move the "
            + "file away")
      }
    }
  }

  private func list(_ names: [ByteString]) throws(Findings) {
    try write(ByteString(names.map { $0 + [0] }.joined()), to: Self.listName)
  }

  /// Whether a path leads to something below the folder that it is joined to.
  private static func isBelow(_ name: ByteString) -> Bool {
    !Path.isAbsolute(name) && !name.isEmpty && !name.split(separator: ASCII.slash).contains { $0.equals("..") }
  }

  private func write(_ bytes: ByteString, to name: ByteString) throws(Findings) {
    let file = Path.join(path, name)
    try attempt { () throws(FileError) in try HostFiles().write(bytes, to: file) }
  }

  /// What `go build -overlay` reads: for each path the one whose content is to be taken, none for a file that is to be
  /// thought away (cmd/go/internal/fsys, fsys.go: overlayJSON).
  static func overlay(_ replacements: [(ByteString, ByteString)]) -> ByteString {
    let members = replacements.map { original, file in (original.text, JSON.string(file.text)) }
    return ByteString(JSON.object([("Replace", .object(members))]).text + "\n")
  }
}
