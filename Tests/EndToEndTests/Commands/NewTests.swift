import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// `routinex new` writes patches that fit at once.
  @Suite struct NewTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    private func new(_ name: String, _ target: String, _ arguments: String..., by toolchain: Toolchain) throws -> Run {
      try Command(
        [Setup.routinex, "new", name, "--for", target] + arguments, in: workspace.path("m"),
        environment: toolchain.environment(in: workspace)
      ).run()
    }

    private func makeModule() throws {
      try workspace.write("module example.com/m.v2\n\ngo 1.20\n", to: "m/go.mod")
      try workspace.write(
        """
        package main

        import (
        	"os"
        	"path"
        	alias "strings"
        )

        type Shape struct{ side int }
        type Pair struct{ a, b int }
        type Named interface{ Name() string }
        type List[T any] []T
        type Level int

        const (
        	Low Level = iota + 1
        	High
        )

        var Limit, other = 3, 4
        var Count int

        func (s *Shape) Area(_ int, rest ...int) int { return s.side * len(rest) }
        func (Shape) Name() string                   { return "shape" }
        func (l List[T]) First(alias.Builder) (first T) {
        	return l[0]
        }
        func Upper(text string, _ *os.File) string {
        	text = alias.ToUpper(text)
        	return text
        }
        func Pass(string, ...int) (int, error) { return 1, nil }
        func Quiet(original string)            { println(original) }
        func Edited(n int) int {
        	for i := 0; i < 2; i++ {
        		n++
        	}
        	n *= 2
        	return n
        }
        func Unused()      {}
        func Inlined() int { return 5 }

        func main() {
        	n, err := Pass("", 1, 2)
        	Quiet("quiet")
        	println((&Shape{side: 2}).Area(1, 2, 3), List[int]{7}.First(alias.Builder{}), Upper("text", os.Stderr), n, err == nil)
        	println(int(Low), int(High), Limit, other, Count, Edited(1), Inlined(), path.Base("/a/b"), Shape{}.Name(), Pair{1, 2}.b)
        }

        """, to: "m/main.go")
    }

    private static let expected = "quiet\n4 7 TEXT 1 true\n1 2 3 4 0 6 5 b shape 2\n"

    /// Runs the module's program with the set `mine`.
    private func runPatched(_ toolchain: Toolchain) throws -> Run {
      try Command(
        [Setup.routinex, "go", "run", "--patches", workspace.path("m/mine"), "."], in: workspace.path("m"),
        environment: toolchain.environment(in: workspace)
      ).run()
    }

    @Test("every kind of patch fits, is as gofmt writes it, and changes nothing yet", arguments: Setup.newest)
    func everyKind(toolchain: Toolchain) throws {
      try makeModule()
      let targets: [(String, String?)] = [
        ("Shape", nil), ("Pair", nil), ("Named", "extend"), ("List", nil), ("Level", "replace"), ("High", nil),
        ("Limit", nil),
        ("Count", nil), ("Shape.Area", "wrap"), ("(*Shape).Name", "before"), ("(List[T]).First", "after"),
        ("Upper", "replace"), ("Pass", "wrap"), ("Quiet", "wrap"), ("Edited", "edit"), ("Unused", "remove"),
        ("Inlined", "pragma"), ("main", nil),
      ]
      for (target, directive) in targets {
        let arguments = directive.map { ["--directive", $0] } ?? []
        let run = try Command(
          [Setup.routinex, "new", "mine", "--for", "example.com/m.v2.\(target)"] + arguments,
          in: workspace.path("m"), environment: toolchain.environment(in: workspace)
        ).run().succeeded()
        #expect(run.outputText.hasPrefix("wrote mine/"), "\(run)")
      }
      for target in ["path.Base", "strings.(*Builder).WriteString"] {
        try new("mine", target, by: toolchain).succeeded()
      }
      let unformatted = try Command(
        [toolchain.root + "/bin/gofmt", "-l", "mine"], in: workspace.path("m"),
        environment: toolchain.environment(in: workspace)
      ).run().succeeded()
      #expect(unformatted.outputText == "")
      let plain = try toolchain.go("run", ".", in: "m", of: workspace).succeeded()
      #expect(plain.errorText == Self.expected)
      let patched = try runPatched(toolchain).succeeded()
      #expect(patched.errorText == Self.expected)
      // The set's own go.mod keeps it out of this.
      try toolchain.go("vet", "./...", in: "m", of: workspace).succeeded()
      let list = try workspace.routinex("list", "./mine", in: "m").succeeded().outputText
      #expect(list.contains("    wrap     (*Shape).Area"))
      #expect(list.contains("pragma   Inlined (go:noinline)"))
    }

    @Test("the file that is written", arguments: Setup.newest)
    func content(toolchain: Toolchain) throws {
      try makeModule()
      let run = try new("mine", "example.com/m.v2.Upper", "--directive", "wrap", by: toolchain).succeeded()
      #expect(
        run.outputText.hasPrefix(
          "wrote mine/mine.go\nwrote mine/go.mod\nwrote mine/example.com/m.v2/upper.go\n"
            + "wrote mine/testdata/first/go.mod\nwrote mine/testdata/first/first_test.go\nTry it:\n"))
      let text = String(decoding: try workspace.read("m/mine/example.com/m.v2/upper.go"), as: UTF8.self)
      #expect(
        text == """
          package main

          import "os"

          // Runs instead of Upper; original is that function.
          // The signature is the original's; the build stops if that changes.
          //
          //routinex:wrap
          func Upper(text string, p1 *os.File) string {
          	return original(text, p1)
          }

          """)
    }

    @Test("nothing is overwritten, and what there is not is answered by what is near", arguments: Setup.newest)
    func refusals(toolchain: Toolchain) throws {
      try makeModule()
      func expect(_ name: String, _ target: String, _ arguments: String..., says text: String) throws {
        let run = try Command(
          [Setup.routinex, "new", name, "--for", target] + arguments, in: workspace.path("m"),
          environment: toolchain.environment(in: workspace)
        ).run()
        #expect(run.ending == .exit(1))
        #expect(run.errorText.contains(text), "\(run)")
      }
      try new("mine", "example.com/m.v2.Upper", by: toolchain).succeeded()
      let before = try workspace.read("m/mine/example.com/m.v2/upper.go")
      try expect("mine", "example.com/m.v2.Upper", "--directive", "replace", says: "upper.go exists")
      #expect(try workspace.read("m/mine/example.com/m.v2/upper.go") == before)
      try expect("mine", "example.com/m.v2.Uper", says: "the nearest are Upper")
      try expect("mine", "example.com/m.v2.Area", says: "the nearest are (*Shape).Area")
      try expect("mine", "net/htp.Get", says: "did you mean net/http")
      try expect("mine", "Upper", says: "is not a declaration")
      try expect("routine", "example.com/m.v2.Upper", says: "built-in set")
      try expect("other", "runtime.memmove", says: "no body in Go")
      try expect("other", "example.com/m.v2.Shape", "--directive", "before", says: "is for functions")
      try expect("other", "example.com/m.v2.Upper", "--directive", "beside", says: "beside")
      #expect(!workspace.exists("m/other"))
    }

    @Test("a patch for many functions, and one of the working folder's package", arguments: Setup.newest)
    func each(toolchain: Toolchain) throws {
      try makeModule()
      func routinex(_ arguments: String...) throws -> Run {
        try Command(
          [Setup.routinex] + arguments, in: workspace.path("m"), environment: toolchain.environment(in: workspace)
        ).run()
      }
      for (directive, name) in [("before", "Upper"), ("after", "Pas?"), ("wrap", "Quiet"), ("pragma", "Edited")] {
        try routinex("new", "mine", "--each", name + " !Other", "--directive", directive).succeeded()
      }
      let written = try routinex("new", "mine", "--each", "Shape.*", "--packages", "example.com/...").succeeded()
      #expect(written.outputText.hasPrefix("wrote mine/_any/shape.go\nTry it:\n"))
      try routinex("new", "mine", "--for", "main.main").succeeded()
      #expect(workspace.exists("m/mine/example.com/m.v2/main.go"))
      let text = String(decoding: try workspace.read("m/mine/_any/pas.go"), as: UTF8.self)
      #expect(text.hasPrefix("//routinex:packages work\n\npackage _\n"), "\(text)")
      #expect(text.hasSuffix("//\n//routinex:each Pas? !Other\n//routinex:after\nfunc _() {\n" + Self.afterBody))
      let report = try routinex("check", "./mine", "--go", toolchain.root, "--matches").succeeded().outputText
      for function in ["Upper", "Pass", "Quiet", "Edited", "(*Shape).Area", "Shape.Name"] {
        #expect(report.contains("\n    example.com/m.v2.\(function) "), "\(report)")
      }
      let patched = try runPatched(toolchain).succeeded()
      #expect(patched.errorText == Self.expected)

      for (arguments, message) in [
        (["--each", "a b.c.d"], "is not a pattern of //routinex:each"), (["--each", "!Pass Pas?"], "pas.go exists"),
        (["--each", "*", "--directive", "replace"], "--each works with before, after, wrap, pragma"),
        (["--each", "*", "--for", "main.main"], "use --for or --each, not both"), ([], "--for or --each"),
        (["--for", "main.main", "--packages", "std"], "--packages"),
        (["--each", "Upp*", "--packages", ""], "//routinex:packages takes"),
      ] {
        let run = try Command(
          [Setup.routinex, "new", "mine"] + arguments, in: workspace.path("m"),
          environment: toolchain.environment(in: workspace)
        ).run()
        #expect(run.ending != .exit(0) && run.errorText.contains(message), "\(run)")
      }
    }

    @Test("patches for those who call a function or build a type", arguments: Setup.ends)
    func uses(toolchain: Toolchain) throws {
      try workspace.write("module example.com/u\n\ngo 1.18\n", to: "m/go.mod")
      try workspace.write(
        """
        package lib

        import (
        \t"context"
        \tt "time"
        )

        type Box struct{ N int }
        type List []int
        type Number interface{ ~int | ~int64 }
        type Named interface{ Name() string }

        const Size = 2

        func Sum(context.Context, t.Duration, *Box, ...List) int     { return 1 }
        func Pair(lib [Size]Box, f func(b *Box) List) (int, error)  { return lib[1].N, nil }
        func Max[T Number](a, b T) T                                 { return a }
        func hidden()                                                {}
        func Open(h hiding) hiding                                   { return h }
        func (*Box) Method()                                         {}

        type hiding int

        """, to: "m/lib/lib.go")
      try workspace.write("package plain\n\nfunc Plain() {}\n", to: "m/plain/plain.go")
      try workspace.write(
        """
        package main

        import (
        \t"context"
        \t"example.com/u/lib"
        \t"os"
        \t"time"
        )

        type bag struct{ n int }

        func main() {
        \ttime.Sleep(0)
        \tn, err := lib.Pair([2]lib.Box{{N: 1}, {N: 2}}, nil)
        \tprintln(lib.Sum(context.TODO(), 0, &lib.Box{N: 3}, lib.List{4}), n, err == nil, lib.Max(5, 6), bag{7}.n, os.Getenv("NONE"))
        }

        """, to: "m/main.go")
      func new(_ arguments: [String]) throws -> Run {
        try Command(
          [Setup.routinex, "new", "mine"] + arguments, in: workspace.path("m"),
          environment: toolchain.environment(in: workspace)
        ).run()
      }
      func targets(_ names: String...) -> [String] { names.flatMap { ["--for", $0] } }
      let calls =
        targets("os.Getenv", "time.Sleep", "example.com/u/lib.Sum", "example.com/u/lib.Pair") + [
          "--directive", "calls",
        ]
      let written = try new(calls).succeeded()
      #expect(written.outputText.contains("wrote mine/_any/time_sleep_calls.go\n"), "\(written)")
      try new(targets("example.com/u/lib.Box", "example.com/u/lib.List", "main.bag") + ["--directive", "literal"])
        .succeeded()
      #expect(workspace.exists("m/mine/example.com/u/bag_literal.go"))
      let text = String(decoding: try workspace.read("m/mine/_any/lib_pair_calls.go"), as: UTF8.self)
      #expect(
        text == """
          //routinex:packages work

          package _

          import "example.com/u/lib"

          // Those packages call this function instead of lib.Pair; here that is still the original.
          // You can add a last parameter of type context.Context or *http.Request: each call passes its nearest such variable.
          //
          //routinex:calls example.com/u/lib.Pair
          func patchedLibPair(p0 [lib.Size]lib.Box, f func(b *lib.Box) lib.List) (int, error) {
          \treturn lib.Pair(p0, f)
          }

          """)
      // Generic functions are named by no calls yet; what is written for one is Go all the same.
      let unformatted = try Command(
        [toolchain.root + "/bin/gofmt", "-l", "mine"], in: workspace.path("m"),
        environment: toolchain.environment(in: workspace)
      ).run().succeeded()
      #expect(unformatted.outputText == "")
      let plain = try toolchain.go("run", ".", in: "m", of: workspace).succeeded()
      #expect(try runPatched(toolchain).succeeded().errorText == plain.errorText)

      // What it says to try is run as pasted.
      let commands = written.outputText.split(separator: "\n").filter { $0.hasPrefix("  routinex ") }
      #expect(
        commands == ["  routinex check ./mine", "  routinex diff ./mine ./...", "  routinex go run --patches ./mine ."])
      let script = "routinex() { \"\(Setup.routinex)\" \"$@\"; }\n" + commands.dropFirst().joined(separator: " &&\n")
      let tried = try Command(
        ["/bin/sh", "-c", script], in: workspace.path("m"), environment: toolchain.environment(in: workspace)
      ).run().succeeded()
      #expect(tried.outputText.contains("+\tpatchedTimeSleep(0)\n") && tried.errorText.hasSuffix(plain.errorText))

      for (arguments, message) in [
        (
          targets("example.com/u/lib.(*Box).Method") + ["--directive", "calls"],
          "use wrap, which patches the method itself"
        ),
        (targets("example.com/u/lib.hidden") + ["--directive", "calls"], "none can call hidden; use wrap"),
        (targets("main.main") + ["--directive", "calls"], "none can call main; use wrap"),
        (targets("example.com/u/lib.Open") + ["--directive", "calls"], "hiding is not exported; use wrap"),
        (targets("example.com/u/lib.Size") + ["--directive", "calls"], "Size is a constant"),
        (targets("example.com/u/lib.Named") + ["--directive", "literal"], "Named cannot have any"),
        (targets("example.com/u/lib.Sum") + ["--directive", "literal"], "Sum is a function"),
        (targets("os.Getenv") + ["--directive", "calls"], "os_getenv_calls.go exists"),
        (targets("path.Base", "path.Base"), "path.Base is named twice"),
        (targets("path.Base", "path.Nothing"), "has no declaration Nothing"),
        (targets("path.Base") + ["--packages", "std"], "--packages works only with"),
        (targets("path.Base") + ["--directive", "calls", "--packages", "!"], "//routinex:packages takes"),
      ] {
        let run = try new(arguments)
        #expect(run.ending != .exit(0) && run.errorText.contains(message), "\(run)")
      }
      #expect(!workspace.exists("m/mine/path"))
    }

    @Test("several declarations in one call, each in its file", arguments: Setup.newest)
    func several(toolchain: Toolchain) throws {
      try makeModule()
      let run = try Command(
        [Setup.routinex, "new", "mine", "--for", "main.Upper", "--for", "main.Quiet", "--for", "path.Base"],
        in: workspace.path("m"), environment: toolchain.environment(in: workspace)
      ).run().succeeded()
      #expect(
        run.outputText == """
          wrote mine/mine.go
          wrote mine/go.mod
          wrote mine/example.com/m.v2/upper.go
          wrote mine/example.com/m.v2/quiet.go
          wrote mine/path/base.go
          wrote mine/testdata/first/go.mod
          wrote mine/testdata/first/first_test.go
          Try it:
            routinex check ./mine
            routinex diff ./mine example.com/m.v2 path
            routinex go run --patches ./mine .

          """)
      #expect(try runPatched(toolchain).succeeded().errorText == Self.expected)
    }

    private static let afterBody =
      "\t// Named results can be read and set here; recover() stops a panic.\n}\n"

    @Test("a declaration of one system, and one that other toolchains lack", arguments: Setup.newest)
    func limits(toolchain: Toolchain) throws {
      try makeModule()
      try new("mine", "os.(*File).Chown", "--platform", "plan9/amd64", by: toolchain).succeeded()
      let text = String(decoding: try workspace.read("m/mine/os/file_chown.go"), as: UTF8.self)
      #expect(text.hasPrefix("//go:build "), "\(text)")
      // A toolchain that has no path.Base.
      try workspace.write("go1.99", to: "home/sdk/go1.99/VERSION")
      try workspace.write("package runtime\n", to: "home/sdk/go1.99/src/runtime/r.go")
      try workspace.write("package path\n", to: "home/sdk/go1.99/src/path/path.go")
      // And none of what strings.Clone imports.
      try workspace.write(
        "package strings\n\nfunc Clone(s string) string { return s }\n", to: "home/sdk/go1.99/src/strings/clone.go")
      let environment = toolchain.environment(in: workspace).merging(["HOME": workspace.path("home")]) { $1 }
      for (target, file) in [("path.Base", "path/base.go"), ("strings.Clone", "strings/clone.go")] {
        try Command(
          [Setup.routinex, "new", "mine", "--for", target, "--directive", "replace"], in: workspace.path("m"),
          environment: environment
        ).run().succeeded()
        let limited = String(decoding: try workspace.read("m/mine/\(file)"), as: UTF8.self)
        #expect(limited.firstMatch(of: /^\/\/go:build (?:.* && )?!go1\.99\n/) != nil, "\(limited)")
      }
    }
  }
}
