import Bytes

/// A part of the program that reads what others wrote, with what must hold whatever that is. It must not crash either, nor
/// take long, but that needs no words here.
struct FuzzTarget: Sendable {
  /// The name of its folder of `Tests/Corpus`, too.
  let name: String
  /// What the mutator puts into inputs, beside what they hold.
  let pieces: [String]
  /// Inputs that other tests have.
  var otherSeeds: @Sendable () -> [(name: String, input: ByteString)] = { [] }
  /// Gives the input to the program.
  /// - Throws: a promise that the program does not keep.
  let run: @Sendable (ByteString) throws(Defect) -> Void

  static let all: [FuzzTarget] = [plan, commands, responseFiles, sets, syntax, readers, presenters]
}

/// A promise that an input shows to be broken.
struct Defect: Error, CustomStringConvertible {
  let description: String
}

func require(_ holds: Bool, _ promise: @autoclosure () -> String) throws(Defect) {
  guard holds else { throw Defect(description: promise()) }
}

/// What is shown of a text in a finding.
func shown(_ text: some Collection<UInt8>) -> String { text.prefix(300).text.debugDescription }
