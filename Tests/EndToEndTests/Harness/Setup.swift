import Foundation
import Testing

/// Real builds by real Go toolchains through the release binary. One at a time: the go command itself uses every core.
@Suite(.serialized, .enabled(if: Setup.problem == nil, "see the failure of `make test gives what these tests need`"))
enum EndToEnd {}

@Test("make test gives what these tests need")
func makeTestGivesWhatTheseTestsNeed() {
  if let problem = Setup.problem { Issue.record("\(problem): run the end-to-end tests with `make test`") }
}

/// What `make test` hands over in the environment: see "The three rings of tests" in CONTRIBUTING.md.
enum Setup {
  /// The program under test.
  static var routinex: String { ProcessInfo.processInfo.environment["ROUTINEX"] ?? "" }

  static let toolchains = (ProcessInfo.processInfo.environment["ROUTINEX_GOROOTS"] ?? "")
    .split(separator: " ").compactMap(Toolchain.init)

  /// The newest one, for what does not differ from version to version.
  static var newest: [Toolchain] { toolchains.max { $0.minor < $1.minor }.map { [$0] } ?? [] }

  static let problem: String? = {
    if !FileManager.default.isExecutableFile(atPath: routinex) {
      return "ROUTINEX does not name the program ('\(routinex)')"
    }
    if toolchains.isEmpty { return "ROUTINEX_GOROOTS names no Go toolchain" }
    let missing = toolchains.first { !FileManager.default.isExecutableFile(atPath: $0.root + "/bin/go") }
    return missing.map { "there is no Go \($0.version) in \($0.root)" }
  }()

  /// The project's folder.
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
}
