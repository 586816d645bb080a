package import Bytes

/// Which packages the files in a folder of a patch set are for: those of one import path; in a folder `...`, all that lie
/// at or below one; in `_any`, those that the patterns of each file select. Whoever asks what there is for a package asks here: a set, a file, a key, a look at raw arguments.
package struct PackageSelector: Hashable {
  /// The folder's path below the set's tree: `net/http`, `example.com/...`, `...`; of a file in `_any` its patterns.
  package let folder: ByteString
  /// Those of a file in `_any`.
  package let patterns: PackagePatterns?

  package init(folder: ByteString) {
    self.folder = folder
    patterns = nil
  }

  private init(_ patterns: PackagePatterns) {
    self.patterns = patterns
    folder = patterns.text
  }

  /// - Parameters:
  ///   - path: a file's, below the set's tree.
  ///   - bytes: the file.
  /// - Returns: nil for a file of the root, which describes the set and is for no package.
  package init?(ofFile path: ByteString, _ bytes: ByteString) {
    guard let slash = path.lastIndex(of: ASCII.slash) else { return nil }
    if Self.isForPatterns(path) {
      self.init(PackagePatterns(of: bytes) ?? PackagePatterns([]))
    } else {
      self.init(folder: Array(path[..<slash]))
    }
  }

  /// The folder of files that say themselves which packages they are for.
  package static var patternFolder: StaticString { "_any" }

  /// Whether a file lies there.
  package static func isForPatterns(_ path: ByteString) -> Bool { path.hasPrefix("_any/") }

  /// Whether it may be for many packages.
  package var isWildcard: Bool { patterns != nil || folder.equals("...") || folder.hasSuffix("/...") }

  /// The path of the one package; nil for a wildcard.
  package var importPath: ByteString? { isWildcard ? nil : folder }

  /// The path of the package, or that which a wildcard's packages lie at or below; empty for `...`.
  package var base: ByteString {
    patterns != nil ? [] : isWildcard ? Array(folder.dropLast(folder.count > 3 ? 4 : 3)) : folder
  }

  /// Whether the files are for a package.
  package func selects(_ package: PackageOrigin) -> Bool {
    if let patterns { return patterns.selects(package) }
    let importPath = package.importPath
    return folder.withUnsafeBytes { folder in importPath.withUnsafeBytes { Self.selects(folder: folder, $0) } }
  }

  /// Those whose files are for one or more of the packages, in path order. None has a folder with a name that begins with a dot:
  /// what lies there is no part of a set.
  ///
  /// - Parameter importPaths: the packages'; or a wildcard's folder, for those whose files are for every package that it selects.
  package static func all(selecting importPaths: [ByteString]) -> [PackageSelector] {
    var folders = Set(importPaths)
    for path in importPaths {
      let selector = PackageSelector(folder: path)
      let base = selector.base
      base.withUnsafeBytes { bytes in
        _ = anyFolder(for: bytes) { count, rest in
          let folder = Array(base[..<count]) + ByteString(rest)
          // The package at a wildcard's base is one of those that it selects, with files of its own.
          if !selector.isWildcard || folder != base { folders.insert(folder) }
          return false
        }
      }
    }
    folders = folders.filter { folder in
      !folder.split(separator: ASCII.slash).contains { $0.first == ASCII.dot && !$0.equals("...") }
    }
    return folders.map(PackageSelector.init).sorted()
  }
}

// MARK: In the order of folders

extension PackageSelector: Comparable {
  package static func < (left: PackageSelector, right: PackageSelector) -> Bool {
    left.folder.lexicographicallyPrecedes(right.folder)
  }
}

// MARK: Of bytes in place, for what is asked about every package of a build: nothing is made

extension PackageSelector {
  /// Whether the files in a folder are for a package.
  package static func selects(folder: UnsafeRawBufferPointer, _ importPath: UnsafeRawBufferPointer) -> Bool {
    var count = folder.count
    var isBelow = false
    if count >= 3, folder[count - 1] == ASCII.dot, folder[count - 2] == ASCII.dot, folder[count - 3] == ASCII.dot {
      if count == 3 { return true }
      if folder[count - 4] == ASCII.slash {
        count -= 4
        isBelow = importPath.count > count && importPath[count] == ASCII.slash
      }
    }
    guard isBelow || importPath.count == count else { return false }
    for index in 0..<count where folder[index] != importPath[index] { return false }
    return true
  }

  /// Whether that is so of a folder of a set whose files are for a package: its own, and `...` of each that it lies in.
  ///
  /// - Parameter isSo: is given the folder's path in two parts: so many bytes of the import path, and what follows them.
  package static func anyFolder(
    for importPath: UnsafeRawBufferPointer, where isSo: (_ count: Int, _ rest: StaticString) -> Bool
  ) -> Bool {
    guard importPath.count > 0 else { return isSo(0, "...") }
    if isSo(importPath.count, "") || isSo(0, "...") || isSo(importPath.count, "/...") { return true }
    for index in importPath.indices where importPath[index] == ASCII.slash && isSo(index, "/...") { return true }
    return false
  }
}
