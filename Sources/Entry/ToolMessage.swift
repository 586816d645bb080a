internal import Bytes
internal import Host
internal import SystemInterface
internal import Toolexec

/// What a tool's call says to a person. The go command prints it, and on the way writes `.` for the package's folder wherever that
/// stands behind white space, whatever follows (cmd/go/internal/work, shell.go: replacePrefix): of `/src/app-patches/x.go` the package
/// in `/src/app` would leave `.-patches/x.go`.
enum ToolMessage {
  static func error(_ text: String) {
    Message.error(String(decoding: kept(ByteString(text), from: sourceFolders), as: UTF8.self))
  }

  /// Writes `/src//app-patches`, which means the same file, where only the name's beginning is that of a folder.
  static func kept(_ text: ByteString, from folders: some Sequence<ByteString>) -> ByteString {
    var text = text
    for folder in folders where folder.count > 1 {
      let name = Path.lastComponent(folder)
      var start = 0
      while let place = text.firstIndex(of: folder, from: start) {
        start = place + folder.count
        let isPath = place == 0 || text[place - 1].isSpace
        guard isPath, start < text.count, text[start] != ASCII.slash, text[start] != ASCII.colon, !text[start].isSpace
        else { continue }
        text.insert(ASCII.slash, at: start - name.count)
      }
    }
    return text
  }

  /// The folders of the Go files on the command line: the package's is among them.
  private static var sourceFolders: Set<ByteString> {
    let all = ArgumentVector.ofProcess.copied().filter { $0.hasSuffix(".go") }.map { Path.directory($0) }
    let folders = Set(all)
    guard folders.contains(where: { !Path.isAbsolute($0) }), let working = workingFolders().first else {
      return folders
    }
    return Set(folders.map { Path.isAbsolute($0) ? $0 : Path.normalized(Path.join(working, $0)) })
  }
}
