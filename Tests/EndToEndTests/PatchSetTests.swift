import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// The patch sets `faketime`, `httptrace`, `goroutine-names`, `spans`, `mock` and `lookout`, built in together with `routine` unless a
  /// test says otherwise: what they do, and that they do nothing when they are not asked to. The last two have tests of their own.
  @Suite struct PatchSetTests {
    let workspace: Workspace

    /// What the sets are written for.
    static let toolchains = Setup.newestOrAll.filter { $0.minor >= 22 }
    /// Each is compiled with all that net/http needs: the race detector has the oldest one.
    static let racing = Setup.oldestOrAll.filter { $0.minor >= 22 }
    static let fixtures = ["faketime", "httptrace", "goroutine-names", "spans", "lookout"]
    static let everySet = toolexec("--patches", (["routine", "mock"] + fixtures).joined(separator: ","))

    init() throws {
      workspace = try Workspace()
      for fixture in Self.fixtures { try workspace.add(fixtures: fixture) }
    }

    /// Builds a fixture and answers the program's name.
    private func build(
      _ fixture: String, _ flags: String..., package: String = ".", with toolchain: Toolchain
    ) throws -> String {
      let command = [toolchain.root + "/bin/go", "build"] + flags
      let output = ["-o", workspace.path("\(fixture).out"), package]
      let environment = toolchain.environment(in: workspace)
      try Command(command + output, in: workspace.path(fixture), environment: environment).run().succeeded()
      return "\(fixture).out"
    }

    // MARK: Off

    @Test("without their environment variables and functions, programs behave as in plain Go", arguments: toolchains)
    func off(toolchain: Toolchain) throws {
      for fixture in Self.fixtures {
        let plain = try workspace.run(try build(fixture, with: toolchain)).succeeded()
        let patched = try workspace.run(try build(fixture, Self.everySet, with: toolchain)).succeeded()
        // The line of faketime that starts so has the time in it.
        func lines(_ run: Run) -> [Substring] {
          run.outputText.split(separator: "\n").filter { !$0.hasPrefix("now: ") }
        }
        #expect(lines(patched) == lines(plain) && !lines(plain).isEmpty)
        #expect(patched.errorText == plain.errorText)
      }
    }

    @Test("without them, tests of the standard library pass", arguments: Setup.newest)
    func standardLibrary(toolchain: Toolchain) throws {
      try workspace.write("module std_test\n\ngo \(toolchain.version)\n", to: "std/go.mod")
      for (package, tests) in [
        ("time", "Now|Since|Until|Sleep|After|Tick|Timer|Zero"),
        ("net/http", "TestServeMux|TestClient|TestTransportCancel|TestHijack|TestServerTimeouts"),
        ("runtime/debug", "."), ("testing", "TestBenchmark|TestSetenv|TestTempDir"),
      ] {
        // They are vetted where Go is made; the fixtures are vetted below.
        let flags = ["test", "-short", "-vet=off", "-run", tests, Self.everySet, package]
        try Command(
          [toolchain.root + "/bin/go"] + flags, in: workspace.path("std"),
          environment: toolchain.environment(in: workspace)
        ).run().succeeded()
      }
    }

    /// Runs a fixture's program, and requires that its set has done something.
    private func requireEffect(of fixture: String, in program: String) throws {
      try workspace.write("log exec **\n", to: "policy")
      let environment = [
        "ROUTINEX_FAKETIME": "+36h", "ROUTINEX_HTTPTRACE": "1", "ROUTINEX_SPANS": "1",
        "ROUTINEX_LOOKOUT": workspace.path("policy"),
      ]
      let run = try workspace.run(program, environment: environment).succeeded()
      #expect(!run.errorText.contains("DATA RACE"), "\(run)")
      switch fixture {
      case "faketime": #expect(run.outputText.contains("ahead by: 36h0m0s\n"), "\(run)")
      case "httptrace": #expect(run.errorText.contains("/body 200 "), "\(run)")
      case "spans": #expect(run.errorText.contains(" fixture/spans/store.Load "), "\(run)")
      case "lookout": #expect(run.errorText.contains(" log exec /bin/echo "), "\(run)")
      default: #expect(run.outputText.contains("running, \"main\"\n"), "\(run)")
      }
    }

    @Test("each alone", arguments: Setup.newest, fixtures)
    func alone(toolchain: Toolchain, fixture: String) throws {
      let command = [Setup.routinex, "go", "build", "--patches", fixture, "-tags", "goroutinenames"]
      let output = ["-o", workspace.path("\(fixture).out"), "."]
      let environment = toolchain.environment(in: workspace)
      try Command(command + output, in: workspace.path(fixture), environment: environment).run().succeeded()
      try requireEffect(of: fixture, in: "\(fixture).out")
    }

    @Test("all under the race detector", arguments: racing)
    func race(toolchain: Toolchain) throws {
      for fixture in Self.fixtures {
        let program = try build(fixture, "-race", "-tags", "goroutinenames", Self.everySet, with: toolchain)
        try requireEffect(of: fixture, in: program)
      }
    }

    @Test("their fixtures are clean Go", arguments: toolchains)
    func vet(toolchain: Toolchain) throws {
      for fixture in Self.fixtures { try toolchain.go("vet", "./...", in: fixture, of: workspace).succeeded() }
      try toolchain.go(
        "vet", "-tags", "goroutinenames", Self.everySet, "./...", in: "goroutine-names", of: workspace
      ).succeeded()
    }

    // MARK: faketime

    /// What the program of the fixture says when its clock goes on, however it is set.
    private static let goingOn = """
      early to now: 0s
      Sleep took: 20ms or more
      Since, across it: 20ms or more
      Since, without the monotonic reading: 20ms or more
      Sub, across it: 20ms or more
      Until, an hour from now: 1h0m0s
      After took: 20ms or more
      it says: 20ms or more
      a tick is not before the ticker: true
      WithTimeout took: 20ms or more

      """

    /// What it says when its clock stands.
    private static let frozen = """
      early to now: 0s
      Sleep took: 20ms or more
      Since, across it: 0
      Since, without the monotonic reading: 0
      Sub, across it: 0
      Until, an hour from now: 1h0m0s
      After took: 20ms or more
      it says: 0
      a tick is not before the ticker: true
      WithTimeout took: 20ms or more

      """

    @Test("faketime: the clock is ahead, behind, elsewhere or stands", arguments: toolchains)
    func clock(toolchain: Toolchain) throws {
      let program = try build("faketime", Self.everySet, with: toolchain)
      func run(_ setting: String) throws -> (now: Substring, ahead: Substring, rest: String, errors: String) {
        let run = try workspace.run(program, environment: ["ROUTINEX_FAKETIME": setting]).succeeded()
        let parts = run.outputText.split(separator: "\n", maxSplits: 2)
        try #require(parts.count == 3 && parts[0].hasPrefix("now: ") && parts[1].hasPrefix("ahead by: "), "\(run)")
        return (parts[0].dropFirst(5), parts[1].dropFirst(10), String(parts[2]), run.errorText)
      }

      for (setting, offset) in [("+36h", "36h0m0s"), ("-2h30m", "-2h30m0s"), ("+1600000h", "1600000h0m0s")] {
        let result = try run(setting)
        #expect(result.ahead == offset && result.rest == Self.goingOn && result.errors.isEmpty, "\(setting): \(result)")
      }
      let elsewhere = try run("2030-01-02T03:04:05+02:00")
      #expect(elsewhere.now.hasPrefix("2030-01-02T01:04:05."), "\(elsewhere)")
      #expect(elsewhere.rest == Self.goingOn && elsewhere.errors.isEmpty, "\(elsewhere)")

      for setting in ["2030-01-02T03:04:05.25Z", "1815-12-10T00:00:00Z", "9999-12-31T23:59:59Z"] {
        let result = try run("@" + setting)
        #expect(result.now == setting && result.rest == Self.frozen && result.errors.isEmpty, "\(setting): \(result)")
      }
      let relative = try run("@+1h")
      #expect(relative.ahead == "1h0m0s" && relative.rest == Self.frozen, "\(relative)")
    }

    @Test("faketime: what is no setting is reported in one line, and the clock stays real", arguments: Setup.newest)
    func badSetting(toolchain: Toolchain) throws {
      let program = try build("faketime", Self.everySet, with: toolchain)
      for (setting, shown) in [("tomorrow", "\"tomorrow\""), ("@", "\"@\""), ("+1\n", #""+1\x0a""#)] {
        let run = try workspace.run(program, environment: ["ROUTINEX_FAKETIME": setting]).succeeded()
        #expect(run.errorLines.count == 1, "\(run)")
        #expect(run.errorText.hasPrefix("faketime: the clock stays real: ROUTINEX_FAKETIME=\(shown) is "), "\(run)")
        #expect(run.outputText.contains("ahead by: 0s\n"), "\(run)")
      }
    }

    @Test("faketime: go test knows the setting, and measures by the real clock", arguments: toolchains)
    func goTest(toolchain: Toolchain) throws {
      func test(_ flags: String..., setting: String) throws -> String {
        let command = [toolchain.root + "/bin/go", "test", Self.everySet, "-v"] + flags + ["."]
        var environment = toolchain.environment(in: workspace)
        environment["ROUTINEX_FAKETIME"] = setting
        // The module is of Go 1.18; up to Go 1.26 such a one's timers would forbid testing/synctest.
        environment["GODEBUG"] = "asynctimerchan=0"
        let run = try Command(command, in: workspace.path("faketime"), environment: environment).run()
        return try run.succeeded().outputText
      }
      let first = try test(setting: "@2031-05-06T00:00:00Z")
      #expect(first.contains("the year is 2031\n") && !first.contains("(cached)"))
      #expect(first.contains("--- PASS: TestTiming") && !first.contains("--- PASS: TestTiming (0.00s)"))
      #expect(first.contains("--- PASS: TestBubble") == (toolchain.minor >= 25))
      #expect(try test(setting: "@2031-05-06T00:00:00Z").contains("(cached)"))
      let other = try test(setting: "2032-05-06T00:00:00Z")
      #expect(other.contains("the year is 2032\n") && !other.contains("(cached)"))
      let measured = try test("-run", "^$", "-bench", "Sleep", "-benchtime", "20ms", setting: "@2031-05-06T00:00:00Z")
      #expect(measured.contains("BenchmarkSleep"))
    }

    // MARK: httptrace

    /// Side, method, URL, status and remark of each request of the fixture, `one` and `two` being its servers.
    private static func requests(_ toolchain: Toolchain) -> [String] {
      var result = """
        client GET http://one/hijack 299
        server GET http://one/hijack hijacked
        client POST http://one/created 201
        server POST http://one/created 201
        client GET http://user:xxxxx@one/body 200
        server GET http://one/body 200
        client GET http://127.0.0.1:1/refused error: dial tcp 127.0.0.1:1: connect: connection refused
        client GET unknown://example/ error: unsupported protocol scheme "unknown"
        client GET ? error: http: nil Request.URL
        client GET "http:/\\x1b[1m" error: dial tcp 127.0.0.1:1: connect: connection refused
        """.split(separator: "\n").map(String.init)
      let reset = "stream error: stream ID N; INTERNAL_ERROR; received from peer"
      for (server, failure) in [("http://one", "EOF"), ("https://two", reset)] {
        for side in ["client", "server"] {
          let statuses = [
            ("nothing", 200), ("body", 200), ("created", 201), ("twice", 200), ("redirect", 302), ("body", 200),
            ("hints", 204), ("rewritten", 200), ("missing?q=1", 404),
          ]
          result += statuses.map { "\(side) GET \(server)/\($0) \($1)" }
        }
        for path in ["panic", "goexit"] {
          result += ["client GET \(server)/\(path) error: \(failure)", "server GET \(server)/\(path) none: aborted"]
        }
        result += ["client GET \(server)/late 202", "server GET \(server)/late 202: aborted"]
      }
      if toolchain.minor >= 26 {
        result += ["client", "server"].map { "\($0) GET http://one/body?connection 200" }
      }
      return result.sorted()
    }

    @Test("httptrace: every request, sent and served, over HTTP/1 and HTTP/2", arguments: toolchains)
    func requests(toolchain: Toolchain) throws {
      let program = try build("httptrace", Self.everySet, with: toolchain)
      let silent = try workspace.run(program).succeeded()
      let run = try workspace.run(program, environment: ["ROUTINEX_HTTPTRACE": "1"]).succeeded()
      #expect(run.outputText == silent.outputText)
      #expect(!run.errorText.contains("secret"))
      let form = /httptrace: \d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d{6} (.*) (\d+(\.\d+)?[mµ]?s)(: .*)?/
      var lines: [String] = []
      for line in run.errorLines {
        let match = try #require(line.wholeMatch(of: form), "\(line)")
        let request = "\(match.1)\(match.4 ?? "")".replacing(/stream ID \d+/, with: "stream ID N")
          .replacing(/https:\/\/127\.0\.0\.1:\d+/, with: "https://two")
          .replacing(/http:\/\/(user:xxxxx@)?127\.0\.0\.1:\d\d+/) { "http://\($0.1 ?? "")one" }
        lines.append(request)
      }
      #expect(lines.sorted() == Self.requests(toolchain))
    }

    @Test(
      "httptrace: a frozen clock does not stop its durations, and its own variable is checked",
      arguments: Setup.newest)
    func durations(toolchain: Toolchain) throws {
      let program = try build("httptrace", Self.everySet, with: toolchain)
      let frozen = ["ROUTINEX_HTTPTRACE": "true", "ROUTINEX_FAKETIME": "@2030-01-02T03:04:05Z"]
      let run = try workspace.run(program, environment: frozen.merging(["TZ": "UTC"]) { $1 }).succeeded()
      let hijacked = run.errorLines.first { $0.contains("/hijack 299 ") }
      #expect(hijacked?.hasPrefix("httptrace: 2030/01/02 03:04:05.000000 client GET ") == true, "\(run)")
      // Its handler answers after 100 ms.
      #expect(hijacked?.contains(#/ 299 (\d{3}(\.\d+)?ms|\d+(\.\d+)?s)$/#) == true, "\(run)")

      let bad = try workspace.run(program, environment: ["ROUTINEX_HTTPTRACE": "yes"]).succeeded()
      #expect(bad.errorLines.count == 1, "\(bad)")
      #expect(bad.errorText.hasSuffix(" off: ROUTINEX_HTTPTRACE=\"yes\" is neither 1 nor 0\n"), "\(bad)")
      #expect(try workspace.run(program, environment: ["ROUTINEX_HTTPTRACE": "0"]).succeeded().errors.isEmpty)
    }

    @Test("httptrace: where HTTP/2 is left out, its patches are too", arguments: toolchains)
    func withoutHTTP2(toolchain: Toolchain) throws {
      _ = try build("httptrace", "-tags", "nethttpomithttp2", Self.everySet, with: toolchain)
    }

    // MARK: spans

    @Test("spans: the functions that have a context and an error, and those that are marked", arguments: toolchains)
    func spans(toolchain: Toolchain) throws {
      let program = try build("spans", Self.everySet, with: toolchain)
      let silent = try workspace.run(program).succeeded()
      let run = try workspace.run(program, environment: ["ROUTINEX_SPANS": "true"]).succeeded()
      #expect(run.outputText == silent.outputText)
      #expect(silent.errors.isEmpty, "\(silent)")
      let form = /spans: \d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d{6} (.*) \d+(?:\.\d+)?[mµ]?s((?:: .*)?)/
      let lines = try run.errorLines.map { line in
        let match = try #require(line.wholeMatch(of: form), "\(line)")
        return "\(match.1)\(match.2)"
      }
      #expect(
        lines == [
          "reading the configuration: \"no\\nfile\"", "fixture/spans.quiet", "fixture/spans/store.Load",
          "fixture/spans/store.(*Cache).Fill: full", "cache: named", "fixture/spans/store.Twice",
          "fixture/spans/store.Panics",
        ])
    }

    @Test("spans: go test knows the setting, and a call that is not logged allocates nothing", arguments: Setup.newest)
    func spansInTests(toolchain: Toolchain) throws {
      func test(_ flags: String..., setting: String) throws -> Run {
        var environment = toolchain.environment(in: workspace)
        environment["ROUTINEX_SPANS"] = setting
        let command = [Setup.routinex, "go", "test", "--patches", "spans", "-v"] + flags + ["./store"]
        return try Command(command, in: workspace.path("spans"), environment: environment).run().succeeded()
      }
      try workspace.write(
        """
        package store

        import (
        	"context"
        	"testing"
        )

        func TestLoad(t *testing.T) { Load(context.Background(), "a") }

        """, to: "spans/store/store_test.go")
      func count(_ run: Run) -> Int {
        (run.outputText + run.errorText).split(separator: " fixture/spans/store.Load ").count - 1
      }
      #expect(count(try test(setting: "0")) == 0)
      #expect(try test(setting: "0").outputText.contains("(cached)"))
      #expect(count(try test(setting: "1")) == 1)
      // The bytes of others that run meanwhile count too; an allocation of each call would show as 1.
      let measured = try test("-run", "^$", "-bench", "Count", "-benchtime", "1000x", setting: "0").outputText
      #expect(measured.contains(#/BenchmarkCount.*\s0 allocs\/op/#), "\(measured)")
    }

    // MARK: goroutine-names

    @Test("goroutine-names: in runtime.Stack, and gone when their goroutine is", arguments: toolchains)
    func names(toolchain: Toolchain) throws {
      let program = try build("goroutine-names", "-tags", "goroutinenames", Self.everySet, with: toolchain)
      let run = try workspace.run(program).succeeded()
      #expect(
        run.outputText == #"""
          chan receive
          chan receive
          chan receive, "a\x5d:\n\ngoroutine 1 [b\x5d, \"c\" \\ \x1b[31m \xff é 漢字\u2028"
          chan receive, "parent"
          chan receive, "second"
          chan receive, "worker 0"
          chan receive, "worker 1"
          chan receive, locked to thread, "locked"
          running, "main"

          """#)
    }

    @Test("goroutine-names: in a panic, together with labels", arguments: toolchains)
    func panics(toolchain: Toolchain) throws {
      let program = try build("goroutine-names", "-tags", "goroutinenames", Self.everySet, with: toolchain)
      let run = try workspace.run(program, "-panic", environment: ["GODEBUG": "tracebacklabels=1"])
      #expect(run.ending == .exit(2), "\(run)")
      let header =
        switch toolchain.minor {
        case ...25: #"[running, "the one that panics"]:"#
        case 26: #"[running labels:{"shift": "night"}, "the one that panics"]:"#
        default: #"[running, "the one that panics"] {shift: night}:"#
        }
      #expect(run.errorLines.contains { $0.hasPrefix("goroutine ") && $0.hasSuffix(header) }, "\(run)")
    }

    @Test("goroutine-names: C threads do not see each other's", arguments: toolchains)
    func threads(toolchain: Toolchain) throws {
      let program = try build(
        "goroutine-names", "-tags", "goroutinenames", Self.everySet, package: "./cthreads", with: toolchain)
      try workspace.run(program).succeeded()
    }
  }
}
