import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// Sets that a build has nothing for must not pass for success.
  @Suite struct IdleSetTests {
    private func messages(_ run: Run) -> [String] {
      run.errorLines.filter { $0.hasPrefix("routinex: ") }.map(String.init)
    }

    @Test("a build that compiles no package of a set says so, once for the set", arguments: Setup.toolchains)
    func misspelled(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      try program.writeSet("good", text: "A")
      let patch = "package a\n\n//routinex:replace\nfunc Text() string { return \"x\" }\n"
      try program.workspace.write(patch, to: "bad/example.com/m/aa/patch.go")
      try program.workspace.write(patch, to: "bad/example.com/m/bb/patch.go")
      let run = try program.keyed("build", "--patches", "../good,../bad", "./...").succeeded()
      let said =
        "routinex: this build compiles no package that the patch set bad is for (example.com/m/aa, example.com/m/bb); "
        + "did you mean example.com/m/a, example.com/m/b, example.com/m/c?"
      #expect(messages(run) == [said])
      // There is such a package, and another build compiles it.
      let other = try program.keyed("build", "--patches", "../good", "./c").succeeded()
      #expect(
        messages(other) == ["routinex: this build compiles no package that the patch set good is for (example.com/m/a)"]
      )
      #expect(messages(try program.keyed("vet", "--patches", "../good", "./b").succeeded()) == [])
      #expect(messages(try program.keyed("list", "--patches", "../bad", "./...").succeeded()) == [])
    }

    @Test(
      "a package that only a dependency of another module, or of a test, brings in is no mistake",
      arguments: Setup.newest)
    func farAway(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      let workspace = program.workspace
      try workspace.write("module example.com/lib\n\ngo 1.18\n", to: "lib/go.mod")
      try workspace.write("package lib\n\nimport _ \"example.com/lib/deep\"\n", to: "lib/first/lib.go")
      try workspace.write("package deep\n\nfunc Text() {}\n", to: "lib/deep/deep.go")
      try workspace.write(
        "module example.com/m\n\ngo 1.18\n\nrequire example.com/lib v0.0.0\n\nreplace example.com/lib => ../lib\n",
        to: "m/go.mod")
      try workspace.write(
        "package c\n\nimport _ \"example.com/lib/first\"\n\nfunc Text() string { return \"c\" }\n", to: "m/c/c.go")
      try workspace.write("package c\n\nimport _ \"container/ring\"\n", to: "m/c/c_test.go")
      try workspace.write("package deep\n\nfunc added() {}\n", to: "deepset/example.com/lib/deep/x.go")
      try workspace.write("package ring\n\nfunc added() {}\n", to: "ringset/container/ring/x.go")
      #expect(messages(try program.keyed("build", "--patches", "../deepset", "./...").succeeded()) == [])
      #expect(messages(try program.keyed("vet", "--patches", "../ringset", "./c").succeeded()) == [])
      #expect(messages(try program.keyed("build", "--patches", "../ringset", "./c").succeeded()).count == 1)
    }

    @Test("files on the command line are a package of their own, for which no set is", arguments: Setup.newest)
    func files(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      try program.workspace.write(
        "package main\n\n//routinex:before\nfunc main() { println(\"patched\") }\n",
        to: "set/example.com/m/cmd/patch.go")
      let run = try program.keyed("run", "--patches", "../set", "cmd/main.go").succeeded()
      let said =
        "routinex: the go command compiles cmd/main.go as package command-line-arguments, so the patch set set "
        + "is not applied to example.com/m/cmd; name the package instead of its files: routinex go run ./cmd"
      #expect(messages(run) == [said])
      #expect(!run.errorLines.contains("patched"))
      let whole = try program.keyed("run", "--patches", "../set", "./cmd").succeeded()
      #expect(whole.errorLines.first == "patched")
    }
  }
}
