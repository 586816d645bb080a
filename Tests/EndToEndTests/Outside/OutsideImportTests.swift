import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// Patches under `routinex go` that import what their targets do not.
  @Suite struct OutsideImportTests {
    @Test(
      "a package of the main module in net/http, and an edit of what that one imports", arguments: Setup.newestOrAll)
    func mainModule(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain, target: .http)
      try program.writeLoggingSet()
      #expect(try program.says() == "logger begins\nlog: /path\n")
      #expect(try program.compiled() == [])
      try program.writeText("edited")
      // The body of a function, two imports away: no object but text's own would change.
      let compiled = try program.compiled().filter { !$0.hasPrefix("net/http/") }
      #expect(
        compiled.sorted() == ["example.com/m/app", "example.com/m/logger", "example.com/m/text", "net/http"])
      #expect(try program.workspace.run("out").errorText == "logger begins\nedited: /path\n")
      try program.writeText("log")
      #expect(try program.compiled() == [])
      #expect(try program.workspace.run("out").errorText == "logger begins\nlog: /path\n")
      // Plain builds have no part in it, and nothing is left behind.
      try program.plain("build", "-o", program.workspace.path("plain"), "./app").succeeded()
      #expect(try program.workspace.run("plain").succeeded().errorText == "")
      #expect(program.workspace.files(below: "tmp") == [])
    }

    @Test("packages of the standard library, with cgo and with assembly", arguments: Setup.newest)
    func kinds(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      try program.write(
        "m/cg/cg.go",
        "package cg\n\n// static int twice(int x) { return 2 * x; }\nimport \"C\"\n\n"
          + "func Twice(x int) int { return int(C.twice(C.int(x))) }\n")
      try program.write("m/as/as.go", "package as\n\nfunc Answer() int\n")
      try program.write(
        "m/as/as_amd64.s", "TEXT ·Answer(SB), 4, $0-8\n\tMOVQ $42, ret+0(FP)\n\tRET\n")
      try program.write(
        "m/as/as_arm64.s", "TEXT ·Answer(SB), 4, $0-8\n\tMOVD $42, R0\n\tMOVD R0, ret+0(FP)\n\tRET\n")
      try program.writeSet(
        "set", imports: ["example.com/m/cg", "example.com/m/as", "text/tabwriter", "_ \"encoding/csv\""],
        does: "println(cg.Twice(21), as.Answer(), tabwriter.Debug)")
      #expect(try program.says() == "42 42 32\n")
    }

    @Test("modules: of a workspace, replaced, from the module cache, vendored", arguments: Setup.newest)
    func modules(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      let workspace = program.workspace
      try program.write("other/go.mod", "module example.com/other\n\ngo 1.18\n")
      try program.write("other/o.go", "package other\n\nfunc Name() string { return \"other\" }\n")
      try program.writeSet("set", imports: ["example.com/other"], does: "println(other.Name())")
      try program.write("go.work", "go 1.18\n\nuse ./m\nuse ./other\n")
      let work = ["GOWORK": workspace.path("go.work"), "GOFLAGS": ""]
      #expect(try program.says(environment: work) == "other\n")

      let replaced = "module example.com/m\n\ngo 1.18\n\nrequire example.com/other v1.0.0\n"
      try program.write("m/go.mod", replaced + "\nreplace example.com/other => ../other\n")
      #expect(try program.says() == "other\n")

      // From the vendor folder, where the main module imports it.
      try program.write("m/uses/u.go", "package uses\n\nimport _ \"example.com/other\"\n")
      try program.plain("mod", "vendor", environment: ["GOFLAGS": "-mod=mod"]).succeeded()
      #expect(try program.says(environment: ["GOFLAGS": "-mod=vendor"]) == "other\n")
    }

    @Test("a target in a dependency, and one in the main module", arguments: Setup.newest)
    func targets(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      try program.write("dep/go.mod", "module example.com/dep\n\ngo 1.18\n")
      try program.write("dep/d.go", "package dep\n\nfunc Do() {}\n")
      try program.write(
        "m/go.mod",
        "module example.com/m\n\ngo 1.18\n\nrequire example.com/dep v1.0.0\n\nreplace example.com/dep => ../dep\n")
      try program.write("m/own/o.go", "package own\n\nfunc Do() {}\n")
      try program.write(
        "m/app/main.go",
        "package main\n\nimport (\n\t\"example.com/dep\"\n\t\"example.com/m/own\"\n)\n\nfunc main() {\n\tdep.Do()\n\town.Do()\n}\n"
      )
      for (path, name) in [("example.com/dep", "dep"), ("example.com/m/own", "own")] {
        try program.write(
          "set/\(path)/p.go",
          "package \(name)\n\nimport \"example.com/m/logger\"\n\n//routinex:before\nfunc Do() { logger.Log(\"\(name)\") }\n"
        )
      }
      #expect(try program.says() == "logger begins\nlog: dep\nlog: own\n")
    }

    @Test("what a patch imports is patched too, by an import of its own", arguments: Setup.toolchains)
    func layers(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      try program.writeLoggingSet()
      try program.write("m/inner/i.go", "package inner\n\n//go:noinline\nfunc Name() string { return \"inner\" }\n")
      try program.write(
        "set/example.com/m/text/p.go",
        "package text\n\nimport \"example.com/m/inner\"\n\n//routinex:wrap\nfunc Prefix() string { return inner.Name() + original() }\n"
      )
      #expect(try program.says() == "logger begins\ninnerlog: /path\n")
      try program.write("m/inner/i.go", "package inner\n\n//go:noinline\nfunc Name() string { return \"edited\" }\n")
      #expect(try program.says() == "logger begins\neditedlog: /path\n")
    }

    @Test("test binaries get it too, and a result of another text is none", arguments: Setup.toolchains)
    func tests(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      try program.writeLoggingSet()
      try program.write(
        "m/app/main_test.go", "package main\n\nimport \"testing\"\n\nfunc TestMain1(t *testing.T) { main() }\n")
      func test() throws -> Run {
        try program.keyed("test", "--patches", "../set", "-v", "./app").succeeded()
      }
      // What a test writes to standard error comes with its output.
      #expect(try test().outputText.contains("log: /path"))
      #expect(try test().outputText.contains("(cached)"))
      try program.writeText("edited")
      let edited = try test()
      #expect(edited.outputText.contains("edited: /path") && !edited.outputText.contains("(cached)"), "\(edited)")
      try program.writeText("log")
      #expect(try test().outputText.contains("(cached)"))
    }
  }
}
