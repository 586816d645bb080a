import Bytes
import Entry
import Findings
import Testing

@testable import Commands
@testable import Host

@Suite struct ExplanationTests {
  private func record(_ arguments: String..., start: Int, end: Int) -> ProcessRecord {
    var record = ProcessRecord()
    record.arguments = arguments.map { ByteString($0) }
    record.tool = Path.lastComponent(record.arguments[0])
    record.isGoTool = true
    record.isVersionQuery = arguments.last == "-V=full"
    (record.start, record.end) = (start, end)
    return record
  }

  private static let graph = """
    [
      {"ID": 0, "Mode": "link", "Package": "p", "Deps": [1], "Objdir": "/tmp/w/b001/",
       "TimeStart": "1970-01-01T00:00:00.000000030Z", "TimeDone": "1970-01-01T01:00:00.000000040+01:00", "Cmd": ["link"]},
      {"ID": 1, "Mode": "build", "Package": "p", "Objdir": "/tmp/w/b001/", "TimeDone": "1970-01-01T00:00:00.5Z", "Cmd": null},
      {"ID": 2, "Mode": "build", "Package": "q", "Objdir": "/tmp/w/b010/", "TimeDone": "1970-01-01T00:00:00.5Z", "Cmd": null},
      {"ID": 3, "Mode": "build", "Package": "r", "Objdir": "/tmp/w/b011/", "TimeDone": "0001-01-01T00:00:00Z", "Cmd": null},
      {"ID": 4, "Mode": "nop", "Package": "", "TimeDone": "1970-01-01T00:00:00.5Z", "Cmd": null}
    ]
    """

  private func explanation(_ records: ProcessRecord...) -> Explanation {
    Explanation(
      command: [ByteString("go"), ByteString("build")], patchSets: "none", start: 0, end: 100, records: records,
      graph: ActionGraph(ByteString(Self.graph)))
  }

  @Test("a process belongs to the action of its tool in its folder")
  func actions() {
    let explanation = explanation(
      record("/go/compile", "-V=full", start: 1, end: 2),
      record("/go/compile", "-o", "/tmp/w/b001/_pkg_.a", "-importcfg", "/tmp/w/b010/x", start: 3, end: 4),
      record("/go/link", "-o", "/tmp/w/b001/exe/a.out", start: 5, end: 6),
      record("/go/asm", "-trimpath", "/tmp/w/b010=>", "-I", "/tmp/w/b010/", start: 7, end: 8))
    #expect(explanation.processes.map(\.action) == [nil, 1, 0, 2])
    #expect(explanation.processes.map { explanation.subject(of: $0) } == ["-V=full", "p", "p", "q"])
  }

  @Test("an action without a tool was up to date, or is the go command's own, or was not reached")
  func states() {
    let states = explanation(record("/go/compile", "-o", "/tmp/w/b001/_pkg_.a", start: 3, end: 4)).actions.map(\.state)
    #expect(states == [.run, .run, .cached, .notReached, .inside])
  }

