import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// What stands behind routinex counts for the cache, whatever the agent does with `-V=full`.
  @Suite struct AgentCacheTests {
    private static func says(_ edition: String) -> String { "agent: Value, edition \(edition)" }

    /// One library, one cache, built again and again.
    @Test("no object is shared with a build whose chain is another, in any order", arguments: Setup.newest)
    func orders(toolchain: Toolchain) throws {
      let program = try AgentProgram(toolchain)
      let behind = try program.routinex + AgentProgram.agent(toolchain)
      let inside = program.routinex + ["--inside"] + behind.dropFirst(program.routinex.count)
      let alone = program.routinex
      let both = [Self.says("1"), AgentProgram.patched]
      let outcomes = [alone: [AgentProgram.patched], behind: both, inside: both, []: []]
      var objects: [[String]: Data] = [:]
      for chain in [alone, behind, alone, inside, behind, [], inside, alone, [], behind] {
        let held = try program.library(
          by: [toolchain.root + "/bin/go", "build"], through: chain.isEmpty ? nil : chain.joined(separator: " "),
          mode: "edit", holds: both)
        #expect(held == outcomes[chain], "\(chain)")
        let object = try program.workspace.read("lib.a")
        #expect(objects[chain, default: object] == object, "\(chain)")
        objects[chain] = object
      }
      // Who edits first is another matter behind than inside.
      #expect(Set(objects.values).count == 4)
    }

    @Test("an agent's configuration and the agent itself count by content, not by path", arguments: Setup.newest)
    func contents(toolchain: Toolchain) throws {
      let program = try AgentProgram(toolchain)
      /// Whether the library's object, which each of these compiles anew without package runtime, has what both add.
      func prints(_ said: String, edition: Int, _ text: String) throws -> Bool {
        try program.workspace.write(text, to: "config")
        let texts = [Self.says(said), AgentProgram.patched]
        let agent = try Agent(toolchain, edition: edition).chain(
          "edit", package: AgentProgram.library, function: "Value", config: program.workspace.path("config"))
        let chain = program.routinex + agent
        return try program.library(
          by: [toolchain.root + "/bin/go", "build"], through: chain.joined(separator: " "), holds: texts) == texts
      }
      #expect(try prints("1, one", edition: 1, "one"))
      #expect(try prints("1, two", edition: 1, "two"))
      #expect(try prints("2, two", edition: 2, "two"))
      #expect(try prints("1, one", edition: 1, "one"))
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
      let both = [Self.says("1"), AgentProgram.patched]
      func held(_ agent: [String]) throws -> [String] {
        try program.library(
          by: [Setup.routinex, "go", "build"] + program.routinex.dropFirst(),
          through: agent.isEmpty ? nil : agent.joined(separator: " "), mode: "edit", holds: both)
      }
      let agent = try AgentProgram.agent(toolchain)
      for _ in 0..<2 {
        #expect(try held([]) == [AgentProgram.patched])
        #expect(try held(agent) == both)
      }
    }
  }
}
