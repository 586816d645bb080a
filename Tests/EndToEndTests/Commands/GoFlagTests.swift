import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// What the user gives in `-gcflags` and `-toolexec`, and the process that `routinex go` becomes.
  @Suite struct GoFlagTests {
    @Test("-gcflags are kept for patched packages", arguments: Setup.toolchains)
    func gcflags(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      try program.writeSet("set", text: "A")
      try program.workspace.write("package any\n\nfunc added() {}\n", to: "wild/example.com/m/.../patch.go")
      /// Which of -N and -c=3 the packages a, b and c are compiled with.
      func flags(_ set: String, _ arguments: String..., environment: String = "-mod=mod") throws -> [String] {
        let go = [Setup.routinex, "go", "build", "--patches", "../" + set, "-a", KeyedProgram.agent]
        try program.run(go + arguments, ["GOFLAGS": environment]).succeeded()
        let records = try program.recorder.take().map(\.texts)
        return ["a", "b", "c"].map { name in
          let call = records.last { call in
            call.firstIndex(of: "-p").map { call[$0 + 1] == "example.com/m/" + name } == true
          }
          #expect(call?.contains { $0.hasPrefix("-routinex") } == false)
          return (call ?? []).filter { $0 == "-N" || $0 == "-c=3" }.joined(separator: " ")
        }
      }
      #expect(try flags("set", "./b", "./c") == ["", "", ""])
      #expect(try flags("set", "-gcflags=all=-N -c=3", "./b", "./c") == ["-N -c=3", "-N -c=3", "-N -c=3"])
      #expect(try flags("set", "-gcflags=example.com/...=-N", "-gcflags=-c=3", "./a", "./b", "./c").first == "-c=3")
      #expect(try flags("set", "-gcflags=-N", "./b", "./c") == ["", "-N", "-N"])
      #expect(try flags("set", "-gcflags=./a=-N", "./b", "./c") == ["-N", "", ""])
      #expect(try flags("wild", "-gcflags", "-N", "./b", "./c") == ["", "-N", "-N"])
      #expect(try flags("wild", "./b", "./c", environment: "-gcflags=./a=-N") == ["-N", "", ""])
      if toolchain.quotesInGOFLAGS {
        #expect(try flags("wild", "./b", "./c", environment: "'-gcflags=./a=-N -c=3'") == ["-N -c=3", "", ""])
      }
      #expect(
        try flags("set", "-gcflags=all='-c=3'", "./b", "./c", environment: "-gcflags=all=-N") == [
          "-c=3", "-c=3", "-c=3",
        ])
    }

    @Test("a program in -toolexec runs behind, and paths may hold spaces and quotes", arguments: Setup.ends)
    func chain(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      let workspace = program.workspace
      let set = "m/it's one, my set"
      try workspace.copy(Setup.routinex, to: "my \"programs\"/routinex")
      try program.recorder.install(as: "my agents/agent")
      let agent = "-toolexec='\(workspace.path("my agents/agent"))' --level 2 -strict --"
      var ways = [("A", [agent], "-mod=mod")]
      if toolchain.quotesInGOFLAGS { ways.append(("AA", [], "-mod=mod \"\(agent)\"")) }
      for (text, arguments, environment) in ways {
        try program.writeSet(set, text: text)
        let go = [workspace.path("my \"programs\"/routinex"), "go", "build", "--patches=."]
        let output = ["-o", workspace.path("out"), "example.com/m/cmd"]
        try program.run(go + arguments + output, ["GOFLAGS": environment], in: set).succeeded()
        #expect(try workspace.run("out").succeeded().errorText == "\(text) b\(text) c\n")
        let calls = try program.recorder.take().map(\.texts)
        #expect(calls.contains { $0.contains(toolchain.tool("compile")) && $0.contains("example.com/m/a") })
        #expect(calls.allSatisfy { $0[1...4] == ["--level", "2", "-strict", "--"] })
      }
    }

    @Test("a path with both kinds of quotes is refused", arguments: Setup.newest)
    func bothQuotes(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      try program.writeSet("it's \"mine\"", text: "A")
      let run = try program.keyed("build", "--patches", "../it's \"mine\"", "./cmd")
      #expect(run.ending == .exit(1))
      #expect(run.errorText.contains("has both single and double quotes, which -toolexec cannot hold"), "\(run)")
    }

    @Test("routinex in -toolexec is refused", arguments: Setup.newest, ["routinex --patches x", "SELF", "nice SELF"])
    func twice(toolchain: Toolchain, value: String) throws {
      let program = try KeyedProgram(toolchain)
      let value = value.replacingOccurrences(of: "SELF", with: Setup.routinex)
      for (arguments, flags) in [(["-toolexec=" + value], ""), ([], "'-toolexec=\(value)'")] {
        let run = try program.run([Setup.routinex, "go", "build"] + arguments + ["./cmd"], ["GOFLAGS": flags])
        #expect(run.ending == .exit(1))
        #expect(
          run.errorLines.count == 1 && run.errorText.contains("already has routinex (\(value)); leave it out"), "\(run)"
        )
      }
    }

    @Test("what is wrong with a set is said before anything is started", arguments: Setup.newest)
    func brokenSets(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      let file = "set/example.com/m/a/patch.go"
      try program.workspace.write("package a\n\n//routinex:nonsense\nfunc Text() {}\n", to: file)
      for subcommand in ["build", "list"] {
        let run = try program.keyed(subcommand, "--patches", "../set", KeyedProgram.agent, "./cmd")
        #expect(run.ending == .exit(1))
        #expect(run.errorText.hasPrefix("routinex: \(program.workspace.path(file)):3:"), "\(run)")
        #expect(try program.recorder.take().isEmpty)
      }
      let missing = try program.keyed("build", "--patches", "nowhere", "./cmd")
      #expect(missing.ending == .exit(1) && missing.errorText.contains("no patch set 'nowhere'"), "\(missing)")
    }

    @Test("the process becomes the go command, in the same environment", arguments: Setup.newest)
    func process(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      try program.workspace.write(
        """
        #!/bin/sh
        case $1 in env) exec \(toolchain.root)/bin/go "$@" ;; esac
        echo $$
        env

        """, to: "bin/go")
      let go = program.workspace.path("bin/go")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: go)
      let path = ["PATH": program.workspace.path("bin") + ":/usr/bin:/bin"]
      let plain = try program.run([go, "build"], path).succeeded()
      let keyed = try program.run([Setup.routinex, "go", "build"], path).succeeded()
      #expect(keyed.outputText.hasPrefix("\(keyed.process)\n"))
      func variables(_ run: Run) -> [Substring] {
        run.outputText.split(separator: "\n").dropFirst().filter { !$0.hasPrefix("_=") }.sorted()
      }
      #expect(variables(plain) == variables(keyed))
    }

    @Test("without a go command, 127", arguments: Setup.newest, ["build", "version"])
    func noGo(toolchain: Toolchain, subcommand: String) throws {
      let program = try KeyedProgram(toolchain)
      let run = try program.keyed(subcommand, environment: ["PATH": "/nowhere"])
      #expect(run.ending == .exit(127))
      #expect(
        run.errorText == "routinex: cannot run go: No such file or directory; give its full path, or put it on PATH\n")
    }

    @Test("help", arguments: [["go"], ["go", "--help"], ["go", "-h"], ["help", "go"]])
    func help(arguments: [String]) throws {
      let run = try Command([Setup.routinex] + arguments, in: "/", environment: [:]).run().succeeded()
      #expect(run.outputText.contains("routinex go [--patches LIST]"))
      #expect(run.errorText == "")
    }
  }
}

extension Toolchain {
  /// Whether an element of GOFLAGS can hold spaces.
  fileprivate var quotesInGOFLAGS: Bool { minor >= 20 }
}
