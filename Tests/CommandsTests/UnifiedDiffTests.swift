import Bytes
import Foundation
import Testing

@testable import Commands

@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String, context: Int = 3) -> String {
    UnifiedDiff.between(
      ByteString(old), ByteString(new), oldName: ByteString("a/p.go"), newName: ByteString("b/p.go"), context: context
    ).text
  }

  @Test("equal files have no difference")
  func equal() {
    #expect(diff("a\n", "a\n").isEmpty)
    #expect(diff("", "").isEmpty)
  }

  @Test("a change stands between three equal lines on either side")
  func change() {
    #expect(
      diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") == """
        --- a/p.go
        +++ b/p.go
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test("changes share a hunk as long as their contexts touch")
  func hunks() {
    let lines = (1...20).map { "\($0)\n" }
    func changed(_ numbers: Int...) -> String {
      lines.enumerated().map { numbers.contains($0.offset + 1) ? "x\n" : $0.element }.joined()
    }
    func hunks(_ new: String) -> [String] {
      diff(lines.joined(), new).split(separator: "\n").filter { $0.hasPrefix("@@") }.map(String.init)
    }
    #expect(hunks(changed(5, 12)) == ["@@ -2,14 +2,14 @@"])
    #expect(hunks(changed(5, 13)) == ["@@ -2,7 +2,7 @@", "@@ -10,7 +10,7 @@"])
  }

  @Test("ranges of one line and of none")
  func ranges() {
    #expect(diff("a\n", "b\n") == "--- a/p.go\n+++ b/p.go\n@@ -1 +1 @@\n-a\n+b\n")
    #expect(diff("", "a\n") == "--- a/p.go\n+++ b/p.go\n@@ -0,0 +1 @@\n+a\n")
    #expect(diff("a\nb\n", "") == "--- a/p.go\n+++ b/p.go\n@@ -1,2 +0,0 @@\n-a\n-b\n")
    #expect(diff("a\nb\n", "a\nx\nb\n", context: 0) == "--- a/p.go\n+++ b/p.go\n@@ -1,0 +2 @@\n+x\n")
  }

  @Test("a last line without a newline is marked")
  func noNewline() {
    let marker = "\\ No newline at end of file\n"
    #expect(diff("a", "a\n") == "--- a/p.go\n+++ b/p.go\n@@ -1 +1 @@\n-a\n\(marker)+a\n")
    #expect(diff("a\nb", "x\nb") == "--- a/p.go\n+++ b/p.go\n@@ -1,2 +1,2 @@\n-a\n+x\n b\n\(marker)")
  }

  @Test("an added function keeps its own closing brace")
  func closingBrace() {
    let new = "func a() {\n}\n\nfunc b() {\n}\n\nfunc c() {\n}\n"
    let expected = """
      --- a/p.go
      +++ b/p.go
      @@ -3,2 +3,5 @@
      \u{20}
      +func b() {
      +}
      +
       func c() {

      """
    #expect(diff("func a() {\n}\n\nfunc c() {\n}\n", new, context: 1) == expected)
  }

  @Test("bytes that are no text stay as they are")
  func bytes() {
    let old: ByteString = [0xff, 0x0d, 0x0a, 0x00]
    let result = UnifiedDiff.between(
      old, old + [0x0a], oldName: ByteString("a/with space"), newName: ByteString("/dev/null"))
    #expect(
      result == ByteString("--- a/with space\t\n+++ /dev/null\n@@ -1,2 +1,2 @@\n ") + [0xff, 0x0d, 0x0a]
        + ByteString("-\u{0}\n\\ No newline at end of file\n+\u{0}\n"))
  }

  /// Texts of few different lines, where paths cross most.
  private static func text(_ random: inout SystemRandomNumberGenerator) -> [Int] {
    (0..<Int.random(in: 0...12, using: &random)).map { _ in Int.random(in: 0...3, using: &random) }
  }

  @Test("no shorter way leads from one text to the other")
  func shortest() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<3000 {
      let (old, new) = (Self.text(&random), Self.text(&random))
      let changes = LineChange.between(old.map { [UInt8($0)] }, new.map { [UInt8($0)] })
      var rebuilt: [Int] = []
      var position = 0
      for change in changes {
        rebuilt += old[position..<change.old.lowerBound]
        #expect(rebuilt.count == change.new.lowerBound)
        rebuilt += new[change.new]
        position = change.old.upperBound
      }
      rebuilt += old[position...]
      #expect(rebuilt == new, "\(old) \(new) \(changes)")
      let cost = changes.reduce(0) { $0 + $1.old.count + $1.new.count }
      #expect(cost == old.count + new.count - 2 * commonLength(old, new), "\(old) \(new) \(changes)")
    }
  }

  /// The length of the longest common subsequence.
  private func commonLength(_ old: [Int], _ new: [Int]) -> Int {
    var row = Array(repeating: 0, count: new.count + 1)
    for line in old {
      var diagonal = 0
      for (index, other) in new.enumerated() {
        let next = line == other ? diagonal + 1 : max(row[index], row[index + 1])
        diagonal = row[index + 1]
        row[index + 1] = next
      }
    }
    return row[new.count]
  }

  @Test("patch -p1 applies it")
  func applies() throws {
    var random = SystemRandomNumberGenerator()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("routinex-diff-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for number in 0..<20 {
      func content() -> ByteString {
        let lines = (Self.text(&random) + Self.text(&random) + [9]).map { ByteString("line \($0)\n") }
        return ByteString((lines + [Bool.random(using: &random) ? [] : ByteString("end")]).joined())
      }
      let (old, new) = (content(), content())
      let name = "p\(number).go"
      let difference = UnifiedDiff.between(old, new, oldName: ByteString("a/" + name), newName: ByteString("b/" + name))
      let file = folder.appendingPathComponent(name)
      try Data(old).write(to: file)
      try Data(difference).write(to: folder.appendingPathComponent("patch"))
      if old != new {
        let patch = Foundation.Process()
        patch.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        patch.arguments = ["patch", "-p1", "--silent", "--fuzz=0", "--input=patch"]
        patch.currentDirectoryURL = folder
        try patch.run()
        patch.waitUntilExit()
        #expect(patch.terminationStatus == 0, "\(difference.text)")
      }
      #expect(try Data(contentsOf: file) == Data(new), "\(difference.text)")
    }
  }
}
