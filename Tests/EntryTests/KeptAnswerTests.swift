import Bytes
import Foundation
import Host
import Testing

@testable import Entry

@Suite struct KeptAnswerTests {
  private let line = ByteString("compile version go1.27.3\n")
  private let environment = [ByteString("GOEXPERIMENT=x"), ByteString("HOME=/h"), ByteString("GOFLAGS=-v")]

  /// A folder with a tool and a cache, gone with the value.
  private final class Place {
    let path: String

    init() throws {
      path = NSTemporaryDirectory() + "/routinex-answer-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try write("tool")
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var tool: ByteString { ByteString(path + "/compile") }
    var cache: ByteString { ByteString(path + "/cache") }

    func write(_ text: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/compile")) }

    func files() throws -> [String] {
      guard FileManager.default.fileExists(atPath: path + "/cache") else { return [] }
      return try FileManager.default.subpathsOfDirectory(atPath: path + "/cache").filter { $0.contains("/") }
    }
  }

  private func answer(_ place: Place, _ environment: [ByteString]? = nil) throws -> KeptAnswer {
    try #require(KeptAnswer(of: place.tool, environment: environment ?? self.environment, cache: place.cache))
  }

  private var later: Int { HostFiles().now + 3_000_000_000 }

  @Test func anAnswerIsKept() throws {
    let place = try Place()
    #expect(try answer(place).read() == nil)
    try answer(place).keep(line, askedAt: later)
    #expect(try answer(place).read() == line)
    // One that the go command removes.
    let files = try place.files()
    #expect(files.count == 1)
    #expect(files.first?.wholeMatch(of: /([0-9a-f]{2})\/\1[0-9a-f]{62}-d/) != nil)
  }

  @Test func whatDecidesIsInItsName() throws {
    let place = try Place()
    try answer(place).keep(line, askedAt: later)
    let others = ["GOEXPERIMENT=y", "GOEXPERIMENT=", "GOARCH=arm64", "GOANYTHING=1"].map { ByteString($0) }
    for other in others {
      let isExperiment = other.hasPrefix("GOEXPERIMENT")
      #expect(try answer(place, (isExperiment ? [] : environment) + [other]).read() == nil, "\(other.text)")
    }
    #expect(try answer(place, []).read() == nil)
    // What does not decide is not; neither is the order.
    let same = ["HOME=/other", "GOFLAGS=-x", "GOMOD=/m/go.mod", "GOEXPERIMENT=x"].map { ByteString($0) }
    #expect(try answer(place, same).read() == line)
  }

  @Test func anotherToolHasAnotherAnswer() throws {
    let place = try Place()
    try answer(place).keep(line, askedAt: later)
    usleep(20_000)
    try place.write("loot")
    #expect(try answer(place).read() == nil)
  }

  @Test func aToolThatIsReplacedWhileItAnswersIsAskedAgain() throws {
    let place = try Place()
    let before = try answer(place)
    usleep(20_000)
    try place.write("loot")
    before.keep(line, askedAt: later)
    #expect(try place.files().isEmpty)
  }

  @Test func aToolThatHasJustBeenMadeIsAskedAgain() throws {
    let place = try Place()
    try answer(place).keep(line, askedAt: HostFiles().now)
    #expect(try place.files().isEmpty)
  }

  @Test(arguments: [
    "", "\n", "compile version go1.27.3", "compile\n", "a version b\nc version d\n", "compile: failed\n",
  ])
  func whatIsNoAnswerIsNotKept(output: String) throws {
    let place = try Place()
    try answer(place).keep(ByteString(output), askedAt: later)
    #expect(try place.files().isEmpty)
  }

  @Test func aDamagedFileIsNoAnswer() throws {
    let place = try Place()
    try answer(place).keep(line, askedAt: later)
    let file = try #require(place.files().first)
    try Data("compile vers".utf8).write(to: URL(fileURLWithPath: place.path + "/cache/" + file))
    #expect(try answer(place).read() == nil)
  }

  @Test func whereNothingCanBeKept() throws {
    let place = try Place()
    #expect(KeptAnswer(of: place.tool, environment: [], cache: nil) == nil)
    #expect(KeptAnswer(of: place.tool, environment: [], cache: ByteString("off")) == nil)
    #expect(KeptAnswer(of: ByteString("compile"), environment: [], cache: place.cache) == nil)
    #expect(KeptAnswer(of: ByteString(place.path + "/none"), environment: [], cache: place.cache) == nil)
    // The folder of the cache is a file.
    let kept = try #require(KeptAnswer(of: place.tool, environment: [], cache: place.tool))
    kept.keep(line, askedAt: later)
    #expect(kept.read() == nil)
  }
}
