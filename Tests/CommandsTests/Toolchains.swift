import Bytes
import Foundation
import Testing

@Test("make test gives what the tests with Go toolchains need")
func makeTestGivesToolchains() {
  if let problem = Toolchain.problem { Issue.record("\(problem): run the tests of the commands with `make test`") }
}

/// A Go toolchain, as ROUTINEX_GOROOTS names it.
struct Toolchain: Sendable, CustomTestStringConvertible {
  let version: String
  let root: String

  var testDescription: String { "Go \(version)" }

  static let all = (ProcessInfo.processInfo.environment["ROUTINEX_GOROOTS"] ?? "").split(separator: " ")
    .compactMap { text -> Toolchain? in
      let parts = text.split(separator: "=", maxSplits: 1)
      return parts.count == 2 ? Toolchain(version: String(parts[0]), root: String(parts[1])) : nil
    }

  static let problem: String? =
    if all.isEmpty {
      "ROUTINEX_GOROOTS names no Go toolchain"
    } else {
      all.first { !FileManager.default.isExecutableFile(atPath: $0.root + "/bin/go") }
        .map { "there is no Go \($0.version) in \($0.root)" }
    }

  /// The output of `go ARGUMENTS` in the folder of the standard library.
  func go(_ arguments: [String], _ environment: [String: String]) throws -> String {
    let process = Process()
    let folder = NSTemporaryDirectory() + "/routinex-go-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    process.executableURL = URL(fileURLWithPath: root + "/bin/go")
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: root + "/src")
    process.environment = [
      "PATH": root + "/bin:/usr/local/bin:/usr/bin:/bin", "HOME": folder, "GOPATH": folder + "/path",
      "GOCACHE": folder + "/cache", "GOROOT": root, "GOENV": "off", "GOFLAGS": "-mod=mod", "GOPROXY": "off",
      "GOTOOLCHAIN": "local", "GOTELEMETRY": "off",
    ].merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "go \(arguments.joined(separator: " "))")
    return String(decoding: output, as: UTF8.self)
  }
}
