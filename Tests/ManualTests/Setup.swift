import Foundation
import Testing
import Toolchains

@Test("make test gives what the examples of the manual need")
func makeTestGivesWhatTheExamplesNeed() {
  if let problem = Setup.problem { Issue.record("\(problem): run the manual's examples with `make test`") }
}

enum Setup {
  static let problem = HandedOver.problem
  static let routinex = HandedOver.routinex
  static let project = HandedOver.project

  static let newest = HandedOver.newest.first
}
