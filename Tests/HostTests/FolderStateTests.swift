import Bytes
import Foundation
import Host
import SystemInterface
import Testing

@Suite struct FolderStateTests {
  private func state(_ folder: Folder) throws -> FolderState {
    try #require(FolderState(of: ByteString(folder.path)) { $0.hasSuffix(".go") })
  }

  /// Times come in steps of some milliseconds.
  private func wait() { usleep(20_000) }

  private func made() throws -> Folder {
    let folder = try Folder()
    for name in ["a.go", "b.go", "README"] { try folder.write("one", to: name) }
    return folder
  }

  @Test(arguments: ["another text", "gone", "a new one", "another name", "a link"])
  func differs(change: String) throws {
    let folder = try made()
    let before = try state(folder)
    wait()
    switch change {
    case "another text": try folder.write("two", to: "a.go")
    case "gone": try FileManager.default.removeItem(atPath: folder.path("a.go"))
    case "a new one": try folder.write("one", to: "c.go")
    case "another name": try FileManager.default.moveItem(atPath: folder.path("a.go"), toPath: folder.path("c.go"))
    default:
      try FileManager.default.removeItem(atPath: folder.path("a.go"))
      try folder.link("a.go", to: "b.go")
    }
    #expect(try state(folder).description != before.description)
  }

  @Test func whatDoesNotCountChangesNothing() throws {
    let folder = try made()
    let before = try state(folder)
    wait()
    try folder.write("two", to: "README")
    try folder.write("one", to: "program")
    try folder.write("one", to: "c.go/in a folder of that name")
    #expect(try state(folder).description == before.description)
  }

  @Test func whatCannotBeKnownHasNone() throws {
    let folder = try made()
    #expect(FolderState(of: folder["none"]) { _ in true } == nil)
    #expect(FolderState(of: folder["a.go"]) { _ in true } == nil)
    try folder.link("dangling.go", to: "nothing")
    #expect(FolderState(of: ByteString(folder.path)) { _ in true } == nil)
    #expect(FolderState(of: ByteString(folder.path)) { $0.equals("a.go") } != nil)
  }

  @Test func onlyWhatWasLetAloneIsSettled() throws {
    let folder = try made()
    let now = HostFiles().now
    let from = try state(folder).settledFrom
    #expect(from > now + 1_900_000_000 && from < now + 2_100_000_000)
    // A name that does not count has come.
    let none = try #require(FolderState(of: ByteString(folder.path)) { _ in false })
    #expect(none.settledFrom > now - 100_000_000 && none.settledFrom < now + 100_000_000)
  }
}
