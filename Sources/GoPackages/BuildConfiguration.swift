package import Bytes
package import GoSyntax
package import SystemInterface

/// What decides which files a build takes: a toolchain, a platform, and the settings.
package struct BuildConfiguration {
  package let root: GoRoot
  package let platform: Platform
  /// For the files of a package.
  package let context: BuildContext
  /// For the files of a patch set, which see no tags but those that cmd/go tells its tools of (Weaving: Pipeline.context).
  package let patchContext: BuildContext

  /// - Parameter environment: with the go command's settings (`GoSettings`).
  package init(root: GoRoot, platform: Platform, environment: Environment, in files: some FileSystem) {
    let tags = ToolTags.all(of: root, on: platform, environment: environment, in: files)
    let hasCgo = Self.hasCgo(root, platform, environment, files)
    self.init(root: root, platform: platform, hasCgo: hasCgo, toolTags: tags)
  }

  package init(root: GoRoot, platform: Platform, hasCgo: Bool, toolTags: [ByteString]) {
    self.root = root
    self.platform = platform
    patchContext = BuildContext(
      goos: platform.goos, goarch: platform.goarch, goMinor: root.minor, tags: hasCgo ? [ByteString("cgo")] : [])
    context = patchContext.adding(tags: toolTags)
  }

  /// cmd/go/internal/cfg, cfg.go: defaultContext.
  private static func hasCgo(
    _ root: GoRoot, _ platform: Platform, _ environment: Environment, _ files: some FileSystem
  ) -> Bool {
    if let value = environment["CGO_ENABLED"], value.equals("0") || value.equals("1") { return value.equals("1") }
    guard platform == .host else { return false }
    // From Go 1.20 on cgo is off where there is no C compiler.
    guard root.minor >= 20, environment["CC"] == nil else { return true }
    let compiler = ByteString(["darwin", "freebsd", "openbsd"].contains(platform.goos.text) ? "clang" : "gcc")
    return (environment["PATH"] ?? []).split(separator: ASCII.colon).contains {
      files.finds(Path.join(Array($0), compiler))
    }
  }
}
