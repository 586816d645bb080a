import Bytes
import SystemInterface
import TestSupport
import Testing
import Weaving

/// What is woven lies in a folder that may turn out to have another name.
@Suite struct WovenTests {
  private func woven(_ call: Call, in files: MemoryFiles) throws -> Woven {
    guard case .weave(let woven) = try call.decision(in: files) else { throw Call.Unexpected(decision: "not woven") }
    return woven
  }

  @Test func compile() throws {
    let all = files(patch: "package p\n\n//routinex:before\nfunc F() { println() }\n\nfunc G() {}\n")
    let first = try woven(.compile("/p/p.go"), in: all)
    #expect(first.folder.text == "/objs/b1/routinex")
    let other = first.moved(to: ByteString("/objs/b1/routinex.1"))
    #expect(other.changes.files.map(\.path.text) == ["/objs/b1/routinex.1/p.go", "/objs/b1/routinex.1/added/0_x.go"])
    // Nothing in them tells where they lie, and what compile makes of their own names is the same.
    #expect(other.files.map(\.bytes) == first.files.map(\.bytes))
    #expect(other.files.map(\.original) == first.files.map(\.original))
    #expect(
      other.changes.arguments.map(\.text).joined(separator: " ")
        == "-o /objs/b1/_pkg_.a "
        + "-trimpath /set=>routinex/set;/objs/b1/routinex=>routinex;/objs/b1/routinex.1=>routinex;/objs/b1=> -p example.com/p "
        + "-goversion go1.24.1 -pack /objs/b1/routinex.1/p.go /objs/b1/routinex.1/added/0_x.go")
    #expect(other.responseFile.text == "/objs/b1/routinex.1/arguments")
    #expect(other.moved(to: first.folder).arguments == first.arguments)
  }

  @Test func overlaidFilesMayBeCalledAnything() throws {
    let names = ["arguments", "added", "overlaid"]
    let list = names.map { "/o/\($0)" }
    let sources = Dictionary(
      uniqueKeysWithValues: zip(list, names).map { ($0, "package p\n\nfunc F_\($1)() {}\n") })
    let patch = "package p\n" + names.map { "\n//routinex:before\nfunc F_\($0)() { println() }\n" }.joined()
    let woven = try woven(.compile(list.joined(separator: " ")), in: files(patch: patch, and: sources))
    #expect(
      woven.changes.files.map(\.path.text) == [
        "/objs/b1/routinex/overlaid/0_arguments", "/objs/b1/routinex/overlaid/1_added",
        "/objs/b1/routinex/overlaid/2_overlaid",
      ])
  }

  @Test func cover() throws {
    let all = MemoryFiles([
      "/set/example.com/p/x.go": "//routinex:tags quick\n\npackage p\n", "/p/p.go": "package p\n",
      "/p/slow.go": "//go:build !quick\n\npackage p\n", "/p/slower.go": "//go:build !quick\n\npackage p\n",
      "/p/quick.go": "//go:build quick\n\npackage p\n",
      "/objs/b1/outfiles.txt":
        "/objs/b1/vars.cover.go\n/objs/b1/p.cover.go\n/objs/b1/slow.cover.go\n/objs/b1/slower.cover.go\n",
    ])
    let call = Call(
      tool: "cover",
      arguments:
        "-pkgcfg /objs/b1/pkgcfg.txt -mode set -var V -outfilelist /objs/b1/outfiles.txt /p/p.go /p/slow.go /p/slower.go"
    )
    let first = try woven(call, in: all)
    let other = first.moved(to: ByteString("/elsewhere"))
    #expect(first.files.map(\.path.text) == ["/objs/b1/routinex/slower.go"])
    #expect(other.changes.files.map(\.path.text) == ["/elsewhere/slower.go"])
    #expect(first.arguments.suffix(3).map(\.text) == ["/p/p.go", "/p/quick.go", "/objs/b1/routinex/slower.go"])
    #expect(other.arguments.suffix(3).map(\.text) == ["/p/p.go", "/p/quick.go", "/elsewhere/slower.go"])
    #expect(other.arguments.dropLast() == first.arguments.dropLast())
  }
}
