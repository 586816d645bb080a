import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// `//routinex:link`
  @Suite struct OutsideLinkTests {
    /// Hooks that import the package which they hook.
    private func program(_ toolchain: Toolchain) throws -> OutsideProgram {
      let program = try OutsideProgram(toolchain)
      try program.writeHooks(set: "set")
      return program
    }

    private static let hooked = "hooks begin\nlog: /path\n"

    @Test("a package that imports the target is part of programs", arguments: Setup.toolchains)
    func programs(toolchain: Toolchain) throws {
      let program = try program(toolchain)
      #expect(try program.says() == Self.hooked)
      #expect(try program.compiled() == [])
      try program.writeText("edited")
      // Beside what imports the text: the main package alone, which links it.
      #expect(
        try program.compiled().sorted() == ["example.com/m/app", "example.com/m/hooks", "example.com/m/text"])
      #expect(try program.workspace.run("out").errorText == "hooks begin\nedited: /path\n")
      // A program without the target has no use for it.
      try program.write("m/small/main.go", "package main\n\nfunc main() { println(\"small\") }\n")
      #expect(try program.says(package: "./small") == "small\n")
    }

    @Test("and of test binaries, those of the hooks and of what they import among them", arguments: Setup.toolchains)
    func testBinaries(toolchain: Toolchain) throws {
      let program = try program(toolchain)
      for (folder, name) in [("hooks", "hooks"), ("text", "text_test"), ("logger", "logger_test")] {
        try program.write(
          "m/\(folder)/x_test.go",
          "package \(name)\n\nimport (\n\t\"container/list\"\n\t\"testing\"\n)\n\nfunc TestX(t *testing.T) {\n\t\(program.target.call)\n}\n"
        )
      }
      let run = try program.keyed("test", "--patches", "../set", "-v", "./...").succeeded()
      #expect(run.outputText.components(separatedBy: "hooks begin\n").count == 4, "\(run)")
      let again = try program.keyed("test", "--patches", "../set", "./...").succeeded()
      #expect(!again.outputText.contains("hooks begin"), "\(again)")
      try program.writeText("edited")
      let edited = try program.keyed("test", "--patches", "../set", "-v", "./...").succeeded()
      #expect(edited.outputText.components(separatedBy: "edited: /path").count == 4, "\(edited)")
    }

    @Test("in other build modes", arguments: Setup.newest)
    func buildModes(toolchain: Toolchain) throws {
      let program = try program(toolchain)
      #expect(try program.says("set", "-buildmode=pie") == Self.hooked)
      try program.write(
        "m/shared/main.go",
        """
        package main

        import "C"
        import "container/list"

        //export call
        func call() {
        	\(program.target.call)
        }

        func main() {}

        """)
      try program.write("m/main.c", "extern void call(void);\nint main(void) { call(); return 0; }\n")
      for (mode, library) in [("c-archive", "lib.a"), ("c-shared", "lib.so")] {
        try program.keyed(
          "build", "--patches", "../set", "-buildmode=" + mode, "-o", program.workspace.path(library), "./shared"
        ).succeeded()
        let cc = ["/usr/bin/cc", "-o", "c", "m/main.c", program.workspace.path(library), "-lpthread"]
        try Command(cc, in: program.workspace.root, environment: ["PATH": "/usr/bin:/bin"]).run().succeeded()
        #expect(try program.workspace.run("c").errorText == Self.hooked, "\(mode)")
      }
    }
  }
}
