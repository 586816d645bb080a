import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// The go command's subcommands under `routinex go`.
  @Suite struct GoSubcommandTests {
    @Test("test: the package, its external tests and its main package", arguments: Setup.toolchains)
    func tests(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      let workspace = program.workspace
      try workspace.write(
        "package a\n\nimport \"testing\"\n\nfunc TestText(t *testing.T) { t.Log(\"inside\", Text()) }\n",
        to: "m/a/a_test.go")
      try workspace.write(
        """
        package a_test

        import (
        	"example.com/m/a"
        	"testing"
        )

        func own() string { return "own" }

        func TestExternal(t *testing.T) { t.Log("outside", a.Text(), own()) }

        """, to: "m/a/external_test.go")
      try program.writeSet("set", text: "A")
      try workspace.write(
        "package a_test\n\n//routinex:replace\nfunc own() string { return \"OWN\" }\n",
        to: "external/example.com/m/a_test/patch.go")
      try workspace.write(
        "package any\n\nfunc init() { println(\"wildcard\") }\n", to: "wildcard/example.com/.../patch.go")

      func test(_ set: String, _ more: String...) throws -> String {
        try program.run([Setup.routinex, "go", "test", "--patches", "../" + set, "-v", "./a"] + more).succeeded()
          .outputText
      }
      let patched = try test("set")
      #expect(patched.contains("inside A\n") && patched.contains("outside A own\n"), "\(patched)")
      #expect(try test("set").contains("(cached)"))
      let external = try test("external")
      #expect(external.contains("inside a\n") && external.contains("outside a OWN\n"), "\(external)")
      // The package, its external tests, and the main package, which lies in example.com as well.
      let wildcard = try test("wildcard")
      #expect(wildcard.split(separator: "\n").filter { $0 == "wildcard" }.count == 3, "\(wildcard)")
      let covered = try test("set", "-cover")
      #expect(covered.contains("inside A\n") && covered.contains("coverage: "), "\(covered)")
      let plain = try program.plain("test", "-v", "./a").succeeded().outputText
      #expect(plain.contains("inside a\n") && plain.contains("outside a own\n"), "\(plain)")
    }

    @Test("run: the program's arguments are its own", arguments: Setup.toolchains)
    func run(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      try program.writeSet("set", text: "A")
      try program.workspace.write(
        """
        package main

        import (
        	"example.com/m/a"
        	"os"
        )

        func main() {
        	println(a.Text())
        	for _, argument := range os.Args[1:] {
        		os.Stdout.WriteString(argument + "\\n")
        	}
        }

        """, to: "m/cmd/main.go")
      let package = try program.keyed("run", "--patches", "../set", "./cmd", "--patches", "x", "-gcflags=y").succeeded()
      #expect(package.errorText == "A\n")
      #expect(package.outputText == "--patches\nx\n-gcflags=y\n")
      // Arguments need not be text.
      var file = Command(
        [Setup.routinex, "go", "--patches=../set", "run", "cmd/main.go"], in: program.workspace.path("m"),
        environment: toolchain.environment(in: program.workspace))
      file.arguments += [[0xff, 0x20, 0x0a], []]
      #expect(try file.run().succeeded().output == Data([0xff, 0x20, 0x0a, 0x0a, 0x0a]))
    }

    @Test("vet and list -export know what patches add", arguments: Setup.toolchains)
    func vetAndList(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      let workspace = program.workspace
      try workspace.write("package a\n\nfunc Added() string { return \"added\" }\n", to: "set/example.com/m/a/patch.go")
      try workspace.write(
        "package d\n\nimport \"example.com/m/a\"\n\nfunc Text() string { return a.Added() }\n", to: "m/d/d.go")
      #expect(try program.plain("vet", "./d").failed)
      try program.keyed("vet", "--patches", "../set", "./d").succeeded()

      func export(_ run: Run) throws -> String { try run.succeeded().outputText }
      let format = "{{.Export}}"
      let plain = try export(program.plain("list", "-export", "-f", format, "./a"))
      let list = try program.keyed(
        "list", "--patches", "../set", "-export", "-f", format, "./a", environment: ["GOFLAGS": "-v"])
      #expect(try plain != export(list))
      // vet has compiled it.
      #expect(list.errorText == "")
      let other = try export(program.keyed("list", "--patches", "../set", "-export", "-f", format, "./c"))
      #expect(try other == export(program.plain("list", "-export", "-f", format, "./c")))
    }

    @Test("others, failures and their statuses are the go command's", arguments: Setup.toolchains)
    func others(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      try program.workspace.write("package broken\n\nfunc F() { return 1 }\n", to: "m/broken/broken.go")
      for line in [
        "env GOFLAGS GOOS", "version", "help build", "nonsense", "mod verify -x", "build ./broken", "build ./none",
      ] {
        let arguments = line.split(separator: " ").map(String.init)
        let plain = try program.run([toolchain.root + "/bin/go"] + arguments)
        let keyed = try program.run([Setup.routinex, "go"] + arguments)
        #expect(
          plain.ending == keyed.ending && plain.output == keyed.output && plain.errors == keyed.errors, "\(keyed)")
      }
    }

    @Test(
      "-C changes the folder of the build, not that of the sets", arguments: Setup.toolchains.filter { $0.minor >= 20 })
    func changeOfFolder(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      try program.writeSet("set", text: "A")
      for arguments in [["run", "-C", "m"], ["-C=m", "run"], ["run", "--patches", "set", "-C", "m", "-gcflags=-N"]] {
        let run = try program.run(
          [Setup.routinex, "go"] + arguments + ["./cmd"], ["ROUTINEX_PATCHES": "./set"], in: "")
        #expect(try run.succeeded().errorText == "A bA c\n")
      }
    }
  }
}
