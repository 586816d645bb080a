import Bytes
import Findings
import Patching
import SystemInterface
import TestSupport
import Testing

@testable import Weaving

@Suite struct PatchSetTests {
  private func find(_ names: [String], from folders: [String] = [], in files: MemoryFiles) -> [String] {
    do throws(Findings) {
      return try PatchSet.find(names.map { ByteString($0) }, from: folders.map { ByteString($0) }, in: files).map {
        set in
        switch set.origin {
        case .builtIn: "\(set.name.text): built in"
        case .folder(let path, let tree): "\(set.name.text): \(path == tree ? path.text : tree.text)"
        }
      }
    } catch {
      return error.messages
    }
  }

  private let files = MemoryFiles([
    "/a/set/x.go": "", "/b/set/x.go": "", "/b/other/x.go": "", "/b/file": "", "/w/routine/x.go": "",
  ])

  @Test func folders() {
    #expect(find(["/a/set", "/b/other"], in: files) == ["set: /a/set", "other: /b/other"])
    #expect(find(["/a/./set/", "/b/x/../other"], in: files) == ["set: /a/set", "other: /b/other"])
  }

  @Test func relativeFoldersAreLookedForInEachWorkingFolder() {
    #expect(find(["set"], from: ["/x", "/b", "/a"], in: files) == ["set: /b/set"])
    #expect(find(["./set"], from: ["/a"], in: files) == ["set: /a/set"])
    #expect(find(["../b/other"], from: ["/a"], in: files) == ["other: /b/other"])
  }

