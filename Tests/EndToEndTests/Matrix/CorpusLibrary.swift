import Foundation
import Testing
import Toolchains

/// A library: its tests give the same results in all variants.
struct CorpusLibrary: Sendable {
  let name: String
  let packages: [String]
  let excluded: [CorpusExclusion]
  /// Tests that send or serve requests through net/http, for `-run`: httptrace shows them when it is asked to.
  let requests: String?

  init(_ name: String, _ packages: [String], excluded: [CorpusExclusion] = [], requests: String? = nil) {
    self.name = name
    self.packages = packages
    self.excluded = excluded
    self.requests = requests
  }

  func check(_ build: CorpusBuild) throws -> Cell {
    let excluded = excluded.filter { build.toolchain.minor >= $0.from }
    var flags: [String] = []
    if !excluded.isEmpty {
      let list = try build.go(["test", "-vet=off", "-list", "."] + packages)
      if let reason = CorpusBuild.compilerError(in: list.outputText + list.errorText) { return .absent(reason) }
      let tests = try list.succeeded().outputText.split(separator: "\n").map(String.init)
        .filter { name in name.contains(#/^\w+$/#) && !excluded.contains { $0.test == name } }
      flags = ["-run", "^(" + Set(tests).sorted().joined(separator: "|") + ")$"]
    }

    let plain = try run(.plain, flags, in: build)
    if let reason = CorpusBuild.compilerError(in: plain.results.otherText) { return .absent(reason) }
    try #require(plain.results.passedTests > 0 && plain.results.failedPackages.isEmpty, "plain: \(plain.run)")
    for variant in [CorpusBuild.Variant.routine, .httptrace] {
      let patched = try run(variant, flags, in: build)
      try #require(
        patched.results.outcomes == plain.results.outcomes,
        "\(variant): \(patched.results.differences(from: plain.results))\n\(patched.run)")
    }
    if let requests { try checkRequests(requests, in: build) }

    let reasons = Dictionary(grouping: excluded, by: \.reason).sorted { $0.key < $1.key }
      .map { reason, tests in "without \(tests.map(\.test).joined(separator: ", ")): \(reason)" }
    return .works((["\(plain.results.outcomes.count) results"] + reasons).joined(separator: "; "))
  }

  /// Runs the tests and requires that all test binaries are patched, or none, and that httptrace says nothing unasked.
  private func run(
    _ variant: CorpusBuild.Variant, _ flags: [String], in build: CorpusBuild
  ) throws -> (run: Run, results: TestResults) {
    let arguments = ["test", "-json", "-short", "-count=1", "-vet=off", "-timeout=240s"]
    let mark = ["-exec", build.workspace.path("mark")]
    let run = try build.go(arguments + mark + variant.flags + flags + packages)
    let results = TestResults(run)
    let marks = try build.takeMarks()
    if variant == .plain, CorpusBuild.compilerError(in: results.otherText) != nil { return (run, results) }
    let expected = variant.sets.joined(separator: ",")
    try #require(marks.allSatisfy { $0 == expected }, "\(variant): the sets in the test binaries are \(marks)")
    try #require(marks.count == results.packagesWithTests, "\(marks.count) test binaries were seen: \(run)")
    try #require(!results.isTraced, "httptrace was not asked: \(run)")
    return (run, results)
  }

  private func checkRequests(_ tests: String, in build: CorpusBuild) throws {
    let arguments = ["test", "-json", "-short", "-count=1", "-vet=off", "-timeout=240s", "-run", tests]
    let run = try build.go(
      arguments + CorpusBuild.Variant.httptrace.flags + packages, environment: ["ROUTINEX_HTTPTRACE": "1"])
    let results = TestResults(try run.succeeded())
    try #require(results.isTraced && results.passedTests > 0, "no request was seen: \(run)")
  }
}

/// A test whose result is not the patches' doing.
struct CorpusExclusion: Sendable {
  let test: String
  /// The minor version of the first Go that it is excluded on.
  let from: Int
  let reason: String

  init(_ test: String, from: Int = 0, because reason: String) {
    self.test = test
    self.from = from
    self.reason = reason
  }
}
