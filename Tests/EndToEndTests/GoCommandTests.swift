import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// The go command's other commands: on the example's library, which is compiled in its native half. All with -race, so that
  /// what they need is compiled once, by the first.
  @Suite struct GoCommandTests {
    let workspace: Workspace

    init() throws {
      workspace = try Workspace()
      try workspace.copy(Setup.project + "/Examples/goroutine-locals/routine", to: "routine")
      try workspace.copy(Setup.project + "/Tests/Fixtures/librarytests/routine_test.go", to: "routine/routine_test.go")
    }

    // Vetted below: with other flags each package that this one needs would be looked at again.
    private static let coverage = ["-race", "-vet=off", "-covermode=atomic", "-coverprofile=profile"]

    private func test(_ flags: [String], _ toolchain: Toolchain) throws -> Run {
      let arguments = [toolchain.root + "/bin/go", "test", "-v"] + flags + ["./..."]
      let environment = toolchain.environment(in: workspace)
      return try Command(arguments, in: workspace.path("routine"), environment: environment).run()
    }

    private func checkProfile(_ run: Run, _ toolchain: Toolchain) throws {
      let profile = String(decoding: try workspace.read("routine/profile"), as: UTF8.self)
      let lines = profile.split(separator: "\n")
      #expect(lines.first == "mode: atomic")
      func counts(_ file: String) -> [Substring] {
        lines.filter { $0.hasPrefix("github.com/timandy/routine/\(file):") }
      }
      #expect(counts("routine.go").contains { !$0.hasSuffix(" 0") }, "\(run)")
      #expect(counts("storage.go") == [], "these were not compiled")
      #expect(counts("g/g.go") == [], "these were not compiled")
      if toolchain.minor >= 20 {
        #expect(counts("storage_link.go").contains { !$0.hasSuffix(" 0") }, "\(profile)")
        // The tests of another package, which has none: from 1.22 on it counts, as 0.
        #expect(counts("g/g_link.go").isEmpty == (toolchain.minor < 22), "\(profile)")
      }
    }

    @Test("go test with the race detector and coverage, and -a", arguments: Setup.newestOrAll)
    func raceAndCoverage(toolchain: Toolchain) throws {
      // What -a compiles is what the tests below find in the cache.
      let run = try test(Self.coverage + ["-a", toolexec("-v")], toolchain).succeeded()
      #expect(run.outputText.contains("--- PASS: TestIsNative"), "\(run)")
      #expect(run.outputText.contains("coverage: "), "\(run)")
      try checkProfile(run, toolchain)
    }

    @Test("go test takes the second result from its cache", arguments: Setup.newestOrAll)
    func cachedResults(toolchain: Toolchain) throws {
      let first = try test(["-race", "-vet=off", toolexec()], toolchain).succeeded()
      #expect(!first.outputText.contains("(cached)"), "\(first)")
      let second = try test(["-race", "-vet=off", toolexec()], toolchain).succeeded()
      #expect(second.outputText.contains("(cached)"), "\(second)")
    }

    @Test("a result of patched code is no result of plain code", arguments: Setup.newest)
    func plainResults(toolchain: Toolchain) throws {
      let patched = try test(["-race", toolexec()], toolchain).succeeded()
      // It vets the package too, whatever files joined it.
      #expect(!patched.errorText.contains("vet:"), "\(patched)")
      let plain = try test(["-race", "-vet=off"], toolchain)
      #expect(plain.failed && plain.outputText.contains("--- FAIL: TestIsNative"), "\(plain)")
    }

    @Test("go vet", arguments: Setup.newestOrAll)
    func vet(toolchain: Toolchain) throws {
      let run = try toolchain.go("vet", "-race", toolexec(), "./...", in: "routine", of: workspace).succeeded()
      #expect(run.output.isEmpty, "\(run)")
    }
  }
}
