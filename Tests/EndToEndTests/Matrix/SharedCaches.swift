import Foundation
import Testing
import Toolchains

/// What several builds do to each other: on two hosts, one after the other, at once, and where one was stopped midway.
enum SharedCaches {
  static let group = MatrixGroup(
    name: "Caches, parallel builds, killed builds",
    rows: [
      MatrixRow("two hosts, one cache: the second compiles nothing") { build in try build.sharesCache() },
      MatrixRow("plain and patched in turn, without -a") { build in
        try build.alternates()
        return .works()
      },
      MatrixRow("eight builds at once, plain and with three lists of sets") { build in
        try build.runsAtOnce()
        return .works()
      },
      MatrixRow("fifty builds killed, then one finished") { build in
        let (kills, ends) = try build.survivesKills(50)
        return .works("\(kills) builds killed, \(ends) of them had finished before")
      },
      MatrixRow("TMPDIR full, read-only, missing") { build in try build.needsRoom() },
    ])
}

extension MatrixBuild {
  /// The value of `-toolexec` with a list of sets, and an agent that writes down what is compiled. None: the agent alone.
  fileprivate func recording(_ sets: [String]) -> String {
    sets.isEmpty
      ? "-toolexec=" + Recorder.agent
      : EndToEndTests.toolexec("--patches", sets.joined(separator: ","), Recorder.agent)
  }

  fileprivate func withRecorder() throws -> (MatrixBuild, Recorder) {
    let recorder = try Recorder(in: workspace)
    var build = self
    build.environment.merge(recorder.environment) { $1 }
    return (build, recorder)
  }

  // MARK: - Two hosts

  /// Up to Go 1.23 the go command speaks to a cache program only if it was built so; Go 1.19 has no such thing, and hosts
  /// can share its cache's folder.
  fileprivate func sharesCache() throws -> Cell {
    let shared = workspace.path("shared")
    try workspace.makeFolder("shared")
    let program = toolchain.minor >= 21 ? try cacheProgram() : nil
    let goCommand = (21..<24).contains(toolchain.minor) ? try goCommandWithCacheProgram() : nil
    func build(on name: String) throws -> (compiled: [String], binary: Data, environment: [String: String]) {
      let host = try Host(name, of: self)
      if let goCommand { try host.install(goCommand, as: "bin/go") }
      var environment = host.environment
      if let program {
        environment["GOCACHEPROG"] = "\(program) -shared \(shared) -local \(try host.folder("objects"))"
      } else {
        environment["GOCACHE"] = shared
      }
      let recorder = try Recorder(in: workspace)
      environment.merge(recorder.environment) { $1 }
      let flag = "-toolexec=\(host.path("bin/routinex")) --patches routine,\(host.path("set")) \(Recorder.agent)"
      try Command(
        [host.path("goroot/bin/go"), "build", "-trimpath", flag, "-o", host.path("out"), "."], in: host.path("app"),
        environment: environment
      ).run().succeeded()
      let binary = try workspace.read(host.path("out"))
      try requirePatched(try workspace.run(host.path("out")))
      return (try recorder.takeCompiled(), binary, environment)
    }
    let first = try build(on: "first")
    try #require(first.compiled.contains("runtime") && first.compiled.contains("main"))
    let second = try build(on: "another/host")
    try #require(second.compiled == [])
    try #require(second.binary == first.binary)
    // Nothing of one host's environment is the other's.
    for name in ["GOROOT", "GOPATH", "HOME", "TMPDIR"] {
      try #require(first.environment[name] != second.environment[name])
      try #require(first.environment[name].map { first.binary.range(of: Data($0.utf8)) == nil } ?? false, "\(name)")
    }
    if program == nil { return .works("one GOCACHE folder; this Go has no GOCACHEPROG") }
    return goCommand == nil
      ? .works("with GOCACHEPROG") : .works("with GOCACHEPROG; the go command was built with this experiment")
  }

  func cacheProgram() throws -> String {
    try workspace.add(fixtures: "cacheprog")
    try go("build", "-o", workspace.path("cacheprog/cacheprog"), ".", in: "cacheprog").succeeded()
    return workspace.path("cacheprog/cacheprog")
  }

  /// The toolchain's own go command, with what cmd/go/internal/cache/default.go asks for, goexperiment.CacheProg, set.
  private func goCommandWithCacheProgram() throws -> String {
    var plain = self
    plain.environment["GOFLAGS"] = ""
    let path = workspace.path("experiment/go")
    try plain.go("build", "-tags", "goexperiment.cacheprog", "-o", path, "cmd/go", in: toolchain.root + "/src/cmd")
      .succeeded()
    return path
  }

  // MARK: - In turn and at once

  fileprivate func alternates() throws {
    let (build, recorder) = try withRecorder()
    let set = workspace.path("set")
    let kinds = [([], Self.plain), (["routine", set], Self.patched), ([set], "greeting patched, locals plain\n")]
    var binaries: [[Data]] = []
    for round in 0..<3 {
      binaries.append([])
      for (sets, output) in kinds {
        try build.go("build", recording(sets), "-o", workspace.path("out"), ".").succeeded()
        let compiled = try recorder.takeCompiled()
        if round > 0 { try #require(compiled == [], "\(sets)") }
        try #require(try workspace.run("out").succeeded().outputText == output)
        binaries[round].append(try workspace.read("out"))
      }
    }
    try #require(binaries[1] == binaries[0] && binaries[2] == binaries[0])
    try #require(Set(binaries[0]).count == kinds.count)
  }

  fileprivate func runsAtOnce() throws {
    let set = workspace.path("set")
    try workspace.write(
      "package greet\n\n//routinex:replace\nfunc Greeting() string { return \"other\" }\n",
      to: "other/example.com/app/greet/greeting.go")
    let kinds: [([String], String)] = [
      ([], Self.plain), (["routine", set], Self.patched), (["routine"], "greeting plain, locals native\n"),
      (["routine", workspace.path("other")], "greeting other, locals native\n"),
    ]
    var build = self
    build.environment["GOCACHE"] = workspace.path("cache")
    let cases = kinds + kinds
    let runs = Results()
    DispatchQueue.concurrentPerform(iterations: cases.count) { [build] number in
      let sets = cases[number].0
      let flags = sets.isEmpty ? [] : [EndToEndTests.toolexec("--patches", sets.joined(separator: ","))]
      let out = build.workspace.path("out\(number)")
      runs.add(number, Result { try build.go(["build"] + flags + ["-o", out, "."]) })
    }
    for (number, (_, output)) in cases.enumerated() {
      try #require(runs.take(number)).get().succeeded()
      try #require(try workspace.run("out\(number)").succeeded().outputText == output)
    }
    for number in kinds.indices {
      try #require(try workspace.read("out\(number)") == workspace.read("out\(number + kinds.count)"))
    }
  }
}

/// What threads found out, by number.
private final class Results: @unchecked Sendable {
  private let lock = NSLock()
  private var results: [Int: Result<Run, any Error>] = [:]

  func add(_ number: Int, _ result: Result<Run, any Error>) { lock.withLock { results[number] = result } }
  func take(_ number: Int) -> Result<Run, any Error>? { lock.withLock { results[number] } }
}
