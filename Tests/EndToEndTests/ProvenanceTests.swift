import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// A program's build information names the patch sets that changed something in it.
  @Suite struct ProvenanceTests {
    /// A program that says what its build information has of routinex, and sets that change something in it, or nothing.
    private func program(_ toolchain: Toolchain) throws -> OutsideProgram {
      let program = try OutsideProgram(toolchain)
      try program.write(
        "m/app/main.go",
        """
        package main

        import (
        	"container/list"
        	"runtime/debug"
        )

        func Answer() int { return 42 }

        func main() {
        	list.New().PushBack("/path")
        	info, _ := debug.ReadBuildInfo()
        	for _, setting := range info.Settings {
        		if setting.Key == "routinex" {
        			println(setting.Value)
        		}
        	}
        }

        """)
      try program.write(
        "m/app/main_test.go", "package main\n\nimport \"testing\"\n\nfunc TestMain1(t *testing.T) { main() }\n")
      try program.write("set/example.com/m/app/p.go", "package main\n\n//routinex:before\nfunc Answer() int {}\n")
      try program.write("set/container/heap/p.go", "package heap\n\nfunc Elsewhere() {}\n")
      try program.write(
        "none/container/list/p.go",
        "package list\n\n//routinex:optional\n//routinex:before\nfunc NoSuch() {}\n")
      try program.write("none/container/ring/p.go", "package ring\n\nfunc Elsewhere() {}\n")
      return program
    }

    private let value = /0\.1\.0,routine@[0-9a-f]{12},set@[0-9a-f]{12}\n/

    @Test("go version -m and debug.ReadBuildInfo name the sets", arguments: Setup.ends)
    func buildInformation(toolchain: Toolchain) throws {
      let program = try program(toolchain)
      let workspace = program.workspace
      func built(_ flags: String...) throws -> String {
        let patches = "routine,\(workspace.path("set")),\(workspace.path("none"))"
        let arguments = ["go", "build", "--patches", patches, "-o", workspace.path("out")] + flags + ["./app"]
        try Command(
          [Setup.routinex] + arguments, in: workspace.path("m"), environment: toolchain.environment(in: workspace)
        ).run().succeeded()
        return try workspace.run("out").succeeded().errorText
      }
      let first = try built()
      #expect(first.wholeMatch(of: value) != nil, "\(first)")
      let shown = try program.plain("version", "-m", workspace.path("out")).succeeded().outputText
      #expect(shown.contains("\n\tbuild\troutinex=" + first), "\(shown)")
      #expect(try built("-ldflags=-s -w") == first)

      // It stands for what is in the program.
      try program.write("set/container/heap/p.go", "package heap\n\nfunc Elsewhere() { println() }\n")
      #expect(try built() == first)
      try program.write(
        "set/example.com/m/app/p.go", "package main\n\n// Edited.\n\n//routinex:before\nfunc Answer() int {}\n")
      let edited = try built()
      #expect(edited.wholeMatch(of: value) != nil && edited != first, "\(edited)")

      // Without routinex there is none. With -toolexec alone it is the same.
      try program.plain("build", "-o", workspace.path("plain"), "./app").succeeded()
      #expect(try workspace.run("plain").succeeded().errorText == "")
      guard Setup.newestOrAll.contains(where: { $0.version == toolchain.version }) else { return }
      try program.plain(
        "build", toolexec("--patches", "routine,\(workspace.path("set"))"), "-o", workspace.path("out"), "./app"
      ).succeeded()
      #expect(try workspace.run("out").succeeded().errorText == edited)
    }

    @Test("bit for bit the same wherever the set lies; test binaries, and sets that only link", arguments: Setup.newest)
    func others(toolchain: Toolchain) throws {
      let program = try program(toolchain)
      let workspace = program.workspace
      try program.write(
        "elsewhere/set/example.com/m/app/p.go", "package main\n\n//routinex:before\nfunc Answer() int {}\n")
      var binaries: Set<Data> = []
      for set in ["set", "elsewhere/set"] {
        try program.keyed("build", "--patches", workspace.path(set), "-o", workspace.path("out"), "./app").succeeded()
        binaries.insert(try workspace.read("out"))
      }
      #expect(binaries.count == 1)
      let test = try program.keyed("test", "--patches", "../set", "-v", "./app").succeeded()
      #expect(test.outputText.contains(/(?m)^0\.1\.0,set@[0-9a-f]{12}$/), "\(test)")
      try program.write("linking/container/list/p.go", "//routinex:link example.com/m/logger\npackage list\n")
      try program.keyed("build", "--patches", "../linking", "-o", workspace.path("out"), "./app").succeeded()
      let linked = try workspace.run("out").succeeded().errorText
      #expect(linked.wholeMatch(of: /logger begins\n0\.1\.0,linking@[0-9a-f]{12}\n/) != nil, "\(linked)")
      // A name that runtime/debug would quote.
      try program.write(
        "a \"set\", too/example.com/m/app/p.go", "package main\n\n//routinex:before\nfunc Answer() int {}\n")
      try program.keyed(
        "build", "--patches", "../a \"set\"\\, too", "-o", workspace.path("out"), "./app"
      ).succeeded()
      let odd = try workspace.run("out").succeeded().errorText
      #expect(odd.wholeMatch(of: /0\.1\.0,a "set"\\, too@[0-9a-f]{12}\n/) != nil, "\(odd)")
    }

    @Test("routinex version says which files and declarations are in a program", arguments: Setup.newest)
    func version(toolchain: Toolchain) throws {
      let program = try program(toolchain)
      let workspace = program.workspace
      let list = "routine,\(workspace.path("set"))"
      try program.keyed("build", "--patches", list, "-o", workspace.path("out"), "./app").succeeded()
      func version(_ arguments: [String]) throws -> Run {
        try Command(
          [Setup.routinex, "version"] + arguments, in: workspace.path("m"),
          environment: toolchain.environment(in: workspace)
        ).run()
      }
      func text(_ arguments: String...) throws -> String {
        try version(arguments).succeeded().outputText.replacing(/\([0-9a-f]{12}\)/) { _ in "(HASH)" }
      }
      let start = "built with routinex 0.1.0\n\nroutine (HASH), the same files as the set at hand\n\n  runtime\n"
      let all = try text("--patches", list, workspace.path("out"))
      #expect(all.hasPrefix(start) && all.contains("before  goexit0 "), "\(all)")
      // Of the set's two files one is in the program.
      #expect(
        all.hasSuffix(
          "\nset (HASH), the same files as the set at hand\n\n  example.com/m/app\n    before  Answer  p.go:4\n"),
        "\(all)")
      let some = try text(workspace.path("out"))
      #expect(some.hasSuffix("\nset (HASH): this set is not at hand; give it with --patches\n"), "\(some)")
      try program.write("set/example.com/m/app/p.go", "package main\n\n//routinex:after\nfunc Answer() int {}\n")
      let edited = try text("--patches", list, workspace.path("out"))
      #expect(edited.hasSuffix("\nset (HASH): its files differ from those of the set at hand\n"), "\(edited)")
      try program.plain("build", "-o", workspace.path("plain"), "./app").succeeded()
      #expect(try text(workspace.path("plain")) == "no patch set changed anything in it\n")
      #expect(try text() == "routinex 0.1.0\n")
      let wrong = try version(["app/main.go"])
      #expect(wrong.errorText.hasSuffix("routinex: 'app/main.go' is not a Go program that `go version -m` can read\n"))
    }
  }
}
