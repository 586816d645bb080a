import Bytes
import Patching
import Testing

@Suite struct PackagePatternsTests {
  private func patterns(_ line: String) throws -> PackagePatterns {
    try #require(PackagePatterns(of: ByteString("// About it.\n\n//routinex:packages \(line)\n\npackage p\n")))
  }

  @Test(arguments: [
    ("work", ["example.com/app", "example.com/app/hooks"]), ("std", ["fmt", "net/http"]), ("cmd", ["cmd/go"]),
    ("net/...", ["net/http"]), ("work !example.com/app/hooks", ["example.com/app"]),
    ("!std !cmd !work", ["golang.org/x/text"]),
    (
      "...",
      [
        "fmt", "net/http", "cmd/go", "example.com/app",
        "example.com/app/hooks", "golang.org/x/text",
      ]
    ),
    ("fmt golang.org/...", ["fmt", "golang.org/x/text"]), ("none", []),
  ])
  func onePatternSelectsAndNoneWithABangMay(line: String, selected: [String]) throws {
    let patterns = try patterns(line)
    let all = ["fmt", "net/http", "cmd/go", "example.com/app", "example.com/app/hooks", "golang.org/x/text"]
    let found = all.filter { path in
      patterns.selects(
        PackageOrigin(
          importPath: ByteString(path), isStandard: !path.contains("."), isOfMainModule: path.hasPrefix("example.com")))
    }
    #expect(found == selected)
  }

  @Test func onlyLinesAboveThePackageClauseCount() throws {
    let file = "//routinex:packages a\n//routinex:packages b\n//routinex:packagesc\npackage p\n//routinex:packages d\n"
    #expect(PackagePatterns(of: ByteString(file))?.text.text == "a b")
    #expect(PackagePatterns(of: ByteString("package p\n//routinex:packages d\n")) == nil)
    #expect(PackagePatterns(of: ByteString("//routinex:packages\npackage p\n")) == nil)
  }

  @Test func whereAPackageIsFromIsAskedForByThreeWords() throws {
    #expect(try patterns("a work").asksForOrigin && patterns("!std").asksForOrigin && patterns("cmd").asksForOrigin)
    #expect(try !patterns("a/... !b").asksForOrigin)
  }
}
