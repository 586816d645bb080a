import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// routinex in a chain with agents that behave like other people's.
  @Suite struct AgentTests {
    private static let says = "agent: Value, edition 1"

    /// What the program says with the agent behind routinex, and with it in front.
    private func outputs(
      _ toolchain: Toolchain, _ mode: String, changing package: String = ""
    ) throws -> (behind: [String], inFront: [String]) {
      let agent = try AgentProgram.agent(toolchain)
      func output(_ chain: (AgentProgram, [String]) -> [String]) throws -> [String] {
        let program = try AgentProgram(toolchain)
        return try program.build(through: chain(program, agent), mode: mode, changing: package)
      }
      return try (output { $0.routinex + $1 }, output { $1 + $0.routinex })
    }

    @Test("the agent alone", arguments: Setup.newest)
    func alone(toolchain: Toolchain) throws {
      let agent = try AgentProgram.agent(toolchain)
      func output(_ mode: String) throws -> [String] {
        try AgentProgram(toolchain).build(through: agent, mode: mode)
      }
      for mode in ["plain", "print", "rename", "tools", "exec", "argv0"] { #expect(try output(mode) == []) }
      for mode in ["edit", "original", "edit,argv0,exec,tools"] { #expect(try output(mode) == [Self.says]) }
    }

    @Test("an agent that passes everything on", arguments: Setup.newest, ["plain", "exec", "tools", "argv0"])
    func passingOn(toolchain: Toolchain, mode: String) throws {
      let (behind, inFront) = try outputs(toolchain, mode)
      #expect(behind == [AgentProgram.patched])
      #expect(inFront == [AgentProgram.patched])
    }

    @Test("an agent that edits the function too", arguments: Setup.oldestOrAll)
    func editing(toolchain: Toolchain) throws {
      let (behind, inFront) = try outputs(toolchain, "edit")
      // Who comes later inserts at the very beginning.
      #expect(behind == [Self.says, AgentProgram.patched])
      #expect(inFront == [AgentProgram.patched, Self.says])
    }

    @Test("an agent that looks at nothing but the program it starts works behind", arguments: Setup.newest)
    func argv0(toolchain: Toolchain) throws {
      #expect(try outputs(toolchain, "argv0,edit").behind == [Self.says, AgentProgram.patched])
    }

    @Test("an agent that looks for the original's path works in front", arguments: Setup.newest)
    func original(toolchain: Toolchain) throws {
      #expect(try outputs(toolchain, "original").inFront == [AgentProgram.patched, Self.says])
    }

    @Test("an agent that prints the files anew", arguments: Setup.newest)
    func printing(toolchain: Toolchain) throws {
      let (behind, inFront) = try outputs(toolchain, "print")
      #expect(behind == [AgentProgram.patched])
      #expect(inFront == [AgentProgram.patched])
    }

    @Test("an agent that renames packages works behind", arguments: Setup.ends)
    func renaming(toolchain: Toolchain) throws {
      #expect(try outputs(toolchain, "rename", changing: "example.com/app").behind == [AgentProgram.patched])
    }

    @Test("both stamp what they stand in front of", arguments: Setup.newest)
    func stamps(toolchain: Toolchain) throws {
      let program = try AgentProgram(toolchain)
      let agent = try Agent(toolchain).chain("stamp=text")
      for tool in ["compile", "link", "asm"] {
        func answer(_ chain: [String]) throws -> String {
          let environment = toolchain.environment(in: program.workspace)
          let command = Command(
            chain + [toolchain.tool(tool), "-V=full"], in: program.workspace.root, environment: environment)
          return try command.run().succeeded().outputText
        }
        /// Who has stamped it, from the inside out.
        func stamps(_ line: String) throws -> [String] {
          let rest = try #require(line.split(separator: "\n").first?.dropFirst(answer([]).count - 1))
          return rest.matches(of: /\+(\w+) buildID=_\/_\/_\/[0-9a-f]+/).map { String($0.1) }
        }
        let own = tool == "compile" ? ["routinex"] : []
        let others = tool == "asm" ? [] : ["agent"]
        // The agent's own ID, whatever it answers, is in every tool's.
        #expect(try stamps(answer(program.routinex + agent)) == others + ["routinex"])
        #expect(try stamps(answer(agent + program.routinex)) == own + others)
      }
    }
  }
}
