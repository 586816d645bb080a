import Foundation
import Testing

@Test("make test gives what these tests need")
func makeTestGivesWhatTheseTestsNeed() {
  if let problem = Setup.problem { Issue.record("\(problem): run the property tests with `make test`") }
}

/// What the environment says: `make test` gives ROUTINEX and ROUTINEX_GOROOTS, and whoever looks for the cause of a
/// failure ROUTINEX_SEED.
enum Setup {
  /// The program under test.
  static let routinex = value("ROUTINEX") ?? ""

  /// What every choice of the tests follows from.
  static let seed = value("ROUTINEX_SEED").flatMap { UInt64($0) } ?? 2026

  /// How many packages are patched per toolchain.
  static let cases = value("ROUTINEX_CASES").flatMap { Int($0) } ?? 120

  /// The newest two.
  static let toolchains = (value("ROUTINEX_GOROOTS") ?? "").split(separator: " ").compactMap(Toolchain.init)
    .sorted { $0.minor < $1.minor }.suffix(2)

  static let problem: String? = {
    if !FileManager.default.isExecutableFile(atPath: routinex) {
      return "ROUTINEX does not name the program ('\(routinex)')"
    }
    if toolchains.isEmpty { return "ROUTINEX_GOROOTS names no Go toolchain" }
    let missing = toolchains.first { !FileManager.default.fileExists(atPath: $0.root + "/src/fmt/print.go") }
    return missing.map { "there is no Go \($0.version) in \($0.root)" }
  }()

  private static func value(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }
}

struct Toolchain: Sendable, CustomTestStringConvertible {
  /// `1.24`, as ROUTINEX_GOROOTS names it.
  let version: String
  /// GOROOT.
  let root: String

  /// An element of ROUTINEX_GOROOTS: `1.24=/path`.
  init?(_ text: Substring) {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    version = String(parts[0])
    root = String(parts[1])
  }

  /// 24 of 1.24.
  var minor: Int { Int(version.split(separator: ".").dropFirst().first ?? "") ?? 0 }

  var testDescription: String { "Go \(version)" }
}
