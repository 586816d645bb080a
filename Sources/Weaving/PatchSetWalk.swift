internal import Bytes
internal import SystemInterface
internal import Findings

/// What no patch set that a person wrote comes near.
enum PatchSetLimits {
  /// Folders in each other.
  static let depth = 64
  /// Files and folders of all kinds.
  static let count = 50_000
  /// MiB.
  static let fileSize = 16
  static let size = 64

  static func check(size: Int, ofFile path: ByteString) throws(Findings) {
    if size <= fileSize << 20 { return }
    throw Findings(
      .tooLarge, "\(path.text) is larger than \(fileSize) MiB, the limit for a patch file; split it")
  }

  static func check(size: Int, ofSet root: ByteString) throws(Findings) {
    if size <= self.size << 20 { return }
    throw Findings(
      .tooLarge,
      "the Go files of the patch set \(root.text) have more than \(self.size) MiB together, the limit for a set; "
        + "\(advice)")
  }

  fileprivate static func check(count: Int, ofSet root: ByteString) throws(Findings) {
    if count <= self.count { return }
    throw Findings(
      .tooLarge,
      "the patch set \(root.text) has more than \(self.count) files and folders, the limit for a set; \(advice)")
  }

  fileprivate static func check(depth: Int, of folder: ByteString) throws(Findings) {
    if depth <= self.depth { return }
    throw Findings(
      .tooLarge,
      "\(folder.text) is more than \(self.depth) folders deep in its patch set, the limit for a set; \(advice)")
  }

  private static let advice: Wording = "is it the right folder, and do links in it lead elsewhere?"
}

/// The way through a patch set's folders.
struct PatchSetWalk<Files: FileSystem> {
  private let root: ByteString
  private let files: Files
  private let isWanted: (ByteString) -> Bool
  /// Names of folders in the first one that are no part of the set.
  private let excluded: [StaticString]
  private var count = 0
  private var found: [ByteString] = []

  /// The files below a folder, links to folders followed, as paths below it, in path order. What lies in a folder whose name
  /// begins with a dot, but for `...`, is no part of the set.
  ///
  /// - Parameters:
  ///   - excluded: names of folders in this one that are no part of the set.
  ///   - isWanted: whether a file of the name is one of them, whatever kind of file it is.
  static func files(
    below root: ByteString, in files: Files, except excluded: [StaticString] = [],
    where isWanted: @escaping (ByteString) -> Bool
  ) throws(Findings) -> [ByteString] {
    var walk = PatchSetWalk(root: root, files: files, isWanted: isWanted, excluded: excluded)
    try walk.visit([], above: [])
    return walk.found
  }

  private init(
    root: ByteString, files: Files, isWanted: @escaping (ByteString) -> Bool, excluded: [StaticString]
  ) {
    self.excluded = excluded
    self.root = root
    self.files = files
    self.isWanted = isWanted
  }

  /// - Parameter above: the folders that this one lies in.
  private mutating func visit(_ folder: ByteString, above: [FolderIdentity]) throws(Findings) {
    let directory = folder.isEmpty ? root : Path.join(root, folder)
    guard let identity = try attempt({ () throws(FileError) in try files.folder(at: directory) }),
      // A folder that lies in itself, by a link, holds nothing new. One that two links lead to is two import paths.
      !above.contains(identity)
    else { return }
    try PatchSetLimits.check(depth: above.count, of: directory)
    for name in try attempt({ () throws(FileError) in try files.names(in: directory) }) ?? [] {
      count += 1
      try PatchSetLimits.check(count: count, ofSet: root)
      let path = Path.join(folder, name)
      if try attempt({ () throws(FileError) in try files.isDirectory(Path.join(root, path)) }) {
        let isExcluded = folder.isEmpty && excluded.contains { name.equals($0) }
        if !isExcluded, name.first != ASCII.dot || name.equals("...") { try visit(path, above: above + [identity]) }
      } else if isWanted(name) {
        found.append(path)
      }
    }
  }
}
