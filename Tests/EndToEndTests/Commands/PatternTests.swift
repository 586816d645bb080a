import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// One patch for many functions, in many packages.
  @Suite struct PatternTests {
    private static let run = "func Run(name string, depth int) int { return depth }\n"

    /// A module in which `a`, `b` and the command match, `c` does not, and `hooks` is what the patches import.
    private func program(_ toolchain: Toolchain) throws -> KeyedProgram {
      let program = try KeyedProgram(toolchain)
      for (name, imports) in [("a", ""), ("b", "import _ \"example.com/m/a\"\n\n")] {
        try program.workspace.write("package \(name)\n\n\(imports)\(Self.run)", to: "m/\(name)/\(name).go")
      }
      try program.workspace.write(
        """
        package main

        import (
        	"example.com/m/a"
        	"example.com/m/b"
        	"example.com/m/c"
        )

        //app:entered main
        func main() { println(a.Run("a", 1), b.Run("b", 2), c.Text()) }

        """, to: "m/cmd/main.go")
      try program.workspace.write(
        "package hooks\n\nfunc Run(name string, depth int) { println(\"entered\", name, depth) }\n",
        to: "m/hooks/hooks.go")
      try write("spans", to: program)
      return program
    }

    private func write(_ word: String, to program: KeyedProgram, import path: String = "example.com/m/hooks") throws {
      try program.workspace.write(
        """
        //routinex:packages work

        package anything

        import (
        	"\(path)"
        	"routinex/target"
        )

        //routinex:each R* //app:entered
        //routinex:before
        func _(name string, depth int) { hooks.Run("\(word) "+target.Package+"."+target.Name, depth) }

        //routinex:each //app:entered
        //routinex:before
        func _() { hooks.Run("\(word) "+target.Comment("//app:entered"), 0) }

        """, to: "set/_patches/_any/spans.go")
      // The set is a Go package.
      try program.workspace.write("// Package set enters.\npackage set\n\nfunc F() {}\n", to: "set/set.go")
    }

    private static func entered(_ word: String) -> [Substring] {
      [
        "entered \(word) main 0", "entered \(word) example.com/m/a.Run 1", "entered \(word) example.com/m/b.Run 2",
        "1 2 c",
      ]
    }

    @Test("files on the command line, which import the package of their folder", arguments: Setup.ends)
    func filesOfAFolder(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      try program.workspace.write(
        "//go:build ignore\n\npackage main\n\nimport \"example.com/m/a\"\n\nfunc main() { println(a.Text()) }\n",
        to: "m/a/gen.go")
      try program.workspace.write(
        "//routinex:packages work\n\npackage p\n\n//routinex:each Text main\n//routinex:before\nfunc _() { println(\"before\") }\n",
        to: "set/_any/each.go")
      let arguments = [Setup.routinex, "go", "run", "--patches", program.workspace.path("set"), "gen.go"]
      #expect(try program.run(arguments, in: "m/a").succeeded().errorText == "before\nbefore\na\n")
    }

    @Test(
      "patterns of packages and functions apply where they match, and nothing else is compiled", arguments: Setup.ends)
    func everywhere(toolchain: Toolchain) throws {
      let program = try program(toolchain)
      let build = [Setup.routinex, "go", "build", "--patches", "../set", "-o", "../app", "./cmd"]
      func output() throws -> [Substring] { try program.run([program.workspace.path("app")]).errorLines }
      _ = try program.plain("build", "-o", "../plain", "./cmd").succeeded()
      // What is selected is compiled under a key of its own, `c` among it, whose content stays what it was.
      let selected: Set = ["main", "example.com/m/a", "example.com/m/b", "example.com/m/c"]
      #expect(try Set(program.compiled(by: build)) == selected.union(["example.com/m/hooks"]))
      #expect(try output() == Self.entered("spans"))
      #expect(try program.compiled(by: build) == [])
      try write("again", to: program)
      #expect(try Set(program.compiled(by: build)) == selected)
      #expect(try output() == Self.entered("again"))
      // What is imported is not patched by what imports it, and its edit reaches the program.
      try program.workspace.write(
        "package hooks\n\nfunc Run(name string, depth int) { println(\"ENTERED\", name, depth) }\n",
        to: "m/hooks/hooks.go")
      _ = try program.run(build).succeeded()
      #expect(try output() == Self.entered("again").map { $0.replacing("entered", with: "ENTERED")[...] })
      _ = try program.plain("build", "-o", "../app", "./cmd").succeeded()
      #expect(try output() == ["1 2 c"])
    }

    @Test("the package whose types the signature names is patched as well", arguments: Setup.newest)
    func ownTypes(toolchain: Toolchain) throws {
      let program = try program(toolchain)
      try program.workspace.write("package a\n\n// Depth is one.\ntype Depth int\n", to: "m/a/depth.go")
      try program.workspace.write(
        "package a\n\nfunc Own(d Depth) {}\n\nfunc (d Depth) String() string { return \"depth\" }\n", to: "m/a/own.go")
      try program.workspace.write(
        "package b\n\nimport \"example.com/m/a\"\n\nfunc Other(d a.Depth) { a.Own(d) }\n", to: "m/b/other.go")
      try program.workspace.write(
        "package main\n\nimport \"example.com/m/b\"\n\nfunc main() { b.Other(3) }\n", to: "m/cmd/main.go")
      try program.workspace.write(
        """
        //routinex:packages work

        package anything

        import (
        	"example.com/m/a"
        	"routinex/target"
        )

        //routinex:each *
        //routinex:before
        func _(d a.Depth) { seen(target.Package, d, a.Depth(4)) }

        func seen(where string, depths ...a.Depth) { println(where, len(depths), depths[0].String()) }

        """, to: "set/_patches/_any/spans.go")
      let run = try program.keyed("run", "--patches", "../set", "./cmd").succeeded()
      #expect(
        run.errorLines.filter { $0.hasSuffix("depth") } == ["example.com/m/b 2 depth", "example.com/m/a 2 depth"])
    }

    @Test("patterns and tests: of the package, beside it, and their main packages", arguments: Setup.newest)
    func tests(toolchain: Toolchain) throws {
      let program = try program(toolchain)
      try program.workspace.write(
        "package a\n\nimport \"testing\"\n\nfunc TestIn(t *testing.T) { Run(\"in\", 7) }\n", to: "m/a/in_test.go")
      try program.workspace.write(
        "package a_test\n\nimport (\n\t\"testing\"\n\n\t\"example.com/m/a\"\n)\n\n"
          + "func TestOut(t *testing.T) { a.Run(\"out\", 8) }\n", to: "m/a/out_test.go")
      let run = try program.keyed("test", "--patches", "../set", "-count=1", "-v", "./a", "./c").succeeded()
      let lines = (run.outputText.split(separator: "\n") + run.errorLines).filter { $0.hasPrefix("entered") }
      #expect(lines == ["entered spans example.com/m/a.Run 7", "entered spans example.com/m/a.Run 8"])
    }

    @Test("patches that do nothing, of every function of packages of Go's own, change nothing", arguments: Setup.newest)
    func everyFunction(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      // None that package testing depends on, or all that depends on them would be compiled: `make matrix` has those too.
      let packages = [
        "archive/zip", "container/heap", "container/ring", "encoding/csv", "encoding/xml", "html",
        "index/suffixarray", "text/scanner", "text/template", "text/template/parse",
      ]
      try program.workspace.write(
        """
        //routinex:packages \(packages.joined(separator: " "))

        package p

        //routinex:each *
        //routinex:before
        func _() {}

        //routinex:each *
        //routinex:after
        func _() {}

        //routinex:each *
        //routinex:wrap
        func _() { original() }

        """, to: "set/_any/every.go")
      let command = [Setup.routinex, "go", "test", "--patches", "../set", "--verbose", "-vet=off", "-short"] + packages
      let run = try program.run(command).succeeded()
      #expect(run.outputText.split(separator: "\n").filter { $0.hasPrefix("ok ") }.count == packages.count)
      let wrapped = (run.outputText + run.errorText).split(separator: "\n").filter { $0.contains(": wrap ") }
      #expect(wrapped.count > 300)
    }

    @Test("what the linker alone brings in has no key, and stays plain", arguments: Setup.newest)
    func ofTheLinker(toolchain: Toolchain) throws {
      let program = try program(toolchain)
      // Under -cover it is runtime/coverage that needs these.
      try program.workspace.write(
        "//routinex:packages strings unicode/... a/...\n\npackage p\n\n//routinex:each *\n//routinex:before\n"
          + "func _() { println(\"never\") }\n", to: "linkerset/_any/x.go")
      let command = [Setup.routinex, "go", "build", "--patches", "../linkerset", "-cover", "-o", "../app", "./cmd"]
      _ = try program.run(command).succeeded()
      let run = try program.run([program.workspace.path("app")], ["GOCOVERDIR": program.workspace.path(".")])
      #expect(run.errorLines == ["1 2 c"])
    }

    @Test(
      "with -toolexec alone, work is the module of the folder, and a module in it is none of it",
      arguments: Setup.newest)
    func toolexecAlone(toolchain: Toolchain) throws {
      let program = try program(toolchain)
      let workspace = program.workspace
      try workspace.write("module example.com/m/nested\n\ngo 1.18\n", to: "m/nested/go.mod")
      try workspace.write("package nested\n\n\(Self.run)", to: "m/nested/nested.go")
      try workspace.write(
        "module example.com/m\n\ngo 1.18\n\nrequire example.com/m/nested v0.0.0\n\n"
          + "replace example.com/m/nested => ./nested\n", to: "m/go.mod")
      try workspace.write(
        "package main\n\nimport (\n\t\"example.com/m/a\"\n\t\"example.com/m/nested\"\n)\n\n"
          + "func main() { a.Run(\"a\", 1); nested.Run(\"n\", 2) }\n", to: "m/cmd/main.go")
      try workspace.write(
        """
        //routinex:packages work

        package p

        import "routinex/target"

        //routinex:each Run
        //routinex:before
        func _(depth int) { println(target.Package, depth) }

        """, to: "plainset/_any/run.go")
      let toolexec = "-toolexec=\(Setup.routinex) --patches \(workspace.path("plainset"))"
      let bare = try program.plain("run", toolexec, "./cmd").succeeded()
      #expect(bare.errorLines == ["example.com/m/a 1"])
      #expect(try program.keyed("run", "--patches", "../plainset", "./cmd").succeeded().errorLines == bare.errorLines)
    }

    @Test(
      "a set whose patterns select nothing says so, and files in _any have to say for which packages they are",
      arguments: Setup.newest)
    func mistakes(toolchain: Toolchain) throws {
      let program = try program(toolchain)
      try program.workspace.write(
        "//routinex:packages example.com/n/...\n\npackage p\n\n//routinex:each *\n//routinex:before\nfunc _() {}\n",
        to: "idle/_any/run.go")
      let idle = try program.keyed("build", "--patches", "../idle", "./a").succeeded()
      #expect(
        idle.errorLines == [
          "routinex: this build compiles no package that the patch set idle is for (example.com/n/...); did you mean "
            + "example.com/m/a?"
        ])
      try program.workspace.write(
        "package p\n\n//routinex:each *\n//routinex:before\nfunc _() {}\n", to: "bad/_any/x.go")
      let bad = try program.keyed("build", "--patches", "../bad", "./a")
      #expect(bad.failed)
      #expect(
        bad.errorLines == [
          "routinex: \(program.workspace.path("bad/_any/x.go")):1:1: a file in _any must select its packages above its "
            + "package clause, such as //routinex:packages work"
        ])
      let version = try program.keyed("install", "--patches", "../set", "example.com/m/cmd@v1.0.0")
      #expect(version.failed)
      #expect(version.errorLines.first?.contains("the build are not known before it begins") == true)
    }
  }
}
