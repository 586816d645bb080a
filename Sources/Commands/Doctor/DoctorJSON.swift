internal import Bytes
internal import Findings
internal import GoPackages

/// A report for a program.
struct DoctorJSON {
  let report: DoctorReport

  var text: String {
    get throws(Findings) {
      var orders: [JSON] = []
      for order in report.orders { orders.append(try self.order(order)) }
      var use: JSON = .null
      if let best = report.best { use = .string(try report.command(best)) }
      return JSON.object([
        ("ok", .bool(report.problem == nil)),
        ("agent", .texts(report.agent.words)),
        ("sets", .array(report.sets.map { .string($0) })),
        ("go", .object([("version", .text(report.goRoot.version)), ("goroot", .text(report.goRoot.path))])),
        ("packages", report.packages.isEmpty ? .null : .texts(report.packages)),
        ("ids", .object(report.identities.map { ($0.tool, .string(name($0.identity))) })),
        ("agentChanges", report.agentChanges.map(changes) ?? .null),
        ("patchChanges", report.patchChanges.map(changes) ?? .null),
        ("orders", .array(orders)),
        ("use", use),
        ("problem", report.problem.map { .string(DoctorText.message($0, report)) } ?? .null),
      ]).text + "\n"
    }
  }

  private func name(_ identity: DoctorReport.Identity) -> String {
    switch identity {
    case .untouched: "untouched"
    case .stamped: "stamped"
    case .failed: "failed"
    }
  }

  private func changes(_ changes: DoctorReport.Changes) -> JSON {
    .array(
      changes.sorted { BuildTrace.Unit.isBefore($0.key, $1.key) }.map { unit, names in
        .object(place(unit) + [("parts", .texts(names.sorted { $0.lexicographicallyPrecedes($1) }))])
      })
  }

  private func place(_ unit: BuildTrace.Unit) -> [(String, JSON)] {
    [("package", .text(unit.package)), ("tool", .text(unit.tool))]
  }

  private func order(_ order: DoctorReport.Order) throws(Findings) -> JSON {
    var (result, agent, patches, message) = ("works", [JSON](), [JSON](), JSON.null)
    switch order.outcome {
    case .works: break
    case .fails(let lines): (result, message) = ("fails", .string(lines.joined(separator: "\n")))
    case .loses(let losses):
      result = losses.agent.isEmpty ? "patchesLost" : losses.patches.isEmpty ? "agentLost" : "bothLost"
      (agent, patches) = (losses.agent.map { .object(place($0)) }, losses.patches.map { .object(place($0)) })
    }
    return .object([
      ("order", .string(order.order.rawValue)), ("command", .string(try report.command(order.order))),
      ("result", .string(result)), ("agentLost", .array(agent)), ("patchesLost", .array(patches)), ("message", message),
    ])
  }
}
