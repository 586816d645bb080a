import Bytes
import SystemInterface
import Testing

@testable import Commands

@Suite struct OrderLossesTests {
  /// Packages, and in each the code of its files; `+` is routinex's mark in one.
  private typealias Packages = [String: [String: String]]

  private static let plain: Packages = [
    "both": ["a.go": "1", "b.go": "2"], "agent": ["a.go": "3"], "patched": ["a.go": "4"], "rest": ["a.go": "5"],
  ]

  private func trace(_ changed: Packages = [:]) -> BuildTrace {
    let packages = Self.plain.merging(changed) { old, new in old.merging(new) { $1 } }
    return BuildTrace(
      packages.map { package, files in
        RecordedCall(
          tool: ByteString("compile"), package: ByteString(package),
          arguments: files.keys.sorted().filter { files[$0] != "gone" }.map { ByteString("/src/\(package)/\($0)") },
          temporary: ByteString("/t"),
          read: { path in
            let text = files[Path.lastComponent(path).text] ?? ""
            return ByteString(text + (text.contains("+") ? "\n//line routinex/set/\(package)/p.go:1\n" : ""))
          })
      })
  }

  /// The agent edits two packages and adds a file to one; routinex patches two.
  private var alone: OrderLosses.Alone {
    OrderLosses.Alone(
      plain: trace(),
      agent: trace(["both": ["a.go": "1 agent", "x1.go": "added"], "agent": ["a.go": "3 agent"]]),
      routinex: trace(["both": ["a.go": "1 +"], "patched": ["a.go": "4 +"]]))
  }

  private func outcome(_ changed: Packages) -> (agent: [String], patches: [String], losses: OrderLosses) {
    let losses = OrderLosses(of: trace(changed), alone)
    return (losses.agent.map(\.text), losses.patches.map(\.text), losses)
  }

  private let both: Packages = [
    "both": ["a.go": "1 agent +", "x2.go": "added"], "agent": ["a.go": "3 agent"], "patched": ["a.go": "4 +"],
  ]

  @Test("what both change is there; an added file may have another name")
  func works() {
    let losses = outcome(both).losses
    #expect(losses.isEmpty)
    #expect(!losses.isAgentIdle && !losses.arePatchesIdle)
    #expect(OrderOutcome(losses) == .works)
  }

  @Test("an agent that does nothing")
  func idleAgent() {
    let (agent, patches, losses) = outcome(["both": ["a.go": "1 +"], "patched": ["a.go": "4 +"]])
    #expect(agent == ["agent", "both"])
    #expect(patches == [])
    #expect(losses.isAgentIdle && !losses.arePatchesIdle)
    #expect(OrderOutcome(losses) == .loses(losses))
  }

  @Test("patches that are lost")
  func idlePatches() {
    let (agent, patches, losses) = outcome([
      "both": ["a.go": "1 agent", "x.go": "added"], "agent": ["a.go": "3 agent"],
    ])
    #expect(agent == [])
    #expect(patches == ["both", "patched"])
    #expect(!losses.isAgentIdle && losses.arePatchesIdle)
  }

  @Test("one package, or one file of it, in which one of the two is lost")
  func partly() {
    func with(_ changed: Packages) -> Packages { both.merging(changed) { $0.merging($1) { $1 } } }
    #expect(outcome(with(["both": ["a.go": "1 +"]])).agent == ["both"])
    #expect(outcome(with(["both": ["x2.go": "gone"]])).agent == ["both"])
    #expect(outcome(with(["agent": ["a.go": "3"]])).agent == ["agent"])
    #expect(outcome(with(["both": ["a.go": "1 agent"]])).patches == ["both"])
    #expect(outcome(with(["patched": ["a.go": "4"]])).patches == ["patched"])
    // Changed by someone, but without the patch file's positions.
    #expect(outcome(with(["patched": ["a.go": "4 other"]])).patches == ["patched"])
    for changed in [["both": ["a.go": "1 +"]], ["patched": ["a.go": "4"]]] as [Packages] {
      let losses = outcome(with(changed)).losses
      #expect(!losses.isAgentIdle && !losses.arePatchesIdle)
    }
  }

  @Test("a build of an agent's own beside the other does not hide its changes")
  func twice() {
    let plain = trace()
    let agent = BuildTrace(
      ["1", "1 agent"].map { text in
        RecordedCall(
          tool: ByteString("compile"), package: ByteString("rest"), arguments: [ByteString("/a.go")],
          temporary: ByteString("/t"), read: { _ in ByteString(text) })
      })
    #expect(agent.changes(from: plain).keys.contains { $0.text == "rest" })
  }

  @Test("files that lie elsewhere are no change of code, but are told")
  func moved() {
    func trace(_ folder: String) -> BuildTrace {
      BuildTrace([
        RecordedCall(
          tool: ByteString("compile"), package: ByteString("p"), arguments: [ByteString("\(folder)/a.go")],
          temporary: ByteString("/t"), read: { _ in ByteString("package p") })
      ])
    }
    #expect(trace("/t/agent").changes(from: trace("/src")).isEmpty)
    #expect(trace("/t/agent").isMoved(from: trace("/src")))
    #expect(!trace("/src").isMoved(from: trace("/src")))
  }
}
