internal import Bytes
internal import GoPackages
internal import Host
internal import SystemInterface

/// Something on a disk that an answer of `go list` was made from.
enum ListingInput: Hashable {
  /// A file, or that there is none.
  case file(ByteString)
  /// The files of a folder that the go command may take for a package's, by their names (go/build, build.go: matchFile and
  /// Import; cmd/go/internal/load, pkg.go: setPGOProfilePath).
  case package(ByteString)
  /// All files of a folder.
  case folder(ByteString)
  /// The same but for those of tests.
  case sources(ByteString)
  /// The folders that `...` below a folder finds packages in, and the names of the Go files there.
  case tree(ByteString)
  /// An archive in the go command's cache, whose name stands for its content.
  case archive(ByteString)

  struct State {
    let description: ByteString
    /// What was read from a later time on is what is there. A reading of `HostFiles.now`.
    let settledFrom: Int
  }

  /// Nil where it cannot be known whether it is still the same.
  var state: State? {
    switch self {
    case .file(let path): Self.file(path)
    case .package(let path): Self.folder(path, where: Self.isOfPackage)
    case .folder(let path): Self.folder(path) { _ in true }
    case .sources(let path): Self.folder(path) { !$0.hasSuffix("_test.go") }
    case .tree(let path): Self.tree(path)
    case .archive(let path): Self.archive(path)
    }
  }

  private static func file(_ path: ByteString) -> State? {
    do throws(FileError) {
      guard try HostFiles().kind(of: path) != nil else {
        return State(description: ByteString("absent"), settledFrom: 0)
      }
    } catch {
      return nil
    }
    return FileState(of: path).map { State(description: $0.description, settledFrom: $0.settledFrom) }
  }

  private static func folder(_ path: ByteString, where counts: (ByteString) -> Bool) -> State? {
    FolderState(of: path, where: counts).map { State(description: $0.description, settledFrom: $0.settledFrom) }
  }

  private static func archive(_ path: ByteString) -> State? {
    FileState(of: path).map { State(description: ByteString("\($0.size)"), settledFrom: 0) }
  }

  private static let extensions: Set<ByteString> = Set(
    [
      "go", "c", "cc", "cpp", "cxx", "m", "h", "hh", "hpp", "hxx", "f", "F", "for", "f90", "s", "S", "sx", "swig",
      "swigcxx", "syso",
    ].map { ByteString($0) })

  private static func isOfPackage(_ name: ByteString) -> Bool {
    if name.first == ASCII.dot || name.first == ASCII.underscore { return false }
    guard let dot = name.lastIndex(of: ASCII.dot) else { return false }
    return extensions.contains(Array(name[(dot + 1)...])) || name.equals("go.mod") || name.equals("default.pgo")
  }

  private static func tree(_ root: ByteString) -> State? {
    var description = ByteString()
    var latest = 0
    var queue = [root]
    while let folder = queue.popLast() {
      guard let times = HostFiles().times(of: folder), let names = try? HostFiles().names(in: folder),
        let inner = try? HostFiles().folders(in: folder, among: names.filter(PackageFolders.mayHoldPackages))
      else { return nil }
      latest = max(latest, times.modified)
      description += folder + [0]
      for name in names where isOfPackage(name) { description += name + [0] }
      // A folder with a go.mod of its own is another module's.
      if folder == root || !names.contains(ByteString("go.mod")) { queue += inner.map { Path.join(folder, $0) } }
    }
    return State(description: description, settledFrom: latest + 20_000_000)
  }
}

// MARK: In a file

extension ListingInput {
  private var parts: (UInt8, ByteString) {
    switch self {
    case .file(let path): (0x66, path)
    case .package(let path): (0x70, path)
    case .folder(let path): (0x64, path)
    case .sources(let path): (0x73, path)
    case .tree(let path): (0x74, path)
    case .archive(let path): (0x61, path)
    }
  }

  /// A letter and the path.
  var encoded: ByteString { [parts.0] + parts.1 }

  init?(encoded: some Collection<UInt8>) {
    let path = ByteString(encoded.dropFirst())
    switch encoded.first {
    case 0x66: self = .file(path)
    case 0x70: self = .package(path)
    case 0x64: self = .folder(path)
    case 0x73: self = .sources(path)
    case 0x74: self = .tree(path)
    case 0x61: self = .archive(path)
    default: return nil
    }
  }
}
