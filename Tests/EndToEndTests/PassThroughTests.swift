import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// What no patch concerns is run as if routinex were not there.
  @Suite struct PassThroughTests {
    let workspace: Workspace
    let recorder: Recorder

    init() throws {
      workspace = try Workspace()
      recorder = try Recorder(in: workspace)
    }

    /// Arguments that careless programs drop, split or garble.
    private static let awkward: [[UInt8]] = [
      [], Array(" ".utf8), Array("two words".utf8), Array("line\nline\n".utf8), Array("\t\r".utf8), [0xff, 0xfe, 0x80],
      Array("-o=\"'$(x)`\\".utf8), Array("héllo ☃".utf8), [], Array("@nowhere".utf8), Array("--patches".utf8), [],
    ]

    @Test(
      "arguments arrive byte for byte, in the same process",
      arguments: [
        "pkg/tool/linux_amd64/link", "pkg/tool/linux_amd64/vet", "pkg/tool/linux_amd64/cover", "bin/gcc", "x y",
      ])
    func arguments(tool: String) throws {
      let path = try recorder.install(as: tool)
      var command = Command([Setup.routinex, path], in: workspace.root, environment: recorder.environment)
      command.arguments += Self.awkward
      let run = try command.run().succeeded()
      let record = try #require(try recorder.take().first)
      #expect(record.arguments == ([Array(path.utf8)] + Self.awkward).map { Data($0) })
      #expect(record.process == run.process, "it is a child, not the same process")
      #expect(run.output.isEmpty && run.errors.isEmpty, "\(run)")
    }

    @Test("so do those of compile for a package without patches")
    func compileArguments() throws {
      let path = try recorder.install(as: "pkg/tool/linux_amd64/compile")
      let flags = ["-o", "/nowhere/_pkg_.a", "-p", "example.com/p", "-pack"]
      var command = Command([Setup.routinex, path] + flags, in: workspace.root, environment: recorder.environment)
      command.arguments += Self.awkward.filter { $0.first != UInt8(ascii: "@") }
      let run = try command.run().succeeded()
      let record = try #require(try recorder.take().first)
      #expect(record.arguments == command.arguments.dropFirst().map { Data($0) })
      #expect(record.process == run.process, "it is a child, not the same process")
    }

    @Test("programs that are no Go tools are found on PATH")
    func searchPath() throws {
      try recorder.install(as: "bin/gcc")
      let environment = recorder.environment.merging(["PATH": workspace.path("bin")]) { $1 }
      try workspace.routinex("gcc", "-###", "-x", "c", "", "-", environment: environment).succeeded()
      #expect(try recorder.take().first?.texts == ["gcc", "-###", "-x", "c", "", "-"])
    }

    @Test(
      "tools with Windows-style names are known",
      arguments: ["compile.exe", #"C:\go\pkg\tool\windows_amd64\compile.exe"#])
    func windowsNames(name: String) throws {
      try recorder.install(as: "bin/" + name)
      let environment = recorder.environment.merging(
        ["PATH": workspace.path("bin"), "RECORD_PRINT": "compile version go1.24.0\n"]) { $1 }
      let run = try workspace.routinex(name, "-V=full", environment: environment).succeeded()
      #expect(run.outputText.hasPrefix("compile version go1.24.0 +routinex buildID=_/_/_/"), "\(run)")
    }

    @Test("the exit status is the tool's", arguments: [0, 1, 2, 77, 255] as [Int32], ["-V=full", "-p=main"])
    func exitStatus(status: Int32, argument: String) throws {
      let path = try recorder.install(as: "pkg/tool/linux_amd64/compile")
      let extra = ["RECORD_EXIT": "\(status)", "RECORD_PRINT": "compile version go1.24.0\n"]
      let run = try workspace.routinex(path, argument, environment: recorder.environment.merging(extra) { $1 })
      #expect(run.ending == .exit(status), "\(run)")
      #expect(run.errors.isEmpty, "\(run)")
    }

    @Test("a signal that ends the tool ends routinex", arguments: [SIGKILL, SIGTERM, SIGSEGV], ["-V=full", "-p=main"])
    func signal(number: Int32, argument: String) throws {
      let path = try recorder.install(as: "pkg/tool/linux_amd64/compile")
      let extra = ["RECORD_SIGNAL": "\(number)"]
      let run = try workspace.routinex(path, argument, environment: recorder.environment.merging(extra) { $1 })
      #expect(run.ending == .signal(number), "\(run)")
      #expect(run.errors.isEmpty, "\(run)")
    }
  }
}
