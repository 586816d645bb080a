import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// `--inside`: the agent edits first.
  @Suite struct InsideTests {
    private static let both = [AgentProgram.patched, "agent: Value, edition 1"]

    @Test(
      "agents that look at the name of the program, at other tools, or at the original's path",
      arguments: Setup.newest,
      [
        "edit", "edit,exec", "original", "edit,print", "edit,argv0,tools", "edit,argv0,stamp=text",
      ])
    func works(toolchain: Toolchain, mode: String) throws {
      let program = try AgentProgram(toolchain)
      let chain = try program.routinex + ["--inside"] + AgentProgram.agent(toolchain)
      #expect(try program.build(through: chain, mode: mode) == Self.both)
    }

    @Test("an agent that writes to a folder of its own", arguments: Setup.newest)
    func elsewhere(toolchain: Toolchain) throws {
      let program = try AgentProgram(toolchain)
      // With tags the folder of the sources is looked at.
      try program.workspace.write("//routinex:tags quick\n\npackage lib\n", to: "set/\(AgentProgram.library)/tags.go")
      let chain = try program.routinex + ["--inside"] + AgentProgram.agent(toolchain)
      let held = try program.library(
        by: [toolchain.root + "/bin/go", "build"], through: chain.joined(separator: " "), mode: "edit,elsewhere",
        holds: Self.both)
      #expect(held == Self.both)
    }

    @Test("on another Go", arguments: Setup.oldestOrAll)
    func onEachGo(toolchain: Toolchain) throws { try works(toolchain: toolchain, mode: "edit,argv0,tools") }

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

    @Test("under routinex go the agent sees no key, and a key counts as ever", arguments: Setup.newest)
    func keyed(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      for text in ["one", "two"] { try program.writeSet(text, text: text) }
      func compiled(_ set: String, prints output: String) throws -> [String] {
        let built = program.workspace.path("built")
        try program.keyed(
          "build", "--patches", "../" + set, "-toolexec=--inside " + Recorder.agent, "-o", built, "./cmd"
        ).succeeded()
        #expect(try program.workspace.run("built").succeeded().errorText == output + "\n")
        let records = try program.recorder.take().map(\.texts)
        let calls = records.filter { !$0.contains("-V=full") }
        #expect(!calls.contains { $0.contains { $0.hasPrefix("-routinex=") } })
        return calls.compactMap { arguments in
          // The patched one alone is given the stand-in.
          guard let tool = arguments.first(where: { $0.hasSuffix("/compile") }),
            let flag = arguments.firstIndex(of: "-p")
          else { return nil }
          return arguments[flag + 1] + (tool.contains("/routinex-tools/") ? ", by the stand-in" : "")
        }
      }
      let first = try compiled("one", prints: "one bone c")
      #expect(first.contains("example.com/m/a, by the stand-in") && first.contains("example.com/m/c"), "\(first)")
      let edited = try compiled("two", prints: "two btwo c")
      #expect(edited.contains("example.com/m/a, by the stand-in") && !edited.contains("example.com/m/c"), "\(edited)")
      #expect(try !compiled("one", prints: "one bone c").contains { $0.hasPrefix("example.com/m/a") })
    }

    @Test("under routinex go an agent may ask the stand-in for its ID", arguments: Setup.newest)
    func keyedTools(toolchain: Toolchain) throws {
      let program = try AgentProgram(toolchain)
      let held = try program.library(
        by: [Setup.routinex, "go", "build"] + program.routinex.dropFirst(),
        through: "--inside " + AgentProgram.agent(toolchain).joined(separator: " "), mode: "edit,argv0,tools",
        holds: Self.both)
      #expect(held == Self.both)
    }

    @Test("without an agent it says so", arguments: Setup.newest)
    func noAgent(toolchain: Toolchain) throws {
      let program = try AgentProgram(toolchain)
      let run = try toolchain.go(
        "build", "-toolexec=\(Setup.routinex) --inside", ".", in: "app", of: program.workspace)
      #expect(run.failed)
      #expect(run.errorText.contains("routinex: --inside needs an agent"), "\(run)")
      // What explain finds out beforehand is what the call itself does.
      let explained = try Command(
        [Setup.routinex, "explain", "--", "go", "build", "-toolexec=--inside", "."], in: program.workspace.path("app"),
        environment: toolchain.environment(in: program.workspace)
      ).run()
      #expect(explained.outputText.contains("asked for its ID, and refused; exit status 1"), "\(explained)")
      #expect(explained.outputText.contains("  --inside needs an agent"), "\(explained)")
    }
  }
}
