import Foundation
import Testing
import Toolchains

/// Real builds by real Go toolchains through the release binary. One at a time: the go command itself uses every core.
@Suite(
  .serialized, .timed, .enabled(if: Setup.problem == nil, "see the failure of `make test gives what these tests need`"))
enum EndToEnd {}

/// The other half, routinex's commands and the patch sets: while a build of one half waits for a single package, mostly
/// package runtime, a core is the other's.
@Suite(
  .serialized, .timed, .enabled(if: Setup.problem == nil, "see the failure of `make test gives what these tests need`"))
enum EndToEndCommands {}

@Test("make test gives what these tests need")
func makeTestGivesWhatTheseTestsNeed() {
  if let problem = Setup.problem { Issue.record("\(problem): run the end-to-end tests with `make test`") }
}

typealias Setup = HandedOver
