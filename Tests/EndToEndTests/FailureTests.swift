import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// What goes wrong ends with one clear line and the status that README.md names, and leaves nothing behind.
  @Suite struct FailureTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    private func expect(
      _ run: Run, status: Int32, says text: String..., sourceLocation: SourceLocation = #_sourceLocation
    ) {
      #expect(run.ending == .exit(status), "\(run)", sourceLocation: sourceLocation)
      #expect(run.output.isEmpty, "\(run)", sourceLocation: sourceLocation)
      #expect(run.errorLines.count == 1 && run.errorText.hasSuffix("\n"), "\(run)", sourceLocation: sourceLocation)
      #expect(run.errorText.hasPrefix("routinex: "), "\(run)", sourceLocation: sourceLocation)
      for part in text where !part.isEmpty {
        #expect(run.errorText.contains(part), "\(run)", sourceLocation: sourceLocation)
      }
    }

    @Test("an unknown flag")
    func unknownFlag() throws {
      expect(try workspace.routinex("--verbos", "go"), status: 1, says: "--verbos", "--verbose")
      expect(try workspace.routinex("-x", "go"), status: 1, says: "-x", "--help")
      expect(try workspace.routinex("--patches"), status: 1, says: "--patches")
      expect(try workspace.routinex("-v=perhaps", "go"), status: 1, says: "-v", "perhaps")
    }

    @Test("no next program")
    func noProgram() throws {
      expect(try workspace.routinex(), status: 1, says: "--help")
      expect(try workspace.routinex("-v"), status: 1, says: "--help")
    }

    @Test("--help and --version answer on standard output")
    func help() throws {
      for flag in ["-h", "--help", "--version"] {
        let run = try workspace.routinex(flag).succeeded()
        #expect(run.outputText.contains("routinex") && run.errors.isEmpty, "\(run)")
      }
    }

    @Test(
      "a next program that is missing", arguments: ["/nowhere/pkg/tool/linux_amd64/compile", "no-such-program", ""])
    func missingProgram(name: String) throws {
      for argument in ["-V=full", "-p=p"] {
        let run = try workspace.routinex(name, argument, environment: ["PATH": "/usr/bin"])
        expect(run, status: 127, says: "cannot run ", name)
      }
    }

    @Test("a next program that cannot be run")
    func unrunnableProgram() throws {
      try workspace.write("no program", to: "pkg/tool/linux_amd64/compile")
      for argument in ["-V=full", "-p=p"] {
        let program = workspace.path("pkg/tool/linux_amd64/compile")
        expect(try workspace.routinex(program, argument), status: 126, says: "cannot run ", program)
        expect(try workspace.routinex(workspace.root, argument), status: 126, says: "cannot run ", workspace.root)
      }
    }

    @Test("an unreadable source file", arguments: Setup.newest)
    func unreadableSource(toolchain: Toolchain) throws {
      let package = try SmallPackage(toolchain, in: workspace)
      // A folder too can be opened, and then not be read.
      try workspace.makeFolder("p/folder.go")
      for name in ["missing.go", "folder.go"] {
        let run = try package.command(package.flags + package.files + [workspace.path("p/" + name)]).run()
        expect(run, status: 1, says: "cannot read \(workspace.path("p/" + name)): ")
        #expect(workspace.files(below: "work") == [])
      }
    }

    @Test("a build folder that cannot be written to", arguments: Setup.newest)
    func readOnlyFolder(toolchain: Toolchain) throws {
      let package = try SmallPackage(toolchain, in: workspace)
      // Modes do not bind root; a file in the place of a folder binds everyone.
      try FileManager.default.removeItem(atPath: workspace.path("work/b001"))
      try workspace.write("a file", to: "work/b001")
      let run = try package.command(package.flags + package.files).run()
      expect(run, status: 1, says: "cannot create \(workspace.path("work/b001/routinex")): Not a directory")
      #expect(workspace.files(below: "work") == ["b001"])
    }

    @Test("all errors of a patch set come at once, before anything is compiled", arguments: Setup.toolchains)
    func patchSetErrors(toolchain: Toolchain) throws {
      let recorder = try Recorder(in: workspace)
      try workspace.write("module example.com/m\n\ngo 1.18\n", to: "m/go.mod")
      try workspace.write("package m\n\nfunc F() {}\n", to: "m/m.go")
      try workspace.write("package m\n\n//routinex:befor\nfunc F() {}\n", to: "set/example.com/m/a.go")
      try workspace.write("package m\n\nfunc F( {}\n", to: "set/example.com/m/b.go")
      try workspace.write("package m\n\n//routinex:extend\nfunc F() {}\n", to: "set/example.com/other/c.go")
      let run = try toolchain.go(
        "build", toolexec("--patches", workspace.path("set"), Recorder.agent), ".", in: "m", of: workspace,
        environment: recorder.environment)
      #expect(run.failed, "\(run)")
      for place in ["example.com/m/a.go:3:", "example.com/m/b.go:3:", "example.com/other/c.go:4:"] {
        #expect(run.errorText.contains("routinex: \(workspace.path("set"))/\(place)"), "\(run)")
      }
      #expect(run.errorText.contains("before"), "\(run)")
      #expect(try recorder.takeCompiled() == [])
    }

    @Test("a patch set that is missing, or empty", arguments: Setup.newest)
    func noPatchSet(toolchain: Toolchain) throws {
      try workspace.makeFolder("empty/net/http")
      try workspace.write("text", to: "empty/net/http/README")
      let compile = toolchain.tool("compile")
      func ask(_ list: String) throws -> Run { try workspace.routinex("--patches", list, compile, "-V=full") }
      expect(try ask("/no/such/set"), status: 1, says: "/no/such/set", "routine")
      expect(try ask("routine,nonesuch"), status: 1, says: "nonesuch", "routine")
      expect(try ask(workspace.path("empty")), status: 1, says: workspace.path("empty"))
      expect(try ask("routine,routine"), status: 1, says: "routine")
    }

    @Test("a tool that answers -V=full with something else")
    func oddVersion() throws {
      let recorder = try Recorder(in: workspace)
      let path = try recorder.install(as: "pkg/tool/linux_amd64/compile")
      for answer in ["", "compile", "hello\n", "compile versions go1.24\n"] {
        let run = try workspace.routinex(path, "-V=full", environment: ["RECORD_PRINT": answer])
        expect(run, status: 1, says: "-V=full")
      }
    }
  }
}
