import Bytes
import Findings
import Foundation
import SystemInterface
import TestSupport
import Testing
import Weaving

@testable import Commands
@testable import GoPackages

@Suite struct DoctorReportTests {
  private func report(
    _ outcomes: [ChainOrder: OrderOutcome] = [:], identity: DoctorReport.Identity = .untouched,
    stop: DoctorReport.Problem? = nil
  ) throws -> DoctorReport {
    let files = MemoryFiles(["/go/VERSION": "go1.27.3\n", "/go/src/runtime/proc.go": ""])
    var report = DoctorReport(
      agent: try AgentCommand(["/bin/sh", "-x", "a b"].map { ByteString($0) }, workingFolder: ByteString("/")),
      goRoot: try #require(GoRoot(ByteString("/go"), in: files)), sets: ["set"], patches: [ByteString("/my,set")],
      packages: [])
    report.identities = [("compile", identity), ("link", identity)]
    let unit = { (name: String) in BuildTrace.Unit(tool: ByteString("compile"), package: ByteString(name)) }
    report.agentChanges = [unit("net/http"): [ByteString("server.go")]]
    report.patchChanges = [unit("runtime"): [ByteString("proc.go")], unit("net/http"): [ByteString("client.go")]]
    report.orders =
      outcomes.isEmpty ? [] : ChainOrder.allCases.map { .init(order: $0, outcome: outcomes[$0] ?? .works) }
    report.stop = stop
    return report
  }

  private func text(_ report: DoctorReport) throws -> String {
    try DoctorText(report: report, terminal: Terminal(isTerminal: false) { _ in nil }).text
  }

  /// The losses of a build in which one of the two does nothing.
  private func losses(ofAgent isAgent: Bool) -> OrderLosses {
    func trace(_ package: String, _ code: String) -> RecordedCall {
      RecordedCall(
        tool: ByteString("compile"), package: ByteString(package), arguments: [ByteString("/a.go")],
        temporary: ByteString("/t"), read: { _ in ByteString(code) })
    }
    let plain = BuildTrace([trace("p", "1"), trace("q", "1")])
    let (left, right) = (
      BuildTrace([trace("p", "2"), trace("q", "1")]), BuildTrace([trace("p", "1"), trace("q", "2")])
    )
    return OrderLosses(of: isAgent ? right : left, .init(plain: plain, agent: left, routinex: right))
  }

  @Test("the first order that works is recommended, and says whether -a is needed")
  func recommends() throws {
    let all = try report([.inside: .works])
    #expect(all.best == .inside)
    #expect(all.problem == nil)
    #expect(try all.command(.inside).hasSuffix(" --inside --patches /my\\,set /bin/sh -x \"a b\"' ./..."))
    #expect(try text(all).contains("-a is not needed"))
    let front = try report([.inside: .fails(["x"]), .behind: .fails(["x"])])
    #expect(front.best == .inFront)
    #expect(try front.command(.inFront).hasPrefix("go build -a -toolexec='/bin/sh -x \"a b\" /"))
    #expect(try text(front).contains("always with -a"))
    let stamped = try report([.inside: .fails(["x"]), .behind: .fails(["x"])], identity: .stamped)
    #expect(try stamped.command(.inFront).hasPrefix("go build -toolexec="))
    #expect(try !text(stamped).contains("-a"))
  }

  @Test("a table for a person")
  func table() throws {
    let lines = try text(
      try report([
        .inside: .works, .behind: .fails(["p.go:1: wrong", "more"]), .inFront: .loses(losses(ofAgent: true)),
      ])
    ).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(
      lines.prefix(14) == [
        "sh with set, go1.27.3, a small program", "",
        "each alone",
        "  sh        changes net/http",
        "  routinex  changes net/http, runtime",
        "  -V=full   sh does not change it", "",
        "both",
        "  routinex --inside sh  works",
        "  routinex sh           the build fails",
        "    p.go:1: wrong",
        "    more",
        "  sh routinex           sh does nothing", "",
      ])
    #expect(lines[14] == "use")
    let patches = try text(try report([.inside: .loses(losses(ofAgent: false))]))
    #expect(patches.contains("  routinex --inside sh  the patches are lost\n"))
  }

  @Test("nothing is recommended where nothing works, and each problem says what to do")
  func problems() throws {
    let outcome = OrderOutcome.loses(losses(ofAgent: true))
    let none = try report([.inside: outcome, .behind: outcome, .inFront: outcome])
    #expect(none.best == nil)
    #expect(try !text(none).contains("\nuse\n"))
    let problems: [(DoctorReport.Problem, String)] = [
      (try #require(none.problem), "do not work together in any order"),
      (.plainFails(["p.go:1: x"]), "without any toolexec program"),
      (.agentFails(["x"]), "with sh alone"), (.routinexFails(["x"]), "with routinex alone"),
      (.agentIsIdle(isMoved: false), "sh changes nothing, even alone"),
      (.agentIsIdle(isMoved: true), "rewrites files"),
      (.patchesAreIdle, "no package that set changes"),
    ]
    for (problem, words) in problems {
      let report = try report(stop: problem)
      #expect(report.problem != nil)
      #expect(DoctorText.message(problem, report).contains(words), "\(words)")
    }
    #expect(DoctorText.message(.plainFails(["p.go:1: x"]), none).hasSuffix("\n\tp.go:1: x"))
  }

  @Test("the same for a program")
  func json() throws {
    func object(_ report: DoctorReport) throws -> [String: Any] {
      let data = Data(try DoctorJSON(report: report).text.utf8)
      return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
    let works = try object(try report([.inside: .works, .inFront: .loses(losses(ofAgent: true))]))
    #expect(works["ok"] as? Bool == true)
    #expect(works["agent"] as? [String] == ["/bin/sh", "-x", "a b"])
    #expect(works["problem"] is NSNull)
    #expect(works["ids"] as? [String: String] == ["compile": "untouched", "link": "untouched"])
    let orders = try #require(works["orders"] as? [[String: Any]])
    #expect(orders.compactMap { $0["order"] as? String } == ["inside", "behind", "front"])
    #expect(orders.compactMap { $0["result"] as? String } == ["works", "works", "agentLost"])
    #expect((orders[2]["agentLost"] as? [[String: String]])?.first == ["package": "p", "tool": "compile"])
    #expect(works["use"] as? String == orders[0]["command"] as? String)
    let idle = try object(try report(stop: .agentIsIdle(isMoved: false)))
    #expect(idle["ok"] as? Bool == false)
    #expect(idle["use"] is NSNull)
    #expect((idle["problem"] as? String)?.contains("sh changes nothing") == true)
  }

  @Test("what is no agent is said")
  func agents() {
    for (words, message) in [
      ([], "which agent?"), ([""], "which agent?"), (["no-such-agent"], "on PATH"), (["/no/such"], "there is no agent"),
      (["/"], "is not a program"), (["/etc/passwd"], "cannot be run"),
    ] as [([String], String)] {
      let error = #expect(throws: Findings.self) {
        _ = try AgentCommand(words.map { ByteString($0) }, workingFolder: ByteString("/"))
      }
      #expect(error?.messages.first?.contains(message) == true, "\(words)")
    }
  }
}
