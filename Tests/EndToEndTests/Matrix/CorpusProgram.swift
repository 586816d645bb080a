import Foundation
import Testing

/// A program: what it writes in a small job is the same in all variants.
struct CorpusProgram: Sendable {
  let name: String
  /// Its import path.
  let package: String
  /// A script for bash, in a folder of its own, with the program's path in `PROGRAM`. What it writes to standard output and
  /// the files that it leaves are compared.
  let job: String
  /// A request of the job, as httptrace shows it.
  let request: String?

  init(_ name: String, _ package: String, job: String, request: String? = nil) {
    self.name = name
    self.package = package
    self.job = job
    self.request = request
  }

  func check(_ build: CorpusBuild) throws -> Cell {
    var plain: Result?
    for variant in CorpusBuild.Variant.allCases {
      let program = build.workspace.path("programs/\(variant)/program")
      let compiled = try build.go(["build"] + variant.flags + ["-o", program, package])
      if variant == .plain, compiled.failed, let reason = CorpusBuild.compilerError(in: compiled.errorText) {
        return .absent(reason)
      }
      try compiled.succeeded()
      let bytes = try build.workspace.read(program)
      let marks = ["routine", "httptrace"].filter { bytes.range(of: Data("routinex/\($0)/".utf8)) != nil }
      // httptrace is in the programs that have net/http.
      let sets = request == nil ? variant.sets.filter { $0 != "httptrace" } : variant.sets
      try #require(marks == sets.map(String.init), "\(variant): the program has \(marks)")

      let result = try run(program, in: "jobs/\(variant)", of: build)
      try #require(!result.output.isEmpty && !result.errors.contains("httptrace: "), "\(variant): \(result)")
      if let plain {
        try #require(
          result.output == plain.output && result.files == plain.files, "\(variant): \(result), not \(plain)")
      }
      plain = plain ?? result
      if variant == .httptrace, let request {
        let traced = try run(program, in: "jobs/traced", of: build, environment: ["ROUTINEX_HTTPTRACE": "1"])
        try #require(traced.errors.contains(request) && traced.output == result.output, "\(traced)")
      }
    }
    return .works()
  }

  /// What a job left.
  private struct Result {
    var output: String
    var errors: String
    var files: [String: Data]
  }

  private func run(
    _ program: String, in folder: String, of build: CorpusBuild, environment: [String: String] = [:]
  ) throws -> Result {
    let workspace = build.workspace
    try workspace.makeFolder(folder)
    let environment = build.toolchain.environment(in: workspace).merging(build.build.environment) { $1 }
      .merging(environment) { $1 }.merging(["PROGRAM": program]) { $1 }
    let run = try Command(
      ["/bin/bash", "-euo", "pipefail", "-c", job], in: workspace.path(folder), environment: environment
    ).run().succeeded()
    let names = workspace.files(below: folder)
    let files = try names.map { ($0, try workspace.read(folder + "/" + $0)) }
    return Result(output: run.outputText, errors: run.errorText, files: Dictionary(files) { $1 })
  }
}
