import Bytes
import Foundation
import Testing
import Toolchains

@testable import Commands

@Suite struct SampleProgramTests {
  /// By the go command alone, into the cache of such builds: what a report says of it takes all of net/http several times, and
  /// is the affair of `make matrix`.
  @Test("it is a program on each Go", arguments: HandedOver.value("ROUTINEX_PLAIN") == nil ? [] : HandedOver.ends)
  func compiles(toolchain: Toolchain) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "routinex-sample-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try SampleProgram.write(to: ByteString(folder))
    let cache = try #require(HandedOver.value("ROUTINEX_PLAIN")) + "/" + toolchain.version
    let settings = ["GOCACHE": cache, "CGO_ENABLED": "0"]
    for command in ["vet", "build"] {
      #expect(try toolchain.go(["-C", folder, command, "."], settings) == "")
    }
    #expect(FileManager.default.fileExists(atPath: folder + "/doctor"))
    let dependencies = try toolchain.go(["-C", folder, "list", "-deps"], settings).split(separator: "\n")
    #expect(Set(["net/http", "database/sql", "log/slog"]).isSubset(of: dependencies))
  }
}
