import Bytes
import SystemInterface
import TestSupport
import Testing

@testable import Weaving

/// What an object and a program say about the patch sets that are in them.
@Suite struct ProvenanceTests {
  private let odd = Provenance([
    .init(set: ByteString("a,b \n\"c"), path: ByteString("x/1:2.go"), digest: ByteString("0123456789abcdef")),
    .init(set: [0xff, 0x2c], path: ByteString("y.go"), digest: ByteString("fedcba9876543210")),
    .init(set: [0xff, 0x2c], path: ByteString("z.go"), digest: ByteString("fedcba9876543210")),
  ])

  @Test func aMarkIsReadWhereverItStands() {
    // A symbol that is named by its start comes first.
    let archive = ByteString("!<arch>\n") + odd.mark.prefix(40) + [0, 0] + odd.mark + odd.mark.dropLast()
    var read = Provenance()
    read.add(marksIn: archive)
    #expect(read == odd)
    read.add(marksIn: archive)
    read.add(marksIn: ByteString("nothing"))
    #expect(read == odd)
  }

  @Test func whatIsNoWholeMarkIsNone() {
    for count in 0..<odd.mark.count {
      var read = Provenance()
      read.add(marksIn: Array(odd.mark.prefix(count)))
      #expect(read.isEmpty, "\(count) bytes")
    }
    for text in ["9999999999999:x", "-1:x", "3:x", "x"] {
      var read = Provenance()
      read.add(marksIn: odd.mark.prefix { $0 != ASCII.newline } + ByteString("\n\(text)\nend of routinex patch sets\n"))
      #expect(read.isEmpty, "\(text)")
    }
  }

  @Test func aSetsHashIsThatOfItsFiles() {
    func hash(_ parts: [(String, String)]) -> String? {
      let all = parts.map {
        Provenance.Part(set: ByteString("s"), path: ByteString($0.0), digest: ByteString($0.1))
      }
      return Provenance(Set(all)).sets.first?.hash.text
    }
    let one = hash([("a", "1"), ("b", "2")])
    #expect(one?.count == 12)
    #expect(hash([("b", "2"), ("a", "1")]) == one)
    for other in [[("a", "1")], [("a", "2"), ("b", "1")], [("a", "1"), ("b", "2"), ("c", "3")]] {
      #expect(hash(other) != one)
    }
    #expect(odd.sets.map(\.name) == [ByteString("a,b \n\"c"), [0xff, 0x2c]])
  }

  private static let start = #"modinfo "0w\xaf\f\x92t\b\x02A\xe1\xc1\a\xe6\xd6\x18\xe6path\tp\nbuild\t-compiler=gc\n"#
  private static let end = #"\xf92C1\x86\x18 r\x00\x82B\x10A\x16\xd8\xf2""#

  @Test func aProgramsBuildInformation() {
    let plain = Provenance([
      .init(set: ByteString("a"), path: ByteString("x.go"), digest: ByteString("0123456789abcdef"))
    ])
    func adding(_ provenance: Provenance, _ text: String) -> String {
      BuildInformation.adding(provenance, to: ByteString(text)).text
    }
    let text = "packagefile p=x.a\n\(Self.start)\(Self.end)\npackagefile q=y.a\n"
    let hash = plain.sets[0].hash.text
    #expect(
      adding(plain, text)
        == "packagefile p=x.a\n\(Self.start)build\\x09routinex=\(programVersion),a@\(hash)\\x0a\(Self.end)\npackagefile q=y.a\n"
    )
    // A value that runtime/debug would quote.
    #expect(adding(odd, text).contains(#"routinex=\"\#(programVersion),a\\\\,b \\x0a\\\"c@"#), "\(adding(odd, text))")
    for other in ["packagefile p=x.a\n", "modinfo \"\"\n", "x\(text.dropFirst(18))", ""] {
      #expect(adding(plain, other) == other)
    }
  }

  @Test func theObjectOfAPackageHasTheFilesThatChangeIt() throws {
    let all = files(
      patch: "package p\n\n//routinex:before\nfunc F() { println() }\n",
      and: [
        "/set/example.com/p/none.go": "package p\n\n//routinex:optional\n//routinex:before\nfunc G() { println() }\n",
        "/set/example.com/p/other_windows.go": "package p\n\nfunc H() {}\n",
        "/two/example.com/p/y.go": "package p\n\nfunc I() {}\n",
      ])
    var call = Call.compile("/p/p.go")
    call.sets = ["/set", "/two"]
    guard case .weave(let woven) = try call.decision(in: all) else {
      Issue.record("not woven")
      return
    }
    let file = try #require(woven.files.first { $0.path.text == "/objs/b1/routinex/joining/routinex.go" })
    #expect(file.bytes.text.hasPrefix("package p\nvar routinexPatchSets = \"routinex patch sets, version 1: "))
    #expect(woven.arguments.last == file.path)
    let text = file.bytes.text
    #expect(text.contains(#"3:set18:example.com/p/x.go16:"#) && text.contains(#"3:two18:example.com/p/y.go16:"#))
    #expect(!text.contains("none.go") && !text.contains("other_windows.go"))
  }
}
