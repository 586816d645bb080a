import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// The patch set `mock`: the tests of the fixture replace functions of its packages.
  @Suite struct MockTests {
    let workspace: Workspace

    init() throws {
      workspace = try Workspace()
      try workspace.add(fixtures: "mock")
    }

    /// `go test`, by itself or under `routinex go`.
    private func test(
      _ flags: String..., plainly: Bool = false, environment: [String: String] = [:], with toolchain: Toolchain
    ) throws -> Run {
      let command =
        plainly ? [toolchain.root + "/bin/go", "test"] : [Setup.routinex, "go", "test", "--patches", "mock"]
      let all = toolchain.environment(in: workspace).merging(environment) { $1 }
      // A call that finds its own replacement for ever is to end.
      return try Command(command + ["-timeout=3m"] + flags, in: workspace.path("mock"), environment: all).run()
    }

    @Test("functions of every kind, for a test and its goroutines alone", arguments: Setup.newestOrAll)
    func replaces(toolchain: Toolchain) throws {
      let run = try test("-v", "-bench", "Replaced", "-benchtime", "10x", "./...", with: toolchain).succeeded()
      let outcomes = run.outputText.matches(of: #/(?m)^--- (PASS|SKIP): (\w+)/#).map { "\($0.1) \($0.2)" }
      #expect(
        Set(outcomes) == [
          "PASS TestGreeting", "PASS TestFourTimes", "PASS TestUnexported", "PASS TestKinds", "PASS TestAsBefore",
          "\(toolchain.minor < 20 ? "SKIP" : "PASS") TestGeneric", "PASS TestOneAfterAnother", "PASS TestPanic",
          "PASS TestParallel", "PASS TestGoroutines", "PASS TestEnds", "PASS FuzzGet", "SKIP TestProblems",
        ], "\(run)")
      #expect(run.outputText.contains("BenchmarkReplaced/inner"), "\(run)")
    }

    // With -toolexec each list of sets has the standard library compiled anew. Hence all of them, which PatchSetTests needs too,
    // in the same kinds of build.

    @Test("under the race detector, without inlining", arguments: PatchSetTests.racing)
    func race(toolchain: Toolchain) throws {
      let sets = PatchSetTests.everySet
      try test("-race", "-gcflags=-l", sets, ".", "./store", plainly: true, with: toolchain).succeeded()
    }

    @Test("with -toolexec, beside other sets", arguments: Setup.newest)
    func beside(toolchain: Toolchain) throws {
      let run = try test("-v", PatchSetTests.everySet, "./store", plainly: true, with: toolchain).succeeded()
      #expect(run.outputText.contains("--- PASS: TestKinds"), "\(run)")
    }

    @Test("in plain Go such tests are skipped, and say how they are run", arguments: Setup.newest)
    func plain(toolchain: Toolchain) throws {
      let run = try test("-v", "-run", "TestKinds|TestAsBefore", "./store", plainly: true, with: toolchain).succeeded()
      #expect(run.outputText.contains("--- PASS: TestAsBefore"), "\(run)")
      #expect(
        run.outputText.contains(
          #/store_test.go:\d+: functions are replaced under: routinex go test --patches mock\n--- SKIP: TestKinds/#),
        "\(run)")
    }

    @Test("what cannot be replaced fails the test, with the reason", arguments: Setup.newest)
    func problems(toolchain: Toolchain) throws {
      let run = try test(
        "-run", "TestProblems", "./store", environment: ["FIXTURE_PROBLEMS": "1"], with: toolchain)
      #expect(run.failed)
      let store = "fixture/mock/store."
      let foreign =
        "it is not one of the main module's functions with a body in Go, or has //go:nosplit or //mock:off; "
      let made = "the compiler made it to call a method of an embedded type, of a value or of an interface; "
      let expected = [
        "fixture/mock/store_test.TestProblems.func2 cannot be replaced: it is declared in a test, or is a function "
          + "literal (with Go 1.19, a generic function counts as one)",
        "strings.ToUpper cannot be replaced: \(foreign)replace one that calls it",
        "\(store)Fast cannot be replaced: \(foreign)replace one that calls it",
        "\(store)Kept cannot be replaced: \(foreign)replace one that calls it",
        "\(store)(*Cache).Fill cannot be replaced: it is bound to a value; name the method, as in (*Cache).Fill, and "
          + "check the receiver in the replacement",
        "\(store)(*Outer).Fill cannot be replaced: \(made)name that method",
        "\(store)(*Cache).Kind cannot be replaced: \(made)name that method",
        "fmt.Stringer.String cannot be replaced: \(made)name that method",
        "\(store)Factorial is func(int) int, but the replacement is func(string) int",
        "\(store)Factorial is func(int) int, but the replacement is nil",
        "the first argument is not a function",
      ]
      let messages = run.outputText.matches(of: #/store_test\.go:\d+: ReplaceFunc: (.*)/#).map { String($0.1) }
      #expect(messages == expected, "\(run)")
    }

    @Test("a call of what is not replaced takes as long as ever", arguments: Setup.newest)
    func cost(toolchain: Toolchain) throws {
      let (plain, patched) = (workspace.path("plain.test"), workspace.path("patched.test"))
      try test("-c", "-o", plain, "./store", plainly: true, with: toolchain).succeeded()
      try test("-c", "-o", patched, "./store", with: toolchain).succeeded()
      let turns = Turns(
        plain: plain, patched: patched, benchmark: "BenchmarkDigest", count: 20000, folder: workspace.root)
      #expect(try turns.ratio(enough: 1.1) < 1.2)
    }
  }
}
