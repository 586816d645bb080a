internal import Foundation
package import Testing

/// Writes down what each test costs, when `ROUTINEX_TIMES` names a file: a line with the CPU seconds of the test runner and of
/// all that it has started, the wall seconds and the name. They are the test's own when no other runs beside it:
/// `ROUTINEX_TIMES=FILE swift test --no-parallel`, in the environment that `make test` makes.
package struct Timed: TestTrait, SuiteTrait, TestScoping {
  package let isRecursive = true

  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    guard let path = HandedOver.value("ROUTINEX_TIMES"), testCase != nil else { return try await function() }
    let (cpu, wall) = (Self.cpu(), ContinuousClock.now)
    defer {
      let seconds = wall.duration(to: .now) / .seconds(1)
      let line = String(format: "%9.2f %9.2f  ", Self.cpu() - cpu, seconds) + Self.name(of: test, testCase) + "\n"
      Self.append(line, to: path)
    }
    try await function()
  }

  private static func name(of test: Test, _ testCase: Test.Case?) -> String {
    let place = test.sourceLocation.fileName
    return "\(place): \(test.displayName ?? test.name)"
  }

  private static func cpu() -> Double {
    func seconds(_ usage: rusage) -> Double {
      [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }
    var (own, others) = (rusage(), rusage())
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &own)
      getrusage(RUSAGE_CHILDREN, &others)
    #else
      getrusage(RUSAGE_SELF.rawValue, &own)
      getrusage(RUSAGE_CHILDREN.rawValue, &others)
    #endif
    return seconds(own) + seconds(others)
  }

  private static func append(_ line: String, to path: String) {
    guard let file = fopen(path, "a") else { return }
    fputs(line, file)
    fclose(file)
  }
}

extension Trait where Self == Timed {
  package static var timed: Self { Timed() }
}
