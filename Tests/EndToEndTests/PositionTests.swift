import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// Every line of the original keeps its file and line; what patches add has the patch file's.
  @Suite struct PositionTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    /// What the set `routine` puts a block in front of.
    private func patchedFunctions(_ toolchain: Toolchain) -> String {
      "runtime.goexit0,runtime.dropm" + (toolchain.minor >= 22 ? ",runtime.gdestroy" : "")
    }

    /// With -trimpath all is compiled anew: the newest Go alone. `reproducible` has it on the oldest.
    private static let lineTables = Setup.ends.map { ($0, []) } + Setup.newestOrAll.map { ($0, ["-trimpath"]) }

    @Test("the line table of the whole program, but for what was patched", arguments: lineTables)
    func lineTable(toolchain: Toolchain, flags: [String]) throws {
      try workspace.add(fixtures: "hello", "leaks", "locals")
      let compare = try toolchain.lineTableComparison()
      func build(_ folder: String, _ extra: [String], to output: String) throws {
        let arguments = [toolchain.root + "/bin/go", "build"] + flags + extra + ["-o", workspace.path(output), "."]
        let environment = toolchain.environment(in: workspace)
        try Command(arguments, in: workspace.path(folder), environment: environment).run().succeeded()
      }
      try build("hello", [], to: "plain")
      try build("hello", [toolexec()], to: "patched")
      try build("leaks", [toolexec()], to: "leaks.out")
      let patched = patchedFunctions(toolchain)
      try workspace.run(
        compare, "-all", "-prefix", "routinex/routine/runtime/", "-patched", patched, workspace.path("plain"),
        workspace.path("patched")
      ).succeeded()
      // Nothing in hello calls what was added, so the linker leaves it out.
      try workspace.run(
        compare, "-common", "-prefix", "routinex/routine/runtime/", "-patched", patched, "-added",
        "runtime.getgp,runtime.getg0", workspace.path("plain"), workspace.path("leaks.out")
      ).succeeded()
    }

    @Test("the stack traces of a panic", arguments: Setup.ends)
    func stackTraces(toolchain: Toolchain) throws {
      try workspace.add(fixtures: "trace")
      func trace(_ flags: String..., to output: String) throws -> String {
        let arguments = [toolchain.root + "/bin/go", "build"] + flags + ["-o", workspace.path(output), "."]
        let environment = toolchain.environment(in: workspace)
        try Command(arguments, in: workspace.path("trace"), environment: environment).run().succeeded()
        let run = try workspace.run(output, environment: ["GOTRACEBACK": "system"])
        #expect(run.ending == .exit(2), "\(run)")
        return ["0x[0-9a-f]+", "goroutine [0-9]+", " m=[0-9]+"].reduce(run.errorText) { text, number in
          text.replacingOccurrences(of: number, with: "", options: .regularExpression)
        }
      }
      let plain = try trace(to: "plain")
      #expect(plain.contains("/proc.go:"))
      #expect(try trace(toolexec(), to: "patched") == plain)
      #expect(try workspace.read("patched") != workspace.read("plain"))
    }

    @Test("-trimpath: builds in different folders with different caches are the same", arguments: Setup.oldestOrAll)
    func reproducible(toolchain: Toolchain) throws {
      func build(in place: String) throws -> Data {
        let here = try Workspace()
        try here.write("module tiny\n\ngo 1.18\n", to: place + "/tiny/go.mod")
        try here.write("package main\n\nfunc main() {}\n", to: place + "/tiny/main.go")
        try here.write(
          "package main\n\n//routinex:before\nfunc main() { println(\"patched\") }\n", to: place + "/set/tiny/main.go")
        // The length of $WORK counts too: positions could depend on how long a path in a line directive is.
        try here.makeFolder(place + "/tmp")
        try toolchain.go(
          "build", "-trimpath", toolexec("--patches", "routine,\(here.path(place))/set"), "-o", here.path("out"), ".",
          in: place + "/tiny", of: here, cache: here.path(place + "/cache"),
          environment: ["TMPDIR": here.path(place + "/tmp")]
        ).succeeded()
        #expect(try here.run("out").succeeded().errorText == "patched\n")
        return try here.read("out")
      }
      #expect(try build(in: "one") == build(in: "an/other"))
    }

    @Test("injected code reports its patch file, by a name that no place is in", arguments: Setup.ends)
    func injectedCode(toolchain: Toolchain) throws {
      try workspace.write("module tiny\n\ngo 1.18\n", to: "tiny/go.mod")
      try workspace.write("package main\n\nfunc main() {}\n", to: "tiny/main.go")
      try workspace.write(
        "package main\n\n//routinex:before\nfunc main() {\n\tadded()\n}\n\nfunc added() { panic(\"here\") }\n",
        to: "set/tiny/patch.go")
      let command = [
        Setup.routinex, "go", "build", "--patches", workspace.path("set"), "-o", workspace.path("out"), ".",
      ]
      try Command(command, in: workspace.path("tiny"), environment: toolchain.environment(in: workspace)).run()
        .succeeded()
      let run = try workspace.run("out")
      #expect(run.ending == .exit(2), "\(run)")
      #expect(run.errorText.contains("\troutinex/set/tiny/patch.go:8"), "\(run)")
      #expect(run.errorText.contains("\troutinex/set/tiny/patch.go:5"), "\(run)")
    }
  }
}
