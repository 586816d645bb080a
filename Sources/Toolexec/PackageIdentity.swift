package import Bytes

/// Which package a tool's call is for.
package struct PackageIdentity: Equatable {
  package let importPath: ByteString
  /// Whether the package is compiled with, or against, the test files of some package: `foo [foo.test]`.
  package let isTestVariant: Bool

  /// - Parameters:
  ///   - packagePath: compile's `-p`, nil for cover, which has none. It counts where there is no description.
  ///   - description: the environment's `TOOLEXEC_IMPORTPATH` (cmd/go/internal/load/pkg.go, Package.Desc): the import
  ///     path, for a test variant with ` [foo.test]` after it, and for one that is built for the profile of a command
  ///     with ` [example.com/command]`.
  ///
  /// Nil if neither tells, or what they tell is no import path: cmd/go gives no description with `-V=full`.
  package init?(packagePath: ByteString?, description: ByteString?) {
    let description = description ?? []
    let (described, variant) = Self.parts(of: description)
    isTestVariant = variant.suffix(6).equals(".test]")
    // An agent in front may have given compile another path, as garble does: the description is the go command's own.
    let isTold = described.isEmpty && packagePath.map { $0.withUnsafeBytes(Self.isImportPath) } ?? false
    importPath = isTold ? packagePath ?? [] : Array(described)
    if !Self.isWellFormed(importPath) { return nil }
  }

  /// Whether a text can be an import path: elements between slashes, none of them empty or of dots alone. An import path leads
  /// to a folder below a patch set's, and what is none could lead out of it. The go command refuses such paths
  /// (golang.org/x/mod/module, module.go: checkElem), but the variable and the flags come from whoever starts the tool.
  package static func isWellFormed(_ importPath: ByteString) -> Bool {
    !importPath.contains(0)
      && importPath.split(separator: ASCII.slash, omittingEmptySubsequences: false).allSatisfy { element in
        element.contains { $0 != ASCII.dot }
      }
  }

  /// Whether the value of `-p` is an import path. Every command is compiled as `main`, and a plugin of mere files under a
  /// made-up name (cmd/go/internal/work/gc.go, pkgPath and pluginPath).
  package static func isImportPath(_ packagePath: UnsafeRawBufferPointer) -> Bool {
    !packagePath.isEmpty && !packagePath.equals("main") && !packagePath.prefix(15).equals("plugin/unnamed-")
  }

  /// The import path in a description, in its place.
  package static func importPath(describedBy description: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: parts(of: description).path)
  }

  /// The import path, and what stands in the brackets behind it, with them.
  private static func parts<Text: RandomAccessCollection<UInt8>>(
    of description: Text
  ) -> (path: Text.SubSequence, variant: Text.SubSequence) where Text.Index == Int {
    guard description.last == ASCII.closingBracket, let bracket = description.lastIndex(of: ASCII.openingBracket),
      description[..<bracket].last == ASCII.space
    else { return (description[...], description[description.endIndex...]) }
    return (description[..<(bracket - 1)], description[bracket...])
  }
}
