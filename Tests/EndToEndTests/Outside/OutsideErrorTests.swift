import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// What is wrong with an import of a patch is said at its line, with what to do.
  @Suite struct OutsideErrorTests {
    private func message(_ program: OutsideProgram, _ arguments: String...) throws -> String {
      let all = ["go", "build", "--patches", "../set"] + (arguments.isEmpty ? ["./app"] : arguments)
      let run = try Command(
        [Setup.routinex] + all, in: program.workspace.path("m"),
        environment: program.toolchain.environment(in: program.workspace).merging(["GOFLAGS": ""]) { $1 }
      ).run()
      #expect(run.failed, "\(run)")
      return run.errorText
    }

    @Test("before anything is compiled", arguments: Setup.newest)
    func beforehand(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      let place = "routinex: \(program.workspace.path(program.patchFile())):4:2: "
      func expect(_ imports: String, _ text: String, _ line: Int = #line) throws {
        try program.writeSet("set", imports: [imports], does: "_ = x")
        let message = try message(program)
        #expect(message.hasPrefix(place) && message.contains(text), "line \(line): \(message)")
      }
      try expect("_ \"example.org/missing\"", "is not in a module of the build list; run 'go get example.org/missing'")
      try expect("_ \"nosuchpackage\"", "package nosuchpackage, which this patch imports, cannot be compiled")
      try expect("_ \"example.com/m/app\"", "example.com/m/app is a command (package main), which cannot be imported")
      try program.write("m/internal/i/i.go", "package i\n")
      try expect(
        "_ \"example.com/m/internal/i\"",
        "is internal to example.com/m/..., but package container/list is not part of it")
      try program.write("m/cyclic/c.go", "package cyclic\n\nimport _ \"example.com/m/user\"\n")
      try program.write("m/user/u.go", "package user\n\nimport _ \"container/list\"\n")
      try expect(
        "_ \"example.com/m/cyclic\"",
        "import cycle: container/list -> example.com/m/cyclic -> example.com/m/user -> container/list; to link")
      try expect("_ \"example.com/m/cyclic\"", "write //routinex:link example.com/m/cyclic above the package clause")
      try program.write("m/broken/b.go", "package broken\n\nfunc f() int { return \"\" }\n")
      try program.writeSet("set", imports: ["_ \"example.com/m/broken\""], does: "_ = x")
      let broken = try message(program)
      #expect(broken.contains("broken/b.go:3:23: cannot use \"\""), "\(broken)")
      #expect(
        broken.contains(place + "package example.com/m/broken, which this patch imports, does not compile"), "\(broken)"
      )
    }

    @Test("C++ in a program of which the go command knows none", arguments: Setup.newest)
    func cxx(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      try program.write(
        "m/cx/cx.go", "package cx\n\n// int size(void);\nimport \"C\"\n\nfunc Size() int { return int(C.size()) }\n")
      try program.write(
        "m/cx/size.cc",
        "#include <string>\n\nextern \"C\" int size(void) { return std::string(6, 'x').append(\"y\").size(); }\n")
      try program.write(
        "m/over/o.go", "package over\n\nimport \"example.com/m/cx\"\n\nfunc Size() int { return cx.Size() }\n")
      try program.writeSet("set", imports: ["example.com/m/over"], does: "println(over.Size())")
      let message = try message(program)
      #expect(
        message.hasPrefix("routinex: \(program.workspace.path(program.patchFile())):4:2: package example.com/m/over, ")
          && message.contains("brings C++ (example.com/m/cx) into a program")
          && message.hasSuffix("import example.com/m/cx as _ in example.com/m/app\n"), "\(message)")
      // A package alone is not linked.
      try program.keyed("build", "--patches", "../set", "./text").succeeded()
      try program.write("m/app/more.go", "package main\n\nimport _ \"example.com/m/cx\"\n")
      #expect(try program.says() == "7\n")
    }

    @Test("a package at a version", arguments: Setup.newest)
    func version(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      try program.writeLoggingSet()
      let message = try message(program, "example.com/other@v1.0.0")
      #expect(message.contains("patch.go:4:2: for a package with @VERSION"), "\(message)")
    }

    @Test("a program with the test variant of what is imported", arguments: Setup.newest)
    func variants(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      try program.writeLoggingSet()
      let test = "\n\nimport (\n\t_ \"container/list\"\n\t\"testing\"\n)\n\nfunc TestX(t *testing.T) {}\n"
      try program.write("m/text/x_test.go", "package text\(test)\nfunc more() {}\n")
      let inside = try program.keyed("test", "--patches", "../set", "./...")
      #expect(inside.failed && inside.errorText.contains("another variant of it"), "\(inside)")
      #expect(inside.errorText.contains("move them to an external test package"), "\(inside)")
      try program.write("m/text/x_test.go", "package text_test\(test)")
      try program.keyed("test", "--patches", "../set", "./...").succeeded()
    }
  }
}
