internal import ArgumentParser
internal import Bytes
internal import Findings
internal import GoPackages
internal import Host

/// `--go`, for the commands that look at many toolchains.
struct ToolchainsOption: ParsableArguments {
  @Option(
    name: .customLong("go"), parsing: .singleValue,
    help: ArgumentHelp(
      "A Go toolchain: its folder, a version that this machine has, or a pattern with * and ?; may be repeated.",
      valueName: "goroot"),
    completion: .directory)
  var toolchains: [RawArgument] = []

  /// Those that are named, else all of this machine, the oldest first.
  func roots() throws(Findings) -> [GoRoot] {
    let roots = GoRoots.ofThisMachine
    var names: [ByteString] = []
    for name in toolchains.map(\.bytes) {
      guard FolderPattern.isOne(name) else {
        names.append(name)
        continue
      }
      let found = FolderPattern.folders(name, from: roots.workingFolder).filter {
        GoRoot(realPath($0) ?? $0, in: HostFiles()) != nil
      }
      if found.isEmpty {
        throw Findings(.missingToolchain, "no folder that matches '\(name.shown)' is a Go toolchain")
      }
      names += found
    }
    return try roots.named(names)
  }
}

/// A path whose components may hold `*`, for any bytes, and `?`, for one.
enum FolderPattern {
  static func isOne(_ path: ByteString) -> Bool { path.contains(ASCII.star) || path.contains(ASCII.questionMark) }

  /// The folders, sorted. What begins with a dot is named by what does.
  static func folders(_ pattern: ByteString, from folder: ByteString) -> [ByteString] {
    let files = HostFiles()
    var found = [Path.isAbsolute(pattern) ? [ASCII.slash] : folder]
    for component in pattern.split(separator: ASCII.slash).map({ Array($0) }) {
      found = found.flatMap { folder in
        guard isOne(component) else { return [Path.join(folder, component)] }
        let names = files.namesFound(in: folder).filter {
          ($0.first != ASCII.dot || component.first == ASCII.dot) && matches(component, $0)
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }.map { Path.join(folder, $0) }
      }.filter(files.findsFolder)
    }
    return found
  }

  static func matches(_ pattern: ByteString, _ name: ByteString) -> Bool {
    matchesWildcards(
      pattern, name, isAny: { $0 == ASCII.star }, fits: { $0 == $1 || $0 == ASCII.questionMark })
  }
}
