import Bytes
import Foundation
import TestSupport
import Testing

/// What `make fuzz` runs for minutes, in seconds: every input that was kept, and a fixed number of new ones.
@Suite struct ReplayTests {
  @Test(arguments: FuzzTarget.all)
  func keptInputsHold(target: FuzzTarget) {
    let corpus = GoldenSeeds.corpus(target)
    #expect(!corpus.isEmpty, "Tests/Corpus/\(target.name) holds no input")
    for (name, input) in corpus + target.otherSeeds() { check(input, of: target, "\(target.name)/\(name)") }
  }

  /// The same inputs in every run: what a failure says is enough to make it again.
  @Test(arguments: FuzzTarget.all)
  func mutatedInputsHold(target: FuzzTarget) throws {
    let seeds = GoldenSeeds.corpus(target) + target.otherSeeds()
    var random = Random(2026)
    var mutator = Mutator(target, seed: 2026)
    for number in 0..<100 {
      let picked = random.pick(seeds)
      let seed = try #require(picked)
      let input = mutator.mutated(seed.input, limit: 8192)
      check(input, of: target, "mutation \(number) of \(target.name)/\(seed.name): \(input.text)")
    }
  }

  private func check(_ input: ByteString, of target: FuzzTarget, _ origin: String) {
    do throws(Defect) { try target.run(input) } catch { Issue.record("\(error.description)\n\(origin)") }
  }
}

extension FuzzTarget: CustomTestStringConvertible {
  var testDescription: String { name }
}
