import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// `routinex doctor` says of each order what a build in it does (compare AgentTests and InsideTests).
  @Suite struct DoctorTests {
    private struct Doctor {
      let program: AgentProgram
      let environment: [String: String]

      init(_ toolchain: Toolchain) throws {
        program = try AgentProgram(toolchain)
        environment = toolchain.environment(in: program.workspace)
      }

      /// Asks about the program of AgentProgram.
      /// - Parameter package: `.` for the whole of it, with package runtime six times: an affair of `make matrix`. The library
      ///   alone takes next to nothing.
      func run(_ flags: String..., package: String = "./lib", sets: String? = nil, agent: [String]) throws -> Run {
        let sets = sets ?? program.workspace.path("set")
        let words = [Setup.routinex, "doctor", "--patches", sets, "--package", package] + flags + agent
        let run = try Command(words, in: program.workspace.path("app"), environment: environment).run()
        #expect(program.workspace.files(below: "tmp") == [], "\(run)")
        return run
      }

      /// A report in JSON.
      func report(_ agent: [String]) throws -> (run: Run, data: [String: Any], results: [String: String]) {
        let run = try run("--json", agent: agent)
        let data = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any], "\(run)")
        let orders = try #require(data["orders"] as? [[String: Any]], "\(run)")
        let results = orders.compactMap { order in
          (order["order"] as? String).flatMap { name in (order["result"] as? String).map { (name, $0) } }
        }
        return (run, data, Dictionary(uniqueKeysWithValues: results))
      }
    }

    private func changing(_ words: String, _ agent: Agent) -> [String] {
      agent.chain(words, package: AgentProgram.library, function: "Value")
    }

    @Test("an agent that looks at the program's name does nothing in front", arguments: Setup.toolchains)
    func argv0(toolchain: Toolchain) throws {
      let isNewest = toolchain.version == Setup.newest.first?.version
      let package = isNewest && Matrix.results != nil ? "." : "./lib"
      let doctor = try Doctor(toolchain)
      let agent = changing("edit,argv0", try Agent(toolchain))
      let run = try doctor.run("--", package: package, agent: agent).succeeded()
      let name = agent[0].split(separator: "/").last ?? ""
      #expect(run.outputText.contains("\n  \(name) routinex           \(name) does nothing\n"), "\(run)")
      #expect(run.outputText.contains("  routinex --inside \(name)  works\n"), "\(run)")
      #expect(run.outputText.contains("  -V=full   \(name) does not change it\n"), "\(run)")
      #expect(run.errorText == "")
      guard isNewest else { return }
      // What it recommends does what it says, for the whole program.
      let line = try #require(run.outputText.split(separator: "\n").first { $0.hasPrefix("  go build ") }, "\(run)")
      try #require(line.hasSuffix(" \(package)"))
      let command = line.dropLast(package.count) + "."
      let workspace = doctor.program.workspace
      try Command(["/bin/sh", "-c", String(command)], in: workspace.path("app"), environment: doctor.environment).run()
        .succeeded()
      let said = try workspace.run("app/app").succeeded().errorLines
      #expect(said == [Substring(AgentProgram.patched), "agent: Value, edition 1", "2"])
    }

    @Test("an agent that looks for the original's path does nothing behind", arguments: Setup.newest)
    func original(toolchain: Toolchain) throws {
      let doctor = try Doctor(toolchain)
      let agent = changing("original=" + doctor.program.original, try Agent(toolchain))
      let (run, data, results) = try doctor.report(agent)
      #expect(run.ending == .exit(0), "\(run)")
      #expect(results == ["inside": "works", "behind": "agentLost", "front": "works"])
      #expect(data["agent"] as? [String] == agent)
      #expect((data["use"] as? String)?.contains("--inside") == true)
    }

    @Test("an agent that stamps and prints files anew", arguments: Setup.newest)
    func stamping(toolchain: Toolchain) throws {
      let (run, data, results) = try Doctor(toolchain).report(changing("edit,print,stamp=text", try Agent(toolchain)))
      #expect(run.ending == .exit(0), "\(run)")
      #expect(results == ["inside": "works", "behind": "works", "front": "works"])
      let ids = try #require(data["ids"] as? [String: String])
      #expect(ids["compile"] == "stamped" && ids["link"] == "stamped" && ids["asm"] == "untouched")
    }

    @Test("an agent that changes no code", arguments: Setup.newest, ["plain", "print"])
    func idle(toolchain: Toolchain, words: String) throws {
      let run = try Doctor(toolchain).run(agent: try Agent(toolchain).chain(words))
      #expect(run.ending == .exit(1))
      #expect(run.outputText.contains("  changes nothing\n"), "\(run)")
      #expect(run.errorText.contains(words == "print" ? "rewrites files but" : "changes nothing, even"), "\(run)")
      #expect(run.errorText.contains("--package"), "\(run)")
      #expect(!run.outputText.contains("go build"), "\(run)")
    }

    @Test("an agent that fails", arguments: Setup.newest)
    func failing(toolchain: Toolchain) throws {
      let run = try Doctor(toolchain).run(agent: try Agent(toolchain).chain("nonsense"))
      #expect(run.ending == .exit(1))
      #expect(run.errorText.contains("alone, so no order can work"), "\(run)")
      #expect(run.errorText.contains("\tagent: -mode: \"nonsense\" is none of"), "\(run)")
    }

    @Test("a program that does not build, and sets that change nothing in it", arguments: Setup.newest)
    func otherLinks(toolchain: Toolchain) throws {
      let doctor = try Doctor(toolchain)
      let agent = changing("edit", try Agent(toolchain))
      try doctor.program.workspace.write("package other\n\nfunc F() {}\n", to: "idle/example.com/other/f.go")
      let idle = try doctor.run(sets: doctor.program.workspace.path("idle"), agent: agent)
      #expect(idle.ending == .exit(1))
      #expect(idle.errorText.contains("no package that idle changes"), "\(idle)")
      try doctor.program.workspace.write("package lib\n\nfunc Value() int { return x }\n", to: "app/lib/lib.go")
      let broken = try doctor.run(agent: agent)
      #expect(broken.ending == .exit(1))
      #expect(broken.errorText.contains("without any toolexec program"), "\(broken)")
      #expect(broken.errorText.contains("undefined: x"), "\(broken)")
      // Without --package, in an environment in which nothing can be built.
      let words = [Setup.routinex, "doctor", "--patches", doctor.program.workspace.path("set")] + agent
      let nowhere = try Command(
        words, in: doctor.program.workspace.root, environment: doctor.environment.merging(["GOARCH": "none"]) { $1 }
      ).run()
      #expect(nowhere.ending == .exit(1) && nowhere.errorText.contains("/none"), "\(nowhere)")
    }

    /// It takes net/http twice; SampleProgramTests compiles it in `make test`.
    @Test(
      "the small program", .enabled(if: Matrix.results != nil, "an affair of make matrix"), arguments: Setup.newest)
    func sample(toolchain: Toolchain) throws {
      let doctor = try Doctor(toolchain)
      let workspace = doctor.program.workspace
      let agent = try Agent(toolchain).chain("edit", package: "net/http", function: "(*Client).do")
      // Nothing can be built without the package that this set is for, which ends it before both are tried.
      try workspace.write(
        "package goarch\n\n//routinex:before\nfunc Missing() {}\n", to: "broken/internal/goarch/p.go")
      let words = [Setup.routinex, "doctor", "--json", "--patches", workspace.path("broken")] + agent
      let run = try Command(words, in: workspace.root, environment: doctor.environment).run()
      let data = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any], "\(run)")
      let changes = try #require(data["agentChanges"] as? [[String: Any]])
      #expect(changes.count == 1 && changes[0]["package"] as? String == "net/http", "\(run)")
      #expect(changes[0]["parts"] as? [String] == ["client.go"], "\(run)")
      #expect((data["problem"] as? String)?.contains("fails with routinex alone") == true, "\(run)")
      #expect(data["packages"] is NSNull)
    }

    @Test("a signal ends it, and nothing is left behind", arguments: Setup.newest)
    func signal(toolchain: Toolchain) throws {
      let doctor = try Doctor(toolchain)
      let workspace = doctor.program.workspace
      try workspace.write("#!/bin/sh\n: >'\(workspace.path("ready"))'\nexec sleep 60\n", to: "agent")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: workspace.path("agent"))
      var command = Command(
        [Setup.routinex, "doctor", "--package", "./lib", workspace.path("agent")], in: workspace.path("app"),
        environment: doctor.environment)
      command.prologue =
        "{ (while [ ! -e ../ready ]; do sleep 0.05; done; kill -TERM $$) >/dev/null 2>&1 & }"
      #expect(try command.run().ending == .signal(SIGTERM))
      #expect(workspace.files(below: "tmp") == [])
    }
  }
}
