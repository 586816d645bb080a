internal import Bytes
internal import Host
internal import SystemInterface
internal import Toolexec

/// A tool's answer to `-V=full`, kept in the go command's cache: a tool takes several times as long to give it as to have it
/// read, and a build with nothing to do asks for those of four tools, one after another.
///
/// It depends on the tool's file and on what the tool is told of the build's settings (cmd/internal/objabi, flag.go:
/// versionFlag.Set; internal/buildcfg). What stands for both is in the name of the file that holds it.
struct KeptAnswer {
  private let path: ByteString
  private let tool: ByteString
  private let state: FileState

  /// Variables that differ from build to build and that no tool's answer depends on. All others of the go command's count.
  private static let passedOver: [StaticString] = [
    "GOCACHE", "GOFLAGS", "GOGCCFLAGS", "GOMOD", "GOTMPDIR", "GOWORK",
  ]

  /// Nil where it cannot be known whether an answer is still right, or nothing can be kept.
  ///
  /// - Parameters:
  ///   - tool: the tool's path.
  ///   - environment: `NAME=VALUE`, all of them.
  init?(of tool: ByteString, environment: [ByteString], cache: ByteString?) {
    guard let cache, Path.isAbsolute(cache), Path.isAbsolute(tool), let state = FileState(of: tool) else { return nil }
    var hash = SHA256()
    hash.update(field: ByteString("routinex answer 1"))
    hash.update(field: tool)
    hash.update(field: state.description)
    for variable in environment.sorted(by: { $0.lexicographicallyPrecedes($1) }) where variable.hasPrefix("GO") {
      let name = variable.prefix { $0 != ASCII.equals }
      if !Self.passedOver.contains(where: { name.equals($0) }) { hash.update(field: variable) }
    }
    path = BuildCache.path(of: hash.hexadecimal(), in: cache)
    self.tool = tool
    self.state = state
  }

  /// The answer, byte for byte; nil if there is none.
  func read() -> ByteString? {
    guard let output = try? HostFiles().read(path), Self.isAnswer(output) else { return nil }
    return output
  }

  /// Keeps the answer that the tool has given since. Where that cannot be, the tool is asked again.
  ///
  /// - Parameter start: when it was asked, a reading of `HostFiles.now`.
  func keep(_ output: ByteString, askedAt start: Int) {
    guard Self.isAnswer(output), state.isSettled(at: start), FileState(of: tool) == state else { return }
    try? HostFiles().replace(path, with: output)
  }

  private static func isAnswer(_ output: ByteString) -> Bool {
    output.last == ASCII.newline && (try? VersionLine(output: output)) != nil
  }
}
