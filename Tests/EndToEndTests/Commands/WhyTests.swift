import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// `routinex explain --why`.
  @Suite struct WhyTests {
    private func program(_ toolchain: Toolchain) throws -> KeyedProgram {
      let program = try KeyedProgram(toolchain)
      let workspace = program.workspace
      try program.writeSet("set", text: "patched")
      try workspace.write(
        "package a\n\nfunc Added() {}\n\nfunc (t T) Extra(n int) {}\n", to: "set/example.com/m/a/add.go")
      try workspace.write("package a\n\ntype T int\n\nfunc (t *T) Run(n int) {}\n\nfunc Other() {}\n", to: "m/a/t.go")
      try workspace.write(
        "//go:build go1.99\n\npackage b\n\n//routinex:remove\nfunc Text() string\n", to: "set/example.com/m/b/later.go")
      try workspace.write(
        "//routinex:packages work\n\npackage p\n\n//routinex:each R* !Text\n//routinex:before\nfunc _(n int) {}\n",
        to: "set/_any/runs.go")
      try workspace.write(
        "package idna\n\nfunc x() {}\n", to: "set/golang.org/x/net/idna/idna.go")
      try workspace.write("package utf8\n\nfunc x() {}\n", to: "set/unicode/utf88/x.go")
      return program
    }

    private func why(_ text: String, in program: KeyedProgram, _ more: [String] = []) throws -> [String] {
      let set = program.workspace.path("set")
      let run = try program.run([Setup.routinex, "explain", "--why", text, "--patches", "../set"] + more)
      return (run.outputText + run.errorText).split(separator: "\n").map { line in
        line.replacingOccurrences(of: set + "/", with: "")
          .replacingOccurrences(of: "not for go[^:]*:", with: "not for this build:", options: .regularExpression)
      }
    }

    @Test("what is patched, and what is not, and why", arguments: Setup.newest)
    func answers(toolchain: Toolchain) throws {
      let program = try program(toolchain)
      func expect(_ text: String, _ lines: [String], _ more: [String] = [], _ line: Int = #line) throws {
        let answer = try why(text, in: program, more)
        #expect(answer == lines, "line \(line)")
      }
      try expect(
        "example.com/m/a.Text",
        ["example.com/m/a.Text: patched", "  replace, by example.com/m/a/patch.go:4:6"])
      try expect("example.com/m/a.Added", ["example.com/m/a.Added: patched", "  added, by example.com/m/a/add.go:3:6"])
      try expect(
        "example.com/m/a.T.Run", ["example.com/m/a.(*T).Run: patched", "  before, by _any/runs.go:7:6"])
      try expect(
        "example.com/m/a",
        [
          "example.com/m/a: patched", "  before (*T).Run, by _any/runs.go:7:6",
          "  replace Text, by example.com/m/a/patch.go:4:6", "  add Added, by example.com/m/a/add.go:3:6",
          "  add T.Extra, by example.com/m/a/add.go:5:12",
        ])
      try expect(
        "example.com/m/a.Other",
        [
          "example.com/m/a.Other: not patched",
          "  before, by _any/runs.go:7:6, does not apply: each R* !Text does not select it",
        ])
      try expect(
        "example.com/m/b.Text",
        [
          "example.com/m/b.Text: not patched",
          "  before, by _any/runs.go:7:6, does not apply: each R* !Text does not select it",
          "  example.com/m/b/later.go: not for this build: go1.99",
        ])
      let names = "no file of set is for this package"
      try expect(
        "unicode/utf8", ["unicode/utf8: not patched", "  \(names); is unicode/utf88 misspelled?"], ["std"])
      try expect(
        "example.com/m/cmd",
        ["example.com/m/cmd: not patched", "  _any/runs.go is for this package, but finds nothing to change in it"],
        ["./cmd"])
    }

    @Test("a package that is not compiled, and the copy that is", arguments: Setup.newest)
    func absent(toolchain: Toolchain) throws {
      let program = try program(toolchain)
      let absent = try why("golang.org/x/net/idna", in: program, ["net/http"])
      #expect(absent.first == "golang.org/x/net/idna: not patched")
      #expect(
        absent.contains { $0.contains("vendor/golang.org/x/net/idna (the standard library's own copy)") }, "\(absent)")
      let unused = try why("os/exec", in: program, ["./cmd"])
      #expect(unused.count == 2 && unused[1].contains("is this package or imports it"), "\(unused)")
      let misspelled = try why("example.com/m/d", in: program)
      #expect(misspelled.contains { $0.hasPrefix("  did you mean example.com/m/a") }, "\(misspelled)")
      let missing = try why("example.com/m/a.Texts", in: program)
      #expect(missing.count == 1 && missing[0].contains("has no declaration Texts; the nearest are Text"), "\(missing)")
      let snapshot = try program.run(
        [Setup.routinex, "explain", "--why", "crypto/internal/fips140/sha256", "--patches", "../set", "crypto/sha256"],
        ["GOFIPS140": "v1.0.0"])
      #expect(try snapshot.succeeded().outputText.contains("(the snapshot that GOFIPS140 names)"))
    }

    @Test("patches that stop the build, and wrong words", arguments: Setup.newest)
    func problems(toolchain: Toolchain) throws {
      let program = try program(toolchain)
      try program.workspace.write(
        "package c\n\n//routinex:before\nfunc Text() int { return 0 }\n", to: "set/example.com/m/c/c.go")
      let stopped = try why("example.com/m/c", in: program)
      #expect(stopped.prefix(2) == ["example.com/m/c: not patched", "  the build stops here:"])
      #expect(stopped.contains { $0.contains("the signature of Text has drifted") }, "\(stopped)")
      #expect(
        try why("main", in: program, ["--", "go", "build"]) == [
          "routinex: only packages can follow --why: routinex explain --why main ./..."
        ])
      #expect(
        try why("main", in: program, ["--html", "x"]) == [
          "routinex: --why builds nothing, so --html and --trace have nothing to show; leave them out"
        ])
    }
  }
}
