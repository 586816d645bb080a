import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// The patch set `routine`: goroutine-local storage that ends with its goroutine.
  @Suite struct LocalsTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    @Test("1,000,000 goroutines leave nothing behind, however they end", arguments: Setup.newestOrAll)
    func goroutines(toolchain: Toolchain) throws {
      try workspace.add(fixtures: "leaks", "locals")
      try toolchain.go("build", toolexec(), "-o", workspace.path("out"), ".", in: "leaks", of: workspace).succeeded()
      let run = try workspace.run("out", "-n", "1000000").succeeded()
      #expect(run.outputText.contains("iter.Pull, to its end") == (toolchain.minor >= 23), "\(run)")
    }

    @Test("a C thread never sees what another one set", arguments: Setup.ends)
    func threads(toolchain: Toolchain) throws {
      try workspace.add(fixtures: "cthreads", "locals")
      try toolchain.go("build", toolexec(), "-o", workspace.path("out"), ".", in: "cthreads", of: workspace).succeeded()
      try workspace.run("out").succeeded()
    }

    /// What shows that the two tests above would see a leak.
    @Test("without the resets, both leak", arguments: Setup.newest)
    func leaks(toolchain: Toolchain) throws {
      try workspace.add(fixtures: "leaks", "cthreads", "locals")
      try workspace.copy(Setup.project + "/Patches/routine", to: "unreset")
      let patch = String(decoding: try workspace.read("unreset/runtime/goroutine_locals.go"), as: UTF8.self)
      try workspace.write(
        patch.replacingOccurrences(of: ".* = (nil|0)\n", with: "", options: .regularExpression)
          .replacingOccurrences(of: "gp := getg.*\n", with: "", options: .regularExpression),
        to: "unreset/runtime/goroutine_locals.go")
      try FileManager.default.removeItem(atPath: workspace.path("unreset/runtime/goroutine_locals_coro.go"))
      for (fixture, message) in [("leaks", "seen by a later goroutine"), ("cthreads", "saw another thread's values")] {
        try toolchain.go(
          "build", toolexec("--patches", workspace.path("unreset")), "-o", workspace.path("out"), ".", in: fixture,
          of: workspace
        ).succeeded()
        let run = try workspace.run("out")
        #expect(run.ending == .exit(1) && run.errorText.contains(message), "\(run)")
      }
    }

    @Test("the example runs natively, and without the flag in plain Go", arguments: Setup.ends)
    func example(toolchain: Toolchain) throws {
      try workspace.copy(Setup.project + "/Examples/goroutine-locals", to: "example")
      let plain = try toolchain.go("run", ".", in: "example", of: workspace).succeeded()
      let native = try toolchain.go("run", toolexec(), ".", in: "example", of: workspace).succeeded()
      #expect(plain.outputText.contains("plain (values in maps"), "\(plain)")
      #expect(native.outputText.contains("native (values in runtime.g)"), "\(native)")
      #expect(!native.outputText.contains("!"), "\(native)")
    }
  }
}
