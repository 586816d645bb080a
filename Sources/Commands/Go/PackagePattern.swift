internal import Bytes

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
    if folder == root { return matches(path: rest, ByteString(".")) }
    let prefix = root.last == ASCII.slash ? root : root + [ASCII.slash]
    return folder.hasPrefix(prefix) && matches(path: rest, Array(folder.dropFirst(prefix.count)))
  }

  /// cmd/internal/pkgpattern, MatchPattern: `...` stands for any string, though not for one with the element `vendor`
  /// that something follows, and `/...` at the end for nothing as well.
  static func matches(path pattern: ByteString, _ importPath: ByteString) -> Bool {
    if !pattern.contains("...") { return pattern == importPath }
    if pattern.contains(vendor) || importPath.contains(vendor) { return false }
    let name = markingVendor(importPath)
    let marked = markingVendor(pattern)
    let vendorEnd: ByteString = [ASCII.slash, vendor] + ByteString("/...")
    let alternatives: [ByteString]
    if marked.hasSuffix(vendorEnd) {
      alternatives = [marked.dropLast(vendorEnd.count) + ByteString("/vendor"), marked]
    } else if marked == Array(vendorEnd.dropFirst()) {
      // So it is there: nothing matches.
      alternatives = [ByteString("/vendor"), vendorEnd]
    } else if marked.hasSuffix("/...") {
      alternatives = [marked.dropLast(4), marked]
    } else {
      alternatives = [marked]
    }
    return alternatives.contains { matches(glob: $0, name) }
  }

  /// Takes the place of `vendor` where `...` may not match it: no argument holds it.
  private static let vendor: UInt8 = 0

  private static func markingVendor(_ path: ByteString) -> ByteString {
    var elements = path.split(separator: ASCII.slash, omittingEmptySubsequences: false)
    for index in elements.indices.dropLast() where elements[index].equals("vendor") { elements[index] = [vendor] }
    return ByteString(elements.joined(separator: [ASCII.slash]))
  }

  private static func matches(glob: ByteString, _ name: ByteString) -> Bool {
    var pieces: [ByteString] = []
    var rest = glob
    while let dots = rest.firstIndex(of: ByteString("...")) {
      pieces.append(Array(rest[..<dots]))
      rest = Array(rest[(dots + 3)...])
    }
    pieces.append(rest)
    // Where in the name the pieces up to this one can end.
    var ends: Set<Int> = name.hasPrefix(pieces[0]) ? [pieces[0].count] : []
    for piece in pieces.dropFirst() {
      var next: Set<Int> = []
      for end in ends {
        let limit = name[end...].firstIndex(of: vendor) ?? name.endIndex
        for start in end...limit where name[start...].hasPrefix(piece) { next.insert(start + piece.count) }
      }
      ends = next
    }
    return ends.contains(name.count)
  }
}
