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
      "patch -p1 makes of the sources what --output writes, and with --exact the same bytes",
      arguments: Setup.toolchains,
      [("routine", "runtime"), ("faketime", "time"), ("httptrace", "net/http")])
    func standardLibrary(toolchain: Toolchain, what: (set: String, package: String)) throws {
      try workspace.copy(toolchain.root + "/src/" + what.package, to: "copy/src/" + what.package)
      let before = Set(workspace.files(below: "copy"))
      let text = try diff([what.set, what.package, "--exact"], toolchain).succeeded().output
      try patch(text, in: "copy")
      try diff([what.set, what.package, "--output", "out"], toolchain).succeeded()
      let written = workspace.files(below: "out").filter { $0 != "overlay.json" && $0 != ".routinex-overlay" }
      #expect(!written.isEmpty)
      for file in written { #expect(try workspace.read("copy/" + file) == workspace.read("out/" + file), "\(file)") }
      #expect(Set(workspace.files(below: "copy")).subtracting(before) == Set(written).subtracting(before))

      try workspace.copy(toolchain.root + "/src/" + what.package, to: "read/src/" + what.package)
      let readable = try diff([what.set, what.package], toolchain).succeeded()
      #expect(!readable.outputText.contains("\n+//line ") && !readable.outputText.contains("/*line "))
      #expect(!readable.outputText.contains("\n+\n+\n") && !readable.outputText.contains("\n+{\n+\n"))
      try patch(readable.output, in: "read")
      #expect(workspace.files(below: "read") == workspace.files(below: "copy"))
      for file in written {
        let tokens = { (folder: String) throws in
          let text = String(decoding: try workspace.read(folder + file), as: UTF8.self)
          return text.replacing(/(?m)^\/\/line .*$|\/\*line [^*]*\*\//, with: "").filter {
            !$0.isWhitespace && $0 != ";"
          }
        }
        #expect(try tokens("read/") == tokens("copy/"), "\(file)")
      }
      #expect(try gofmt(workspace.files(below: "read"), toolchain, in: "read").succeeded().errorText == "")
    }

    private func gofmt(_ files: [String], _ toolchain: Toolchain, in folder: String) throws -> Run {
      try Command(
        [toolchain.root + "/bin/gofmt", "-e", "-l"] + files.filter { $0.hasSuffix(".go") },
        in: workspace.path(folder),
        environment: toolchain.environment(in: workspace)
      ).run()
    }

    @Test("what is shown of each kind of patch reads as a person would write it", arguments: Setup.newest)
    func readable(toolchain: Toolchain) throws {
      try workspace.write("module example.com/m\n\ngo 1.18\n", to: "m/go.mod")
      try workspace.write(
        """
        package p

        type T struct {
        \ta int
        }

        func (t *T) F(n int) (int, error) {
        \tif n > 0 {
        \t\treturn n, nil
        \t}
        \treturn t.a, nil
        }

        func G() { println("g") }

        """, to: "m/p/f.go")
      try workspace.write(
        """
        package p

        import "errors"

        //routinex:extend
        type T struct {
        \tadded string
        }

        //routinex:wrap
        func (t *T) F(n int) (int, error) {
        \tif n < 0 {
        \t\treturn 0, errors.New(t.added)
        \t}

        \treturn original(n)
        }

        //routinex:after
        func G() {
        \tprintln("after")
        }

        """, to: "set/example.com/m/p/x.go")
      let run = try diff([workspace.path("set"), "./..."], toolchain, in: "m").succeeded()
      #expect(
        run.outputText.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(4).joined(separator: "\n")
          == """
          @@ -1,14 +1,37 @@
           package p
           
          +import errors "errors"
          +
           type T struct {
           \ta int
          +
          +\tadded string
           }
           
           func (t *T) F(n int) (int, error) {
          +\toriginal_1 := func(n int) (int, error) {
          +\t\tt := t
          +\t\t_ = t
           \tif n > 0 {
           \t\treturn n, nil
           \t}
           \treturn t.a, nil
          +\t}
          +\t_ = original_1
          +
          +\t{
          +\t\tif n < 0 {
          +\t\t\treturn 0, errors.New(t.added)
          +\t\t}
          +
          +\t\treturn original_1(n)
          +\t}
           }
           
          -func G() { println("g") }
          +func G() {
          +\tdefer func() {
          +\t\tprintln("after")
          +\t}()
          +
          +\tprintln("g")
          +}

          """, "\(run.outputText)")
    }

    @Test("several packages, folders and patterns, each once", arguments: Setup.newest)
    func several(toolchain: Toolchain) throws {
      try makeModule()
      let set = workspace.path("set")
      try workspace.write("package q\n\nfunc Q() {}\n", to: "m/q/q.go")
      try workspace.write("package q\n\n//routinex:before\nfunc Q() { println() }\n", to: "set/example.com/m/q/q.go")
      func headings(_ arguments: [String]) throws -> [String] {
        try diff(arguments, toolchain, in: "m").succeeded().outputText.split(separator: "\n").filter {
          $0.hasPrefix("# ")
        }
        .map { String($0.dropFirst(2).prefix { $0 != " " }) }
      }
      let both = ["example.com/m/p", "example.com/m/q"]
      #expect(try headings([set, "example.com/m/p", "example.com/m/q"]) == both)
      #expect(try headings(["../set", "./p", "./q", "example.com/m/p"]) == both)
      #expect(try headings(["../set", "./..."]) == both)
      #expect(try headings(["--patches", "../set", "./q", "./p"]) == both.reversed())
      #expect(
        try headings(["../set", "httptrace", "net/...", "example.com/m/q", "example.com/..."]).prefix(1) == ["net/http"]
      )
      #expect(
        try headings(["../set", "httptrace", "net/...", "example.com/m/q", "example.com/..."]).suffix(2)
          == both.reversed())
      let none = try diff(["../set", "net/..."], toolchain, in: "m").succeeded()
      #expect(none.outputText == "" && none.errorText == "routinex: set changes nothing in net/...\n")
      for (arguments, message) in [
        (["../set", "nix/..."], "'nix/...' matches no package"), (["../set", "./nix"], "there are no Go files in"),
        (["../set", "/nix"], "is not a folder of the working folder's module"), (["routin", "net/http"], "routin"),
      ] {
        let run = try diff(arguments, toolchain, in: "m")
        #expect(run.ending == .exit(1) && run.errorText.contains(message), "\(run)")
      }
    }

    @Test("--output writes beside other files, and over none but its own", arguments: Setup.newest)
    func outputBeside(toolchain: Toolchain) throws {
      try makeModule()
      let set = workspace.path("set")
      try workspace.write("mine", to: "out/notes")
      try diff([set, "./p", "--output", "../out"], toolchain, in: "m").succeeded()
      let first = workspace.files(below: "out")
      #expect(Set(first).isSuperset(of: ["notes", "p/f.go", "overlay.json", ".routinex-overlay"]))
      try workspace.write("package p\n\nvar Added = 1\n", to: "set/example.com/m/p/test.go")
      try diff([set, "./p", "--output", "../out"], toolchain, in: "m").succeeded()
      #expect(
        Set(workspace.files(below: "out")) == [
          "notes", "p/zz_routinex_0_test_added.go", "overlay.json", ".routinex-overlay",
        ])
      try workspace.write("mine", to: "out/src/net/http/server.go")
      let refused = try diff(["httptrace", "net/http", "--output", "../out"], toolchain, in: "m")
      #expect(refused.ending == .exit(1))
      #expect(refused.errorText.contains("out/src/net/http/server.go exists"), "\(refused)")
      #expect(try workspace.read("out/src/net/http/server.go") == Data("mine".utf8))
      #expect(!workspace.exists("out/src/net/http/clientconn.go"))
      try workspace.write("{}", to: "other/overlay.json")
      let foreign = try diff([set, "./p", "--output", "../other"], toolchain, in: "m")
      #expect(foreign.ending == .exit(1) && foreign.errorText.contains("other/overlay.json exists"), "\(foreign)")
      // Of packages of several folders each has one of its own.
      try diff(["httptrace", set, "net/http", "./p", "--output", "../both"], toolchain, in: "m").succeeded()
      #expect(
        workspace.exists("both/net/http/server.go")
          && workspace.exists("both/example.com/m/p/zz_routinex_0_test_added.go"))
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
      #expect(full.errorText.contains("is a folder of sources (go.mod)"))
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
