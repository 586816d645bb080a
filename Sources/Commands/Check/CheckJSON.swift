internal import Bytes
internal import GoSyntax
internal import Patching

/// A report for a program.
struct CheckJSON {
  let report: CheckReport

  init(_ report: CheckReport) { self.report = report }

  var text: String {
    JSON.object([
      ("ok", .bool(!report.hasProblem)),
      ("sets", .array(report.sets.map { .string($0) })),
      (
        "toolchains",
        .array(
          report.roots.map { .object([("version", .string($0.version.text)), ("goroot", .string($0.path.text))]) })
      ),
      ("platforms", .array(report.platforms.map { .string($0) })),
      ("modules", .array(report.copies.map(module))),
      ("declarations", .array(report.rows.rows.indices.map(declaration))),
      ("errors", .array(report.complaints.map(complaint))),
      ("notChecked", .array(report.notes.map { .string($0) })),
    ]).text + "\n"
  }

  private func module(_ copy: ModuleCopy) -> JSON {
    .object([
      ("path", .string(copy.path.text)), ("version", copy.version.map { .string($0.text) } ?? .null),
      ("folder", .string(copy.folder.text)),
    ])
  }

  private func declaration(_ index: Int) -> JSON {
    let row = report.rows.rows[index]
    let places = report.rows.files.flatMap { file in
      file.items.filter { $0.row == index }.map { item in
        JSON.object([
          ("file", .string(file.path.text)), ("line", .number(item.position.line)),
          ("column", .number(item.position.column)),
        ])
      }
    }
    return .object([
      ("set", .text(row.set)), ("package", .text(row.package)), ("declaration", .text(row.declaration)),
      ("directive", .string(row.directive)), ("places", .array(places)), ("results", .array(results(index))),
    ])
  }

  /// For each toolchain, and copy of a module, the platforms of each state.
  private func results(_ index: Int) -> [JSON] {
    struct Key: Hashable {
      let root: Int
      let copy: Int?
    }
    var order: [Key] = []
    var states: [Key: [Int: CheckState]] = [:]
    for entry in report.findings.entries where entry.row == index {
      let key = Key(root: entry.build.root, copy: entry.build.copy)
      if states[key] == nil { order.append(key) }
      let old = states[key]?[entry.build.platform] ?? .excluded
      states[key, default: [:]][entry.build.platform] = max(old, entry.state)
    }
    return order.map { key in
      let byState = Dictionary(grouping: states[key] ?? [:], by: \.value)
      let list = byState.sorted { $0.key < $1.key }.map { state, platforms in
        (state.name, JSON.array(platforms.map(\.key).sorted().map { .string(report.platforms[$0]) }))
      }
      var members: [(String, JSON)] = [("go", .string(report.roots[key.root].version.text))]
      if let copy = key.copy { members.append(("module", module(report.copies[copy]))) }
      return .object(members + [("states", .object(list))])
    }
  }

  private func complaint(_ complaint: CheckReport.Complaint) -> JSON {
    let problem = complaint.finding.problem
    return .object([
      ("kind", .string(complaint.kind)), ("message", .string(complaint.message)),
      ("file", problem.map { .string($0.path.text) } ?? .null),
      ("line", problem.map { .number($0.position.line) } ?? .null),
      ("column", problem.map { .number($0.position.column) } ?? .null),
      ("builds", .array(builds(complaint.places))),
    ])
  }

  private func builds(_ places: [CheckReport.Place]) -> [JSON] {
    func build(_ version: String, _ module: String?, _ platforms: [String]?) -> JSON {
      .object([
        ("go", .string(version)), ("module", module.map { .string($0) } ?? .null),
        ("platforms", .array((platforms ?? report.platforms).map { .string($0) })),
      ])
    }
    return places.isEmpty
      ? report.labels.map { build($0, nil, nil) } : places.map { build($0.version, $0.module, $0.platforms) }
  }
}

extension CheckReport.Complaint {
  /// `missing`, `drifted`, `conflict`, `unreadable`, `invalid`; `compiler` for what --compile found.
  var kind: String { finding.problem?.kind.rawValue ?? (finding.isOfCompiler ? "compiler" : "invalid") }
}
