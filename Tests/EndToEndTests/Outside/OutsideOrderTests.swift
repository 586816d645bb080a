import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// Builds of all kinds in one cache, in an order that nobody thought of: each gives what it gives in a cache of its own.
  /// `ROUTINEX_SEED` has another order; `make matrix` goes on for longer, on each Go.
  @Suite struct OutsideOrderTests {
    @Test("plain, patched, edited, upgraded, tested and covered builds in any order", arguments: Setup.newestOrAll)
    func orders(toolchain: Toolchain) throws {
      let builds = try OrderedBuilds(toolchain)
      var random = SplitMix(state: SplitMix.seed &+ UInt64(toolchain.minor))
      var state = OrderedBuilds.State()
      var seen: [OrderedBuilds.State: Data] = [:]
      var way: [String] = []
      for _ in 0..<(Matrix.results == nil ? 12 : 150) {
        state.change(by: &random)
        way.append("\(state)")
        try builds.write(state)
        let binary = try builds.build(state, cache: builds.workspace.path("cache"))
        // Where two builds of a state differ, one of them has another's object.
        if seen[state] == nil {
          let fresh = builds.workspace.path("fresh")
          toolchain.makePlainCache(at: fresh)
          seen[state] = try builds.build(state, cache: fresh)
          try FileManager.default.removeItem(atPath: fresh)
        }
        try #require(binary == seen[state], "ROUTINEX_SEED=\(SplitMix.seed):\n\(way.joined(separator: "\n"))")
      }
      // It was no single state.
      #expect(seen.count >= 8)
    }
  }
}

/// A program, a set that has a package imported, one that links a package, and what may change from build to build.
private struct OrderedBuilds {
  enum Kind: CaseIterable { case build, covered, tested }

  /// What a build is made of. Two that are equal give the same bytes.
  struct State: Hashable {
    /// The text that the package has which is imported and linked, two imports away.
    var text = "log"
    /// The version of a module that this one needs.
    var version = 0
    /// What the set's patch adds.
    var patch = "a"
    var imports = false
    var links = false
    var kind = Kind.build

    /// Changes one thing.
    mutating func change(by random: inout SplitMix) {
      switch Int.random(in: 0..<7, using: &random) {
      case 0: text = text == "log" ? "edited" : "log"
      case 1: version = 1 - version
      case 2: patch = patch == "a" ? "b" : "a"
      case 3, 4: imports.toggle()
      case 5: links.toggle()
      default: kind = Kind.allCases.filter { $0 != kind }.randomElement(using: &random) ?? .build
      }
    }

    /// What the program says, in some order.
    var lines: [String] {
      let said = "\(text)\(version): /path"
      let all = (imports ? ["logger begins", said + patch] : []) + (links ? ["hooks begin", said] : [])
      return all.sorted()
    }
  }

  let program: OutsideProgram
  var workspace: Workspace { program.workspace }

  init(_ toolchain: Toolchain) throws {
    program = try OutsideProgram(toolchain)
    for version in 0...1 {
      try program.write("dep\(version)/go.mod", "module example.com/dep\n\ngo 1.18\n")
      try program.write(
        "dep\(version)/d.go", "package dep\n\n//go:noinline\nfunc Version() string { return \"\(version)\" }\n")
    }
    try program.write(
      "m/app/main_test.go", "package main\n\nimport \"testing\"\n\nfunc TestMain1(t *testing.T) { main() }\n")
    try program.writeHooks(set: "links")
    toolchain.makePlainCache(at: workspace.path("cache"))
  }

  private var toolchain: Toolchain { program.toolchain }

  func write(_ state: State) throws {
    try program.write(
      "m/go.mod",
      "module example.com/m\n\ngo 1.18\n\nrequire example.com/dep v1.\(state.version).0\n\n"
        + "replace (\n\texample.com/dep v1.0.0 => ../dep0\n\texample.com/dep v1.1.0 => ../dep1\n)\n")
    try program.write(
      "m/text/text.go",
      """
      package text

      import "example.com/dep"

      //go:noinline
      func Prefix() string { return "\(state.text)" + dep.Version() + ": " }

      """)
    try program.writeSet(
      "imports", imports: ["example.com/m/logger"], does: "logger.Log(\(program.target.text) + \"\(state.patch)\")")
  }

  /// Builds in a cache, and requires that the program, and a test's result, says what the state's says.
  func build(_ state: State, cache: String) throws -> Data {
    let out = workspace.path("out")
    let environment = ["GOCACHE": cache, "GOCOVERDIR": workspace.path("tmp")]
    func go(_ command: String, _ flags: [String]) throws -> Run {
      let sets = (state.imports ? ["imports"] : []) + (state.links ? ["links"] : [])
      let patches = ["--patches", sets.map(workspace.path).joined(separator: ",")]
      let words = [command] + (sets.isEmpty ? [] : patches) + flags + ["./app"]
      let all = sets.isEmpty ? [toolchain.root + "/bin/go"] + words : [Setup.routinex, "go"] + words
      return try Command(
        all, in: workspace.path("m"),
        environment: toolchain.environment(in: workspace).merging(environment) { $1 }
      ).run().succeeded()
    }
    switch state.kind {
    case .build: _ = try go("build", ["-o", out])
    case .covered: _ = try go("build", ["-cover", "-coverpkg=./...", "-o", out])
    case .tested:
      let run = try go("test", ["-vet=off", "-v"])
      try #require(said(in: run.outputText) == state.lines, "\(state): \(run)")
      _ = try go("test", ["-vet=off", "-c", "-o", out])
    }
    let run = try Command(
      [out, "-test.v"].prefix(state.kind == .tested ? 2 : 1).map { $0 }, in: workspace.root, environment: environment
    ).run().succeeded()
    try #require(said(in: run.errorText) == state.lines, "\(state): \(run)")
    return try workspace.read("out")
  }

  /// What the program says, without what package testing does.
  private func said(in text: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter { line in
      !["=== ", "--- ", "PASS", "ok "].contains { line.hasPrefix($0) }
    }.sorted()
  }
}
