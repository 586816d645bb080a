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

    /// A program that says what its patches say, and what the set `routine` gives it. It needs package runtime alone.
    private func writeProgram() throws {
      try workspace.write("module tiny\n\ngo 1.18\n", to: "tiny/go.mod")
      try workspace.write("package main\n\nfunc main() { println(\"tiny\") }\n", to: "tiny/main.go")
      try workspace.write(patch(saying: "one", "runtime.RoutinexGoid()"), to: "here/set/tiny/main.go")
      try workspace.write(patch(saying: "alone", "runtime.NumCgoCall()"), to: "other/set/tiny/main.go")
    }

    private func patch(saying text: String, _ value: String) -> String {
      "package main\n\nimport \"runtime\"\n\n//routinex:before\n"
        + "func main() { println(\"\(text)\", \(value)) }\n"
    }

    private func says(_ output: String) throws -> String { try workspace.run(output).succeeded().errorText }

    @Test("plain and patched in turn: from the second round on nothing is compiled", arguments: Setup.newest)
    func alternating(toolchain: Toolchain) throws {
      try writeProgram()
      let kinds = [
        (["-toolexec=" + Recorder.agent], "tiny\n"),
        ([toolexec("--patches", "routine,\(workspace.path("here/set"))", Recorder.agent)], "one 1\ntiny\n"),
        ([toolexec("--patches", workspace.path("other/set"), Recorder.agent)], "alone 0\ntiny\n"),
      ]
      var first: [Data] = []
      for (flags, output) in kinds {
        let built = try build(flags, toolchain, to: "out", in: "tiny")
        #expect(built.compiled.contains("main"))
        #expect(try says("out") == output)
        first.append(built.binary)
      }
      #expect(Set(first).count == kinds.count)
      for round in [[0, 1, 2], [2, 1, 0]] {
        for kind in round {
          let again = try build(kinds[kind].0, toolchain, to: "out", in: "tiny")
          #expect(again.compiled == [] && again.binary == first[kind], "\(kinds[kind])")
        }
      }
    }

    @Test("a changed byte in a patch set rebuilds, another folder does not", arguments: Setup.newest)
    func patchSetContent(toolchain: Toolchain) throws {
      try writeProgram()
      func build(_ set: String, to output: String) throws -> (compiled: [String], binary: Data) {
        let flag = toolexec("--patches", "routine,\(workspace.path(set))", Recorder.agent)
        return try self.build([flag], toolchain, to: output, in: "tiny")
      }

      let here = try build("here/set", to: "here.out")
      #expect(here.compiled.contains("main"))
      #expect(try says("here.out") == "one 1\ntiny\n")

      try workspace.copy("here/set", to: "somewhere/else/set")
      try FileManager.default.removeItem(atPath: workspace.path("here"))
      let moved = try build("somewhere/else/set", to: "moved.out")
      #expect(moved.compiled == [])
      #expect(moved.binary == here.binary)

      try workspace.write(patch(saying: "two", "runtime.RoutinexGoid()"), to: "somewhere/else/set/tiny/main.go")
      let changed = try build("somewhere/else/set", to: "changed.out")
      #expect(changed.compiled.contains("main") && changed.compiled.contains("runtime"))
      #expect(try says("changed.out") == "two 1\ntiny\n")
    }

    @Test("-a compiles everything and gives the same", arguments: Setup.newest)
    func compileAll(toolchain: Toolchain) throws {
      // Packages that need no other: a program and -a would have all of package runtime compiled twice.
      try workspace.write("module tiny\n\ngo 1.18\n", to: "lib/go.mod")
      try workspace.write(
        "package tiny\n\nimport \"unicode/utf8\"\n\nfunc F() rune { return utf8.RuneError }\n", to: "lib/lib.go")
      try workspace.write(
        "package utf8\n\n//routinex:before\nfunc RuneLen(r rune) int { print(\"patched\\n\") }\n",
        to: "set/unicode/utf8/p.go")
      let flag = toolexec("--patches", workspace.path("set"), Recorder.agent)
      let patched = try build([flag], toolchain, to: "once", in: "lib")
      let all = try build(["-a", flag], toolchain, to: "all", in: "lib")
      #expect(all.compiled.sorted() == ["tiny", "unicode/utf8"] && all.compiled.sorted() == patched.compiled.sorted())
      #expect(all.binary == patched.binary)
      let utf8 = try toolchain.go(
        "build", flag, "-o", workspace.path("utf8.a"), "unicode/utf8", in: "lib", of: workspace)
      try utf8.succeeded()
      #expect(try workspace.read("utf8.a").range(of: Data("patched\n".utf8)) != nil)
    }
  }
}
