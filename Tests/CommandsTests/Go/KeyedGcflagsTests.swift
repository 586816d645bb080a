import Bytes
import Testing
import Weaving

@testable import Commands

@Suite struct KeyedGcflagsTests {
  private func gcflags(_ keys: [String], _ given: [String]) -> KeyedGcflags {
    KeyedGcflags(
      keys: keys.map { PackageKey(pattern: ByteString($0), key: ByteString("K")) }, given: given.map { ByteString($0) },
      goMinor: 27, isStandard: { $0.equals("net/http") || $0.hasPrefix("cmd/") })
  }

  private let packages = [
    KeyedGcflags.Package(
      importPath: ByteString("m/a"), folder: ByteString("/w/a"), isStandard: false, isOfMainModule: true, isNamed: true),
    KeyedGcflags.Package(
      importPath: ByteString("m/b"), folder: ByteString("/w/b"), isStandard: false, isOfMainModule: true, isNamed: false
    ),
    KeyedGcflags.Package(
      importPath: ByteString("net/http"), folder: ByteString("/go/src/net/http"), isStandard: true,
      isOfMainModule: false,
      isNamed: false),
    KeyedGcflags.Package(
      importPath: ByteString("x/t"), folder: ByteString("/x/t"), isStandard: false, isOfMainModule: false,
      isNamed: false),
  ]

  private func merged(_ keys: [String], _ given: [String]) -> [String] {
    let gcflags = gcflags(keys, given)
    return gcflags.merged(
      packages: gcflags.needsPackages ? packages : [], tools: [ByteString("x/t")], workingFolder: ByteString("/w")
    ).map { String($0.text.replacing("-routinex=K", with: "K")) }
  }

  /// What a package's flags are: those of the last value that matches it.
  @Test(
    arguments: [
      ([], "net/http=K"), (["all=-N"], "net/http=-N K"), (["all=-N -l"], "net/http=-N -l K"),
      (["all=-N", "all=-l"], "net/http=-l K"), (["all=-N", "net/...=-l"], "net/http=-l K"),
      (["net/...=-l", "all=-N"], "net/http=-N K"), (["std=-N"], "net/http=-N K"), (["cmd=-N"], "net/http=K"),
      (["net=-N"], "net/http=K"), (["all=-N", "net/http="], "net/http=K"), ([" all = -N "], "net/http=-N K"),
      (["all='-d=a b' \"-c=2\""], "net/http='-d=a b' \"-c=2\" K"), (["all=-d=x=y"], "net/http=-d=x=y K"),
      (["wrong"], "net/http=K"), (["=-N"], "net/http=K"),
    ] as [([String], String)])
  func withoutThePackages(given: [String], value: String) {
    #expect(!gcflags(["net/http"], given).needsPackages)
    #expect(merged(["net/http"], given) == [value])
  }

  @Test(
    arguments: [
      (["-N"], ["m/a", "m/b"], ["m/a=K", "m/b=K", "m/a=-N K"]), (["all=-l", "-N"], ["m/a"], ["m/a=-l K", "m/a=-N K"]),
      (["all=-l", ""], ["m/a"], ["m/a=-l K", "m/a=K"]), (["-N", "all=-l"], ["m/a"], ["m/a=-l K"]),
      (["./...=-N"], ["m/b", "net/http"], ["m/b=K", "net/http=K", "m/b=-N K"]),
      (["./a=-N"], ["m/..."], ["m/...=K", "m/a=-N K"]), (["all=-N"], ["m/..."], ["m/...=-N K"]),
      (["m/b=-N"], ["m/..."], ["m/...=K", "m/b=-N K"]), (["m/b=-N"], ["m/...", "m/b"], ["m/...=K", "m/b=-N K"]),
      (["std=-N"], ["..."], ["...=K", "net/http=-N K"]), (["work=-N"], ["m/a"], ["m/a=K", "m/a=-N K"]),
      (["tool=-N"], ["x/t"], ["x/t=K", "x/t=-N K"]),
      (["all=-l", "m/a=-N"], ["..."], ["...=-l K", "m/a=-N K"]),
    ] as [([String], [String], [String])])
  func withThePackages(given: [String], keys: [String], values: [String]) { #expect(merged(keys, given) == values) }

  @Test func eachPackageGetsTheLastKeyThatFits() {
    let keys = [("m/...", "1"), ("m/a", "2")].map { PackageKey(pattern: ByteString($0.0), key: ByteString($0.1)) }
    let gcflags = KeyedGcflags(keys: keys, given: [ByteString("-N")], goMinor: 27, isStandard: { _ in false })
    #expect(
      gcflags.merged(packages: packages, tools: [], workingFolder: []).map(\.text) == [
        "m/...=-routinex=1", "m/a=-routinex=2", "m/a=-N -routinex=2",
      ])
  }

  @Test func noKeysNoQuestions() { #expect(!gcflags([], ["-N", "./...=-l"]).needsPackages) }

  @Test func flagsOfTheEnvironment() {
    #expect(
      GoBuild.flags(inEnvironment: ByteString("-mod=mod '-gcflags=all=-N -l' --toolexec=x -race -=y")) == [
        GoArguments.Flag(name: ByteString("mod"), value: ByteString("mod")),
        GoArguments.Flag(name: ByteString("gcflags"), value: ByteString("all=-N -l")),
        GoArguments.Flag(name: ByteString("toolexec"), value: ByteString("x")),
        GoArguments.Flag(name: [], value: ByteString("y")),
      ])
  }
}
