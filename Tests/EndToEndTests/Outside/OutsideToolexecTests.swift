import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// Patches that import what their targets do not, in builds with `-toolexec` alone.
  @Suite struct OutsideToolexecTests {
    private func build(_ program: OutsideProgram, _ set: String = "set", _ flags: String...) throws -> Run {
      let toolexec = "-toolexec=\(Setup.routinex) --patches \(program.workspace.path(set))"
      let arguments = [program.toolchain.root + "/bin/go", "build", toolexec, "-o", program.workspace.path("out")]
      return try Command(
        arguments + flags + ["./app"], in: program.workspace.path("m"),
        environment: program.toolchain.environment(in: program.workspace)
      ).run()
    }

    @Test("the standard library, and what patches of that import", arguments: Setup.newest)
    func standardLibrary(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      try program.writeSet(
        "set", imports: ["text/tabwriter", "encoding/csv"], does: "println(tabwriter.Debug, csv.ErrQuote.Error())")
      try program.write(
        "set/encoding/csv/p.go",
        "package csv\n\nimport \"text/template\"\n\nfunc init() { println(template.HTMLEscapeString(\"<csv>\")) }\n")
      try build(program).succeeded()
      let text = try program.workspace.run("out").succeeded().errorText
      #expect(text.hasPrefix("&lt;csv&gt;\n32 "), "\(text)")
      try build(program, "set", "-race", "-gcflags=-N").succeeded()
      #expect(try program.workspace.run("out").succeeded().errorText == text)
      let plain = try program.plain("build", "-o", program.workspace.path("plain"), "./app").succeeded()
      #expect(plain.errorText.isEmpty)
      #expect(try program.workspace.run("plain").succeeded().errorText == "")
      // An edit of a patch two imports away.
      try program.write(
        "set/encoding/csv/p.go", "package csv\n\nfunc init() { println(\"edited\") }\n")
      try build(program).succeeded()
      #expect(try program.workspace.run("out").succeeded().errorText.hasPrefix("edited\n32 "))
    }

    @Test("other packages, links and cycles are errors that say what to do", arguments: Setup.newest)
    func errors(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      func expect(_ text: String, _ line: Int = #line) throws {
        let run = try build(program)
        #expect(run.failed && run.errorText.contains(text), "line \(line): \(run)")
      }
      try program.writeLoggingSet()
      try expect("patch.go:4:2: this patch imports example.com/m/logger, which package net/http does not depend on")
      try expect("build with `routinex go`, which compiles it first")
      try program.write("set/net/http/patch.go", "//routinex:link example.com/m/logger\npackage http\n")
      try expect("patch.go:1:1: //routinex:link example.com/m/logger needs a build with `routinex go`")
      try program.write("set/net/http/patch.go", "package http\n\nimport _ \"expvar\"\n")
      try expect("import cycle: what patches of net/http import depends on it")
    }
  }
}
