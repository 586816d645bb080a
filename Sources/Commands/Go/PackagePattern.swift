internal import Bytes
internal import Patching

/// What stands in front of the `=` in a value of `-gcflags` (cmd/go/internal/load/search.go, MatchPackage).
enum PackagePattern: Equatable {
  /// No pattern: the packages that the command line names.
  case named
  /// `./...`: by folder.
  case relative(ByteString)
  case all, std, cmd
  /// `tool` and `work` have a meaning from Go 1.25 on: the module's tools, and the packages of the main modules.
  case tool, work
  /// An import path, or one with `...` for any string.
  case path(ByteString)

  init(_ text: ByteString, goMinor: Int) {
    let isRelative =
      text.hasPrefix("./") || text.hasPrefix("../") || text.equals(".") || text.equals("..")
    if isRelative {
      self = .relative(text)
    } else if text.equals("all") {
      self = .all
    } else if text.equals("std") {
      self = .std
    } else if text.equals("cmd") {
      self = .cmd
    } else if goMinor >= 25, text.equals("tool") {
      self = .tool
    } else if goMinor >= 25, text.equals("work") {
      self = .work
    } else {
      self = .path(text)
    }
  }

  /// Whether a folder's packages match a relative pattern, as seen from `workingFolder`.
  static func matches(relative pattern: ByteString, folder: ByteString, from workingFolder: ByteString) -> Bool {
    guard let dots = pattern.firstIndex(of: ByteString("...")) else {
      return folder == Path.normalized(Path.join(workingFolder, pattern))
    }
    let slash = pattern[..<dots].lastIndex(of: ASCII.slash) ?? 0
    let root = Path.normalized(Path.join(workingFolder, pattern[..<slash]))
    let rest = Array(pattern[(slash + 1)...])
    if folder == root { return ImportPathPattern.matches(rest, ByteString(".")) }
    let prefix = root.last == ASCII.slash ? root : root + [ASCII.slash]
    return folder.hasPrefix(prefix) && ImportPathPattern.matches(rest, Array(folder.dropFirst(prefix.count)))
  }
}
