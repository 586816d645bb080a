import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// `routinex diff` shows what a build applies.
  @Suite struct DiffTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    private func diff(_ arguments: [String], _ toolchain: Toolchain, in folder: String = "") throws -> Run {
      try Command(
        [Setup.routinex, "diff"] + arguments, in: workspace.path(folder),
        environment: toolchain.environment(in: workspace)
      ).run()
    }

    /// Applies a diff as it was printed.
    private func patch(_ diff: Data, in folder: String) throws {
      try diff.write(to: URL(fileURLWithPath: workspace.path("the.diff")))
      try Command(
        ["/usr/bin/patch", "--batch", "-p1", "-i", workspace.path("the.diff")], in: workspace.path(folder),
        environment: ["PATH": "/usr/bin:/bin"]
      ).run().succeeded()
    }

    @Test(
      "patch -p1 makes of the sources what --output writes", arguments: Setup.toolchains,
      [("routine", "runtime"), ("faketime", "time"), ("httptrace", "net/http")])
    func standardLibrary(toolchain: Toolchain, what: (set: String, package: String)) throws {
      try workspace.copy(toolchain.root + "/src/" + what.package, to: "copy/src/" + what.package)
      let before = Set(workspace.files(below: "copy"))
      let text = try diff([what.set, what.package], toolchain).succeeded().output
      try patch(text, in: "copy")
      try diff([what.set, what.package, "--output", "out"], toolchain).succeeded()
      let written = workspace.files(below: "out").filter { $0 != "overlay.json" }
      #expect(!written.isEmpty)
      for file in written { #expect(try workspace.read("copy/" + file) == workspace.read("out/" + file), "\(file)") }
      #expect(Set(workspace.files(below: "copy")).subtracting(before) == Set(written).subtracting(before))
    }

    /// A module with a package for which a set has something of everything.
    private func makeModule() throws {
      try workspace.write("module example.com/m\n\ngo 1.18\n", to: "m/go.mod")
      try workspace.write(
        "package main\n\nimport \"example.com/m/p\"\n\nfunc main() { println(p.F(1), p.Mode) }\n", to: "m/main.go")
      try workspace.write(
        "package p\n\nfunc F(n int) int {\n\treturn n + old()\n}\n\nfunc old() int { return 0 }\n", to: "m/p/f.go")
      try workspace.write("//go:build fast\n\npackage p\n\nconst Mode = \"fast\"\n", to: "m/p/mode_fast.go")
      try workspace.write("//go:build !fast\n\npackage p\n\nconst Mode = \"slow\"\n", to: "m/p/mode_slow.go")
      try workspace.write(
        """
        //routinex:tags fast
        package p

        //routinex:before
        func F(n int) int {
        	n += extra
        }

        //routinex:replace
        func old() int {
        	return 10
        }

        var extra = 100

        """, to: "set/example.com/m/p/test.go")
      try workspace.write("//go:build plan9\n\npackage main\n", to: "set/example.com/m/main.go")
    }

    @Test("the plain go command compiles what the diff makes, and what --output writes", arguments: Setup.newest)
    func plainBuild(toolchain: Toolchain) throws {
      try makeModule()
      let set = workspace.path("set")
      let patched = try toolchain.go("run", toolexec("--patches", set), ".", in: "m", of: workspace).succeeded()
      #expect(patched.errorText == "111 fast\n")
      try diff([set, "example.com/m/p", "--output", workspace.path("out")], toolchain, in: "m").succeeded()
      let overlaid = try toolchain.go(
        "run", "-overlay", workspace.path("out/overlay.json"), ".", in: "m", of: workspace)
      #expect(try overlaid.succeeded().errorText == "111 fast\n")
      #expect(try toolchain.go("run", ".", in: "m", of: workspace).succeeded().errorText == "1 slow\n")
      let text = try diff([set, "example.com/m/p"], toolchain, in: "m").succeeded()
      #expect(!text.outputText.contains("\u{1b}"))
      try patch(text.output, in: "m")
      #expect(!workspace.exists("m/p/mode_slow.go"))
      #expect(try toolchain.go("run", ".", in: "m", of: workspace).succeeded().errorText == "111 fast\n")
    }

    @Test("what is compiled before the build, and what is linked, stands above the diff", arguments: Setup.newest)
    func broughtIn(toolchain: Toolchain) throws {
      try workspace.write("module example.com/m\n\ngo 1.18\n", to: "m/go.mod")
      try workspace.write("package p\n\nimport \"errors\"\n\nvar E = errors.New(\"\")\n\nfunc F() {}\n", to: "m/p/p.go")
      try workspace.write(
        """
        //routinex:link example.com/m/hooks
        package p

        import (
        	"errors"
        	_ "example.com/m/logger"
        	"strings"
        )

        //routinex:before
        func F() {
        	_ = strings.ToUpper(errors.New("").Error())
        }

        """, to: "set/example.com/m/p/x.go")
      let set = workspace.path("set")
      let text = try diff([set, "example.com/m/p"], toolchain, in: "m").succeeded()
      let place = workspace.path("set/example.com/m/p/x.go")
      let lines = text.outputText.split(separator: "\n").prefix { $0.hasPrefix("# ") }.dropFirst().sorted()
      #expect(
        lines == [
          "# example.com/m/hooks becomes part of every program that has the package: \(place):1:1",
          "# example.com/m/logger, which the package does not import, is compiled before the build: \(place):6:2",
          "# strings, which the package does not import, is compiled before the build: \(place):7:2",
        ], "\(text)")
      let written = try diff([set, "example.com/m/p", "--output", workspace.path("out")], toolchain, in: "m")
        .succeeded()
      #expect(written.errorText.contains("routinex: strings, which the package does not import"), "\(written)")
      try patch(text.output, in: "m")
      let patched = try workspace.read("m/p/p.go")
      #expect(String(decoding: patched, as: UTF8.self).contains("strings.ToUpper"))
    }

    @Test("a build takes the very bytes that the diff shows", arguments: Setup.newest)
    func sameBytes(toolchain: Toolchain) throws {
      try makeModule()
      let set = workspace.path("set")
      let build = try toolchain.go(
        "build", "-work", "-o", workspace.path("program"), toolexec("--patches", set), ".", in: "m", of: workspace)
      let line = try #require(try build.succeeded().errorLines.first { $0.hasPrefix("WORK=") })
      let work = String(line.dropFirst(5))
      try diff([set, "example.com/m/p", "--output", "../out"], toolchain, in: "m").succeeded()
      let paths = FileManager.default.enumerator(atPath: work)?.compactMap { $0 as? String } ?? []
      let name = try #require(paths.first { $0.hasSuffix("/routinex/f.go") })
      #expect(try Data(contentsOf: URL(fileURLWithPath: work + "/" + name)) == workspace.read("out/p/f.go"))
    }

    @Test("what does not apply, and what there is not", arguments: Setup.newest)
    func nothing(toolchain: Toolchain) throws {
      try makeModule()
      let set = workspace.path("set")
      let none = try diff([set, "example.com/m"], toolchain, in: "m").succeeded()
      #expect(none.outputText == "")
      #expect(none.errorText.hasPrefix("routinex: set changes nothing in example.com/m ("))
      let unknown = try diff([set, "example.com/m/q"], toolchain, in: "m")
      #expect(unknown.ending == .exit(1))
      #expect(
        unknown.errorText
          == "routinex: set has no folder for example.com/m/q; did you mean example.com/m/p, example.com/m?\n")
      let elsewhere = try diff([set, "example.com/m/p"], toolchain)
      #expect(elsewhere.ending == .exit(1))
      #expect(elsewhere.errorText.contains("no package example.com/m/p"))
      let named = try diff([set, "example.com/m/p", "--module", "example.com/m=m"], toolchain).succeeded()
      #expect(named.outputText.contains("+++ b/p/f.go\n"))
      let full = try diff([set, "example.com/m/p", "--output", "."], toolchain, in: "m")
      #expect(full.ending == .exit(1))
      #expect(full.errorText.contains("is not empty"))
    }

    @Test("a patch that does not fit", arguments: Setup.newest)
    func failure(toolchain: Toolchain) throws {
      try makeModule()
      try workspace.write("package p\n\n//routinex:before\nfunc G() {}\n", to: "set/example.com/m/p/g.go")
      let run = try diff([workspace.path("set"), "example.com/m/p"], toolchain, in: "m")
      #expect(run.ending == .exit(1))
      #expect(run.outputText == "")
      #expect(run.errorText.hasPrefix("routinex: \(workspace.path("set/example.com/m/p/g.go")):4:6: "))
    }
  }
}
