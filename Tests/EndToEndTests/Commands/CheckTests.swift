import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// `routinex check` says of each toolchain what a build with it does.
  @Suite struct CheckTests {
    let workspace: Workspace

    init() throws {
      workspace = try Workspace()
      for (path, text) in Self.module { try workspace.write(text, to: "app/" + path) }
    }

    /// Packages without imports: a build of one compiles nothing else.
    private static let module = [
      "go.mod": "module example.com/app\n\ngo 1.19\n",
      "p/p.go": "package p\n\nfunc F(a int) int { return a }\n\nfunc G() {}\n\ntype T struct{}\n\nfunc (t *T) M() {}\n",
      "p/plain.go": "//go:build !special\n\npackage p\n\nfunc Plain() {}\n",
      "p/special.go": "//go:build special\n\npackage p\n\nfunc Special() {}\n",
      "p/p_windows.go": "package p\n\nfunc OnWindows() {}\n",
      "asm/asm.go": "package asm\n\nfunc Entry()\n\nfunc called() {}\n\nfunc free() {}\n",
      "asm/asm.s":
        "#include \"textflag.h\"\n\n// ·free(SB) is not called.\nTEXT ·Entry(SB),NOSPLIT,$0-0\n\tCALL ·called(SB)\n\tRET\n",
    ]

    struct Case: Sendable, CustomTestStringConvertible {
      let name: String
      /// The package to build, and what stands in a patch file of it.
      let package: String
      let patch: String
      /// The minor versions of Go with which the build fails.
      let fails: @Sendable (Int) -> Bool

      var testDescription: String { name }
    }

    private static let cases = [
      Case(name: "applies", package: "p", patch: "//routinex:before\nfunc F(a int) int {\n}\n\nfunc added() {}\n") {
        _ in
        false
      },
      Case(
        name: "missing", package: "p",
        patch: "//routinex:before\nfunc Gone() {\n}\n\n//routinex:before\nfunc G() {\n}\n"
      ) {
        _ in true
      },
      Case(name: "optional", package: "p", patch: "//routinex:before\n//routinex:optional\nfunc Gone() {\n}\n") { _ in
        false
      },
      Case(name: "drifted", package: "p", patch: "//routinex:before\nfunc F(a string) int {\n}\n") { _ in true },
      Case(name: "receiver", package: "p", patch: "//routinex:before\nfunc (t T) M() {\n}\n") { _ in true },
      Case(
        name: "conflict", package: "p",
        patch: "//routinex:replace\nfunc G() {\n\tprintln()\n}\n\n//routinex:replace\nfunc G() {\n}\n"
      ) { _ in true },
      Case(name: "collision", package: "p", patch: "func G() {}\n") { _ in true },
      Case(name: "a mistake in what is added", package: "p", patch: "func added() { x := := 1 }\n") { _ in true },
      Case(name: "another system's", package: "p", patch: "//routinex:before\nfunc OnWindows() {\n}\n") { _ in true },
      Case(name: "tags", package: "p", patch: "//routinex:before\nfunc Special() {\n}\n") { _ in false },
      Case(name: "tags leave", package: "p", patch: "//routinex:before\nfunc Plain() {\n}\n") { _ in true },
      Case(
        name: "import", package: "p",
        patch: "import \"unicode/utf8\"\n\n//routinex:before\nfunc G() {\n\tutf8.RuneLen(1)\n}\n"
      ) { _ in false },
      Case(name: "called from assembly", package: "asm", patch: "//routinex:wrap\nfunc called() {\n\toriginal()\n}\n") {
        _ in
        true
      },
      Case(name: "not called from assembly", package: "asm", patch: "//routinex:wrap\nfunc free() {\n\toriginal()\n}\n")
      {
        _ in false
      },
      Case(name: "without a body", package: "asm", patch: "//routinex:before\nfunc Entry() {\n}\n") { _ in true },
      Case(name: "constrained", package: "p", patch: "//routinex:before\nfunc Special() {\n}\n") { _ in true },
      Case(name: "for a processor", package: "p", patch: "//routinex:before\nfunc Gone() {\n}\n") { _ in false },
      Case(name: "for some versions", package: "p", patch: "//routinex:before\nfunc Gone() {\n}\n") { $0 >= 26 },
    ]

    /// What a case's file has above its package clause.
    private static let headers = [
      "tags": "//routinex:tags special\n\n", "tags leave": "//routinex:tags special\n\n",
      "for some versions": "//go:build go1.26\n\n",
      // Tags of the toolchain, which a patch file does not see.
      "for a processor": "//go:build amd64.v1 || arm64.v8.0\n\n",
    ]

    private struct Verdict: Decodable {
      struct Message: Decodable {
        let message: String
      }

      struct Declaration: Decodable {
        struct Result: Decodable {
          /// The platforms of each state.
          let states: [String: [String]]
        }

        let package: String
        let results: [Result]
      }

      let ok: Bool
      let declarations: [Declaration]
      let errors: [Message]
    }

    private func check(_ toolchain: Toolchain, _ arguments: [String]) throws -> (run: Run, verdict: Verdict) {
      let before = workspace.files(below: "")
      let run = try Command(
        [Setup.routinex, "check", "--json", "--go", toolchain.root] + arguments, in: workspace.path("app"),
        environment: toolchain.environment(in: workspace)
      ).run()
      #expect(workspace.files(below: "") == before)
      let verdict = try JSONDecoder().decode(Verdict.self, from: run.output)
      #expect(run.ending == .exit(verdict.ok ? 0 : 1), "\(run)")
      #expect(run.errors.isEmpty, "\(run)")
      return (run, verdict)
    }

    /// The places in patch files that a text complains about; the go command shortens paths.
    private func places(_ text: String) -> Set<String> {
      var result: Set<String> = []
      for word in text.split(whereSeparator: \.isWhitespace) where word.contains(".go:") && word.hasSuffix(":") {
        if let start = word.range(of: "sets/set/")?.lowerBound { result.insert(String(word[start...])) }
      }
      return result
    }

    @Test("what check says of a set is what a build does", arguments: Setup.toolchains, cases)
    func agreement(_ toolchain: Toolchain, _ example: Case) throws {
      let set = "sets/set"
      try workspace.write(
        (Self.headers[example.name] ?? "") + "package \(example.package)\n\n" + example.patch,
        to: "\(set)/example.com/app/\(example.package)/patch.go")
      let answer = try toolchain.go("env", "GOOS", "GOARCH", of: workspace).succeeded().outputText.split(
        separator: "\n")
      let (run, verdict) = try check(
        toolchain, [workspace.path(set), "--platform", answer.joined(separator: "/")])
      let build = try toolchain.go(
        "build", toolexec("--patches", workspace.path(set)), "./" + example.package, in: "app", of: workspace)
      #expect(build.failed == example.fails(toolchain.minor), "\(build)")
      #expect(verdict.ok == !build.failed, "\(run)\n\(build)")
      let found = places(verdict.errors.map(\.message).joined(separator: "\n"))
      #expect(found == places(build.errorText) && found.isEmpty != build.failed, "\(run)\n\(build)")
    }

    @Test("the built-in sets apply, as check says", arguments: Setup.ends, ["routine", "goroutine-names"])
    func builtIn(_ toolchain: Toolchain, _ set: String) throws {
      let (run, verdict) = try check(toolchain, [set])
      #expect(verdict.ok, "\(run)")
      let states = verdict.declarations.filter { $0.package == "runtime" }.map { $0.results.flatMap(\.states.keys) }
      #expect(states.contains(["applied"]), "\(run)")
      #expect(states.allSatisfy { $0 == ["applied"] || $0 == ["not-for-this-version"] }, "\(run)")
      // Both at once, as PatchSetTests builds them: the go command has it from there.
      let isForBoth = toolchain.minor >= 22
      try toolchain.go(
        "build", isForBoth ? PatchSetTests.everySet : toolexec("--patches", set), "runtime", in: "app", of: workspace
      ).succeeded()
    }

    @Test("the table names each row once, and each error once for all builds", arguments: Setup.newest)
    func table(_ toolchain: Toolchain) throws {
      try workspace.write(
        "package p\n\n//routinex:before\nfunc F(a string) int {\n}\n\n//routinex:before\nfunc G() {\n}\n",
        to: "sets/set/example.com/app/p/patch.go")
      try workspace.write(
        "//go:build !go1.18\n\npackage p\n\n//routinex:before\nfunc Early() {\n}\n",
        to: "sets/set/example.com/app/p/early.go")
      let run = try Command(
        [Setup.routinex, "check", workspace.path("sets/set"), "--go", toolchain.root], in: workspace.path("app"),
        environment: toolchain.environment(in: workspace)
      ).run()
      #expect(run.ending == .exit(1))
      let lines = run.outputText.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      #expect(lines.contains(["F", "before", "drifted"]), "\(run)")
      #expect(lines.contains(["G", "before", "applied"]), "\(run)")
      #expect(lines.contains(["Early", "before", "-"]), "\(run)")
      #expect(run.outputText.components(separatedBy: "has drifted").count == 2, "\(run)")
      #expect(!run.outputText.contains("\u{1b}"))
    }

    @Test("--html writes a page with the diffs and the errors behind the cells", arguments: Setup.newest)
    func page(_ toolchain: Toolchain) throws {
      try workspace.write(
        "package p\n\n//routinex:before\nfunc F(a string) int {\n}\n", to: "sets/set/example.com/app/p/patch.go")
      try workspace.write(
        "package list\n\n//routinex:before\nfunc New() *List { println(\"<new>\") }\n",
        to: "sets/set/container/list/patch.go")
      let run = try Command(
        [
          Setup.routinex, "check", workspace.path("sets/set"), "--go", toolchain.root, "--html",
          workspace.path("check.html"),
        ], in: workspace.path("app"), environment: toolchain.environment(in: workspace)
      ).run()
      #expect(run.ending == .exit(1), "\(run)")
      let page = String(decoding: try workspace.read("check.html"), as: UTF8.self)
      #expect(page.ranges(of: #/(src|href)="(?!#)/#).isEmpty, "it needs no other file")
      #expect(page.contains("<td class=\"wrong\"><a href=\"#errors\">drifted</a></td>"))
      #expect(page.contains("<td class=\"applied\"><a href=\"#d0\">applied</a></td>"))
      let behind = try #require(page.firstMatch(of: #/<section id="d0".*?</section>/#.dotMatchesNewlines())).output
      #expect(behind.contains("container/list") && behind.contains("println(&quot;&lt;new&gt;&quot;)"), "\(behind)")
      #expect(page.contains("the signature of F has drifted"))
      let probe = """
        <script>
        document.body.dataset.rest = document.documentElement.scrollWidth - document.documentElement.clientWidth;
        </script>
        """
      try workspace.write(page + probe, to: "probed.html")
      for width in [1400, 500] {
        #expect(try workspace.browse("probed.html", width: width).contains("data-rest=\"0\""), "\(width)")
      }
    }

    @Test("patches that exclude each other are an error in a package that is not here too", arguments: Setup.newest)
    func conflictElsewhere(_ toolchain: Toolchain) throws {
      for name in ["a", "b"] {
        try workspace.write(
          "package elsewhere\n\n//routinex:replace\nfunc F() {}\n", to: "sets/set/example.com/elsewhere/\(name).go")
      }
      let (run, verdict) = try check(toolchain, [workspace.path("sets/set")])
      let build = try toolchain.go(
        "build", toolexec("--patches", workspace.path("sets/set")), "./p", in: "app", of: workspace)
      #expect(build.failed && verdict.errors.count == 1, "\(run)\n\(build)")
      let found = places(verdict.errors.map(\.message).joined(separator: "\n"))
      #expect(!found.isEmpty && found == places(build.errorText), "\(run)\n\(build)")
    }

    @Test("a folder of ... is for every package below, and for one with a folder of its own", arguments: Setup.newest)
    func wildcard(_ toolchain: Toolchain) throws {
      let set = "sets/set"
      try workspace.write("package other\n\nfunc F() {}\n", to: "app/other/other.go")
      try workspace.write(
        "package other\n\n//routinex:before\nfunc F() {\n}\n", to: "\(set)/example.com/app/other/own.go")
      for (modifier, lacking) in [
        ("//routinex:optional\n", []), ("", ["example.com/app/asm", "example.com/app/other"]),
      ] {
        try workspace.write(
          "package any\n\n//routinex:before\n\(modifier)func G() {\n}\n", to: "\(set)/example.com/app/.../patch.go")
        let (run, verdict) = try check(toolchain, [workspace.path(set)])
        let build = try toolchain.go(
          "build", toolexec("--patches", workspace.path(set)), "./...", in: "app", of: workspace)
        #expect(build.failed == !lacking.isEmpty, "\(build)")
        #expect(verdict.ok == lacking.isEmpty, "\(run)")
        let messages = verdict.errors.map(\.message)
        #expect(messages.count == lacking.count, "\(run)")
        for package in lacking { #expect(messages.contains { $0.contains(package) }, "\(run)") }
        let found = places(messages.joined(separator: "\n"))
        #expect(found == places(build.errorText) && found.isEmpty == lacking.isEmpty, "\(run)\n\(build)")
      }
    }

    @Test("the errors are SARIF for whoever asks", arguments: Setup.newest)
    func sarif(_ toolchain: Toolchain) throws {
      try workspace.write(
        "package p\n\n//routinex:before\nfunc Gone() {\n}\n", to: "app/patches/example.com/app/p/patch.go")
      let run = try Command(
        [Setup.routinex, "check", "patches", "--sarif", "--go", toolchain.root], in: workspace.path("app"),
        environment: toolchain.environment(in: workspace)
      ).run()
      #expect(run.ending == .exit(1))
      let log = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
      #expect(log["version"] as? String == "2.1.0")
      let results = try #require((log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
      #expect(results.map { $0["ruleId"] as? String } == ["missing-target"])
      let location = (results[0]["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
      let artifact = location?["artifactLocation"] as? [String: Any]
      #expect(artifact?["uri"] as? String == "patches/example.com/app/p/patch.go")
      #expect((location?["region"] as? [String: Any])?["startLine"] as? Int == 4)
    }

    @Test("with --compile a module needs nothing but what is compiled", arguments: Setup.newest)
    func compileOfAModule(_ toolchain: Toolchain) throws {
      // What its tests import is not on this machine.
      let module = [
        "go.mod": "module example.com/m\n\ngo 1.19\n\nrequire example.com/absent v1.0.0\n",
        "p/p.go": "package p\n\nfunc F() {}\n",
        "p/p_test.go": "package p\n\nimport _ \"example.com/absent\"\n",
      ]
      for (path, text) in module { try workspace.write(text, to: "m/" + path) }
      let patch = "package p\n\n//routinex:before\nfunc F() { println() }\n"
      try workspace.write(patch, to: "sets/set/example.com/m/p/patch.go")
      let named = "example.com/m@v1.2.3=" + workspace.path("m")
      let (run, verdict) = try check(toolchain, [workspace.path("sets/set"), "--compile", "--module", named])
      #expect(verdict.ok, "\(run)")
      #expect(run.outputText.contains("applied"), "\(run)")
    }

    @Test("with --compile what does not compile is an error, and nothing is left behind", arguments: Setup.newest)
    func compile(_ toolchain: Toolchain) throws {
      let set = "sets/set"
      for (body, isRight) in [("println(a)", true), ("return \"no number\"", false)] {
        try workspace.write(
          "package p\n\n//routinex:before\nfunc F(a int) int {\n\t\(body)\n}\n", to: "\(set)/example.com/app/p/patch.go"
        )
        #expect(try check(toolchain, [workspace.path(set)]).verdict.ok)
        let (run, verdict) = try check(toolchain, [workspace.path(set), "--compile"])
        #expect(verdict.ok == isRight && verdict.errors.isEmpty == isRight, "\(run)")
        #expect(verdict.errors.allSatisfy { $0.message.contains("patch.go:5") }, "\(run)")
      }
    }
  }
}
