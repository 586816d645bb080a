internal import Bytes
internal import SystemInterface
internal import Findings
internal import Toolexec

/// An element of a list of patch sets that names none: what was looked for, where, and what to do.
struct UnknownSet {
  private let names: [ByteString]
  private let index: Int
  private let folders: [ByteString]

  init(_ names: [ByteString], _ index: Int, from folders: [ByteString]) {
    self.names = names
    self.index = index
    self.folders = folders
  }

  func message(in files: some FileSystem) throws(Findings) -> String {
    let name = names[index]
    if let whole = try folderWithCommas(in: files) {
      return
        "no patch set '\(name.shown)': a comma separates the sets in a list; for the folder \(whole.shown) write "
        + PatchSetList.quoted(whole).shown
    }
    if case .package(let importPath, let folder) = SetElement(name) {
      return try message(importPath, folder, in: files)
    }
    let places = PatchSet.candidates(name, from: folders)
    let tried = places.isEmpty ? name.shown : places.map(\.shown).joined(separator: " or ")
    var text = "no patch set '\(name.shown)': there is no folder \(tried), and the built-in sets are "
    text += PatchSet.builtInNames.map(\.text).joined(separator: ", ")
    if !Path.isAbsolute(name) { text += "; give a folder by its absolute path" }
    if names.count > 1 { text += "; in a list, write a comma in a path as \\," }
    return text
  }

  /// For a set that is a Go package.
  private func message(
    _ importPath: ByteString, _ folder: ByteString?, in files: some FileSystem
  ) throws(Findings) -> String {
    if let folder {
      return "the folder of the patch set \(importPath.shown) is gone: \(folder.shown); start the build again"
    }
    for candidate in PatchSet.candidates(importPath, from: folders)
    where try attempt({ () throws(FileError) in try files.isDirectory(candidate) }) {
      return
        "'\(importPath.shown)' is the import path of a patch set; for the folder \(candidate.shown) write "
        + "./\(importPath.shown)"
    }
    if importPath.contains(ASCII.at) {
      return
        "'\(importPath.shown)' has a version, but versions belong in go.mod: run 'routinex add \(importPath.shown)', "
        + "and name the patch set without its version"
    }
    return
      "the patch set \(importPath.shown) is a Go package, whose folder is found in the build list: start the build "
      + "with 'routinex go', or name the folder that go list -f '{{.Dir}}' \(importPath.shown) prints"
  }

  /// The element with others of the list, as one path with commas in it, where that is what a folder is called.
  private func folderWithCommas(in files: some FileSystem) throws(Findings) -> ByteString? {
    for first in 0...index {
      for last in index..<names.count {
        let joined = ByteString(names[first...last].joined(separator: [ASCII.comma]))
        // An empty element leaves no trace in the list.
        for whole in [joined, joined + [ASCII.comma]] where whole != names[index] {
          for candidate in PatchSet.candidates(whole, from: folders)
          where try attempt({ () throws(FileError) in try files.isDirectory(candidate) }) {
            return whole
          }
        }
      }
    }
    return nil
  }
}
