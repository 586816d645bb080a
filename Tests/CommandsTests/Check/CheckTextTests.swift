import Bytes
import SystemInterface
import Findings
import TestSupport
import Testing
import Weaving

@testable import Commands
@testable import GoPackages

@Suite struct CheckTextTests {
  /// A row that is applied, one whose target is missing, and one that is for other versions.
  private func report() throws -> CheckReport {
    let patch = { (name: String) in "//routinex:before\nfunc \(name)() {\n}\n" }
    let files = MemoryFiles([
      "/go/VERSION": "go1.24.1\n", "/go/src/runtime/proc.go": "",
      "/set/example.com/m/patch.go": "package m\n\n" + ["F", "G", "H"].map(patch).joined(separator: "\n"),
    ])
    let sets = try PatchSet.find([ByteString("/set")], from: [], in: files)
    let build = CheckBuild(root: 0, platform: 0, copy: nil)
    let states: [Outcome] = [.applied, .missing, .notForThisVersion]
    return CheckReport(
      sets: ["set"], roots: [try #require(GoRoot(ByteString("/go"), in: files))],
      platforms: [try #require(Platform("linux/amd64"))], copies: [], rows: CheckRows(try sets.readAll(in: files)),
      findings: CheckFindings(
        entries: states.enumerated().map { .init(row: $0.offset, build: build, outcome: $0.element) },
        findings: [
          .init(
            finding: Finding(.missingTarget, "no G", at: Place(ByteString("patch.go"), line: 7, column: 6)),
            build: build)
        ]),
      notes: [])
  }

  private func text(isTerminal: Bool, _ environment: [String: String] = [:]) throws -> String {
    let environment = ["TERM": "xterm"].merging(environment) { $1 }
    let terminal = Terminal(isTerminal: isTerminal) { name in environment["\(name)"].map { ByteString($0) } }
    return CheckText(report: try report(), terminal: terminal).text
  }

  @Test("on a terminal what is applied is green, what is not red, and what does not matter dim")
  func colours() throws {
    #expect(
      try text(isTerminal: true) == """
        \u{1b}[1mGo                     1.24.1\u{1b}[0m
        example.com/m
          F            before  \u{1b}[32mapplied\u{1b}[0m
          G            before  \u{1b}[31mmissing\u{1b}[0m
          H            before  \u{1b}[2m-\u{1b}[0m

        -       not for this version, as the file's constraints say

        patch.go:7:6: no G
        \t\u{1b}[2min go1.24.1\u{1b}[0m

        set: 1 Go version, 1 platform, 3 declarations: \u{1b}[31m1 error\u{1b}[0m

        """)
  }

  @Test("a pipe and NO_COLOR have the same text without")
  func plain() throws {
    let plain = try text(isTerminal: true).replacing(/\u{1b}\[\d+m/, with: "")
    #expect(try text(isTerminal: false) == plain)
    #expect(try text(isTerminal: true, ["NO_COLOR": "1"]) == plain)
    #expect(!plain.contains("\u{1b}"))
  }
}
