package import Bytes

/// What decides whether a file takes part in a build: Go's vocabulary of build tags.
package struct BuildContext {
  package let goos: ByteString
  package let goarch: ByteString
  /// The minor version of the compiling toolchain: 24 of go1.24.3. `Int.max` for one that does not say.
  package let goMinor: Int
  /// Further tags that are set: cgo, race, msan, asan, and those that a patch set gives.
  package let tags: [ByteString]

  package init(goos: ByteString, goarch: ByteString, goMinor: Int, tags: [ByteString]) {
    self.goos = goos
    self.goarch = goarch
    self.goMinor = goMinor
    self.tags = tags
  }

  package func adding(tags more: [ByteString]) -> BuildContext {
    BuildContext(goos: goos, goarch: goarch, goMinor: goMinor, tags: tags + more)
  }

  /// go/build, build.go (`matchTag`).
  package func isSet(_ tag: ByteString) -> Bool {
    if tag == goos || tag == goarch || tags.contains(tag) || tag.equals("gc") { return true }
    if tag.equals("linux"), goos.equals("android") { return true }
    if tag.equals("solaris"), goos.equals("illumos") { return true }
    if tag.equals("darwin"), goos.equals("ios") { return true }
    if tag.equals("unix") { return Self.unixSystems.contains { goos.equals($0) } }
    return GoVersion.minor(ofTag: tag).map { $0 <= goMinor } ?? false
  }

  /// Whether the tag is of Go's own vocabulary, so that the context decides it, rather than one that a user gives.
  package static func isVocabulary(_ tag: ByteString) -> Bool {
    GoVersion.isTag(tag) || (systems + architectures + words).contains { tag.equals($0) }
  }

  /// Whether the name's `_GOOS`, `_GOARCH` or `_GOOS_GOARCH` suffix, if any, fits.
  ///
  /// go/build, build.go (`goodOSArchFile`).
  package func admits(fileName: ByteString) -> Bool {
    let stem = fileName.prefix { $0 != ASCII.dot }
    guard let underscore = stem.firstIndex(of: ASCII.underscore) else { return true }
    var parts = stem[underscore...].split(separator: ASCII.underscore, omittingEmptySubsequences: false)
    if let last = parts.last, last.equals("test") { parts.removeLast() }
    guard let last = parts.last else { return true }
    if Self.architectures.contains(where: { last.equals($0) }) {
      guard isSet(Array(last)) else { return false }
      guard parts.count >= 2, isSystem(parts[parts.count - 2]) else { return true }
      return isSet(Array(parts[parts.count - 2]))
    }
    return isSystem(last) ? isSet(Array(last)) : true
  }

  private func isSystem(_ word: ArraySlice<UInt8>) -> Bool { Self.systems.contains { word.equals($0) } }

  private static let words: [StaticString] = ["unix", "gc", "gccgo", "cgo", "race", "msan", "asan"]

  // internal/syslist, syslist.go: KnownOS, UnixOS and KnownArch.
  private static let systems: [StaticString] = [
    "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux", "nacl", "netbsd",
    "openbsd", "plan9", "solaris", "wasip1", "windows", "zos",
  ]
  private static let unixSystems: [StaticString] = [
    "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "linux", "netbsd", "openbsd",
    "solaris",
  ]
  private static let architectures: [StaticString] = [
    "386", "amd64", "amd64p32", "arm", "armbe", "arm64", "arm64be", "loong64", "mips", "mipsle", "mips64", "mips64le",
    "mips64p32", "mips64p32le", "ppc", "ppc64", "ppc64le", "riscv", "riscv64", "s390", "s390x", "sparc", "sparc64",
    "wasm",
  ]
}
