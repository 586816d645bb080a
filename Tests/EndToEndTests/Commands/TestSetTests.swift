import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// `routinex test`: a set's own tests, with it and without it.
  @Suite struct TestSetTests {
    let workspace: Workspace

    init() throws {
      workspace = try Workspace()
      try workspace.write(
        "package ring\n\n//routinex:replace\nfunc (r *Ring) Len() int { return 42 }\n", to: "set/container/ring/ring.go"
      )
      try workspace.write("module first\n\ngo 1.18\n", to: "set/testdata/first/go.mod")
      try workspace.write(
        """
        package first

        import (
        	"container/ring"
        	"testing"
        )

        func TestLen(t *testing.T) {
        	if n := ring.New(1).Len(); n != 42 {
        		t.Fatal("length is", n)
        	}
        }

        """, to: "set/testdata/first/first_test.go")
    }

    private func write(_ name: String, _ comment: String, go version: String = "1.18", passes: Bool = true) throws {
      try workspace.write("\(comment)\nmodule other\n\ngo \(version)\n", to: "set/testdata/\(name)/go.mod")
      try workspace.write(
        "package other\n\nimport \"testing\"\n\nfunc TestNothing(t *testing.T) {\(passes ? "" : " t.Fatal(\"never\") ")}\n",
        to: "set/testdata/\(name)/a_test.go")
    }

    /// - Parameter cache: the folder of a build cache that is not the shared one.
    private func test(
      _ arguments: [String], in folder: String = "", by toolchain: Toolchain, cache: String? = nil
    ) throws -> Run {
      try Command(
        [Setup.routinex, "test"] + arguments, in: workspace.path(folder),
        environment: toolchain.environment(in: workspace, cache: cache)
      ).run()
    }

    @Test("they pass with it and fail without it, on each Go", arguments: Setup.newest)
    func all(toolchain: Toolchain) throws {
      let goFlags = Setup.toolchains.flatMap { ["--go", $0.root] }
      let cache = workspace.path("cache")
      for toolchain in Setup.toolchains { toolchain.makePlainCache(at: cache) }
      let run = try test(["set"] + goFlags, by: toolchain, cache: cache).succeeded()
      let versions = Setup.toolchains.count
      #expect(
        run.outputText.hasSuffix("1 module, \(versions) Go version\(versions == 1 ? "" : "s"): all as expected\n"),
        "\(run)")
      #expect(
        run.outputText.split(separator: "\n")[1].split(separator: " ") == ["first"]
          + Array(repeating: "passed", count: versions))
      // Nothing of testdata is a patch.
      let check = try Command(
        [Setup.routinex, "check", "./set", "--go", toolchain.root], in: workspace.root,
        environment: toolchain.environment(in: workspace)
      ).run().succeeded()
      #expect(check.outputText.contains("1 declaration: no error"), "\(check)")
    }

    @Test("what is not as it should be", arguments: Setup.newest)
    func faults(toolchain: Toolchain) throws {
      try write("idle", "// Nothing is said.")
      try write("deep/idle", "//routinex:without passes")
      try write("failing", "//routinex:without skip", passes: false)
      try write("skipped", "//routinex:without skip")
      try write("newer", "", go: "1.99")
      try write("first/inner", "//routinex:without nonsense")
      try workspace.write("go 1.18\n", to: "go.work")
      let run = try test(["--go", toolchain.root], in: "set", by: toolchain)
      let rows = run.outputText.split(separator: "\n").dropFirst().prefix(6).map { $0.split(separator: " ") }
      #expect(
        rows == [
          ["deep/idle", "passed"], ["failing", "failed"], ["first", "passed"], ["idle", "idle"], ["newer", "-"],
          ["skipped", "passed"],
        ], "\(run)")
      #expect(run.ending == .exit(1) && run.outputText.contains(": its tests fail with the set\n\t"), "\(run)")
      #expect(run.outputText.contains("never") && run.outputText.contains("pass without the set too"), "\(run)")
      #expect(run.outputText.hasSuffix("2 of 5 not as expected\n"), "\(run)")

      struct Answer: Decodable {
        struct Module: Decodable {
          struct Run: Decodable {
            struct Call: Decodable { let passes: Bool, output: String }
            let go: String, outcome: String, with: Call?, without: Call?
          }
          let name: String, without: String, runs: [Run]
        }
        let sets: [String], modules: [Module], passed: Bool
      }
      let folder = (toolchain.root as NSString).deletingLastPathComponent
      let pattern = folder + "/" + (toolchain.root as NSString).lastPathComponent.dropLast(2) + "*"
      let json = try test(["set", "--json", "--go", pattern], by: toolchain)
      let answer = try JSONDecoder().decode(Answer.self, from: json.output)
      #expect(json.ending == .exit(1) && !answer.passed && answer.sets == ["set"], "\(json)")
      let first = try #require(answer.modules.first { $0.name == "first" }?.runs.first)
      #expect(first.outcome == "passed" && first.with?.passes == true && first.without?.passes == false)
      #expect(first.without?.output.contains("length is 1") == true)
      #expect(answer.modules.first { $0.name == "newer" }?.runs.first?.outcome == "notForThisVersion")

      try write("deep/idle", "//routinex:without", passes: true)
      let misspelt = try test(["set", "--go", toolchain.root], by: toolchain)
      #expect(misspelt.errorText.contains("testdata/deep/idle/go.mod:1:1: a go.mod of tests takes"), "\(misspelt)")
      try write("deep/idle", "//routinex:without passes")
      for (arguments, message) in [
        (["routine"], "is a built-in set"), (["set/container"], "has no tests"), (["none"], "no patch set 'none'"),
        (["set", "--go", "/none/*"], "no folder that matches '/none/*' is a Go toolchain"),
      ] {
        let run = try test(arguments, by: toolchain)
        #expect(run.ending == .exit(1) && run.errorText.contains(message), "\(run)")
      }
    }

    @Test("routinex new writes the first, and the imports of a set that is a Go package", arguments: Setup.newest)
    func new(toolchain: Toolchain) throws {
      func routinex(_ arguments: String...) throws -> Run {
        try Command(
          [Setup.routinex] + arguments, in: workspace.path("m"), environment: toolchain.environment(in: workspace)
        ).run().succeeded()
      }
      try workspace.write("module example.com/m\n\ngo 1.18\n", to: "m/go.mod")
      try workspace.write("package other\n\ntype Text string\n", to: "m/other/other.go")
      try workspace.write(
        "package used\n\nimport \"example.com/m/other\"\n\nfunc Shout(text other.Text) {}\n", to: "m/used/used.go")
      let begun = try routinex("new", "mine", "--for", "container/ring.New")
      #expect(begun.outputText.contains("wrote mine/testdata/first/first_test.go\n"), "\(begun)")
      #expect(try !routinex("new", "mine", "--for", "path.Base").outputText.contains("testdata"))
      let run = try routinex("test", "mine", "--go", toolchain.root)
      #expect(run.outputText.contains("first  passed"), "\(run)")

      let loud =
        "// Package loud shouts.\npackage loud\n\nimport (\n\t\"embed\"\n)\n\n//go:embed all:_patches\nvar patches embed.FS\n"
      try workspace.write(loud, to: "m/loud/loud.go")
      try workspace.write("package any\n", to: "m/loud/_patches/example.com/m/used/any.go")
      try FileManager.default.removeItem(atPath: workspace.path("m/loud/_patches/example.com/m/used/any.go"))
      let joined = try routinex("new", "loud", "--for", "example.com/m/used.Shout")
      #expect(
        joined.outputText.hasPrefix(
          "wrote loud/_patches/example.com/m/used/shout.go\nchanged loud/loud.go, which now imports example.com/m/other\n"
        ),
        "\(joined)")
      let text = String(decoding: try workspace.read("m/loud/loud.go"), as: UTF8.self)
      #expect(text == loud.replacing("\t\"embed\"\n", with: "\t\"embed\"\n\t_ \"example.com/m/other\"\n"))
      #expect(try !routinex("check", "example.com/m/loud", "--go", toolchain.root).outputText.contains("note:"))
    }
  }
}
