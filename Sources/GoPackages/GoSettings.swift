internal import Bytes
package import SystemInterface

/// The go command's settings: the environment and, for what that leaves out, the file that `go env -w` writes.
package enum GoSettings {
  /// An environment that answers for both (cmd/go/internal/cfg, cfg.go: EnvFile, Getenv).
  package static func environment(_ environment: Environment, in files: some FileSystem) -> Environment {
    guard let path = file(environment), let text = try? files.read(path) else { return environment }
    var values: [ByteString: ByteString] = [:]
    for line in text.split(separator: ASCII.newline).map(\.trimmed) {
      guard let sign = line.firstIndex(of: ASCII.equals), line.hasPrefix("GO") || line.hasPrefix("C") else { continue }
      values[Array(line[..<sign])] = Array(line[(sign + 1)...])
    }
    return Environment { name in environment[name] ?? values[ByteString(name)] }
  }

  private static func file(_ environment: Environment) -> ByteString? {
    if let path = environment["GOENV"] { return path.equals("off") ? nil : path }
    #if os(macOS)
      return environment["HOME"].map { Path.join($0, ByteString("Library/Application Support/go/env")) }
    #else
      let folder = environment["XDG_CONFIG_HOME"] ?? environment["HOME"].map { Path.join($0, ByteString(".config")) }
      return folder.map { Path.join($0, ByteString("go/env")) }
    #endif
  }

  /// The folder of the module cache (cmd/go/internal/cfg, cfg.go: gopathDir).
  static func moduleCache(_ environment: Environment) -> ByteString? {
    if let folder = environment["GOMODCACHE"] { return folder }
    let paths = environment["GOPATH"]?.split(separator: ASCII.colon).first.map { Array($0) }
    let folder = paths ?? environment["HOME"].map { Path.join($0, ByteString("go")) }
    return folder.map { Path.join($0, ByteString("pkg/mod")) }
  }
}