  @Test("an element that is a Go package") func packages() {
    func package(_ path: String, _ folder: String? = nil) -> SetElement {
      .package(importPath: ByteString(path), folder: folder.map { ByteString($0) })
    }
    let elements = ["example.com/loud", "example.com/loud=/a/set", "gopkg.in/x.v3", "my.set"]
    #expect(
      elements.map { SetElement(ByteString($0)) } == [
        package("example.com/loud"), package("example.com/loud", "/a/set"), package("gopkg.in/x.v3"), package("my.set"),
      ])
    for name in ["routine", "./my.set", "../my.set", "/a.b/c", ".hidden/set", "a/b.c", "", "/a.b=/c", "..."] {
      #expect(SetElement(ByteString(name)) == .name(ByteString(name)), "\(name)")
    }
    #expect(find(["example.com/loud=/a/set"], in: files) == ["example.com/loud: /a/set"])
    #expect(
      find(["example.com/loud=/a/gone"], in: files)[0].contains("the patch set example.com/loud is gone: /a/gone"))
    #expect(find(["example.com/loud"], in: files)[0].contains("start the build with 'routinex go'"))
    #expect(find(["my.set"], from: ["/m"], in: MemoryFiles(["/m/my.set/x.go": ""]))[0].contains("write ./my.set"))
  }

  @Test func builtInSets() {
    #expect(PatchSet.builtInNames.contains(ByteString("routine")))
    #expect(find(["routine"], in: files) == ["routine: built in"])
    #expect(find(["./routine"], from: ["/w"], in: files) == ["routine: /w/routine"])
    #expect(find([], in: files) == [])
  }

  @Test func whatIsNoFolder() {
    let builtIn = PatchSet.builtInNames.map(\.text).joined(separator: ", ")
    func message(_ name: String, _ places: String) -> String {
      "no patch set '\(name)': there is no folder \(places), and the built-in sets are \(builtIn)"
    }
    let remedy = "; give a folder by its absolute path"
    #expect(find(["/none"], in: files) == [message("/none", "/none")])
    #expect(find(["/b/file"], in: files) == [message("/b/file", "/b/file")])
    #expect(find(["set"], from: [], in: files) == [message("set", "set") + remedy])
    #expect(find(["../gone"], from: ["/a/x", "/b"], in: files) == [message("../gone", "/a/gone or /gone") + remedy])
    let inList = #"; in a list, write a comma in a path as \,"#
    #expect(find(["/a/set", "gone"], from: ["/a"], in: files) == [message("gone", "/a/gone") + remedy + inList])
  }

  @Test("of a path with commas the message shows the whole, and how to write it")
  func commas() {
    let files = MemoryFiles(["/b/p/p.go": "", "/a/x,y/p/p.go": "", "/a/end,/p/p.go": ""])
    #expect(find(["/a/x,y"], in: files) == ["x,y: /a/x,y"])
    let rule = "a comma separates the sets in a list"
    #expect(
      find(["/b", "/a/x", "y"], in: files) == [#"no patch set '/a/x': \#(rule); for the folder /a/x,y write /a/x\,y"#])
    #expect(find(["/a/end"], in: files) == [#"no patch set '/a/end': \#(rule); for the folder /a/end, write /a/end\,"#])
  }

  @Test func twoSetsOfOneName() {
    let message = "two patch sets are called 'set'; rename the folder of one, or name it once"
    #expect(find(["/a/set", "/b/set"], in: files) == [message])
    #expect(find(["/a/set", "/a/set/"], in: files) == [message])
  }

  private func patchFiles(_ importPath: String, _ names: String...) throws -> [String] {
    let files = MemoryFiles(Dictionary(uniqueKeysWithValues: names.map { ("/s/\($0)", "") }))
    let set = try #require(try PatchSet.find([ByteString("/s")], from: [], in: files).first)
    let found = try set.patchFiles(for: ByteString(importPath), in: files, scratch: ByteString("/w"))
    return found.map { String($0.1.displayPath.text.dropFirst(3)) }
  }

  @Test func theFolderIsTheImportPath() throws {
    let names = try patchFiles("a/b", "a/b/y.go", "a/b/x.go", "a/x.go", "a/b/c/x.go", "b/x.go", "x.go", "a/bb/x.go")
    #expect(names == ["a/b/x.go", "a/b/y.go"])
    #expect(try patchFiles("a", "a/b/x.go") == [])
  }

  @Test func wildcards() throws {
    let all = [".../x.go", "a/.../x.go", "a/b/.../x.go", "a/b/x.go", "a/b/c/.../x.go", "b/.../x.go"]
    let files = MemoryFiles(Dictionary(uniqueKeysWithValues: all.map { ("/s/\($0)", "") }))
    let set = try #require(try PatchSet.find([ByteString("/s")], from: [], in: files).first)
    func find(_ path: String) throws -> [String] {
      try set.patchFiles(for: ByteString(path), in: files, scratch: []).map {
        String($0.1.displayPath.text.dropFirst(3))
      }
    }
    #expect(try find("a/b") == [".../x.go", "a/.../x.go", "a/b/x.go", "a/b/.../x.go"])
    #expect(try find("a") == [".../x.go", "a/.../x.go"])
    #expect(try find("a/b/c/d") == [".../x.go", "a/.../x.go", "a/b/.../x.go", "a/b/c/.../x.go"])
    #expect(try find("ab") == [".../x.go"])
    #expect(try set.selects(ByteString("anything/at/all"), in: files))
  }

  @Test func namesThatAreNoPatchFiles() throws {
    #expect(
      try patchFiles(
        "a", "a/x_test.go", "a/.x.go", "a/_x.go", "a/x.txt", "a/go", "a/x.go.orig", "a/y_linux.go", "a/.y/x.go")
        == ["a/y_linux.go"])
  }

  /// What makes a package a target is what there is to read for it.
  @Test(arguments: [
    ("a/b/x.go", ["a/b"]), ("a/b/x_test.go", []), ("a/b/.x.go", []), ("a/b/_x.go", []), ("a/b/README.md", []),
    ("a/b/x.go/y.go", ["a/b/x.go"]), ("a/b/testdata/x.go", ["a/b/testdata"]),
    ("a/.../x.go", ["a", "a/b", "a/b/c", "a/b/testdata", "a/b/x.go", "a/.b"]),
    ("a/.../x_test.go", []), ("a/.../b/x.go", []), (".../README.md", []), ("a/.b/x.go", []), (".a/b/x.go", []),
    ("vendor/a/x.go", ["vendor/a"]), ("x.go", []),
  ])
  func targetsAreThePackagesWithPatchFiles(file: String, targets: [String]) throws {
    let files = MemoryFiles(["/s/\(file)": "", "/s/set.go": ""])
    let set = try #require(try PatchSet.find([ByteString("/s")], from: [], in: files).first)
    for path in ["a", "a/b", "a/b/c", "a/b/testdata", "a/b/x.go", "a/.b", ".a/b", "vendor/a", "ab", "../s/a/b", "b"] {
      let isTarget = try set.selects(ByteString(path), in: files)
      #expect(isTarget == targets.contains(path), "\(path)")
      #expect(files.reads.isEmpty)
      let found = try set.patchFiles(for: ByteString(path), in: MemoryFiles(["/s/\(file)": ""]), scratch: [])
      #expect(isTarget == !found.isEmpty, "\(path)")
    }
  }

  @Test func theBuiltInSetsFiles() throws {
    let set = try #require(try PatchSet.find([ByteString("routine")], from: [], in: files).first)
    #expect(try set.selects(ByteString("runtime"), in: files))
    #expect(try set.selects(ByteString("github.com/timandy/routine/g"), in: files))
    #expect(try !set.selects(ByteString("github.com/timandy"), in: files))
    let found = try set.patchFiles(for: ByteString("runtime"), in: files, scratch: ByteString("/w"))
    #expect(found.allSatisfy { $0.1.displayPath.hasPrefix("routinex/routine/runtime/") })
    #expect(found.allSatisfy { $0.1.positionPath.hasPrefix("/w/routinex/routine/runtime/") })
  }
}
