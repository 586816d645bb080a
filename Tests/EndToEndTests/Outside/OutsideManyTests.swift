import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// A file for every package below a path is not for what it imports, nor for what that depends on.
  @Suite struct OutsideManyTests {
    @Test("hooks are not hooked, and an edit of them is an edit of all that is", arguments: Setup.newest)
    func dots(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      // `text` is what the logger imports, `own` has nothing to do with it.
      for name in ["own", "logger/deep"] {
        try program.write(
          "m/\(name)/o.go", "package \(Path.last(name))\n\n//go:noinline\nfunc Do() string { return \"\(name)\" }\n")
      }
      try program.write("m/text/do.go", "package text\n\n//go:noinline\nfunc Do() string { return \"text\" }\n")
      try program.write("m/logger/do.go", "package logger\n\n//go:noinline\nfunc Do() string { return \"logger\" }\n")
      try program.write(
        "m/app/main.go",
        """
        package main

        import (
        	"example.com/m/logger"
        	"example.com/m/logger/deep"
        	"example.com/m/own"
        	"example.com/m/text"
        )

        func main() { println(own.Do(), deep.Do(), text.Do(), logger.Do()) }

        """)
      try program.write(
        "set/example.com/m/.../p.go",
        """
        package any

        import "example.com/m/logger"

        //routinex:before
        //routinex:optional
        func Do() string { logger.Log("patched") }

        """)
      #expect(
        try program.says()
          == "logger begins\nlog: patched\nlog: patched\nown logger/deep text logger\n")
      #expect(try program.compiled() == [])
      try program.writeText("edited")
      let compiled = try program.compiled()
      #expect(
        compiled.sorted() == [
          "example.com/m/app", "example.com/m/logger", "example.com/m/logger/deep", "example.com/m/own",
          "example.com/m/text",
        ])
      #expect(
        try program.workspace.run("out").errorText
          == "logger begins\nedited: patched\nedited: patched\nown logger/deep text logger\n")
      // What is left alone is what a plain build has.
      try program.plain("build", "-o", program.workspace.path("plain"), "./app").succeeded()
      let check = try Command(
        [Setup.routinex, "check", "--go", toolchain.root, "--platform", "linux/amd64", program.workspace.path("set")],
        in: program.workspace.path("m"), environment: toolchain.environment(in: program.workspace)
      ).run()
      #expect(check.ending == .exit(0), "\(check)")
    }

    @Test("two files with hooks of their own in the main module, which neither of them is for", arguments: Setup.newest)
    func hooksOfEachOther(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      for (hooks, function, signature, before) in [
        ("sleeps", "time.Sleep", "(value time.Duration)", ""),
        ("asks", "os.Getenv", "(value string) string", "return "),
      ] {
        try program.write(
          "m/\(hooks)/n.go", "package \(hooks)\n\n//go:noinline\nfunc Note() { println(\"\(hooks)\") }\n")
        try program.write(
          "set/_any/\(hooks).go",
          """
          //routinex:packages work

          package any

          import (
          	"example.com/m/\(hooks)"
          	"\(function.prefix { $0 != "." })"
          )

          //routinex:calls \(function)
          func \(hooks)First\(signature) {
          	\(hooks).Note()
          	\(before)\(function)(value)
          }

          """)
      }
      try program.write(
        "m/app/main.go",
        """
        package main

        import (
        	"os"
        	"time"
        )

        func main() {
        	time.Sleep(1)
        	println(os.Getenv("NOTHING") == "")
        }

        """)
      #expect(try program.says() == "sleeps\nasks\ntrue\n")
    }
  }
}

private enum Path {
  static func last(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }
}
