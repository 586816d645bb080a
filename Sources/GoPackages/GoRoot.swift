package import Bytes
internal import GoSyntax
package import SystemInterface

/// The folder of a Go toolchain with its standard library, read without running it.
package struct GoRoot: Equatable {
  package let path: ByteString
  /// `go1.24.11`, as the first line of its VERSION says; `devel` for a checkout, which has no such file.
  package let version: ByteString
  /// 24 of go1.24.11; `Int.max` for a version that does not say.
  package let minor: Int

  /// nil where there is no standard library in source.
  package init?(_ path: ByteString, in files: some FileSystem) {
    let path = Path.normalized(path)
    guard files.findsFolder(Path.join(path, ByteString("src/runtime"))) else { return nil }
    self.path = path
    let file = try? files.read(Path.join(path, ByteString("VERSION")))
    version = file.map { Array($0.prefix { $0 != ASCII.newline }.trimmed) } ?? ByteString("devel")
    minor = GoVersion(version).minor
  }

  package var sources: ByteString { Path.join(path, ByteString("src")) }

  /// The folder of a package of the standard library; nil if it has none of that import path.
  package func folder(of importPath: ByteString, in files: some FileSystem) -> ByteString? {
    let folder = Path.join(sources, importPath)
    return files.findsFolder(folder) ? folder : nil
  }
}

/// What a build is for.
package struct Platform: Hashable {
  package let goos: ByteString
  package let goarch: ByteString

  package var text: String { "\(goos.text)/\(goarch.text)" }

  /// `linux/amd64`; nil for anything else than two words with a slash between.
  package init?(_ text: String) {
    self.init(ByteString(text))
  }

  package init?(_ text: ByteString) {
    let parts = text.split(separator: ASCII.slash, omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    goos = Array(parts[0])
    goarch = Array(parts[1])
  }

  private init(goos: StaticString, goarch: StaticString) {
    self.goos = ByteString(goos)
    self.goarch = ByteString(goarch)
  }

  /// The one that this program runs on.
  package static var host: Platform {
    #if os(macOS)
      let goos: StaticString = "darwin"
    #elseif os(Windows)
      let goos: StaticString = "windows"
    #else
      let goos: StaticString = "linux"
    #endif
    #if arch(arm64)
      return Platform(goos: goos, goarch: "arm64")
    #elseif arch(riscv64)
      return Platform(goos: goos, goarch: "riscv64")
    #elseif arch(powerpc64le)
      return Platform(goos: goos, goarch: "ppc64le")
    #elseif arch(s390x)
      return Platform(goos: goos, goarch: "s390x")
    #else
      return Platform(goos: goos, goarch: "amd64")
    #endif
  }
}
