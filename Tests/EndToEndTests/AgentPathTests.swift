import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// Agents that go by paths and names.
  @Suite struct AgentPathTests {
    @Test("an agent behind finds the original's path and its module's version", arguments: Setup.newest)
    func mirrored(toolchain: Toolchain) throws {
      let workspace = try Workspace()
      try workspace.write("package dep\n\nfunc Value() int {\n\treturn 2\n}\n", to: "mod/example.com/dep@v1.2.3/dep.go")
      try workspace.write("module example.com/dep\n\ngo 1.18\n", to: "mod/example.com/dep@v1.2.3/go.mod")
      try workspace.write(
        "module example.com/app\n\ngo 1.18\n\nrequire example.com/dep v1.2.3\n\nreplace example.com/dep => ../mod/example.com/dep@v1.2.3\n",
        to: "app/go.mod")
      try workspace.write(
        "package main\n\nimport \"example.com/dep\"\n\nfunc main() {\n\tprintln(dep.Value())\n}\n", to: "app/main.go")
      try workspace.write(
        "package dep\n\n//routinex:before\nfunc Value() int {\n\tprint(\"patched\\n\")\n}\n",
        to: "set/example.com/dep/x.go")
      let agent = try Agent(toolchain).chain("version", package: "example.com/dep", function: "Value")
      let chain = [Setup.routinex, "--patches", workspace.path("set")] + agent
      // The dependency alone: a program would have package runtime compiled for this chain.
      try toolchain.go(
        "build", "-toolexec=" + chain.joined(separator: " "), "-o", workspace.path("dep.a"), "example.com/dep",
        in: "app", of: workspace
      ).succeeded()
      let object = try workspace.read("dep.a")
      for text in ["agent: example.com/dep v1.2.3", "patched\n"] {
        #expect(object.range(of: Data(text.utf8)) != nil, "\(text)")
      }
    }

    @Test("an agent that prints files anew moves nothing but what is patched", arguments: Setup.newest)
    func printed(toolchain: Toolchain) throws {
      let workspace = try Workspace()
      try workspace.write("module small\n\ngo 1.18\n", to: "small/go.mod")
      try workspace.write("package main\n\nfunc main() { go println() }\n", to: "small/main.go")
      let comparison = try toolchain.lineTableComparison()
      let printer = try Agent(toolchain).chain("print", "stamp=printed", package: "runtime")
      func build(through chain: [String], to output: String) throws {
        let toolexec = chain.isEmpty ? [] : ["-toolexec=" + chain.joined(separator: " ")]
        let arguments = [toolchain.root + "/bin/go", "build"] + toolexec + ["-o", workspace.path(output), "."]
        try Command(arguments, in: workspace.path("small"), environment: toolchain.environment(in: workspace)).run()
          .succeeded()
      }
      try build(through: [], to: "plain")
      try build(through: [Setup.routinex] + printer, to: "behind")
      try build(through: [Setup.routinex, "--inside"] + printer, to: "inside")
      func compare(_ program: String) throws -> Run {
        try workspace.run(
          comparison, "-all", "-prefix", "routinex/routine/runtime/", "-patched",
          "runtime.goexit0,runtime.dropm,runtime.gdestroy", workspace.path("plain"), workspace.path(program))
      }
      // The printer indents the line directives in the functions that are patched, which then mean nothing.
      let behind = try compare("behind")
      let moved = (behind.outputText + behind.errorText).split(separator: "\n").filter { $0.contains(": changed") }
        .map { $0.prefix { $0 != ":" } }
      #expect(moved.sorted() == ["runtime.dropm", "runtime.gdestroy", "runtime.goexit0"], "\(behind)")
      try compare("inside").succeeded()
    }

    @Test("a package that an agent in front, or inside, has renamed is patched", arguments: Setup.newest)
    func renamedInFront(toolchain: Toolchain) throws {
      let program = try AgentProgram(toolchain)
      let agent = try AgentProgram.agent(toolchain)
      for chain in [agent + program.routinex, program.routinex + ["--inside"] + agent] {
        let said = try program.build(through: chain, mode: "rename", changing: "example.com/app")
        #expect(said == [AgentProgram.patched], "\(chain)")
      }
    }
  }
}
