import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// What stands behind routinex counts for the cache, whatever the agent does with `-V=full`.
  @Suite struct AgentCacheTests {
    private static func says(_ edition: String) -> String { "agent: Value, edition \(edition)" }

    /// One program, one cache, built again and again.
    @Test("no object is shared with a build whose chain is another, in any order", arguments: Setup.newest)
    func orders(toolchain: Toolchain) throws {
      let program = try AgentProgram(toolchain)
      let behind =
        try program.routinex + Agent(toolchain).chain("edit", package: AgentProgram.library, function: "Value")
      let inside = program.routinex + ["--inside"] + behind.dropFirst(program.routinex.count)
      let alone = program.routinex
      let outcomes = [
        alone: [AgentProgram.patched], behind: [Self.says("1"), AgentProgram.patched],
        inside: [AgentProgram.patched, Self.says("1")], []: [],
      ]
      for chain in [alone, behind, alone, inside, behind, [], inside, alone, [], behind] {
        #expect(try program.build(through: chain) == outcomes[chain], "\(chain)")
      }
    }

    @Test("an agent's configuration and the agent itself count by content, not by path", arguments: Setup.newest)
    func contents(toolchain: Toolchain) throws {
      let program = try AgentProgram(toolchain)
      func output(edition: Int, _ text: String, config: String = "config") throws -> [String] {
        try program.workspace.write(text, to: config)
        return try program.build(
          through: program.routinex
            + Agent(toolchain, edition: edition).chain(
              "edit", package: AgentProgram.library, function: "Value", config: program.workspace.path(config)))
      }
      #expect(try output(edition: 1, "one") == [Self.says("1, one"), AgentProgram.patched])
      #expect(try output(edition: 1, "two") == [Self.says("1, two"), AgentProgram.patched])
      #expect(try output(edition: 2, "two") == [Self.says("2, two"), AgentProgram.patched])
      #expect(try output(edition: 1, "one") == [Self.says("1, one"), AgentProgram.patched])
      // The same by another path gives the same ID.
      func answer(_ config: String) throws -> String {
        try program.workspace.write("same", to: config)
        let agent = try Agent(toolchain).chain("edit", config: program.workspace.path(config))
        let command = Command(
          program.routinex + agent + [toolchain.tool("compile"), "-V=full"], in: program.workspace.root,
          environment: toolchain.environment(in: program.workspace))
        return try command.run().succeeded().outputText
      }
      #expect(try answer("here") == answer("there"))
    }

    @Test("under routinex go an agent counts as well", arguments: Setup.newest)
    func keyed(toolchain: Toolchain) throws {
      let program = try AgentProgram(toolchain)
      func output(_ agent: [String]) throws -> [String] {
        let toolexec = agent.isEmpty ? [] : ["-toolexec=" + agent.joined(separator: " ")]
        let words =
          ["go", "build"] + program.routinex.dropFirst() + toolexec + ["-o", program.workspace.path("out"), "."]
        try Command(
          [Setup.routinex] + words, in: program.workspace.path("app"),
          environment: toolchain.environment(in: program.workspace)
        ).run().succeeded()
        return try program.workspace.run("out").succeeded().errorLines.map(String.init).dropLast()
      }
      let agent = try Agent(toolchain).chain("edit", package: AgentProgram.library, function: "Value")
      for _ in 0..<2 {
        #expect(try output([]) == [AgentProgram.patched])
        #expect(try output(agent) == [Self.says("1"), AgentProgram.patched])
      }
    }
  }

  /// `--inside`: the agent edits first.
  @Suite struct InsideTests {
    private static let both = [AgentProgram.patched, "agent: Value, edition 1"]

    @Test(
      "agents that look at the name of the program, at other tools, or at the original's path",
      arguments: Setup.toolchains,
      ["edit", "edit,argv0", "edit,argv0,tools", "edit,exec", "original", "edit,print", "edit,argv0,stamp=text"])
    func works(toolchain: Toolchain, words: String) throws {
      let program = try AgentProgram(toolchain)
      let words = words == "original" ? "original=" + program.original : words
      let agent = try Agent(toolchain).chain(words, package: AgentProgram.library, function: "Value")
      let temporary = program.workspace.path("tmp")
      try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
      #expect(try program.build(through: program.routinex + ["--inside"] + agent) == Self.both)
    }

    @Test("a call of another driver leaves nothing behind", arguments: Setup.newest)
    func otherDriver(toolchain: Toolchain) throws {
      let program = try AgentProgram(toolchain)
      let workspace = program.workspace
      for folder in ["tmp", "o"] {
        try FileManager.default.createDirectory(atPath: workspace.path(folder), withIntermediateDirectories: true)
      }
      var environment = toolchain.environment(in: workspace)
      environment["TMPDIR"] = workspace.path("tmp")
      environment["TOOLEXEC_IMPORTPATH"] = AgentProgram.library
      let compile = [toolchain.tool("compile"), "-p", AgentProgram.library, "-o", workspace.path("o/lib.a")]
      let chain = try program.routinex + ["--verbose", "--inside"] + Agent(toolchain).chain("argv0", "exec")
      let run = try Command(chain + compile + [program.original], in: workspace.root, environment: environment).run()
        .succeeded()
      #expect(run.errorText.contains("\(AgentProgram.library): before Value"), "\(run)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: workspace.path("tmp")) == [])
    }

    @Test("without an agent it says so", arguments: Setup.newest)
    func noAgent(toolchain: Toolchain) throws {
      let program = try AgentProgram(toolchain)
      let run = try toolchain.go(
        "build", "-toolexec=\(Setup.routinex) --inside", ".", in: "app", of: program.workspace)
      #expect(run.failed)
      #expect(run.errorText.contains("routinex: --inside needs an agent"), "\(run)")
    }
  }

  /// Agents that go by paths and names.
  @Suite struct AgentPathTests {
    @Test("an agent behind finds the original's path and its module's version", arguments: Setup.newest)
    func mirrored(toolchain: Toolchain) throws {
      let workspace = try Workspace()
      try workspace.write("package dep\n\nfunc Value() int {\n\treturn 2\n}\n", to: "mod/example.com/dep@v1.2.3/dep.go")
      try workspace.write("module example.com/dep\n\ngo 1.18\n", to: "mod/example.com/dep@v1.2.3/go.mod")
      try workspace.write(
        "module example.com/app\n\ngo 1.18\n\nrequire example.com/dep v1.2.3\n\nreplace example.com/dep => ../mod/example.com/dep@v1.2.3\n",
        to: "app/go.mod")
      try workspace.write(
        "package main\n\nimport \"example.com/dep\"\n\nfunc main() {\n\tprintln(dep.Value())\n}\n", to: "app/main.go")
      try workspace.write(
        "package dep\n\n//routinex:before\nfunc Value() int {\n\tprintln(\"patched\")\n}\n",
        to: "set/example.com/dep/x.go")
      let agent = try Agent(toolchain).chain("version", package: "example.com/dep", function: "Value")
      let chain = [Setup.routinex, "--patches", workspace.path("set")] + agent
      try toolchain.go(
        "build", "-toolexec=" + chain.joined(separator: " "), "-o", workspace.path("out"), ".", in: "app", of: workspace
      ).succeeded()
      let lines = try workspace.run("out").succeeded().errorLines
      #expect(lines.contains("agent: example.com/dep v1.2.3"), "\(lines)")
      #expect(lines.contains("patched"), "\(lines)")
    }

    @Test("a package that an agent in front has renamed is patched", arguments: Setup.newest)
    func renamedInFront(toolchain: Toolchain) throws {
      let program = try AgentProgram(toolchain)
      let agent = try Agent(toolchain).chain("rename", "stamp=renamed", package: "example.com/app")
      #expect(try program.build(through: agent + program.routinex) == [AgentProgram.patched])
    }
  }
}
