import Foundation
import Testing
import Toolchains

@Test("make test gives what these tests need")
func makeTestGivesWhatTheseTestsNeed() {
  if let problem = Setup.problem { Issue.record("\(problem): run the property tests with `make test`") }
}

/// What the environment says, beside what `make test` hands over.
enum Setup {
  static let problem = HandedOver.problem
  static let routinex = HandedOver.routinex

  /// What every choice of the tests follows from: whoever looks for the cause of a failure gives ROUTINEX_SEED.
  static let seed = HandedOver.value("ROUTINEX_SEED").flatMap { UInt64($0) } ?? 2026

  /// How many packages are patched per toolchain.
  static let cases = HandedOver.value("ROUTINEX_CASES").flatMap { Int($0) } ?? 120

  /// The newest two.
  static let toolchains = HandedOver.toolchains.sorted { $0.minor < $1.minor }.suffix(2)
}