  @Test("what was built before stands apart, with its reasons, and is no part of what the go command started")
  func beforehand() {
    func reason(_ path: String, isLink: Bool, _ line: Int) -> OutsideBuild.Beforehand.Reason {
      .init(
        importPath: ByteString(path), importer: ByteString("p"), isLink: isLink,
        place: Place(ByteString("/set/p/x.go"), line: line, column: 1))
    }
    let build = OutsideBuild.Beforehand(
      reasons: [reason("a", isLink: false, 3), reason("a", isLink: false, 4), reason("b", isLink: true, 1)], start: 10,
      end: 40)
    let explanation = Explanation(
      command: [ByteString("go"), ByteString("build")], patchSets: "set", start: 50, end: 100,
      records: [record("/go/compile", start: 20, end: 30), record("/go/vet", start: 60, end: 70)], graph: nil,
      beforehand: [build])
    #expect(explanation.start == 10 && explanation.processes.map(\.isBeforehand) == [true, false])
    let text = Summary(explanation: explanation, terminal: Terminal(isTerminal: false) { _ in nil }).text
    #expect(text.contains("started 1 process, "))
    #expect(
      text.contains(
        """
        built first, since patches need it and the go command does not know that:
          a
            imported by patches of p: /set/p/x.go:3:1
            imported by patches of p: /set/p/x.go:4:1
          b
            linked with every program that has p: /set/p/x.go:1:1
          in 0.0 ms, with 1 process

        """))
    #expect(Page.file(for: explanation).text.contains("<dd>linked with every program that has p: /set/p/x.go:1:1</dd>"))
  }

  @Test("processes that overlap are in lanes of their own")
  func lanes() {
    let explanation = explanation(
      record("/go/vet", start: 10, end: 20), record("/go/vet", start: 15, end: 30),
      record("/go/vet", start: 20, end: 25),
      record("/go/vet", start: 22, end: 23), record("/go/vet", start: 5, end: 6))
    #expect(explanation.processes.map(\.record.start) == [5, 10, 15, 20, 22])
    #expect(explanation.processes.map(\.lane) == [0, 0, 1, 0, 2])
  }

  @Test("times as Go writes them")
  func times() {
    #expect(nanoseconds(since1970: "1970-01-01T00:00:00Z") == 0)
    #expect(nanoseconds(since1970: "2026-11-21T09:41:04.95298387Z") == 1_795_254_064_952_983_870)
    #expect(nanoseconds(since1970: "2024-02-29T23:30:00.5-01:30") == 1_709_254_800_500_000_000)
    #expect(nanoseconds(since1970: "2024-03-01T01:00:00+01:00") == 1_709_251_200_000_000_000)
    #expect(nanoseconds(since1970: "0001-01-01T00:00:00Z") == nil)
    #expect(nanoseconds(since1970: "9999-12-31T23:59:59Z") == nil)
    #expect(nanoseconds(since1970: "") == nil)
  }

  @Test("a graph of another form is no graph")
  func otherGraph() {
    #expect(ActionGraph(ByteString("{}")) == nil)
    #expect(ActionGraph(ByteString("[{\"ID\": \"a\"}]")) == nil)
    #expect(ActionGraph(ByteString("[{\"ID\": 1}]"))?.actions.first?.mode == "")
  }

  @Test("JSON can stand in a script element")
  func json() {
    let text = JSON.object([
      ("a</script>", .string("\"\\\u{1}\u{2028}\n")), ("n", .array([.milliseconds(0.12345), .null])),
    ])
    #expect(text.compact == #"{"a\u003c/script>":"\"\\\u0001\u2028\n","n":[0.123,null]}"#)
  }
}

@Suite struct ProcessRecordTests {
  @Test("a record is read back as it was written")
  func roundTrip() {
    var record = ProcessRecord()
    (record.process, record.start, record.end, record.userTime) = (7, 1, 2, 3)
    record.status = 2
    record.tool = ByteString("compile")
    record.isGoTool = true
    record.package = ByteString("p [p.test]")
    record.arguments = [ByteString("a\nb 3\n"), [], [0xff, 0x00]]
    record.newArguments = [ByteString("x")]
    record.decision = .woven
    record.notes = [ByteString("p: before F")]
    record.answer = []
    record.files = [
      ProcessRecord.File(
        path: ByteString("/w/p.go"), bytes: ByteString("new"), original: ByteString("/p.go"), originalBytes: []),
      ProcessRecord.File(path: ByteString("/w/q.go"), bytes: [], original: nil, originalBytes: []),
    ]
    #expect(ProcessRecord(encoded: record.encoded) == record)
  }

  @Test("half a record is none")
  func truncated() {
    var record = ProcessRecord()
    record.start = 1
    record.arguments = [ByteString("argument")]
    let bytes = record.encoded
    #expect(ProcessRecord(encoded: Array(bytes.dropLast(12))) == nil)
    #expect(ProcessRecord(encoded: []) == nil)
    #expect(ProcessRecord(encoded: ByteString("start 1\n1\nunknown 1\n1\n")) == nil)
  }
}
