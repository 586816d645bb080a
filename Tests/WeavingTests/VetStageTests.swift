import Bytes
import TestSupport
import Testing

/// What vet is shown.
@Suite struct VetStageTests {
  private func configuration(_ goFiles: String, fixArchive: String = "") -> String {
    """
    {"Dir": "/p", "GoFiles": [\(goFiles)], "ImportMap": {"fmt": "fmt"}, "PackageFile": {"fmt": "/cache/fmt.a"},
    "VetxOutput": "/objs/b1/vet.out", "FixArchive": "\(fixArchive)"}
    """
  }

  private func call(_ flags: String = "", tool: String = "vet") -> Call {
    Call(tool: tool, arguments: "\(flags) /objs/b1/vet.cfg", importPath: "example.com/p [example.com/p.test]")
  }

  private func all(_ fixArchive: String = "") -> MemoryFiles {
    files(
      patch: "package p\n\n//routinex:before\nfunc F() { println() }\n\nfunc G() {}\n",
      and: [
        "/objs/b1/vet.cfg": configuration("\"/p/p.go\", \"/p/q.go\"", fixArchive: fixArchive), "/p/q.go": "package p\n",
      ])
  }

  @Test(arguments: ["vet", "checks"])
  func itIsShownThePatchedFiles(tool: String) throws {
    let woven = try #require(try call("-json -printf.funcs=x", tool: tool).woven(in: all()))
    #expect(woven.arguments == "-json -printf.funcs=x /objs/b1/routinex/vet.cfg")
    let text = try #require(woven.files["/objs/b1/routinex/vet.cfg"])
    #expect(
      text.contains(
        "[\n\t\t\"/objs/b1/routinex/p.go\",\n\t\t\"/p/q.go\",\n\t\t\"/objs/b1/routinex/added/0_x.go\"\n"))
    #expect(text.contains(#""VetxOutput": "/objs/b1/vet.out""#) && text.contains(#""unsafe": "unsafe""#))
    #expect(woven.files["/objs/b1/routinex/p.go"]?.hasPrefix("//line /p/p.go:1:1\n") == true)
    #expect(woven.files.count == 3)
  }

  @Test(arguments: ["-fix", "-fix -diff", "--fix", "-fix=true", "-fix=1", "-json -fix=T"])
  func whatWritesFilesSeesTheOriginals(flags: String) throws {
    #expect(try call(flags).woven(in: all()) == nil)
    #expect(try call(flags, tool: "checks").woven(in: all()) == nil)
  }

  @Test func aFlagThatIsSwitchedOffWritesNothing() throws {
    #expect(try call("-fix=false").woven(in: all()) != nil)
    #expect(try call("-fixes").woven(in: all()) != nil)
    #expect(try call("").woven(in: all("/objs/b1/vet.fix.zip")) == nil)
  }

  @Test func whatItCannotReadIsVetsAffair() throws {
    var given = ["/objs/b1/vet.cfg": "{"]
    #expect(try call().woven(in: files(and: given)) == nil)
    given = ["/objs/b1/vet.cfg": configuration("\"/p/p.go\""), "/p/p.go": "package p\n\nfunc F(x int?) {}\n"]
    #expect(try call().woven(in: files(and: given)) == nil)
    #expect(call().failure(in: files()).count == 1)
  }
}
