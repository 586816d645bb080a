import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// Patches of what many packages use: `calls` and `literal` in files of `_any`.
  @Suite struct UseTests {
    /// A module whose package `a` has a type that the others build, but for `c`.
    private func program(_ toolchain: Toolchain) throws -> KeyedProgram {
      let program = try KeyedProgram(toolchain)
      try program.workspace.write(
        """
        package a

        type Options struct{ Name, Seen string }

        type List []*Options

        var Default = Options{Name: "default"}

        func (o Options) Text() string { return o.Name + " " + o.Seen }

        func Of(name string) *Options { return &Options{Name: name} }

        """, to: "m/a/a.go")
      try program.workspace.write(
        """
        package b

        import opts "example.com/m/a"

        var list = []opts.Options{{Name: "b0"}, {
        \tName: "b1",
        }}

        func Text() string {
        \tbyName := map[string]*opts.Options{"x": {Name: "b2"}}
        \tif options := (opts.Options{}); options.Name == "" {
        \t\treturn list[0].Text() + ", " + list[1].Text() + ", " + byName["x"].Text() + "," + options.Text()
        \t}
        \treturn ""
        }

        """, to: "m/b/b.go")
      try program.workspace.write(
        """
        package main

        import (
        \t"example.com/m/a"
        \t"example.com/m/b"
        \t"example.com/m/c"
        )

        func main() {
        \tprintln(a.Default.Text())
        \tprintln(a.Of("of").Text())
        \tprintln(b.Text())
        \tprintln((&a.Options{Name: "main"}).Text(), a.List{{Name: "unseen"}}[0].Text(), c.Text())
        }

        """, to: "m/cmd/main.go")
      return program
    }

    @Test("literals of a type in many packages go through a function", arguments: Setup.ends)
    func literals(toolchain: Toolchain) throws {
      let program = try program(toolchain)
      try program.workspace.write(
        """
        //routinex:packages work

        package anything

        import (
        \t"runtime"

        \t"example.com/m/a"
        )

        //routinex:literal example.com/m/a.Options
        func marked(o *a.Options) *a.Options {
        \t_, _, line, _ := runtime.Caller(1)
        \to.Seen = lines[line]
        \treturn o
        }

        var lines = map[int]string{5: "line 5", 10: "line 10", 11: "line 11", 13: "line 13"}

        """, to: "set/_any/options.go")
      try program.workspace.write(
        """
        package a

        //routinex:literal Options
        func own(o Options) Options {
        \to.Seen = "own"
        \treturn o
        }

        """, to: "set/example.com/m/a/own.go")
      let build = [Setup.routinex, "go", "build", "--patches", "../set", "-o", "../app", "./cmd"]
      _ = try program.plain("build", "-o", "../plain", "./cmd").succeeded()
      #expect(
        try Set(program.compiled(by: build)) == ["main", "example.com/m/a", "example.com/m/b", "example.com/m/c"])
      #expect(
        try program.run([program.workspace.path("app")]).errorLines == [
          "default own", "of own", "b0 line 5, b1 line 5, b2 line 10, line 11", "main line 13 unseen  c",
        ])
    }
  }
}
