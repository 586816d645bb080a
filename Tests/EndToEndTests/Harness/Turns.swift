import Foundation
import Testing

/// Two test binaries that measure the same, in turns: what else a machine does meanwhile meets both.
struct Turns {
  let plain: String
  let patched: String
  /// The name of the benchmark.
  let benchmark: String
  /// How often each round does it.
  let count: Int
  /// Where they run.
  let folder: String

  /// How much longer the patched one takes at best than the plain one at best.
  ///
  /// - Parameter enough: a ratio with which no further round is needed; there are thirty.
  func ratio(enough: Double) throws -> Double {
    var least = [Double.infinity, Double.infinity]
    for round in 0..<30 {
      for index in round.isMultiple(of: 2) ? [0, 1] : [1, 0] {
        least[index] = min(least[index], try measure([plain, patched][index]))
      }
      if round > 2, least[1] / least[0] < enough { break }
    }
    return least[1] / least[0]
  }

  /// In nanoseconds.
  private func measure(_ program: String) throws -> Double {
    let flags = ["-test.run=^$", "-test.bench=^\(benchmark)$", "-test.benchtime=\(count)x"]
    let run = try Command([program] + flags, in: folder, environment: [:]).run().succeeded()
    let result = try #require(run.outputText.firstMatch(of: #/([0-9.]+) ns\/op/#), "\(run)")
    return try #require(Double(result.1))
  }
}
