import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// routinex among other toolexec programs, and what it answers for the tools behind it.
  @Suite struct ChainTests {
    let workspace: Workspace
    let recorder: Recorder

    init() throws {
      workspace = try Workspace()
      recorder = try Recorder(in: workspace)
    }

    /// One on the oldest and one on the newest Go, but in `make matrix` each on all.
    private static let ways = Setup.oldestOrAll.map { ($0, true) } + Setup.newestOrAll.map { ($0, false) }

    @Test("in front of an agent and behind one", arguments: ways)
    func agents(toolchain: Toolchain, inFront: Bool) throws {
      try workspace.addPatchedProgram()
      let chain = inFront ? "\(Setup.routinex) \(Recorder.agent)" : "\(Recorder.agent) \(Setup.routinex)"
      // A flag that changes nothing but the ID of package runtime, so that it is compiled whatever the cache holds.
      let compiled = "-gcflags=runtime=-c=\(inFront ? 1 : 2)"
      try toolchain.go(
        "build", compiled, "-toolexec=" + chain, "-o", workspace.path("out"), ".", in: "patched", of: workspace,
        environment: recorder.environment
      ).succeeded()
      #expect(try workspace.run("out").succeeded().errorText == "goroutine 1\n")

      let calls = try recorder.take().map { record in
        #expect(record.texts[1...4] == ["--level", "2", "-strict", "--"])
        return record.texts.dropFirst(5)
      }
      let next = inFront ? toolchain.tool("compile") : Setup.routinex
      let runtime = try #require(calls.first { $0.contains("-symabis") && $0.contains("runtime") })
      #expect(runtime.first == next)
      // An agent behind routinex sees the files that are compiled in fact.
      #expect(runtime.contains { $0.hasSuffix("/routinex\(toolchain.root)/src/runtime/proc.go") } == inFront)
      #expect(runtime.contains("\(toolchain.root)/src/runtime/proc.go") != inFront)
      #expect(runtime.contains { $0.hasSuffix("/src/runtime/stubs.go") })
    }

    @Test("compile and cover are stamped; with an agent behind every tool is", arguments: Setup.toolchains)
    func stamp(toolchain: Toolchain) throws {
      var hashes: [String: String] = [:]
      for tool in try FileManager.default.contentsOfDirectory(atPath: toolchain.toolFolder) {
        func ask(_ chain: [String]) throws -> Run {
          let command = chain + [toolchain.tool(tool), "-V=full"]
          let environment = toolchain.environment(in: workspace).merging(recorder.environment) { $1 }
          return try Command(command, in: workspace.root, environment: environment).run()
        }
        let plain = try ask([])
        guard plain.ending == .exit(0) else { continue }
        let agent = Recorder.agent.split(separator: " ").map(String.init)
        for chain in [[Setup.routinex], [Setup.routinex] + agent, agent + [Setup.routinex]] {
          let run = try ask(chain).succeeded()
          let hasAgentBehind = chain.count > 1 && chain[0] == Setup.routinex
          guard ["compile", "cover"].contains(tool) || hasAgentBehind else {
            #expect(run.output == plain.output)
            continue
          }
          let prefix = plain.outputText.dropLast() + " +routinex buildID=_/_/_/"
          #expect(run.outputText.hasPrefix(prefix), "\(run)")
          let hash = String(run.outputText.dropFirst(prefix.count))
          #expect(hash.wholeMatch(of: /[0-9a-f]{64}\n/) != nil, "\(run)")
          if hasAgentBehind {
            #expect(hashes[tool] != hash, "the agent does not count")
            continue
          }
          #expect(hashes[tool, default: hash] == hash, "the hash depends on an agent in front")
          hashes[tool] = hash
        }
      }
      #expect(Set(hashes.keys) == ["compile", "cover"])
    }

    @Test("an agent that fails at -V=full stops the build with its own words", arguments: Setup.newest)
    func brokenAgent(toolchain: Toolchain) throws {
      try workspace.add(fixtures: "hello")
      let agent = Workspace.shared.path("recorder/agent") + " --level 3"
      let run = try toolchain.go("build", toolexec(agent), ".", in: "hello", of: workspace)
      #expect(run.failed, "\(run)")
      #expect(run.errorText.contains("agent: argument 2 is not 2"), "\(run)")
    }
  }
}
