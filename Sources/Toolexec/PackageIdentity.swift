package import Bytes

/// Which package a tool's call is for.
package struct PackageIdentity: Equatable {
  package let importPath: ByteString
  /// Whether the package is compiled with, or against, the test files of some package: `foo [foo.test]`.
  package let isTestVariant: Bool

  /// - Parameters:
  ///   - packagePath: compile's `-p`, nil for cover, which has none.
  ///   - description: the environment's `TOOLEXEC_IMPORTPATH` (cmd/go/internal/load/pkg.go, Package.Desc): the import
  ///     path, for a test variant with ` [foo.test]` after it, and for one that is built for the profile of a command
  ///     with ` [example.com/command]`.
  ///
  /// Nil if neither tells: cmd/go gives no description with `-V=full`.
  package init?(packagePath: ByteString?, description: ByteString?) {
    var described = (description ?? [])[...]
    var variant = described[described.endIndex...]
    if described.last == ASCII.closingBracket, let bracket = described.lastIndex(of: ASCII.openingBracket),
      described[..<bracket].last == ASCII.space
    {
      variant = described[bracket...]
      described = described[..<(bracket - 1)]
    }
    isTestVariant = variant.suffix(6).equals(".test]")
    importPath =
      if let packagePath, Self.isImportPath(packagePath) { packagePath } else { Array(described) }
    if importPath.isEmpty { return nil }
  }

  /// Every command is compiled as `main`, and a plugin of mere files under a made-up name
  /// (cmd/go/internal/work/gc.go, pkgPath and pluginPath).
  private static func isImportPath(_ path: ByteString) -> Bool {
    !path.isEmpty && !path.equals("main") && !path.prefix(15).equals("plugin/unnamed-")
  }
}
