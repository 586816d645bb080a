import Bytes
import Findings
import Foundation
import SystemInterface
import Testing
import Weaving

@testable import Host

@Suite struct HostFilesTests {
  private let files = HostFiles()
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func reason<Value>(_ body: () throws(FileError) -> Value) -> String? {
    do throws(FileError) {
      _ = try body()
      return nil
    } catch {
      return error.message.replacingOccurrences(of: folder.path, with: "F")
    }
  }

  @Test(.timeLimit(.minutes(1))) func onlyRegularFilesAreRead() throws {
    try folder.write("text", to: "file")
    try folder.link("link", to: "file")
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    try folder.link("zero", to: "/dev/zero")
    try folder.link("gone", to: "nowhere")
    try folder.link("loop", to: "loop")
    try folder.makeSocket("socket")
    #expect(try files.read(folder["link"]) == ByteString("text"))
    for name in ["pipe", "zero", "socket"] {
      #expect(
        reason { () throws(FileError) in try files.read(folder[name]) }
          == "cannot read F/\(name): it is not a regular file, but a device, a pipe or a socket")
    }
    #expect(
      reason { () throws(FileError) in try files.read(folder["gone"]) }
        == "cannot read F/gone: No such file or directory")
    #expect(
      reason { () throws(FileError) in try files.read(folder["loop"]) }
        == "cannot read F/loop: Too many levels of symbolic links")
    #expect(reason { () throws(FileError) in try files.read(folder[""]) } == "cannot read F/: Is a directory")
  }

  @Test func whatIsTooLargeIsNotRead() throws {
    try folder.write("", to: "large")
    #expect(truncate(folder.path("large"), (512 << 20) + 1) == 0)
    #expect(
      reason { () throws(FileError) in try files.read(folder["large"]) }
        == "cannot read F/large: it is larger than 512 MiB, the most that routinex reads")
    #if os(Linux)
      // Regular, of size 0, and as large as the address space.
      #expect(
        reason { () throws(FileError) in try files.read(ByteString("/proc/self/pagemap")) }
          == "cannot read /proc/self/pagemap: it is larger than 64 MiB, the most that routinex reads")
    #endif
  }

  @Test func aFolderHasOneIdentity() throws {
    try folder.write("", to: "a/x")
    try folder.write("", to: "b/x")
    try folder.link("a/link", to: "../a")
    let identity = try #require(try files.folder(at: folder["a"]))
    #expect(try files.folder(at: folder["a/link/link"]) == identity)
    #expect(try files.folder(at: folder["b"]) != identity)
    #expect(try files.folder(at: folder["a/x"]) == nil)
    #expect(try files.folder(at: folder["c"]) == nil)
  }

  @Test(.timeLimit(.minutes(1))) func aSetWithLinksToItself() throws {
    try folder.write("package p\n", to: "set/p/x.go")
    try folder.link("set/a", to: ".")
    try folder.link("set/b", to: ".")
    let set = try #require(try PatchSet.find([folder["set"]], from: [], in: files).first)
    #expect(try set.allFiles(in: files).map(\.path.text) == ["p/x.go"])
  }

  @Test(.timeLimit(.minutes(1))) func linksThatDoubleFromFolderToFolderAreTooMany() throws {
    // Each folder has two links to the next: 2^20 paths, none of them in itself.
    for number in 1...20 {
      try folder.write("", to: "set/\(number)/README")
      for name in ["a", "b"] { try folder.link("set/\(number)/\(name)", to: "../\(number + 1)") }
    }
    try folder.write("package p\n", to: "set/21/x.go")
    let set = try #require(try PatchSet.find([folder["set"]], from: [], in: files).first)
    let failure = #expect(throws: Findings.self) { try set.allFiles(in: files) }
    #expect(
      failure?.messages == [
        "the patch set \(folder.path("set")) has more than 50000 files and folders, the limit for a set; "
          + "is it the right folder, and do links in it lead elsewhere?"
      ])
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["/dev/zero", "PIPE", "nowhere"])
  func whatIsNoFileUnderAPatchFilesName(target: String) throws {
    #expect(mkfifo(folder.path("PIPE"), 0o600) == 0)
    try folder.write("package p\n", to: "set/p/x.go")
    try folder.link("set/p/y.go", to: target.hasPrefix("/") ? target : folder.path(target))
    let set = try #require(try PatchSet.find([folder["set"]], from: [], in: files).first)
    let failure = #expect(throws: Findings.self) { try set.allFiles(in: files) }
    #expect(failure?.messages.count == 1 && failure?.messages.first?.contains(folder.path("set/p/y.go")) == true)
  }
}
