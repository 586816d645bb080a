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

        -       not for this version, by the file's constraints

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

  /// A pattern that finds functions with two Go versions, one that finds none, and what the file adds.
  private func patterns(count: Int, listsMatches: Bool = false) throws -> CheckReport {
    let files = MemoryFiles([
      "/go/VERSION": "go1.24.1\n", "/go/src/runtime/proc.go": "",
      "/new/VERSION": "go1.27.1\n", "/new/src/runtime/proc.go": "",
      "/set/_any/patch.go": """
      //routinex:packages std

      package _

      //routinex:each F*
      //routinex:before
      func _() {
      }

      //routinex:each G
      //routinex:before
      func _() {
      }

      var added int

      """,
    ])
    let sets = try PatchSet.find([ByteString("/set")], from: [], in: files)
    let path = { (number: Int) in ByteString("p\(number % 3)") }
    let found = (0..<count).map { CheckMatch(importPath: path($0), declaration: "F\($0)") }
    let packages = Set(found.map(\.importPath)).map { CheckMatch(importPath: $0, declaration: nil) }
    let entries = (0..<2).flatMap { root in
      let matches = root == 0 ? found : Array(found.dropLast())
      return [matches, [], packages].enumerated().map { row, matches in
        CheckFindings.Entry(
          row: row, build: CheckBuild(root: root, platform: 0, copy: nil),
          outcome: matches.isEmpty ? .nothingToDo : .applied, matches: matches)
      }
    }
    return CheckReport(
      sets: ["set"],
      roots: [
        try #require(GoRoot(ByteString("/go"), in: files)), try #require(GoRoot(ByteString("/new"), in: files)),
      ],
      platforms: [try #require(Platform("linux/amd64"))], copies: [], rows: CheckRows(try sets.readAll(in: files)),
      findings: CheckFindings(entries: entries, findings: []), notes: [], listsMatches: listsMatches)
  }

  private func text(_ report: CheckReport) -> String {
    CheckText(report: report, terminal: Terminal(isTerminal: false) { _ in nil }).text
  }

  @Test("few matches of a pattern are listed, more are counted, and one without any gets a note")
  func matches() throws {
    let few = text(try patterns(count: 2))
    #expect(
      few == """
        Go                 1.24.1   1.27.1
        std
          each F*  before  2        1
            p0.F0          applied  applied
            p1.F1          applied  none
          each G   before  none     none
          added    add     2        2

        note: /set/_any/patch.go:12:6: no function in the packages checked matches these patterns and has these \
        parameters and results

        set: 2 Go versions, 1 platform, 3 declarations: no error

        """)
    let many = text(try patterns(count: 30))
    #expect(many.contains("\n  each F*  before  30      29\n    p0             10      10\n"), "\(many)")
    #expect(many.contains("\n    p2             10      9\n"), "\(many)")
    let all = text(try patterns(count: 30, listsMatches: true))
    #expect(all.contains("\n    p2.F29          applied  none\n"), "\(all)")
  }

  @Test("a program gets every match, and what found none as a remark")
  func matchesAsJSON() throws {
    let text = CheckJSON(try patterns(count: 30)).text
    #expect(text.split(separator: "\"declaration\": \"F").count == 1 + 30 + 29, "\(text)")
    #expect(text.contains("\"id\": \"idle-pattern\""))
    #expect(CheckSARIF(try patterns(count: 2), workingFolder: ByteString("/")).text.contains("\"level\": \"note\""))
  }
}
