import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// `--inside`: the agent edits first.
  @Suite struct InsideTests {
    private static let both = [AgentProgram.patched, "agent: Value, edition 1"]

    @Test(
      "agents that look at the name of the program, at other tools, or at the original's path",
      arguments: Setup.newest, ["edit", "edit,exec", "original", "edit,print", "edit,argv0,stamp=text"])
    func works(toolchain: Toolchain, words: String) throws {
      let program = try AgentProgram(toolchain)
      let words = words == "original" ? "original=" + program.original : words
      let agent = try Agent(toolchain).chain(words, package: AgentProgram.library, function: "Value")
      #expect(try program.build(through: program.routinex + ["--inside"] + agent) == Self.both)
    }

    @Test("on each Go", arguments: Setup.toolchains)
    func onEachGo(toolchain: Toolchain) throws { try works(toolchain: toolchain, words: "edit,argv0,tools") }

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
}
