import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// Patches that import what their targets do not, in builds with `-toolexec` alone.
  @Suite struct OutsideToolexecTests {
    private func build(_ program: OutsideProgram, _ flags: String..., package: String = "./app") throws -> Run {
      let toolexec = "-toolexec=\(Setup.routinex) --patches \(program.workspace.path("set"))"
      let arguments = [program.toolchain.root + "/bin/go", "build", toolexec, "-o", program.workspace.path("out")]
      return try Command(
        arguments + flags + [package], in: program.workspace.path("m"),
        environment: program.toolchain.environment(in: program.workspace)
      ).run()
    }

    @Test("the standard library, and what patches of that import", arguments: Setup.newest)
    func standardLibrary(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      try program.writeSet(
        "set", imports: ["path", "unicode/utf16"],
        does: "println(path.Base(\(program.target.text)), utf16.IsSurrogate(0))")
      try program.write(
        "set/path/p.go",
        "package path\n\nimport \"container/ring\"\n\nfunc init() { println(ring.New(3).Len()) }\n")
      try build(program).succeeded()
      #expect(try program.workspace.run("out").succeeded().errorText == "3\npath false\n")
      let plain = try program.plain("build", "-o", program.workspace.path("plain"), "./app").succeeded()
      #expect(plain.errorText.isEmpty)
      #expect(try program.workspace.run("plain").succeeded().errorText == "")
      // An edit of a patch two imports away, and flags that what is imported needs as well.
      try program.write("set/path/p.go", "package path\n\nfunc init() { println(\"edited\") }\n")
      try build(program, "-race", "-gcflags=-N").succeeded()
      #expect(try program.workspace.run("out").succeeded().errorText == "edited\npath false\n")
    }

    @Test("a file for many packages is not for those that its imports need", arguments: Setup.newest)
    func ofMany(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      // container/heap needs sort.
      try program.write(
        "set/_any/patch.go",
        """
        //routinex:packages sort container/...

        package anything

        import (
        	"container/heap"
        	"routinex/target"
        )

        var fix = heap.Fix

        //routinex:each PushBack IntSlice.*
        //routinex:before
        func _() { println(target.Package, fix != nil) }

        """)
      try program.write(
        "m/app/main.go",
        "package main\n\nimport (\n\t\"container/list\"\n\t\"sort\"\n)\n\n"
          + "func main() { println(list.New().PushBack(1) != nil, sort.IntSlice{1}.Len()) }\n")
      try build(program).succeeded()
      #expect(try program.workspace.run("out").succeeded().errorLines == ["container/list true", "true 1"])
    }

    @Test("other packages, links and cycles are errors that say what to do", arguments: Setup.newest)
    func errors(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      // The target alone: the go command would compile all else that a program needs, although one package fails.
      func expect(_ text: String, target: String = program.target.rawValue, _ line: Int = #line) throws {
        let run = try build(program, package: target)
        #expect(run.failed && run.errorText.contains(text), "line \(line): \(run)")
      }
      try program.writeLoggingSet()
      try expect(
        "patch.go:4:2: this patch imports example.com/m/logger, which the build has not compiled")
      try expect("build with `routinex go`, which compiles it first")
      try program.write(program.patchFile(), "//routinex:link example.com/m/logger\npackage list\n")
      try expect("patch.go:1:1: //routinex:link example.com/m/logger needs a build with `routinex go`")
      try FileManager.default.removeItem(atPath: program.workspace.path("set"))
      try program.write("set/sort/patch.go", "package sort\n\nimport _ \"container/heap\"\n")
      try expect("import cycle: a package that patches of sort import depends on it", target: "sort")
    }
  }
}
