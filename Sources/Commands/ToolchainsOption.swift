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
      "A Go toolchain, by its folder or by a version that is found, or folders with * and ? in their names; may be repeated.",
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
        throw Findings(.missingToolchain, "no folder that '\(name.shown)' stands for is a Go toolchain")
      }
      names += found
    }
    return try roots.named(names)
  }
}

/// A path whose components may hold `*`, for any bytes, and `?`, for one.
enum FolderPattern {
  private static let questionMark = ASCII.questionMark

  static func isOne(_ path: ByteString) -> Bool { path.contains(ASCII.star) || path.contains(questionMark) }

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
    var (place, position) = (0, 0)
    // Where to go on if what follows the last `*` does not fit: it takes one byte more.
    var retry: (place: Int, position: Int)?
    while position < name.count {
      if place < pattern.count, pattern[place] == ASCII.star {
        retry = (place, position)
        place += 1
      } else if place < pattern.count, pattern[place] == name[position] || pattern[place] == questionMark {
        (place, position) = (place + 1, position + 1)
      } else if let (star, start) = retry {
        retry = (star, start + 1)
        (place, position) = (star + 1, start + 1)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == ASCII.star }
  }
}
