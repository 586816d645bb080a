import Bytes
import GoPackages
import TestSupport
import Testing

@Suite struct ModuleSumsTests {
  private let goMod = """
    module example.com/app

    require (
    \texample.com/dep v1.0.0
    \texample.com/local v0.0.0
    )

    replace example.com/local => ../local
    """
  private let goSum = """
    example.com/dep v1.0.0 h1:x=
    example.com/dep v1.0.0/go.mod h1:y=
    golang.org/x/net/http v0.1.0/go.mod h1:z=

    """

  private func sums(_ files: [String: String]) -> ModuleSums? {
    ModuleSums(of: ByteString("/m/go.mod"), in: MemoryFiles(files))
  }

  private func mayHave(_ sums: ModuleSums?, _ path: String) throws -> Bool {
    try #require(sums).mayHave(ByteString(path))
  }

  @Test(
    arguments: [
      ("example.com/app", true), ("example.com/app/a/b", true), ("example.com/dep", true), ("example.com/dep/a", true),
      ("example.com/local/a", true), ("golang.org/x/net/http/a", true), ("example.com/depth", false),
      ("example.com", false), ("golang.org/x/net", false), ("github.com/timandy/routine/g", false),
      ("command-line-arguments", true), ("command-line-arguments_test", true),
    ])
  func packages(path: String, isThere: Bool) throws {
    #expect(try mayHave(sums(["/m/go.mod": goMod, "/m/go.sum": goSum]), path) == isThere)
  }

  @Test func withoutAGoSum() throws {
    let sums = sums(["/m/go.mod": goMod])
    #expect(try !mayHave(sums, "example.com/dep"))
    #expect(try mayHave(sums, "example.com/app/a"))
    #expect(try mayHave(sums, "example.com/local"))
  }

  /// There no line of go.sum is asked for.
  @Test func vendoring() {
    #expect(sums(["/m/go.mod": goMod, "/m/go.sum": goSum, "/m/vendor/modules.txt": ""]) == nil)
  }

  @Test func withoutAMainModule() {
    #expect(sums([:]) == nil)
    #expect(sums(["/m/go.mod": "go 1.21\n"]) == nil)
    #expect(ModuleSums(of: ByteString("/dev/null"), in: MemoryFiles(["/dev/null": goMod])) == nil)
  }
}
