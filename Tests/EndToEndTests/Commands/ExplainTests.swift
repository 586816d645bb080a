import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// `routinex explain`: the go command does what it does anyway, and what it did is told.
  @Suite struct ExplainTests {
    let workspace: Workspace

    init() throws {
      workspace = try Workspace()
      try workspace.write("module example.com/app\n\ngo 1.18\n", to: "app/go.mod")
      try workspace.write(
        """
        package main

        import (
        	"io"
        	"os"

        	"example.com/app/greet"
        )

        func main() {
        	os.Stdout.WriteString(greet.Greeting() + "\\n")
        	io.Copy(os.Stdout, os.Stdin)
        	os.Exit(len(os.Args) - 1)
        }

        """, to: "app/main.go")
      try workspace.write("package greet\n\nfunc Greeting() string { return \"plain\" }\n", to: "app/greet/greet.go")
      try workspace.write(
        """
        package greet

        import "testing"

        func TestGreeting(t *testing.T) {
        	if Greeting() != "patched" {
        		t.Fatal(Greeting())
        	}
        }

        func TestOther(t *testing.T) { t.Fatal("not asked for") }

        """, to: "app/greet/greet_test.go")
      try workspace.write(
        "package greet\n\n//routinex:replace\nfunc Greeting() string { return \"patched\" }\n",
        to: "set/example.com/app/greet/patch.go")
    }

    private func explain(
      _ flags: [String] = [], _ command: [String], _ toolchain: Toolchain, prologue: String = ":",
      environment extra: [String: String] = [:]
    ) throws -> Run {
      var explain = Command(
        [Setup.routinex, "explain", "--patches", workspace.path("set")] + flags + ["--"] + command,
        in: workspace.path("app"), environment: toolchain.environment(in: workspace).merging(extra) { $1 })
      explain.prologue = prologue
      return try explain.run()
    }

    /// The table's row for a tool and a package, its columns apart.
    private func row(_ tool: String, _ package: String, in run: Run) -> [String]? {
      run.outputText.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        .first { $0.count > 4 && $0[2] == tool && $0[3] == package }
    }

    @Test("the summary names every tool, and each change with its patch", arguments: Setup.newestOrAll)
    func summary(toolchain: Toolchain) throws {
      let run = try explain([], ["go", "build", "-o", workspace.path("built"), "."], toolchain).succeeded()
      #expect(run.errors.isEmpty, "\(run)")
      let patched = try #require(row("compile", "example.com/app/greet", in: run), "\(run)")
      #expect(patched.dropFirst(4).joined(separator: " ") == "given a file of patched code")
      #expect(run.outputText.contains("example.com/app/greet (compile): 1 change\n"), "\(run)")
      #expect(
        run.outputText.contains("replace Greeting, by \(workspace.path("set"))/example.com/app/greet/patch.go:4:6"))
      let plain = try #require(row("compile", "example.com/app", in: run), "\(run)")
      #expect(plain.dropFirst(4).joined(separator: " ") == "run unchanged")
      #expect(row("link", "example.com/app", in: run) != nil, "\(run)")
      let question = try #require(row("compile", "-V=full", in: run), "\(run)")
      #expect(
        question.dropFirst(4).joined(separator: " ") == "asked for its ID, to which a hash of the patch sets was added")
      #expect(!run.outputText.contains("\u{1b}"), "plain text in a file")
      #expect(try workspace.run("built").succeeded().outputText == "patched\n")
      #expect(workspace.files(below: "tmp") == [], "no record stays")
    }

    @Test("what comes from the cache is told, and is what -toolexec=routinex built", arguments: Setup.newest)
    func cache(toolchain: Toolchain) throws {
      let flag = toolexec("--patches", workspace.path("set"))
      try toolchain.go("build", flag, "-o", workspace.path("built"), ".", in: "app", of: workspace).succeeded()
      let run = try explain([], ["go", "build", "./greet"], toolchain).succeeded()
      #expect(row("compile", "example.com/app/greet", in: run) == nil, "\(run)")
      let list = try #require(run.outputText.range(of: "up to date, so no tool was started for them:"), "\(run)")
      let names = run.outputText[list.upperBound...].split(whereSeparator: \.isWhitespace)
      #expect(names.contains("example.com/app/greet"), "\(run)")
    }

    @Test("a command of `routinex go` is run as that runs it", arguments: Setup.newest)
    func keyed(toolchain: Toolchain) throws {
      let set = ["--patches", workspace.path("set")]
      func explain() throws -> Run {
        try Command(
          [Setup.routinex, "explain", "--", "routinex", "go", "build"] + set + ["-o", workspace.path("built"), "."],
          in: workspace.path("app"), environment: toolchain.environment(in: workspace)
        ).run().succeeded()
      }
      let run = try explain()
      let patched = try #require(row("compile", "example.com/app/greet", in: run), "\(run)")
      #expect(patched.dropFirst(4).joined(separator: " ") == "given a file of patched code")
      #expect(try workspace.run("built").succeeded().outputText == "patched\n")
      // The objects are those of `routinex go`.
      let more = ["build"] + set + ["-v", "-o", workspace.path("built"), "."]
      let again = try Command(
        [Setup.routinex, "go"] + more, in: workspace.path("app"), environment: toolchain.environment(in: workspace)
      ).run().succeeded()
      #expect(again.errorText == "")
      #expect(try row("compile", "example.com/app/greet", in: explain()) == nil)
      #expect(workspace.files(below: "tmp") == [])
    }

    @Test("what was built before for patches is told, with the reason", arguments: Setup.newest)
    func beforehand(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      try program.writeLoggingSet()
      func explain() throws -> Run {
        try Command(
          [
            Setup.routinex, "explain", "--patches", "../set", "--html", "../page.html", "--", "go", "build", "-o",
            program.workspace.path("out"), "./app",
          ], in: program.workspace.path("m"), environment: toolchain.environment(in: program.workspace)
        ).run().succeeded()
      }
      let run = try explain()
      let reason =
        "imported by patches of \(program.target.rawValue): \(program.workspace.path(program.patchFile())):4:2"
      #expect(
        run.outputText.contains(
          "\nbuilt first, since patches need it and the go command does not know that:\n  example.com/m/logger\n    \(reason)\n"
        ),
        "\(run)")
      let early = try #require(row("compile", "example.com/m/logger", in: run), "\(run)")
      #expect(early.dropFirst(4).joined(separator: " ") == "before the build: run unchanged")
      let page = String(decoding: try program.workspace.read("page.html"), as: UTF8.self)
      #expect(page.contains("<dt><code>example.com/m/logger</code></dt><dd>\(reason)</dd>"))
      #expect(try program.workspace.run("out").succeeded().errorText == "logger begins\nlog: /path\n")
      #expect(program.workspace.files(below: "tmp") == [])
      // What cannot begin leaves nothing either.
      let nowhere = ["explain", "--patches", "../set", "--", "go", "build", "-C", "/none/such", "."]
      #expect(
        try Command(
          [Setup.routinex] + nowhere, in: program.workspace.path("m"),
          environment: toolchain.environment(in: program.workspace)
        ).run().failed)
      #expect(program.workspace.files(below: "tmp") == [])
      // And the next build is that of `routinex go`.
      #expect(try program.compiled() == [])
      let again = try explain()
      #expect(again.outputText.firstMatch(of: /\n  in [\d.]+ ms, with \d+ process/) != nil, "\(again)")
      #expect(row("compile", "example.com/m/logger", in: again) == nil, "\(again)")
    }

    @Test("a build that fails has its messages, its exit status and its explanation", arguments: Setup.newest)
    func failing(toolchain: Toolchain) throws {
      try workspace.write(
        "package greet\n\nfunc Greeting() string { return 1 }\n\nvar x int = \"\"\n", to: "app/greet/greet.go")
      let flag = toolexec("--patches", workspace.path("set"))
      let plain = try toolchain.go("build", flag, ".", in: "app", of: workspace)
      let run = try explain([], ["go", "build", "."], toolchain)
      #expect(plain.failed && run.ending == plain.ending, "\(run)")
      #expect(run.errorText == plain.errorText)
      let failed = try #require(row("compile", "example.com/app/greet", in: run), "\(run)")
      #expect(failed.dropFirst(4).joined(separator: " ") == "given a file of patched code; exit status 2")
    }

    @Test("a patch that does not fit stops the build, and is told", arguments: Setup.newest)
    func refused(toolchain: Toolchain) throws {
      try workspace.write("package greet\n\nfunc Other() {}\n", to: "app/greet/greet.go")
      let run = try explain([], ["go", "build", "./greet"], toolchain)
      #expect(run.ending == .exit(1), "\(run)")
      #expect(run.outputText.contains("example.com/app/greet (compile): not compiled"), "\(run)")
      #expect(
        row("compile", "example.com/app/greet", in: run)?.dropFirst(4).joined(separator: " ")
          == "not run: a patch does not fit; exit status 1")
    }

    @Test("go run: the program's input, output and exit status are its own", arguments: Setup.newest)
    func program(toolchain: Toolchain) throws {
      try workspace.write("a line of input\n", to: "app/input")
      let run = try explain([], ["go", "run", ".", "-v", "two"], toolchain, prologue: "exec <input")
      #expect(run.outputText.hasPrefix("patched\na line of input\n\nroutinex explain: go run . -v two\n"), "\(run)")
      // The go command's own way to tell of a program's status.
      #expect(run.ending == .exit(1) && run.errorText == "exit status 2\n", "\(run)")
    }

    @Test("go test -run", arguments: Setup.newest)
    func tests(toolchain: Toolchain) throws {
      // Package testing is plain, and in the cache.
      let flags = ["--patches", workspace.path("set"), "-vet=off", "-run", "TestGreeting"]
      let run = try Command(
        [Setup.routinex, "explain", "--", "routinex", "go", "test"] + flags + ["./greet"], in: workspace.path("app"),
        environment: toolchain.environment(in: workspace)
      ).run().succeeded()
      #expect(run.outputText.hasPrefix("ok  \texample.com/app/greet"), "\(run)")
      let compiled = run.outputText.split(separator: "\n").filter {
        $0.contains("example.com/app/greet [example.com/app/greet.test]")
      }
      #expect(compiled.contains { $0.contains("compile") && $0.contains("given a file of patched code") }, "\(run)")
      #expect(row("link", "example.com/app/greet.test", in: run) != nil, "\(run)")
    }

    @Test("what compiles nothing is not explained")
    func otherCommand() throws {
      let run = try workspace.routinex("explain", "--", "go", "env")
      #expect(run.ending == .exit(1))
      #expect(run.errorText.hasPrefix("routinex: go env compiles no packages; explain takes go build,"), "\(run)")
    }

    @Test(
      "a program in -toolexec runs behind, wherever the go command takes it from", arguments: Setup.newest,
      ["command line", "environment", "go env -w"])
    func chain(toolchain: Toolchain, source: String) throws {
      let recorder = try Recorder(in: workspace)
      func explained(_ toolexec: String) throws -> Run {
        let flag = "-toolexec=" + toolexec
        try workspace.write("GOFLAGS='\(flag)'\n", to: "settings")
        let environment: [String: String] =
          switch source {
          case "environment": ["GOFLAGS": "'\(flag)'"]
          case "go env -w": ["GOFLAGS": "", "GOENV": workspace.path("settings")]
          default: [:]
          }
        let given = source == "command line" ? [flag] : []
        return try explain(
          [], ["go", "build"] + given + ["./greet"], toolchain,
          environment: recorder.environment.merging(environment) { $1 })
      }
      let run = try explained(Recorder.agent).succeeded()
      #expect(
        row("compile", "example.com/app/greet", in: run)?.dropFirst(4).joined(separator: " ")
          == "given a file of patched code", "\(run)")
      #expect(try recorder.takeCompiled() == ["example.com/app/greet"])
      let refused = try explained("nice " + Setup.routinex)
      #expect(refused.ending == .exit(1) && refused.errorText.contains("already has routinex (nice "), "\(refused)")
    }

    // MARK: Signals

    /// A program in the place of the go command, or of a tool, and a signal once it runs.
    private func signalled(_ arguments: [String], script: String) throws -> Run {
      try workspace.write("#!/bin/sh\n" + script, to: "go")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: workspace.path("go"))
      var command = Command(
        [Setup.routinex] + arguments, in: workspace.root,
        environment: ["PATH": "/usr/bin:/bin", "TMPDIR": workspace.path("tmp")])
      command.prologue = "{ (while [ ! -e ready ]; do sleep 0.05; done; kill -TERM $$) >/dev/null 2>&1 & }"
      return try command.run()
    }

    private static let handling = "trap 'exit 7' TERM\n: >ready\n" + waiting
    private static let dying = ": >ready\n" + waiting
    private static let waiting = "for second in $(seq 60); do sleep 1; done\n"

    @Test("a signal goes to the go command, whose ending is explain's")
    func signalToGo() throws {
      let go = workspace.path("go")
      #expect(try signalled(["explain", "--", go, "build"], script: Self.handling).ending == .exit(7))
      try FileManager.default.removeItem(atPath: workspace.path("ready"))
      #expect(try signalled(["explain", "--", go, "build"], script: Self.dying).ending == .signal(SIGTERM))
    }

    @Test("a signal goes to the tool that is recorded")
    func signalToTool() throws {
      let arguments = ["--record", workspace.path("record"), workspace.path("go")]
      #expect(try signalled(arguments, script: Self.handling).ending == .exit(7))
      try FileManager.default.removeItem(atPath: workspace.path("ready"))
      #expect(try signalled(arguments, script: Self.dying).ending == .signal(SIGTERM))
      #expect(workspace.files(below: "record").count == 2)
    }

    // MARK: Files

    @Test("--trace writes the Trace Event Format", arguments: Setup.newest)
    func trace(toolchain: Toolchain) throws {
      try explain(["--trace", workspace.path("trace")], ["go", "build", "."], toolchain).succeeded()
      let events = try traceEvents("trace")
      #expect(events.contains { $0["name"] as? String == "link example.com/app" })
      for event in events {
        #expect(event["ts"] as? Int != nil && event["dur"] as? Int != nil && event["tid"] as? Int != nil, "\(event)")
      }
    }

    private func traceEvents(_ name: String) throws -> [[String: Any]] {
      let environment = ["PATH": "/usr/local/bin:/usr/bin:/bin"]
      try Command(
        ["/usr/bin/env", "python3", "-m", "json.tool", workspace.path(name)], in: workspace.root,
        environment: environment
      )
      .run().succeeded()
      let file = try JSONSerialization.jsonObject(with: workspace.read(name)) as? [String: Any]
      let events = try #require(file?["traceEvents"] as? [[String: Any]])
      return events.filter { $0["ph"] as? String == "X" }
    }

    @Test("a file that cannot be written is an error")
    func unwritable() throws {
      try workspace.write("#!/bin/sh\nexit 0\n", to: "go")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: workspace.path("go"))
      try workspace.makeFolder("folder")
      let run = try workspace.routinex(
        "explain", "--html", workspace.path("folder"), "--", workspace.path("go"), "build",
        environment: ["TMPDIR": workspace.path("tmp")])
      #expect(run.ending == .exit(1))
      #expect(run.errorText == "routinex: cannot write \(workspace.path("folder")): Is a directory\n", "\(run)")
    }

    @Test("--html writes a page that a browser shows, with all in it", arguments: Setup.newest)
    func page(toolchain: Toolchain) throws {
      let files = ["--html", workspace.path("page.html"), "--trace", workspace.path("trace")]
      try explain(files, ["go", "build", "."], toolchain).succeeded()
      let page = String(decoding: try workspace.read("page.html"), as: UTF8.self)
      #expect(page.ranges(of: #/(src|href)="(?!#)/#).isEmpty, "it needs no other file")

      let events = try traceEvents("trace")
      let start = try workspace.browse("page.html")
      #expect(start.ranges(of: "data-process=\"").count == events.count, "a bar for every process")
      #expect(start.contains("Nothing is selected"))

      let number = try #require(events.firstIndex { $0["name"] as? String == "compile example.com/app/greet" }) + 1
      let compile = try workspace.browse("page.html#p\(number)")
      let details = try #require(compile.firstMatch(of: #/<section id="details".*?</section>/#.dotMatchesNewlines()))
      #expect(
        details.output.contains("<h2 id=\"details-title\">compile example.com/app/greet</h2>"), "\(details.output)")
      #expect(details.output.contains("replace Greeting, by "))
      #expect(details.output.contains("<span class=\"del\">-func Greeting() string { return \"plain\" }</span>"))
      #expect(details.output.contains("<span class=\"at\">@@ "))
      let selected = compile.matches(of: #/<g [^>]*aria-current="true"[^>]*>/#).map(\.output)
      #expect(selected.count == 1 && selected[0].contains("data-process=\"\(number)\""), "\(selected)")

      let action = try workspace.browse("page.html#a0")
      #expect(action.contains("<dt>how it went</dt>"))

      let packages = try #require(start.firstMatch(of: #/<table id="packages".*?</table>/#.dotMatchesNewlines())).output
      #expect(
        packages.contains(#/app/greet</a></td><td[^>]*>patched</#) && packages.contains(">compiled<"), "\(packages)")
      // It fits, whatever the width of the window, and with a row for each package.
      let probe = """
        <script>
        byId("grouped").click();
        document.body.dataset.rest = document.documentElement.scrollWidth - document.documentElement.clientWidth;
        document.body.dataset.rows = new Set(bars.map((bar) => bar.querySelector("rect").getAttribute("y"))).size;
        </script>
        """
      try workspace.write(page + probe, to: "probed.html")
      let subjects = Set(start.matches(of: #/aria-label="\S+ ([^,"]*), [^"]* ms/#).map(\.output.1))
      for width in [1400, 500] {
        let probed = try workspace.browse("probed.html", width: width)
        #expect(probed.contains("data-rest=\"0\"") && probed.contains("data-rows=\"\(subjects.count)\""), "\(width)")
      }
    }
  }
}
