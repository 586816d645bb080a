import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// vet is shown what is compiled, and what changes files by their names is not.
  @Suite struct VetTests {
    /// A package that calls what a patch adds to it, and a set whose patch imports a package that it does not.
    private func program(_ toolchain: Toolchain) throws -> KeyedProgram {
      let program = try KeyedProgram(toolchain)
      try program.workspace.write(
        """
        package a

        import "fmt"

        type T struct{ n int }

        func Text() string { return Added() + fmt.Sprint(T{}.extra) }

        """, to: "m/a/a.go")
      try program.workspace.write(
        "package a\n\nimport \"testing\"\n\nfunc TestAdded(t *testing.T) { t.Log(Added(), T{}.extra) }\n",
        to: "m/a/a_test.go")
      try writePatch(program)
      return program
    }

    private let patch = "set/example.com/m/a/patch.go"

    private func writePatch(
      _ program: KeyedProgram, import path: String = "example.com/m/c", printing text: String = "1"
    ) throws {
      try program.workspace.write(
        """
        package a

        import (
        	"fmt"
        	other "\(path)"
        )

        //routinex:extend
        type T struct{ extra int }

        var _ = other.\(path == "errors" ? "New" : "Text")

        func Added() string { return "added" }

        //routinex:before
        func Text() string {
        	fmt.Printf("%d\\n", \(text))
        }

        """, to: patch)
    }

    @Test("what a patch adds is known, with routinex go and with -toolexec", arguments: Setup.toolchains)
    func additions(toolchain: Toolchain) throws {
      let program = try program(toolchain)
      #expect(try program.plain("vet", "./a").failed)
      let vet = try program.keyed("vet", "--patches", "../set", "./...").succeeded()
      #expect(vet.output.isEmpty && vet.errors.isEmpty, "\(vet)")
      let test = try program.keyed("test", "--patches", "../set", "-v", "./a").succeeded()
      #expect(test.outputText.contains("added 0\n"), "\(test)")
      let covered = try program.keyed("test", "--patches", "../set", "-cover", "./a").succeeded()
      #expect(covered.outputText.contains("coverage: "), "\(covered)")
    }

    @Test("with -toolexec alone it is the same", arguments: Setup.newest)
    func toolexec(toolchain: Toolchain) throws {
      let program = try program(toolchain)
      try writePatch(program, import: "errors")
      let toolexec = "-toolexec=\(Setup.routinex) --patches \(program.workspace.path("set"))"
      // The tests' own calls too. `go test` asks vet the same: GoCommandTests has it with files that joined a package.
      try program.plain("vet", toolexec, "./a").succeeded()
    }

    @Test("findings name the patch file, and others keep their places", arguments: Setup.toolchains)
    func places(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      let workspace = program.workspace
      try workspace.write(
        "package a\n\nimport \"fmt\"\n\nfunc Text() string { fmt.Printf(\"%d\\n\", \"own\"); return \"a\" }\n",
        to: "m/a/a.go")
      func findings(_ run: Run) -> [Substring] {
        run.errorLines.filter { $0.contains("wrong type") }
      }
      let plain = findings(try program.plain("vet", "./a"))
      #expect(plain.count == 1 && plain[0].hasPrefix("a/a.go:5:"), "\(plain)")

      let injected =
        "package a\n\nimport \"fmt\"\n\n//routinex:before\nfunc Text() string {\n\tfmt.Printf(\"%d\\n\", \"patch\")\n}\n"
      try workspace.write(injected, to: patch)
      let run = try program.keyed("vet", "--patches", "../set", "./a")
      let (own, others) = (findings(run).filter(plain.contains), findings(run).filter { !plain.contains($0) })
      #expect(run.failed && own == plain && others.count == 1, "\(run)")
      #expect(others.allSatisfy { $0.contains("set/example.com/m/a/patch.go:7:") }, "\(run)")
      // What vet has said is kept under what the patch was.
      try workspace.write(injected.replacingOccurrences(of: "\"patch\"", with: "1"), to: patch)
      #expect(findings(try program.keyed("vet", "--patches", "../set", "./a")) == plain)

      let tool = "-vettool=" + workspace.path("checks")
      try workspace.copy(toolchain.tool("vet"), to: "checks")
      try workspace.write(injected, to: patch)
      #expect(findings(try program.keyed("vet", "--patches", "../set", tool, "-printf", "./a")).count == 2)
    }

    @Test("what changes files is given the originals", arguments: Setup.toolchains.filter { $0.minor >= 26 })
    func fixes(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      let workspace = program.workspace
      try workspace.write("module example.com/m\n\ngo 1.26\n", to: "m/go.mod")
      let original =
        "package a\n\nimport \"fmt\"\n\nfunc Text() string {\n\tvar x interface{} = \"a\"\n\ts := fmt.Sprint(x)\n\tfmt.Printf(s)\n\treturn s\n}\n"
      try workspace.write(original, to: "m/a/a.go")
      try workspace.write("package a\n\n//routinex:before\nfunc Text() string { println() }\n", to: patch)
      func text() throws -> String { String(decoding: try workspace.read("m/a/a.go"), as: UTF8.self) }

      let difference = try program.keyed("fix", "--patches", "../set", "-diff", "./a")
      #expect(
        difference.outputText.contains("+\tvar x any") && !difference.outputText.contains("println"), "\(difference)")
      #expect(try text() == original)
      try program.keyed("fix", "--patches", "../set", "./a").succeeded()
      let fixed = original.replacingOccurrences(of: "interface{}", with: "any")
      #expect(try text() == fixed)
      try program.keyed("vet", "--patches", "../set", "-fix", "./a").succeeded()
      #expect(try text() == fixed.replacingOccurrences(of: "Printf(s)", with: "Printf(\"%s\", s)"))
    }

    @Test("a package that only tests import has its patches", arguments: Setup.ends)
    func importedByTests(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      try program.workspace.write(
        "package a\n\nimport (\n\t\"example.com/m/c\"\n\t\"testing\"\n)\n\nfunc TestC(t *testing.T) { t.Log(c.Text()) }\n",
        to: "m/a/a_test.go")
      try program.writeSet("set", text: "A")
      try program.writeSet("set", package: "c", text: "C")
      try program.writeSet("set", package: "z", text: "Z")
      let test = try program.keyed("test", "--patches", "../set", "-v", "./a").succeeded()
      #expect(test.outputText.contains(" C\n"), "\(test)")
      try program.keyed("vet", "--patches", "../set", "./a").succeeded()
    }

    @Test("what is wrong with a patch is said, of a package that is vetted alone", arguments: Setup.newest)
    func drift(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      try program.workspace.write("package a\n\n//routinex:before\nfunc Gone() {}\n", to: patch)
      let run = try program.keyed("vet", "--patches", "../set", "./a")
      #expect(run.failed && run.errorText.contains("patch.go:4:6: package example.com/m/a"), "\(run)")
    }
  }
}
