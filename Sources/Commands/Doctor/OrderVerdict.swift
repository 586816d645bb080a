internal import Bytes

/// An order in which routinex and an agent can stand in a chain; the one that suits most agents first (docs/agents.md).
enum ChainOrder: String, CaseIterable {
  case inside, behind
  case inFront = "front"
}

/// What was lost of two links' changes in a build through both.
struct OrderLosses: Equatable {
  typealias Unit = BuildTrace.Unit

  /// Where the agent's changes are not, or not all of them.
  private(set) var agent: [Unit] = []
  /// Where the patches are not, or not all of them.
  private(set) var patches: [Unit] = []
  /// Whether nothing of the one's changes is there.
  private(set) var isAgentIdle = false
  private(set) var arePatchesIdle = false

  var isEmpty: Bool { agent.isEmpty && patches.isEmpty }

  /// What each link does is known from a build through it alone.
  struct Alone {
    let plain, agent, routinex: BuildTrace

    var agentChanges: [Unit: Set<ByteString>] { agent.changes(from: plain) }
    var routinexChanges: [Unit: Set<ByteString>] { routinex.changes(from: plain) }
  }

  /// - Parameter both: a build through the two of them.
  init(of both: BuildTrace, _ alone: Alone) {
    func sorted(_ units: some Sequence<Unit>) -> [Unit] { units.sorted(by: Unit.isBefore) }
    let (agentChanges, routinexChanges) = (alone.agentChanges, alone.routinexChanges)
    agent = sorted(
      agentChanges.filter { unit, names in names.contains { !Self.hasAgent($0, unit, both, alone) } }.keys)
    isAgentIdle = agentChanges.allSatisfy { unit, names in
      names.allSatisfy { !Self.hasAgent($0, unit, both, alone) }
    }
    patches = sorted(
      routinexChanges.filter { unit, names in
        !alone.routinex[unit].marks.isSubset(of: both[unit].marks)
          || names.contains { !Self.hasPatches($0, unit, both, alone) }
      }.keys)
    arePatchesIdle = routinexChanges.allSatisfy { unit, names in
      both[unit].marks.isEmpty && names.allSatisfy { !Self.hasPatches($0, unit, both, alone) }
    }
  }

  /// Whether what the agent alone does to a part is there. The part is not compared with the agent's, since the other link may
  /// have changed it too, but with what it is without the agent.
  private static func hasAgent(
    _ name: ByteString, _ unit: Unit, _ both: BuildTrace, _ alone: Alone
  ) -> Bool {
    let withoutAgent = alone.routinex[unit].parts
    if both[unit].parts[name] != withoutAgent[name] { return true }
    // A file that the agent adds may have another name in each build.
    guard alone.plain[unit].parts[name] == nil else { return false }
    return both[unit].parts.keys.contains { alone.plain[unit].parts[$0] == nil && withoutAgent[$0] == nil }
  }

  /// The same for the patches: a part that is as without routinex has none. Of a file that is otherwise the marks tell.
  private static func hasPatches(
    _ name: ByteString, _ unit: Unit, _ both: BuildTrace, _ alone: Alone
  ) -> Bool {
    if both[unit].parts[name] != alone.agent[unit].parts[name] { return true }
    guard alone.plain[unit].parts[name] == nil else { return false }
    return both[unit].parts.keys.contains { alone.plain[unit].parts[$0] == nil && alone.agent[unit].parts[$0] == nil }
  }
}

/// What came of an order.
enum OrderOutcome: Equatable {
  case works
  case loses(OrderLosses)
  /// The build failed, with these lines.
  case fails([String])

  init(_ losses: OrderLosses) { self = losses.isEmpty ? .works : .loses(losses) }
}
