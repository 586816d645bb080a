import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// The compiler of the tests' toolchains, which takes what it has made of the standard library before from a folder
  /// (Tests/Fixtures/compilecache): it must not hide anything from the other tests.
  @Suite struct CompileCacheTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    private static let toolchains = Setup.newest.filter { _ in HandedOver.value("ROUTINEX_PLAIN") != nil }

    private var kept: [String] { workspace.files(below: "objects").filter { $0.hasSuffix(".id") } }

    /// Builds text/tabwriter in a build cache that has all but that.
    /// - Returns: its object.
    private func object(_ flags: [String], keeping: Bool, _ toolchain: Toolchain) throws -> Data {
      // An object that is there already would be looked at, and not made again.
      try? FileManager.default.removeItem(atPath: workspace.path("object"))
      let cache = workspace.path("cache-\(UUID().uuidString)")
      toolchain.makePlainCache(at: cache)
      // What changes nothing but the package's action ID.
      let words = ["build", "-gcflags=text/tabwriter=-c=3", "-o", workspace.path("object")] + flags
      var environment = toolchain.environment(in: workspace, cache: cache)
      environment["COMPILE_CACHE"] = keeping ? workspace.path("objects") : nil
      try Command(
        [toolchain.root + "/bin/go"] + words + ["text/tabwriter"], in: workspace.root, environment: environment
      ).run().succeeded()
      return try workspace.read("object")
    }

    @Test("its objects are the compiler's", arguments: toolchains)
    func same(toolchain: Toolchain) throws {
      try workspace.makeFolder("objects")
      let compiled = try object([], keeping: false, toolchain)
      #expect(kept == [])
      #expect(try object([], keeping: true, toolchain) == compiled)
      #expect(kept.count == 1)
      #expect(try object([], keeping: true, toolchain) == compiled)
      // That was none of the compiler's: what it has kept is what comes.
      let path = "objects/" + (kept.first ?? "").dropLast(3) + ".o"
      var other = try workspace.read(path)
      let text = try #require(other.range(of: Data("tabwriter: panic".utf8)))
      other.replaceSubrange(text, with: Data("TABWRITER: panic".utf8))
      try other.write(to: URL(fileURLWithPath: workspace.path(path)))
      #expect(try object([], keeping: true, toolchain).range(of: Data("TABWRITER: panic".utf8)) != nil)
    }

    @Test("what a patch changes is compiled, whatever was kept", arguments: toolchains)
    func patched(toolchain: Toolchain) throws {
      try workspace.makeFolder("objects")
      try workspace.write(
        "package tabwriter\n\n//routinex:before\nfunc (b *Writer) Flush() error { print(\"patched\\n\") }\n",
        to: "set/text/tabwriter/p.go")
      let flag = toolexec("--patches", workspace.path("set"))
      for _ in 0..<2 {
        let object = try object(["-gcflags=text/tabwriter=-c=4", flag], keeping: true, toolchain)
        #expect(object.range(of: Data("patched\n".utf8)) != nil)
      }
      // Those that it needs are as they are.
      let names = try kept.map { try workspace.read("objects/" + $0.dropLast(3) + ".o") }
      #expect(names.count > 10 && names.allSatisfy { $0.range(of: Data("patched\n".utf8)) == nil })
    }
  }
}
