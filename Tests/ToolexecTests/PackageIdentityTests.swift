import Bytes
import Testing
import Toolexec

@Suite struct PackageIdentityTests {
  private typealias Known = (packagePath: String?, description: String?, importPath: String, isTestVariant: Bool)

  private static let knownCases: [Known] = [
    // compile, as cmd/go calls it.
    ("net/http", "net/http", "net/http", false),
    ("example.com/m/sub", "example.com/m/sub [example.com/m/sub.test]", "example.com/m/sub", true),
    ("example.com/m/sub_test", "example.com/m/sub_test [example.com/m/sub.test]", "example.com/m/sub_test", true),
    ("main", "example.com/m", "example.com/m", false),
    ("main", "example.com/m [example.com/m.test]", "example.com/m", true),
    ("main", "example.com/m/sub.test", "example.com/m/sub.test", false),
    ("main", "command-line-arguments", "command-line-arguments", false),
    ("plugin/unnamed-0123abcd", "command-line-arguments", "command-line-arguments", false),
    ("plugin/unnamed", nil, "plugin/unnamed", false),
    // An agent in front has renamed the package.
    ("aBcD1234", "example.com/m", "example.com/m", false),
    // For the profile of a command.
    ("runtime", "runtime [example.com/cmd]", "runtime", false),
    ("main", "example.com/cmd [example.com/cmd]", "example.com/cmd", false),
    // GOPATH mode, outside of GOPATH.
    ("main", "_/home/me/a [b] c", "_/home/me/a [b] c", false),
    // compile by hand, and cover.
    ("net/http", nil, "net/http", false),
    (nil, "example.com/m/sub [example.com/m/sub.test]", "example.com/m/sub", true),
    ("", "example.com/m", "example.com/m", false),
    (nil, "]", "]", false),
  ]

  @Test(arguments: knownCases.indices) func known(index: Int) {
    let (packagePath, description, importPath, isTestVariant) = Self.knownCases[index]
    let identity = PackageIdentity(
      packagePath: packagePath.map { ByteString($0) }, description: description.map { ByteString($0) })
    #expect(identity?.importPath == ByteString(importPath))
    #expect(identity?.isTestVariant == isTestVariant)
  }

  private static let unknownCases: [(packagePath: String?, description: String?)] = [
    (nil, "../outside"), (nil, "a/../../b"), (nil, "/abs"), (nil, "."), (nil, ".."), (nil, "a//b"), (nil, "a/"),
    (nil, "..."), (nil, "a/..."), (nil, "a/./b"), (nil, "../x [y.test]"), (nil, "a\0b"), ("../x", nil),
    ("good", "../x"), ("/", nil),
    (nil, nil), ("main", nil), ("main", ""), ("plugin/unnamed-1", nil), (nil, " [x.test]"),
  ]

  @Test(arguments: unknownCases.indices) func unknown(index: Int) {
    let (packagePath, description) = Self.unknownCases[index]
    let identity = PackageIdentity(
      packagePath: packagePath.map { ByteString($0) }, description: description.map { ByteString($0) })
    #expect(identity == nil)
  }
}
