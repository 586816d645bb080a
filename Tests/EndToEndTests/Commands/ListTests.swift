import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// `routinex list`.
  @Suite struct ListTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    @Test("without a set: the built-in ones, and those of ROUTINEX_PATCHES")
    func all() throws {
      try workspace.write("// Package mine is for a test. And more.\npackage mine\n", to: "mine/mine.go")
      try workspace.write("package p\n\nvar x = 1\n", to: "mine/example.com/p/x.go")
      let text = try workspace.routinex("list").succeeded().outputText
      let sets = try FileManager.default.contentsOfDirectory(atPath: Setup.project + "/Patches")
        .filter { !$0.hasSuffix(".md") && !$0.hasPrefix(".") }
      #expect(sets.count >= 4)
      for set in sets { #expect(text.contains("\(set) (built in"), "\(set)") }
      #expect(text.contains("routine (built in, active)\n    Package routine gives every goroutine"))
      let active = try workspace.routinex("list", environment: ["ROUTINEX_PATCHES": "./mine"]).succeeded().outputText
      #expect(active.contains("routine (built in)\n"))
      #expect(
        active.hasSuffix(
          "\nmine (\(workspace.path("mine")), active)\n    Package mine is for a test.\n    Packages: example.com/p\n"))
    }

    @Test("with a set: its patches, as text and as JSON")
    func one() throws {
      let text = try workspace.routinex("list", "routine").succeeded().outputText
      #expect(text.contains("\n  runtime\n"))
      #expect(text.firstMatch(of: /\n    before  gdestroy +goroutine_locals_coro.go:\d+ +go1.22\n/) != nil)
      let json = try workspace.routinex("list", "routine", "--json").succeeded().output
      let sets = try #require(try JSONSerialization.jsonObject(with: json) as? [[String: Any]])
      #expect(sets.map { $0["name"] as? String } == ["routine"])
      let packages = try #require(sets[0]["packages"] as? [[String: Any]])
      #expect(packages.contains { $0["importPath"] as? String == "runtime" })
    }

    @Test("what is wrong in a set comes after what can be listed")
    func errors() throws {
      try workspace.write("package p\n\n//routinex:befor\nfunc F() {}\n", to: "set/p/bad.go")
      try workspace.write("package q\n\n//routinex:remove\nfunc F()\n", to: "set/q/good.go")
      let run = try workspace.routinex("list", "./set")
      #expect(run.ending == .exit(1))
      #expect(run.outputText.contains("\n  q\n    remove  F  good.go:4\n"))
      #expect(run.errorText.hasPrefix("routinex: \(workspace.path("set/p/bad.go")):3:1: unknown directive"))
      #expect(try workspace.routinex("list", "./none").ending == .exit(1))
    }
  }
}
