import Bytes
import SystemInterface
import Findings
import TestSupport
import Testing

@testable import Weaving

@Suite struct PatchSetWalkTests {
  /// The files of the set /s, or what is wrong with it.
  private func files(_ names: [String], links: [String: String] = [:]) throws -> [String] {
    let files = MemoryFiles(Dictionary(uniqueKeysWithValues: names.map { ("/s/" + $0, "") }), links: links)
    let set = try #require(try PatchSet.find([ByteString("/s")], from: [], in: files).first)
    do throws(Findings) { return try set.allFiles(in: files).map(\.path.text) } catch { return error.messages }
  }

  @Test func inPathOrder() throws {
    #expect(
      try files(["b/x.go", "a/b/x.go", "a/b.go", "x.go", ".git/x.go", ".../x.go", "a/x_test.go", "a/README"])
        == [".../x.go", "a/b/x.go", "a/b.go", "b/x.go", "x.go"])
  }

  @Test func aFolderThatLiesInItselfIsWalkedOnce() throws {
    #expect(try files(["p/x.go"], links: ["/s/a": "/s", "/s/b": "/s", "/s/p/up": "/s"]) == ["p/x.go"])
    #expect(try files(["p/x.go"], links: ["/s/p/q": "/s/r", "/s/r/p": "/s/p"]) == ["p/x.go", "r/p/x.go"])
  }

  @Test func aFolderOfTwoNamesIsTwoImportPaths() throws {
    #expect(try files(["lib/x.go"], links: ["/s/lib2": "/s/lib"]) == ["lib/x.go", "lib2/x.go"])
  }

  @Test func aFolderCalledLikeAFileIsAFolder() throws {
    #expect(try files(["x.go/y.go"]) == ["x.go/y.go"])
  }

  @Test func depthHasALimit() throws {
    let path = (1...64).map { "\($0)" }.joined(separator: "/")
    #expect(try files([path + "/x.go"]) == [path + "/x.go"])
    #expect(
      try files([path + "/65/x.go"]) == [
        "/s/\(path)/65 is more than 64 folders deep in its patch set, the limit for a set; is it the right folder, "
          + "and do links in it lead elsewhere?"
      ])
  }

  @Test func sizeHasALimit() throws {
    func failure(_ sizes: [Int]) throws -> [String] {
      let contents = sizes.enumerated().map { number, size in
        (ByteString("/s/p/\(number).go"), ByteString(repeating: ASCII.newline, count: size))
      }
      let files = MemoryFiles(Dictionary(uniqueKeysWithValues: contents))
      let set = try #require(try PatchSet.find([ByteString("/s")], from: [], in: files).first)
      do throws(Findings) { return try set.allFiles(in: files).map(\.path.text) } catch { return error.messages }
    }
    let most = 16 << 20
    #expect(try failure([most, most, most, most]).count == 4)
    #expect(
      try failure([10, most + 1]) == [
        "/s/p/1.go is larger than 16 MiB, the limit for a patch file; split it"
      ])
    let together = try failure([most, most, most, most, 1])
    #expect(
      together.count == 1 && together[0].hasPrefix("the Go files of the patch set /s have more than 64 MiB together"))
  }
}
