import Bytes
import SystemInterface
import TestSupport
import Testing

@testable import Weaving

@Suite struct AgentsTests {
  private static let elf: ByteString = [0x7f, 0x45, 0x4c, 0x46]

  private static func program(_ id: String, _ rest: String = "") -> ByteString {
    elf + ByteString(repeating: 0, count: 4000) + [0xff] + ByteString(" Go build ID: \"\(id)\"\n ") + [0xff]
      + ByteString(rest)
  }

  private func hash(_ agents: String, _ files: [String: ByteString], isInside: Bool = false) throws -> ByteString {
    let files = MemoryFiles(
      Dictionary(uniqueKeysWithValues: files.map { (ByteString($0.key), $0.value) }) as [ByteString: ByteString])
    let list = Agents(words(agents), isInside: isInside) { name in
      let path = name.contains(ASCII.slash) ? name : ByteString("/bin/") + name
      return files.kind(of: path) == nil ? nil : path
    }
    return try list.hash(in: files)
  }

  private func words(_ text: String) -> [ByteString] { text.split(separator: " ").map { ByteString(String($0)) } }

  @Test func aGoProgramCountsByItsBuildID() throws {
    let one = try hash("/a/agent", ["/a/agent": Self.program("x/y", "1")])
    #expect(try hash("/b/other", ["/b/other": Self.program("x/y", "1")]) == one)
    // The content is not looked at: the ID covers it.
    #expect(try hash("/a/agent", ["/a/agent": Self.program("x/y", "2")]) == one)
    #expect(try hash("/a/agent", ["/a/agent": Self.program("x/z", "1")]) != one)
    #expect(try hash("agent", ["/bin/agent": Self.program("x/y")]) == one)
  }

  @Test func anotherProgramCountsByItsContent() throws {
    let script = try hash("/a/agent", ["/a/agent": ByteString("#!/bin/sh\n")])
    #expect(try hash("/b/agent", ["/b/agent": ByteString("#!/bin/sh\n")]) == script)
    #expect(try hash("/a/agent", ["/a/agent": ByteString("#!/bin/bash\n")]) != script)
    // Linked with -ldflags=-buildid=.
    let anonymous = try hash("/a/agent", ["/a/agent": Self.program("", "1")])
    #expect(try hash("/a/agent", ["/a/agent": Self.program("", "2")]) != anonymous)
    // No program, whatever it says.
    let text = Self.program("x/y").dropFirst(4)
    #expect(try hash("/a/agent", ["/a/agent": text + [1]]) != hash("/a/agent", ["/a/agent": text + [2]]))
  }

  @Test(arguments: ["/c/agent.yaml", "-config /c/agent.yaml", "-config=/c/agent.yaml"])
  func aConfigurationCountsByItsContent(arguments: String) throws {
    let agent = Self.program("x/y")
    let elsewhere = arguments.replacing("/c/", with: "/d/")
    let one = try hash("/a/agent \(arguments)", ["/a/agent": agent, "/c/agent.yaml": [1]])
    #expect(try hash("/a/agent \(elsewhere)", ["/a/agent": agent, "/d/agent.yaml": [1]]) == one)
    #expect(try hash("/a/agent \(arguments)", ["/a/agent": agent, "/c/agent.yaml": [2]]) != one)
    #expect(try hash("/a/agent \(arguments)", ["/a/agent": agent]) != one)
  }

  @Test func otherArgumentsCountAsTheyAreWritten() throws {
    let files = ["/a/agent": Self.program("x/y"), "/dir/x": [1]]
    let different = ["", "-x", "-y", "-x -y", "-x=1", "-x=2", "-x 1", "/dir", "-z=/dir", "/nowhere", "word", "words"]
    let hashes = try different.map { try hash("/a/agent \($0)", files) }
    #expect(Set(hashes).count == different.count)
    #expect(try !hashes.contains(hash("/a/agent", files, isInside: true)))
  }

  @Test func anAgentBehindAnAgentCountsToo() throws {
    let one = try hash("agent other", ["/bin/agent": Self.program("x"), "/bin/other": Self.program("y")])
    #expect(try hash("agent other", ["/bin/agent": Self.program("x"), "/bin/other": Self.program("z")]) != one)
    #expect(try hash("agent test", ["/bin/agent": Self.program("x"), "/bin/test": Self.program("y")]) != one)
  }

  @Test func theIDInANoteOfAProgramThatTheCLinkerMade() {
    let note: ByteString = [4, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0] + ByteString("Go\0\0") + ByteString("a/b")
    #expect(GoBuildID.find(in: Self.elf + [0, 0, 0, 0] + note + [9])?.text == "a/b")
    #expect(GoBuildID.find(in: Self.elf + note.dropLast()) == nil)
    #expect(GoBuildID.find(in: note) == nil)
    #expect(GoBuildID.find(in: Self.elf) == nil)
    #expect(GoBuildID.find(in: []) == nil)
  }
}
