import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// Plain and patched builds share a cache, without `-a`, and neither ever sees the other's objects.
  @Suite struct CacheTests {
    let workspace: Workspace
    let recorder: Recorder

    init() throws {
      workspace = try Workspace()
      recorder = try Recorder(in: workspace)
    }

    private func build(
      _ flags: [String], _ toolchain: Toolchain, to output: String, in folder: String, cache: String? = nil
    ) throws -> (compiled: [String], binary: Data) {
      let arguments = [toolchain.root + "/bin/go", "build"] + flags + ["-o", workspace.path(output), "."]
      let environment = toolchain.environment(in: workspace, cache: cache).merging(recorder.environment) { $1 }
      try Command(arguments, in: workspace.path(folder), environment: environment).run().succeeded()
      return (try recorder.takeCompiled(), try workspace.read(output))
    }

    @Test("plain, patched, plain, patched: the third and the fourth compile nothing", arguments: Setup.newest)
    func alternating(toolchain: Toolchain) throws {
      try workspace.add(fixtures: "hello")
      let plain = ["-toolexec=" + Recorder.agent]
      let patched = [toolexec(Recorder.agent)]
      let first = try build(plain, toolchain, to: "1", in: "hello")
      let second = try build(patched, toolchain, to: "2", in: "hello")
      let third = try build(plain, toolchain, to: "3", in: "hello")
      let fourth = try build(patched, toolchain, to: "4", in: "hello")
      #expect(first.compiled.contains("main"))
      #expect(second.compiled.contains("main"))
      #expect(third.compiled == [])
      #expect(fourth.compiled == [])
      #expect(first.binary == third.binary)
      #expect(second.binary == fourth.binary)
      #expect(try workspace.run("3").succeeded().outputText == "hello, plain\n")
      #expect(try workspace.run("4").succeeded().outputText == "hello, patched\n")
    }

    @Test("a changed byte in a patch set rebuilds, another folder does not", arguments: Setup.newest)
    func patchSetContent(toolchain: Toolchain) throws {
      try workspace.write("module tiny\n\ngo 1.18\n", to: "tiny/go.mod")
      try workspace.write("package main\n\nfunc main() {}\n", to: "tiny/main.go")
      try workspace.write(patch(saying: "one"), to: "here/set/tiny/main.go")
      func build(_ set: String, to output: String) throws -> (compiled: [String], binary: Data) {
        let flag = toolexec("--patches", "routine,\(workspace.path(set))", Recorder.agent)
        return try self.build([flag], toolchain, to: output, in: "tiny")
      }

      let here = try build("here/set", to: "here.out")
      #expect(here.compiled.contains("runtime"))
      #expect(try workspace.run("here.out").succeeded().errorText == "one\n")

      try workspace.copy("here/set", to: "somewhere/else/set")
      try FileManager.default.removeItem(atPath: workspace.path("here"))
      let moved = try build("somewhere/else/set", to: "moved.out")
      #expect(moved.compiled == [])
      #expect(moved.binary == here.binary)

      try workspace.write(patch(saying: "two"), to: "somewhere/else/set/tiny/main.go")
      let changed = try build("somewhere/else/set", to: "changed.out")
      #expect(changed.compiled.contains("main"))
      #expect(try workspace.run("changed.out").succeeded().errorText == "two\n")
    }

    private func patch(saying text: String) -> String {
      "package main\n\n//routinex:before\nfunc main() { println(\"\(text)\") }\n"
    }

    @Test("-a compiles everything and gives the same", arguments: Setup.newest)
    func compileAll(toolchain: Toolchain) throws {
      try workspace.addPatchedProgram()
      let patched = try build([toolexec(Recorder.agent)], toolchain, to: "once", in: "patched")
      let all = try build(["-a", toolexec(Recorder.agent)], toolchain, to: "all", in: "patched")
      #expect(all.compiled.contains("runtime"))
      #expect(all.compiled.contains("main"))
      #expect(all.binary == patched.binary)
      #expect(try workspace.run("all").succeeded().errorText == "goroutine 1\n")
    }
  }
}
