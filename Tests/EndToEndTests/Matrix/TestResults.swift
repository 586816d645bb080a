import Foundation

/// What `go test -json` said.
struct TestResults {
  /// A line of its output; the format is described in package cmd/test2json.
  private struct Event: Decodable {
    let Action: String
    let Package: String?
    let Test: String?
    let Output: String?
  }

  /// `pass`, `fail` or `skip` of each test and each package.
  private(set) var outcomes: [String: String] = [:]
  private(set) var passedTests = 0
  private(set) var failedPackages: [String] = []
  /// How many test binaries were started: not those of packages without test files.
  private(set) var packagesWithTests = 0
  /// Whether the patch set httptrace has written a line.
  private(set) var isTraced = false
  /// What the go command said that belongs to no test: the compiler's errors, above all.
  private(set) var otherText = ""

  init(_ run: Run) {
    otherText = run.errorText
    isTraced = run.errorText.contains("httptrace: ")
    for line in run.outputText.split(separator: "\n") {
      // Up to Go 1.23 errors of builds stand between the events as they are.
      guard let event = try? JSONDecoder().decode(Event.self, from: Data(line.utf8)) else {
        otherText += line + "\n"
        continue
      }
      add(event)
    }
  }

  private mutating func add(_ event: Event) {
    switch event.Action {
    case "pass", "fail", "skip":
      // Some subtests have pointers in their names.
      let name = [event.Package ?? "", event.Test].compactMap(\.self).joined(separator: " ")
      outcomes[name.replacing(/0x[0-9a-f]+/, with: "0x")] = event.Action
      if event.Test == nil {
        if event.Action == "fail" { failedPackages.append(event.Package ?? "") }
        if event.Action != "skip" { packagesWithTests += 1 }
      } else if event.Action == "pass" {
        passedTests += 1
      }
    case "output", "build-output":
      let text = event.Output ?? ""
      if text.contains("httptrace: ") { isTraced = true }
      if event.Test == nil { otherText += text }
    default: break
    }
  }

  /// The results that differ, in words.
  func differences(from other: TestResults) -> String {
    Set(outcomes.keys).union(other.outcomes.keys).sorted().compactMap { name in
      let (mine, its) = (outcomes[name] ?? "none", other.outcomes[name] ?? "none")
      return mine == its ? nil : "\(name): \(mine) instead of \(its)"
    }.joined(separator: ", ")
  }
}
