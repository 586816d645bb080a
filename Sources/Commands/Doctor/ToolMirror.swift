internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import SystemInterface
internal import Weaving

/// A Go root of links to another one, in which each tool is a script that has its call written down before it becomes the tool.
///
/// So what an agent is to start is called as the tool is and lies where tools lie, and the last program of every chain tells
/// what came to it. (The go command takes no other folder for tools: GOTOOLDIR is what it says, and nothing that it reads.)
struct ToolMirror {
  let root: ByteString
  /// `ROOT/pkg/tool/GOOS_GOARCH`.
  let toolFolder: ByteString

  private static let (pkg, tool): (StaticString, StaticString) = ("pkg", "tool")

  /// - Parameters:
  ///   - folder: does not exist yet.
  ///   - record: the command that writes the call down and becomes the tool; the tool's path and its arguments follow.
  init(of goRoot: GoRoot, at folder: ByteString, record: [ByteString]) throws(Findings) {
    root = folder
    let files = HostFiles()
    func list(_ path: ByteString) throws(Findings) -> [ByteString] {
      try attempt { () throws(FileError) in try files.names(in: path) } ?? []
    }
    func link(_ path: ByteString, except name: StaticString) throws(Findings) {
      let (from, to) = (Path.join(goRoot.path, path), Path.join(folder, path))
      _ = try attempt { () throws(FileError) in try files.makeOwnFolder(to) }
      for entry in try list(from) where !entry.equals(name) {
        try attempt { () throws(FileError) in
          try files.addLink(Path.join(to, entry), to: Path.join(from, entry))
        }
      }
    }
    try link([], except: Self.pkg)
    try link(ByteString(Self.pkg), except: Self.tool)
    let tools = Path.join(ByteString(Self.pkg), ByteString(Self.tool))
    let realTools = Path.join(goRoot.path, tools)
    // One folder: that of the platform that the toolchain runs on.
    let platform = try list(realTools).first { files.finds(Path.join(Path.join(realTools, $0), ByteString("compile"))) }
    guard let platform else {
      throw Findings(
        .missingToolchain, "\(goRoot.path.shown) has no compiler below pkg/tool; name a whole Go toolchain with --go")
    }
    toolFolder = Path.join(Path.join(folder, tools), platform)
    let real = Path.join(realTools, platform)
    for name in try list(real) {
      let words = record + [Path.join(real, name)]
      let script =
        ByteString("#!/bin/sh\nexec ") + ByteString(words.map(Self.quoted).joined(separator: [ASCII.space]))
        + ByteString(" \"$@\"\n")
      let path = Path.join(toolFolder, name)
      try attempt { () throws(FileError) in try files.add(path, script, isExecutable: true) }
    }
  }

  /// The bytes as one word of a shell.
  private static func quoted(_ word: ByteString) -> ByteString {
    [ASCII.singleQuote] + word.replacing([ASCII.singleQuote], with: ByteString("'\\''")) + [ASCII.singleQuote]
  }
}
