import Bytes
import Patching
import Testing

@testable import Commands

@Suite struct PackagePatternTests {
  /// Of cmd/go/internal/search's and cmd/internal/pkgpattern's own kind, tried against the go command.
  @Test(arguments: [
    ("net", "net", true), ("net", "net/http", false), ("net/...", "net", true), ("net/...", "net/http", true),
    ("net/...", "netip", false), ("net...", "netip", true), ("net...", "net/http", true), (".../b", "a/b", true),
    (".../b", "b", false), ("a/.../b", "a/x/y/b", true), ("a/.../b", "a/b", false), ("a...b...c", "abxbc", true),
    ("a...b...c", "acb", false), ("...", "a/b", true), ("...", "vendor/x", false), ("...", "a/vendor/x", false),
    ("...", "a/vendor", true), ("vendor/...", "vendor/x", false), ("vendor/x/...", "vendor/x/y", true),
    ("vendor/x/...", "vendor/x", true), ("a/...", "a/vendor/x", false), ("a/vendor/...", "a/vendor/x", true),
    ("a/vendor/...", "a/vendor", true), ("a/.../vendor/...", "a/b/c/vendor/x/y", true),
    ("a/.../vendor/...", "a/vendor/x", false), (".../vendor/...", "cmd/vendor/x", true), ("a/...", "a", true),
    ("a.b/...", "axb/c", false), ("...", "", true), ("a/...", "b", false),
  ])
  func importPaths(pattern: String, path: String, matches: Bool) {
    #expect(ImportPathPattern.matches(ByteString(pattern), ByteString(path)) == matches)
  }

  @Test(arguments: [
    (".", "/w", true), (".", "/w/a", false), ("./a", "/w/a", true), ("./a/", "/w/a", true), ("..", "/", true),
    ("./...", "/w", true), ("./...", "/w/a/b", true), ("./...", "/wx", false), ("./a/...", "/w/a", true),
    ("./a/...", "/w/ab", false), ("./a...", "/w/ab", true), ("../v/...", "/v/x", true), ("../...", "/v", true),
    ("./...", "/w/vendor/x", false), ("./vendor/...", "/w/vendor/x", true), ("./.../b", "/w/a/b", true),
  ])
  func folders(pattern: String, folder: String, matches: Bool) {
    #expect(
      PackagePattern.matches(relative: ByteString(pattern), folder: ByteString(folder), from: ByteString("/w"))
        == matches)
  }

  @Test func wordsDependOnTheVersion() {
    #expect(PackagePattern(ByteString("tool"), goMinor: 24) == .path(ByteString("tool")))
    #expect(PackagePattern(ByteString("tool"), goMinor: 25) == .tool)
    #expect(PackagePattern(ByteString("work"), goMinor: 25) == .work)
    #expect(PackagePattern(ByteString("std"), goMinor: 19) == .std)
    #expect(PackagePattern(ByteString("..."), goMinor: 19) == .path(ByteString("...")))
    #expect(PackagePattern(ByteString(".."), goMinor: 19) == .relative(ByteString("..")))
  }
}
