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
    func hasAgent(_ name: ByteString, _ unit: Unit) -> Bool {
      Self.has(name, unit, both, without: alone.routinex, plain: alone.plain)
    }
    func hasPatches(_ name: ByteString, _ unit: Unit) -> Bool {
      Self.has(name, unit, both, without: alone.agent, plain: alone.plain)
    }
    let (agentChanges, routinexChanges) = (alone.agentChanges, alone.routinexChanges)
    agent = sorted(
      agentChanges.filter { unit, names in names.contains { !hasAgent($0, unit) } }.keys)
    isAgentIdle = agentChanges.allSatisfy { unit, names in
      names.allSatisfy { !hasAgent($0, unit) }
    }
    patches = sorted(
      routinexChanges.filter { unit, names in
        !alone.routinex[unit].marks.isSubset(of: both[unit].marks)
          || names.contains { !hasPatches($0, unit) }
      }.keys)
    arePatchesIdle = routinexChanges.allSatisfy { unit, names in
      both[unit].marks.isEmpty && names.allSatisfy { !hasPatches($0, unit) }
    }
  }

  /// Whether what a link alone does to a part is there. The part is not compared with that link's, since the other may have
  /// changed it too, but with what it is without the link. Of a patched file that is otherwise the marks tell.
  ///
  /// - Parameter without: the build through the other link alone.
  private static func has(
    _ name: ByteString, _ unit: Unit, _ both: BuildTrace, without: BuildTrace, plain: BuildTrace
  ) -> Bool {
    let (parts, others, plain) = (both[unit].parts, without[unit].parts, plain[unit].parts)
    if parts[name] != others[name] { return true }
    // A file that the link adds may have another name in each build.
    guard plain[name] == nil else { return false }
    return parts.keys.contains { plain[$0] == nil && others[$0] == nil }
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
