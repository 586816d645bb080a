import Bytes
import Foundation
import SystemInterface
import Testing

@testable import Host

@Suite struct WritingFilesTests {
  private let files = HostFiles()
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func message(_ body: () throws(FileError) -> Void) -> String? {
    do throws(FileError) {
      try body()
      return nil
    } catch {
      return error.message.replacingOccurrences(of: folder.path, with: "F")
    }
  }

  @Test func aFileIsReplacedAsAWhole() throws {
    try folder.write("old", to: "a/file")
    #expect(chmod(folder.path("a/file"), 0o640) == 0)
    try folder.link("a/other", to: "file")
    // Whoever has it open goes on to see the old one.
    let open = try #require(FileHandle(forReadingAtPath: folder.path("a/file")))
    try files.write(ByteString("new"), to: folder["a/file"])
    #expect(try folder.read("a/file") == "new")
    #expect(try open.readToEnd() == Data("old".utf8))
    #expect(try FileManager.default.attributesOfItem(atPath: folder.path("a/file"))[.posixPermissions] as? Int == 0o640)
    try files.write(ByteString("through a link"), to: folder["a/other"])
    #expect(try folder.read("a/file") == "through a link")
    try files.write(ByteString("in a folder"), to: folder["b/c/file"])
    #expect(try folder.read("b/c/file") == "in a folder")
    #expect(try folder.names("a") == ["file", "other"])
  }

  @Test func aDeviceThatAPersonNamesIsWrittenTo() throws {
    try folder.link("null", to: "/dev/null")
    try files.write(ByteString("text"), to: folder["null"])
    #expect(try folder.names() == ["null"])
    #expect(try files.kind(of: ByteString("/dev/null")) == .special)
    let full = ByteString("/dev/full")
    if try files.exists(full) {
      #expect(
        message { () throws(FileError) in try files.write(ByteString("x"), to: full) }
          == "cannot write /dev/full: No space left on device")
    }
  }

  @Test(.timeLimit(.minutes(1))) func aLinkOrAPipeIsNotWrittenThrough() throws {
    try folder.write("precious", to: "precious")
    try folder.link("link", to: "precious")
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    try folder.write("", to: "folder/file")
    #expect(
      message { () throws(FileError) in try files.add(folder["link"], ByteString("x")) }
        == "cannot write F/link: File exists")
    #expect(
      message { () throws(FileError) in try files.add(folder["pipe"], ByteString("x")) }
        == "cannot write F/pipe: File exists")
    try files.replace(folder["link"], with: ByteString("mine"))
    #expect(try folder.read("link") == "mine")
    #expect(try folder.read("precious") == "precious")
    #expect(
      message { () throws(FileError) in try files.replace(folder["pipe"], with: ByteString("x")) }
        == "cannot write F/pipe: it is not a regular file, but a device, a pipe or a socket")
    #expect(
      message { () throws(FileError) in try files.replace(folder["folder"], with: ByteString("x")) }
        == "cannot write F/folder: Is a directory")
    try folder.link("nowhere", to: "gone")
    #expect(
      message { () throws(FileError) in try files.write(ByteString("x"), to: folder["nowhere"]) }
        == "cannot write F/nowhere: it is a broken symbolic link")
    #expect(try folder.names() == ["folder", "link", "nowhere", "pipe", "precious"])
  }

  @Test func aFolderOfOnesOwn() throws {
    let wanted = folder["w/routinex"]
    #expect(try files.makeOwnFolder(wanted) == wanted)
    #expect(try files.makeOwnFolder(wanted) == folder["w/routinex.1"])
    try folder.link("w/routinex.2", to: "nowhere")
    try folder.write("a file", to: "w/routinex.3")
    #expect(try files.makeOwnFolder(wanted) == folder["w/routinex.4"])
    #expect(try folder.names("w") == ["routinex", "routinex.1", "routinex.2", "routinex.3", "routinex.4"])
    #expect(try folder.names("w/routinex.4") == [])
    #expect(
      message { () throws(FileError) in _ = try files.makeOwnFolder(folder["w/routinex.3/routinex"]) }
        == "cannot create F/w/routinex.3/routinex: Not a directory")
  }

  @Test func noTwoGetOneFolder() throws {
    let (files, wanted) = (files, folder["routinex"])
    let made = Made()
    DispatchQueue.concurrentPerform(iterations: 100) { _ in made.add((try? files.makeOwnFolder(wanted))?.text ?? "") }
    #expect(Set(made.paths).count == 100 && !made.paths.contains(""))
  }

  @Test func removingAFolderFollowsNoLink() throws {
    try folder.write("precious", to: "precious/file")
    try folder.write("", to: "own/a/b/file")
    try folder.link("own/a/link", to: "../../precious")
    files.removeFolder(folder["own"])
    #expect(try folder.names() == ["precious"])
    #expect(try folder.read("precious/file") == "precious")
  }

  private final class Made: @unchecked Sendable {
    private let lock = NSLock()
    private(set) var paths: [String] = []

    func add(_ path: String) { lock.withLock { paths.append(path) } }
  }
}
