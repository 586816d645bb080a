package import Bytes
package import Findings
package import SystemInterface

/// The Go toolchains that a machine has, found without running one.
package struct GoRoots<Files: FileSystem> {
  /// Where `.toolchains` is looked for, in this folder and those above it.
  package let workingFolder: ByteString
  let environment: Environment
  let files: Files
  /// The path without symbolic links; nil if it names nothing.
  let realPath: (ByteString) -> ByteString?

  package init(
    workingFolder: ByteString, environment: Environment, files: Files,
    realPath: @escaping (ByteString) -> ByteString?
  ) {
    self.workingFolder = workingFolder
    self.environment = GoSettings.environment(environment, in: files)
    self.files = files
    self.realPath = realPath
  }

  /// Every toolchain, the oldest first; of several of one version the first of `candidates`.
  package func all() -> [GoRoot] {
    var result: [GoRoot] = []
    for candidate in candidates() {
      guard let root = root(candidate) else { continue }
      let isKnown = result.contains {
        $0.path == root.path || ($0.version == root.version && root.minor != .max)
      }
      if !isKnown { result.append(root) }
    }
    return Self.sorted(result)
  }

  /// Those that a person names, each by its folder, or by a version of which the machine has a toolchain (`1.24`,
  /// `go1.24.11`); all, if none is named.
  package func named(_ names: [ByteString]) throws(Findings) -> [GoRoot] {
    if names.isEmpty {
      let found = all()
      if found.isEmpty {
        throw Findings(
          .missingToolchain,
          "no Go toolchain found: not in GOROOT, on PATH, in /usr/local/go, /usr/lib/go-*, ~/sdk, the module cache or "
            + ".toolchains; name one with --go FOLDER")
      }
      return found
    }
    var result: [GoRoot] = []
    for name in names {
      for root in try named(name) where !result.contains(where: { $0.path == root.path }) { result.append(root) }
    }
    return Self.sorted(result)
  }

  private func named(_ path: ByteString) throws(Findings) -> [GoRoot] {
    let absolute = Path.isAbsolute(path) ? path : Path.join(workingFolder, path)
    if let root = root(absolute) { return [root] }
    let version = path.hasPrefix("go") ? path : ByteString("go") + path
    let matching = all().filter { root in
      guard root.version.hasPrefix(version) else { return false }
      let rest = root.version.dropFirst(version.count)
      return rest.isEmpty || rest.first == ASCII.dot || rest.hasPrefix("rc") || rest.hasPrefix("beta")
    }
    guard let newest = matching.last else {
      let known = all().map(\.version.text).joined(separator: ", ")
      throw Findings(
        .existing,
        "no Go toolchain '\(path.shown)': it is neither a folder with the sources of the standard library "
          + "(src/runtime) nor a version that is on this machine" + (known.isEmpty ? "" : " (\(known))"))
    }
    return [newest]
  }

  private func root(_ path: ByteString) -> GoRoot? { GoRoot(realPath(path) ?? path, in: files) }

  private static func sorted(_ roots: [GoRoot]) -> [GoRoot] {
    roots.enumerated().sorted { left, right in
      let (a, b) = (GoVersion(left.element.version), GoVersion(right.element.version))
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }

  /// The toolchain of the first go command on PATH.
  package var onPath: GoRoot? { candidatesOnPath.lazy.compactMap(root).first }

  private var candidatesOnPath: [ByteString] {
    (environment["PATH"] ?? []).split(separator: ASCII.colon).compactMap { folder in
      // GOROOT/bin/go, or a link to it.
      let program = Path.join(Array(folder), ByteString("go"))
      guard files.finds(program), !files.findsFolder(program) else { return nil }
      return Path.directory(Path.directory(realPath(program) ?? program))
    }
  }

  /// Folders that may be toolchains, the likeliest first.
  private func candidates() -> [ByteString] {
    var result: [ByteString] = []
    if let root = environment["GOROOT"] { result.append(root) }
    result += candidatesOnPath
    result.append(ByteString("/usr/local/go"))
    result += entries(of: ByteString("/usr/lib")) { $0.hasPrefix("go-") }
    if let home = environment["HOME"] {
      result += entries(of: Path.join(home, ByteString("sdk"))) { $0.hasPrefix("go") }
    }
    if let cache = GoSettings.moduleCache(environment) {
      result += entries(of: Path.join(cache, ByteString("golang.org"))) { $0.hasPrefix("toolchain@") }
    }
    for folder in Path.upwards(from: workingFolder) {
      result += entries(of: Path.join(folder, ByteString(".toolchains"))) { $0.first != ASCII.dot }
    }
    return result
  }

  private func entries(of folder: ByteString, where isWanted: (ByteString) -> Bool) -> [ByteString] {
    files.namesFound(in: folder).filter(isWanted).map { Path.join(folder, $0) }
  }
}
