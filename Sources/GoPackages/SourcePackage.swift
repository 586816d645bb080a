package import Bytes
package import GoSyntax
internal import SystemInterface

/// A package as a build would compile it, found out without a build: its folder, a Go toolchain and a platform.
package struct SourcePackage {
  package let importPath: ByteString
  package let folder: ByteString
  package let build: BuildConfiguration
  package let moduleVersion: SemanticVersion?

  /// - Parameter moduleVersion: where the folder's path does not tell it.
  package init(
    importPath: ByteString, folder: ByteString, build: BuildConfiguration, moduleVersion: SemanticVersion? = nil
  ) {
    self.importPath = importPath
    self.folder = folder
    self.build = build
    self.moduleVersion = moduleVersion
  }

  package var root: GoRoot { build.root }
  package var context: BuildContext { build.context }
}
