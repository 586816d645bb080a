internal import Bytes
internal import Findings
internal import GoPackages
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
      ("errors", .array(report.errors.map(error))),
      ("remarks", .array(report.remarks.map { .object(members(of: $0)) })),
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
    let places = report.rows.files.flatMap(\.items).filter { $0.row == index }.map { place($0.place) }
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
    var states: [Key: [Int: Outcome]] = [:]
    var matches: [Key: Set<CheckMatch>] = [:]
    for entry in report.findings.entries where entry.row == index {
      let key = Key(root: entry.build.root, copy: entry.build.copy)
      if states[key] == nil { order.append(key) }
      let old = states[key]?[entry.build.platform] ?? .notForThisVersion
      states[key, default: [:]][entry.build.platform] = max(old, entry.outcome)
      matches[key, default: []].formUnion(entry.matches)
    }
    return order.map { key in
      let byState = Dictionary(grouping: states[key] ?? [:], by: \.value)
      let list = byState.sorted { $0.key < $1.key }.map { state, platforms in
        (state.name, JSON.array(platforms.map(\.key).sorted().map { .string(report.platforms[$0]) }))
      }
      var members: [(String, JSON)] = [("go", .string(report.roots[key.root].version.text))]
      if let copy = key.copy { members.append(("module", module(report.copies[copy]))) }
      members.append(("states", .object(list)))
      if report.rows.kind(of: index) != nil {
        members.append(("matches", .array((matches[key] ?? []).sorted().map(match))))
      }
      return .object(members)
    }
  }

  private func match(_ match: CheckMatch) -> JSON {
    .object(
      [("package", .text(match.importPath))] + (match.declaration.map { [("declaration", .string($0))] } ?? []))
  }

  private func error(_ error: CheckReport.Report) -> JSON {
    .object(members(of: error.finding) + [("builds", .array(builds(error.builds)))])
  }

  private func members(of finding: Finding) -> [(String, JSON)] {
    [
      ("id", .string(finding.id.rawValue)), ("kind", .string(finding.kind)), ("message", .string(finding.text)),
      ("file", finding.place.map { .string($0.path.text) } ?? .null),
      ("line", finding.place?.line.map { .number($0) } ?? .null),
      ("column", finding.place?.column.map { .number($0) } ?? .null),
      ("places", .array(finding.otherPlaces.map(place))),
    ]
  }

  /// A place that the message names: of a target, or of another patch.
  private func place(_ place: Place) -> JSON {
    .object([
      ("file", .string(place.path.text)), ("line", place.line.map { .number($0) } ?? .null),
      ("column", place.column.map { .number($0) } ?? .null),
    ])
  }

  private func builds(_ list: [CheckReport.Builds]) -> [JSON] {
    func build(_ version: String, _ module: String?, _ platforms: [String]?) -> JSON {
      .object([
        ("go", .string(version)), ("module", module.map { .string($0) } ?? .null),
        ("platforms", .array((platforms ?? report.platforms).map { .string($0) })),
      ])
    }
    return list.isEmpty
      ? report.labels.map { build($0, nil, nil) }
      : list.map { build($0.version, $0.module, $0.platforms) }
  }
}

extension Finding {
  /// `missing`, `drifted`, `ambiguous`, `conflict`, `unreadable`, `invalid`; `compiler` for what --compile found; `idle`
  /// and `unkept` for remarks.
  fileprivate var kind: String {
    switch id {
    case .compiler: "compiler"
    case .idlePattern: "idle"
    case .unkeptPatches: "unkept"
    default: id.outcome.kind
    }
  }
}
