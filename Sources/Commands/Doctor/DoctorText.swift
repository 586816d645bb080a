internal import Bytes
internal import Findings
internal import GoPackages
internal import Host

/// A report for a person.
struct DoctorText {
  let report: DoctorReport
  let terminal: Terminal

  var text: String {
    get throws(Findings) {
      var lines = [
        terminal.styled("\(report.agent.name) with \(sets), \(report.goRoot.version.shown), \(program)", .bold), "",
      ]
      let rows = links
      if !rows.isEmpty { lines += ["each alone"] + table(rows) + [""] }
      if !report.orders.isEmpty { lines += ["both"] + orders + [""] }
      if let best = report.best { lines += ["use", "  " + (try report.command(best))] + remarks(best) + [""] }
      return lines.map { $0 + "\n" }.joined()
    }
  }

  private var sets: String {
    report.sets.isEmpty ? "no patch sets" : report.sets.map(Printable.line).joined(separator: ", ")
  }

  private var program: String {
    report.packages.isEmpty ? "a small program" : report.packages.map(\.shown).joined(separator: " ")
  }

  // MARK: Links

  private var links: [(name: String, text: String)] {
    var rows: [(String, String)] = []
    if let changes = report.agentChanges { rows.append((report.agent.name, Self.changes(changes))) }
    if let changes = report.patchChanges { rows.append(("routinex", Self.changes(changes))) }
    if !report.identities.isEmpty { rows.append(("-V=full", identity)) }
    return rows
  }

  private static func changes(_ changes: DoctorReport.Changes) -> String {
    changes.isEmpty ? "changes nothing" : "changes " + list(Array(changes.keys))
  }

  /// At most five of them, by name.
  private static func list(_ units: [BuildTrace.Unit]) -> String {
    let names = units.sorted(by: BuildTrace.Unit.isBefore).map(\.text)
    let shown = names.prefix(5).joined(separator: ", ")
    return names.count > 5 ? "\(shown) and \(names.count - 5) more" : shown
  }

  private var identity: String {
    func tools(_ identity: DoctorReport.Identity) -> String {
      report.identities.filter { $0.identity == identity }.map(\.tool).joined(separator: ", ")
    }
    let (failed, stamped) = (tools(.failed), tools(.stamped))
    if !failed.isEmpty { return "\(report.agent.name) fails when it is asked for the ID of \(failed)" }
    return stamped.isEmpty
      ? "\(report.agent.name) does not change it" : "\(report.agent.name) changes the ID of \(stamped)"
  }

  // MARK: Orders

  private var orders: [String] {
    let names = report.orders.map { spelling($0.order) }
    let width = (names.map(Printable.columns).max() ?? 0) + 2
    return zip(report.orders, names).flatMap { order, name in
      let (text, details) = outcome(order.outcome)
      let styled = terminal.styled(text, order.outcome == .works ? .green : .red)
      return ["  " + Printable.padded(name, to: width) + styled] + details.map { "    " + $0 }
    }
  }

  private func spelling(_ order: ChainOrder) -> String {
    switch order {
    case .inside: "routinex --inside \(report.agent.name)"
    case .behind: "routinex \(report.agent.name)"
    case .inFront: "\(report.agent.name) routinex"
    }
  }

  private func outcome(_ outcome: OrderOutcome) -> (text: String, details: [String]) {
    switch outcome {
    case .works: return ("works", [])
    case .fails(let lines): return ("the build fails", lines)
    case .loses(let losses):
      var texts: [String] = []
      if losses.isAgentIdle {
        texts.append("\(report.agent.name) does nothing")
      } else if !losses.agent.isEmpty {
        texts.append("changes of \(report.agent.name) are lost: \(Self.list(losses.agent))")
      }
      if losses.arePatchesIdle {
        texts.append("the patches are lost")
      } else if !losses.patches.isEmpty {
        texts.append("patches are lost: \(Self.list(losses.patches))")
      }
      return (texts.joined(separator: "; "), [])
    }
  }

  /// What has to be known about the command line.
  private func remarks(_ best: ChainOrder) -> [String] {
    guard report.leavesIdentities else { return [] }
    return best == .inFront
      ? ["  always with -a: the go command cannot tell objects built with \(report.agent.name) from others"]
      : ["  -a is not needed: routinex adds a hash of \(report.agent.name) to the tools' IDs"]
  }

  private func table(_ rows: [(name: String, text: String)]) -> [String] {
    let width = (rows.map { Printable.columns($0.name) }.max() ?? 0) + 2
    return rows.map { "  " + Printable.padded($0.name, to: width) + $0.text }
  }

  // MARK: Problems

  /// What is wrong, and what to do.
  static func message(_ problem: DoctorReport.Problem, _ report: DoctorReport) -> String {
    let agent = report.agent.name
    func failure(_ what: String, _ lines: [String]) -> String {
      ([what] + lines.map { "\t" + $0 }).joined(separator: "\n")
    }
    switch problem {
    case .plainFails(let lines): return failure("the build fails without any toolexec program; fix that first:", lines)
    case .agentFails(let lines):
      return failure("the build fails with \(agent) alone, so no order can work; fix that first:", lines)
    case .routinexFails(let lines):
      return failure("the build fails with routinex alone, so no order can work; fix that first:", lines)
    case .agentIsIdle(let isMoved):
      let target =
        report.packages.isEmpty
        ? "the small program may have nothing that it looks for: name packages of your own with --package"
        : "the packages may have nothing that it looks for: name others with --package"
      return (isMoved ? "\(agent) rewrites files but changes no code in them" : "\(agent) changes nothing")
        + ", even alone, so the orders cannot be compared; \(target). It may also not support "
        + "\(report.goRoot.version.shown), or need setup first: see its documentation"
    case .patchesAreIdle:
      return "this build compiles no package that \(report.sets.joined(separator: ", ")) changes, so the orders "
        + "cannot be compared; name packages that the sets are for with --package, or other sets with --patches"
    case .noOrderWorks:
      return "\(agent) and routinex do not work together in any order; find the package that both change, and let "
        + "only one of them change it"
    }
  }
}
