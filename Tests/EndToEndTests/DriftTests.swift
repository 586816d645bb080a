import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// A Go whose runtime is not as the patches say: the build stops, and says what is where.
  @Suite struct DriftTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    /// The toolchain with changed files of package runtime.
    private func doctored(_ toolchain: Toolchain, change: (String) -> String) throws -> Toolchain {
      let result = try toolchain.mirrored(in: workspace, copying: ["src/runtime"])
      let folder = result.root + "/src/runtime/"
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".go") {
        let text = String(decoding: try workspace.read(folder + name), as: UTF8.self)
        if text.contains("goexit0") { try workspace.write(change(text), to: folder + name) }
      }
      return result
    }

    /// Builds, expects a failure, and returns what routinex said.
    private func failure(_ toolchain: Toolchain) throws -> String {
      try workspace.add(fixtures: "hello")
      let run = try toolchain.go(
        "build", "-work", toolexec(), "-o", workspace.path("out"), ".", in: "hello", of: workspace)
      #expect(run.failed, "\(run)")
      #expect(!workspace.exists("out"))
      let work = try #require(run.errorLines.first { $0.hasPrefix("WORK=") }?.dropFirst(5), "\(run)")
      let left = workspace.files(below: String(work))
      #expect(!left.isEmpty)
      #expect(!left.contains { $0.contains("routinex") }, "\(left)")
      // What says where a package's objects went: there is one less than packages that were begun.
      let folders = left.filter { $0.hasSuffix("/symabis") }.map { ($0 as NSString).deletingLastPathComponent }
      #expect(folders.contains { !left.contains($0 + "/_pkg_.a") }, "runtime was compiled")
      return run.errorLines.filter { !$0.hasPrefix("WORK=") && !$0.hasPrefix("#") }.joined(separator: "\n")
    }

    @Test("a target that is gone", arguments: Setup.toolchains)
    func missingTarget(toolchain: Toolchain) throws {
      let renamed = try doctored(toolchain) { $0.replacingOccurrences(of: "goexit0", with: "goexitzero") }
      let message = try failure(renamed)
      let line = try patchLine("func goexit0(")
      #expect(message.hasPrefix("routinex: routinex/routine/runtime/goroutine_locals.go:\(line):"), "\(message)")
      #expect(message.contains("goexit0") && message.contains("runtime"), "\(message)")
      #expect(message.split(separator: "\n").count { $0.hasPrefix("routinex:") } == 1, "\(message)")
    }

    @Test("a target with another signature", arguments: Setup.toolchains)
    func driftedTarget(toolchain: Toolchain) throws {
      let drifted = try doctored(toolchain) {
        $0.replacingOccurrences(of: "func goexit0(gp *g) {", with: "func goexit0(gp *g, why int) {")
      }
      let message = try failure(drifted)
      let line = try patchLine("func goexit0(")
      #expect(message.hasPrefix("routinex: routinex/routine/runtime/goroutine_locals.go:\(line):"), "\(message)")
      #expect(message.contains("func goexit0(gp *g)\n"), "\(message)")
      #expect(message.contains("func goexit0(gp *g, why int) ("), "\(message)")
      #expect(message.contains("\(drifted.root)/src/runtime/proc.go:"), "\(message)")
    }

    /// The line of Patches/routine/runtime/goroutine_locals.go that begins with the text.
    private func patchLine(_ text: String) throws -> Int {
      let patch = try workspace.read(Setup.project + "/Patches/routine/runtime/goroutine_locals.go")
      let lines = String(decoding: patch, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      return try #require(lines.firstIndex { $0.hasPrefix(text) }) + 1
    }
  }
}
