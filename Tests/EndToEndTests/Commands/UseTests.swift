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

    @Test("calls in many packages are told the context that they stand in", arguments: Setup.ends)
    func contexts(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      for (name, body) in [
        ("a", "func Run(ctx context.Context) { os.Getenv(\"a\") }\n"),
        ("b", "func Run(_ context.Context) { os.Getenv(\"unseen\") }\n"),
        ("c", "func Run(ctx context.Context) { func(inner context.Context) { os.Getenv(\"c\") }(ctx) }\n"),
      ] {
        try program.workspace.write(
          "package \(name)\n\nimport (\n\t\"context\"\n\t\"os\"\n)\n\n\(body)", to: "m/\(name)/\(name).go")
      }
      try program.workspace.write(
        """
        package main

        import (
        \t"context"
        \t"os"

        \t"example.com/m/a"
        \t"example.com/m/b"
        \t"example.com/m/c"
        )

        func main() {
        \tctx, cancel := context.WithCancel(context.WithValue(context.Background(), "name", "main"))
        \tdefer cancel()
        \ta.Run(ctx)
        \tb.Run(ctx)
        \tc.Run(ctx)
        \tprintln(os.Getenv("plain"))
        }

        """, to: "m/cmd/main.go")
      let patch =
        """
        //routinex:packages work

        package anything

        import (
        \t"context"
        \t"net/http"
        \t"os"
        )

        //routinex:calls os.Getenv
        func getenv(name string, ctx context.Context) string {
        \tprintln(ctx.Value("name").(string), "asks for", name)
        \treturn os.Getenv(name)
        }

        // No package has a use for it, and net/http comes into no program.
        //
        //routinex:calls os.Exit
        func exit(code int, r *http.Request) { panic(r.URL.Path) }

        """
      for set in ["set", "told"] { try program.workspace.write(patch, to: "\(set)/_any/getenv.go") }
      let build = [Setup.routinex, "go", "build", "--patches", "../set", "-o", "../app", "./cmd"]
      _ = try program.plain("build", "-o", "../plain", "./cmd").succeeded()
      let compiled = try Set(program.compiled(by: build))
      #expect(compiled == ["main", "example.com/m/a", "example.com/m/b", "example.com/m/c"])
      let run = try program.run([program.workspace.path("app")], ["plain": "yes"])
      #expect(run.errorLines == ["main asks for a", "main asks for c", "main asks for plain", "yes"])
      let verbose = try program.keyed("build", "--verbose", "--patches", "../told", "./b").succeeded().errorText
      #expect(verbose.contains("example.com/m/b: calls Run, by "))
      #expect(verbose.contains(", does not apply: the call at "))
      #expect(verbose.contains(" has no variable in scope for the last parameter"))
    }

    @Test(
      "literals of every type of packages of Go's own, through functions that give them back, change nothing",
      arguments: Setup.newest)
    func everyType(toolchain: Toolchain) throws {
      let program = try KeyedProgram(toolchain)
      let packages = [
        // None that package testing depends on, or all that depends on them would be compiled.
        "archive/zip", "container/list", "encoding/csv", "encoding/xml", "net/textproto", "text/scanner",
        "text/template", "text/template/parse",
      ]
      var count = 0
      for package in packages {
        let folder = toolchain.root + "/src/" + package
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let sources = names.filter { $0.hasSuffix(".go") && !$0.hasSuffix("_test.go") }
        let types = try sources.flatMap { name in
          try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            .matches(of: /(?m)^type (\w+) (?:struct|\[\]|map)/).map { String($0.1) }
        }
        let patches = types.enumerated().map { index, type in
          // One by one each form meets each kind of literal.
          let parameter = (index.isMultiple(of: 2) ? "*" : "") + type
          return "//routinex:literal \(type)\n//routinex:optional\n"
            + "func same_\(type)(value \(parameter)) \(parameter) { return value }\n"
        }
        count += types.count
        let name = package.split(separator: "/").last ?? ""
        try program.workspace.write(
          "package \(name)\n\n" + patches.joined(separator: "\n"), to: "set/\(package)/types.go")
      }
      #expect(count > 50)
      let command = [Setup.routinex, "go", "test", "--patches", "../set", "--verbose", "-vet=off", "-short"] + packages
      let run = try program.run(command).succeeded()
      #expect(run.outputText.split(separator: "\n").filter { $0.hasPrefix("ok ") }.count == packages.count)
      let applied = (run.outputText + run.errorText).split(separator: "\n").filter { $0.contains(": literal same_") }
      #expect(applied.count > 50)
    }
  }
}
