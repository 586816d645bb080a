import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// What `routinex go` compiles, and what it shares with plain builds.
  @Suite struct GoCacheTests {
    @Test("a patched package and what depends on it are compiled, and nothing else", arguments: Setup.toolchains)
    func compilations(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      let workspace = program.workspace
      func build(_ sets: String?..., into output: String) throws -> [String] {
        let go = sets.isEmpty ? [toolchain.root + "/bin/go", "build"] : [Setup.routinex, "go", "build"]
        let patches =
          sets.isEmpty ? [] : ["--patches", sets.compactMap { $0.map(workspace.path) }.joined(separator: ",")]
        return try program.compiled(by: go + patches + ["-o", workspace.path(output), "./cmd"])
          .filter { !$0.hasPrefix("internal/") && $0 != "runtime" }.sorted()
      }
      func says(_ output: String) throws -> String { try workspace.run(output).succeeded().errorText }

      try program.writeSet("one/set", text: "A")
      try program.writeSet("two/other", package: "c", text: "C")
      let all = try build(into: "plain")
      #expect(all.contains("main") && all.contains("example.com/m/c"))

      let patched = ["example.com/m/a", "example.com/m/b", "main"]
      #expect(try build("one/set", into: "1") == patched)
      #expect(try says("1") == "A bA c\n")
      #expect(try build("one/set", into: "1") == [])

      try program.writeSet("one/set", text: "AA")
      #expect(try build("one/set", into: "2") == patched)
      #expect(try says("2") == "AA bAA c\n")

      // Another set in the same cache, both together, and the first one from another folder.
      #expect(try build("two/other", into: "3") == ["example.com/m/c", "main"])
      #expect(try says("3") == "a ba C\n")
      #expect(try build("one/set", "two/other", into: "4") == ["main"])
      #expect(try says("4") == "AA bAA C\n")
      try workspace.copy(workspace.path("one/set"), to: "moved/set")
      #expect(try build("moved/set", into: "5") == [])
      #expect(try workspace.read("5") == workspace.read("2"))

      #expect(try build(into: "again") == [])
      #expect(try workspace.read("again") == workspace.read("plain"))
      #expect(try build(nil, into: "none") == [])
      #expect(try workspace.read("none") == workspace.read("plain"))
    }

    @Test("of a built-in set for net/http, as little is compiled", arguments: Setup.newestOrAll)
    func standardLibrary(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      let workspace = program.workspace
      try workspace.write(
        "package main\n\nimport \"net/http\"\n\nfunc main() { println(http.MethodGet) }\n", to: "m/web/main.go")
      func build(_ go: [String]) throws -> [String] {
        try program.compiled(by: go + ["-o", workspace.path("out"), "./web"])
      }
      func isSmall(_ compiled: [String]) -> Bool {
        compiled.contains("net/http") && compiled.contains("main")
          && compiled.allSatisfy { $0.hasPrefix("net/http") || $0 == "main" }
      }
      let plain = [toolchain.root + "/bin/go", "build"]
      _ = try build(plain)
      #expect(isSmall(try build([Setup.routinex, "go", "build", "--patches", "httptrace"])))

      // A copy under the same name is the same set, until it is edited.
      try workspace.copy(Setup.project + "/Patches/httptrace", to: "httptrace")
      let copied = [Setup.routinex, "go", "build", "--patches", "../httptrace/"]
      #expect(try build(copied) == [])
      let file = "httptrace/net/http/log.go"
      try workspace.write(String(decoding: workspace.read(file), as: UTF8.self) + "\nfunc added() {}\n", to: file)
      #expect(isSmall(try build(copied)))
      #expect(try build(plain) == [])
    }

    @Test("folders of a set without patch files make no target, and need no key", arguments: Setup.toolchains)
    func foldersWithoutPatchFiles(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      let workspace = program.workspace
      // A package without imports is built by its compiler alone, so that a cold cache costs nothing.
      for folder in ["d", "d/e", "d/e/f"] { try workspace.write("package p\n\nfunc F() {}\n", to: "m/\(folder)/p.go") }
      try workspace.write(
        "package p\n\n//routinex:before\nfunc F() { println() }\n", to: "set/example.com/m/d/e/f/x.go")
      for name in ["d/README.md", "d/e/x_test.go", "d/e/.x.go", "d/testdata/x.txt"] {
        try workspace.write("package p\n", to: "set/example.com/m/\(name)")
      }
      let build = try program.keyed(
        "build", "--patches", "../set", KeyedProgram.agent, "./d/...", environment: ["GOCACHE": workspace.path("cold")])
      #expect(!build.failed, "\(build)")
      #expect(try program.recorder.takeCompiled().sorted() == ["d", "d/e", "d/e/f"].map { "example.com/m/" + $0 })
    }

    @Test(
      "a set for a package whose folder is in another one's, with a cache that holds nothing", arguments: Setup.newest)
    func freshMachine(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      let workspace = program.workspace
      // As with net/http: net has a folder in the set too, is compiled beforehand, and has no key.
      try workspace.write(
        "package cmplx\n\n//routinex:before\nfunc Abs(x complex128) float64 {\n\tprintln(real(x))\n}\n",
        to: "m/mypatches/math/cmplx/abs.go")
      let build = try program.keyed(
        "--verbose", "build", "--patches", "mypatches", KeyedProgram.agent, "math/cmplx",
        environment: ["GOCACHE": workspace.path("cold")])
      #expect(!build.failed && build.errorText.contains("math/cmplx: before Abs"), "\(build)")
      #expect(try program.recorder.takeCompiled().contains("math"))
    }

    @Test("-a compiles everything, and gives the same", arguments: Setup.newest)
    func compileAll(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      try program.writeSet("set", text: "A")
      let out = program.workspace.path("out")
      let go = [Setup.routinex, "go", "build", "--patches", "../set", "-o", out, "./cmd"]
      _ = try program.compiled(by: go)
      let first = try program.workspace.read("out")
      #expect(try program.compiled(by: go) == [])
      let all = try program.compiled(by: Array(go[..<3]) + ["-a"] + go[3...])
      #expect(all.contains("example.com/m/c"))
      #expect(try program.workspace.read("out") == first)
    }

    @Test("a patched package that has lost its key is an error", arguments: Setup.ends)
    func lostKey(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      let workspace = program.workspace
      try program.writeSet("set", text: "A")
      // No program, which would need package runtime with other flags.
      let out = workspace.path("out")
      let message = "package example.com/m/a has patches, but its compile call has no key for them"

      let byHand = "-toolexec=\(Setup.routinex) --package-keys --patches \(workspace.path("set"))"
      let run = try program.plain("build", byHand, "-o", out, "./b")
      #expect(run.failed && run.errorText.contains(message), "\(run)")

      // A go command that adds flags of its own behind those that it is given.
      try workspace.write(
        """
        #!/bin/sh
        go=\(toolchain.root)/bin/go
        case $1 in build) exec "$go" "$@" -gcflags=all=-N ./b ;; esac
        exec "$go" "$@"

        """, to: "bin/go")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: workspace.path("bin/go"))
      let path = "\(workspace.path("bin")):/usr/bin:/bin"
      let added = try program.keyed("build", "--patches", "../set", "-o", out, environment: ["PATH": path])
      #expect(added.failed && added.errorText.contains(message), "\(added)")
      #expect(!workspace.exists("out"))
    }
  }
}
