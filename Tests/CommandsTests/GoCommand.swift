import Testing
import Toolchains

@Test("make test gives what the tests with Go toolchains need")
func makeTestGivesToolchains() {
  if let problem = HandedOver.problem { Issue.record("\(problem): run the tests of the commands with `make test`") }
}
