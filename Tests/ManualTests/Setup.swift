import Foundation
import Testing

@Test("make test gives what the examples of the manual need")
func makeTestGivesWhatTheExamplesNeed() {
  if let problem = Setup.problem { Issue.record("\(problem): run the manual's examples with `make test`") }
}

/// What `make test` hands over in the environment.
enum Setup {
  /// The program under test.
  static let routinex = ProcessInfo.processInfo.environment["ROUTINEX"] ?? ""

  /// GOROOT of the newest toolchain of `ROUTINEX_GOROOTS`, whose elements are `1.24=/path`.
  static let goroot: String? = {
    let list = ProcessInfo.processInfo.environment["ROUTINEX_GOROOTS"] ?? ""
    let toolchains = list.split(separator: " ").map { $0.split(separator: "=", maxSplits: 1) }
    let newest = toolchains.filter { $0.count == 2 }.max { minor($0[0]) < minor($1[0]) }
    return newest.map { String($0[1]) }
  }()

  static let problem: String? = {
    if !FileManager.default.isExecutableFile(atPath: routinex) {
      return "ROUTINEX does not name the program ('\(routinex)')"
    }
    guard let goroot else { return "ROUTINEX_GOROOTS names no Go toolchain" }
    return FileManager.default.isExecutableFile(atPath: goroot + "/bin/go") ? nil : "there is no Go in \(goroot)"
  }()

  /// The project's folder.
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  private static func minor(_ version: Substring) -> Int {
    version.split(separator: ".").dropFirst().first.flatMap { Int($0) } ?? 0
  }
}
