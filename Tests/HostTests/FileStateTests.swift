import Bytes
import Foundation
import Host
import SystemInterface
import Testing

@Suite struct FileStateTests {
  private func state(_ folder: Folder, _ name: String = "f") throws -> FileState {
    try #require(FileState(of: folder[name]))
  }

  /// Times come in steps of some milliseconds.
  private func wait() { usleep(20_000) }

  @Test func aFileThatIsLetAloneKeepsIt() throws {
    let folder = try Folder()
    try folder.write("one", to: "f")
    #expect(try state(folder) == state(folder))
    #expect(try state(folder).description == state(folder).description)
    try folder.write("two", to: "g")
    #expect(try state(folder).description != state(folder, "g").description)
  }

  @Test func otherBytesOfOneLengthWithTheOldTime() throws {
    let folder = try Folder()
    try folder.write("one", to: "f")
    let before = try state(folder)
    let date = try FileManager.default.attributesOfItem(atPath: folder.path("f"))[.modificationDate] as? Date
    wait()
    try Data("two".utf8).write(to: URL(fileURLWithPath: folder.path("f")), options: [])
    try FileManager.default.setAttributes([.modificationDate: #require(date)], ofItemAtPath: folder.path("f"))
    #expect(try state(folder) != before)
  }

  @Test func anOlderFileInItsPlace() throws {
    let folder = try Folder()
    try folder.write("two", to: "g")
    wait()
    try folder.write("one", to: "f")
    let before = try state(folder)
    try FileManager.default.removeItem(atPath: folder.path("f"))
    try FileManager.default.moveItem(atPath: folder.path("g"), toPath: folder.path("f"))
    #expect(try state(folder) != before)
  }

  @Test func aLinkThatLeadsElsewhere() throws {
    let folder = try Folder()
    try folder.write("one", to: "a")
    try folder.write("two", to: "b")
    try folder.link("f", to: "a")
    let before = try state(folder)
    try FileManager.default.removeItem(atPath: folder.path("f"))
    try folder.link("f", to: "b")
    #expect(try state(folder) != before)
  }

  @Test func whatIsNoFileHasNone() throws {
    let folder = try Folder()
    #expect(FileState(of: folder["f"]) == nil)
    #expect(FileState(of: ByteString(folder.path)) == nil)
    #expect(FileState(of: ByteString("/dev/null")) == nil)
    #expect(FileState(of: folder["f\0"]) == nil)
  }

  @Test func onlyWhatIsOlderThanTwoSecondsIsSettled() throws {
    let folder = try Folder()
    try folder.write("one", to: "f")
    let state = try state(folder)
    let now = HostFiles().now
    #expect(!state.isSettled(at: now))
    #expect(!state.isSettled(at: now + 1_900_000_000))
    #expect(state.isSettled(at: now + 2_100_000_000))
    // The clock has been set back.
    #expect(!state.isSettled(at: now - 86_400_000_000_000))
  }
}
