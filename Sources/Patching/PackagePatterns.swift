package import Bytes

/// A package, as far as patterns ask about it.
package struct PackageOrigin: Hashable {
  package let importPath: ByteString
  /// Whether it is one of the Go installation's, its commands among them.
  package let isStandard: Bool
  /// Whether it is one of a main module's.
  package let isOfMainModule: Bool

  package init(importPath: ByteString, isStandard: Bool, isOfMainModule: Bool) {
    self.importPath = importPath
    self.isStandard = isStandard
    self.isOfMainModule = isOfMainModule
  }
}

/// `//routinex:packages work std !example.com/hooks/...`: the packages that a file in `_any` is for. One pattern selects, and
/// none with `!` may; where all have one, every other package is selected.
package struct PackagePatterns: Hashable {
  /// The patterns, as they are written.
  package let text: ByteString
  private let words: [ByteString]

  /// The line's word, as files are searched for it.
  private static let line = ByteString("//routinex:packages")

  /// - Parameter argument: what follows the directive's word.
  init(_ argument: some Collection<UInt8>) {
    words = argument.split(whereSeparator: \.isSpace).map { Array($0) }
    text = Array(words.joined(separator: [ASCII.space]))
  }

  /// Those of a file, read without a parse; nil where it has none.
  package init?(of file: ByteString) {
    var words: [ByteString] = []
    for line in file.split(separator: ASCII.newline) {
      if line.hasPrefix("package ") { break }
      guard line.hasPrefix(Self.line), let next = line.dropFirst(Self.line.count).first, next.isSpace else { continue }
      words += line.dropFirst(Self.line.count).split(whereSeparator: \.isSpace).map { Array($0) }
    }
    if words.isEmpty { return nil }
    self.init(Array(words.joined(separator: [ASCII.space])))
  }

  /// The first word that is no pattern.
  var malformed: ByteString? {
    words.first { word in
      let pattern = word.first == ASCII.bang ? word.dropFirst() : word[...]
      let isPath = pattern.first.map { $0 != ASCII.dot && $0 != ASCII.slash && $0 != ASCII.dash && $0 != ASCII.bang }
      return isPath != true && !pattern.hasPrefix("...")
    }
  }

  /// Whether a package's import path is not enough to tell.
  package var asksForOrigin: Bool {
    words.contains { word in
      let pattern = word.first == ASCII.bang ? word.dropFirst() : word[...]
      return pattern.equals("std") || pattern.equals("cmd") || pattern.equals("work")
    }
  }

  /// The paths that select packages by their names, each up to its first `...`; `isBelow` says that there is one. Without those that
  /// begin with `...`.
  package var paths: [(base: ByteString, isBelow: Bool)] {
    words.compactMap { word in
      if word.first == ASCII.bang || ["std", "cmd", "work"].contains(where: { word.equals($0) }) { return nil }
      let elements = word.split(separator: ASCII.slash)
      let base = elements.prefix { !Array($0).contains("...") }
      return base.isEmpty ? nil : (ByteString(base.joined(separator: [ASCII.slash])), base.count < elements.count)
    }
  }

  package func selects(_ package: PackageOrigin) -> Bool {
    // Of a file without the directive, which is an error.
    if words.isEmpty { return false }
    var isSelected = words.allSatisfy { $0.first == ASCII.bang }
    for word in words {
      let isNegated = word.first == ASCII.bang
      guard Self.matches(isNegated ? Array(word.dropFirst()) : word, package) else { continue }
      if isNegated { return false }
      isSelected = true
    }
    return isSelected
  }

  private static func matches(_ pattern: ByteString, _ package: PackageOrigin) -> Bool {
    let isCommand = package.importPath.equals("cmd") || package.importPath.hasPrefix("cmd/")
    if pattern.equals("std") { return package.isStandard && !isCommand }
    if pattern.equals("cmd") { return package.isStandard && isCommand }
    if pattern.equals("work") { return package.isOfMainModule }
    return ImportPathPattern.matches(pattern, package.importPath)
  }
}
