internal import Bytes
internal import Findings
internal import GoPackages
internal import Weaving

/// What came of a check, put together for whoever reads it.
struct CheckReport: @unchecked Sendable {
  /// Rows and columns of one kind: the standard library by Go versions, or a module's packages by its versions.
  struct Table {
    /// nil: the standard library.
    let module: String?
    let columns: [String]
    let rows: [Row]
  }

  struct Row {
    let row: CheckRows.Row
    /// The platforms that the row's files are for, when they are not all that were looked at.
    let platforms: [String]?
    /// For each column; nil where nothing was looked at.
    let cells: [Cell?]
    /// What a row that is for many has found, a row each.
    let matches: [CheckMatches.Row]
  }

  struct Cell {
    let outcome: Outcome
    /// What a row that is for many has found; nil: the row is for one declaration.
    let matches: Set<CheckMatch>?

    /// For a table: the outcome, or the number of what was found.
    var word: String {
      guard let matches, outcome == .applied || outcome == .nothingToDo else { return outcome.word }
      return matches.isEmpty ? "none" : "\(matches.count)"
    }
  }

  /// A finding, with every build that gave it.
  struct Report {
    let finding: Finding
    /// Empty: with every toolchain.
    let builds: [Builds]
  }

  /// A toolchain, the copy of a module if it is about one, and the platforms; nil for all that were looked at.
  struct Builds {
    let version: String
    let module: String?
    let platforms: [String]?
  }

  let sets: [String]
  let roots: [GoRoot]
  /// What the toolchains are called here: `1.24.11`.
  let labels: [String]
  let platforms: [String]
  let copies: [ModuleCopy]
  let rows: CheckRows
  let findings: CheckFindings
  let notes: [String]
  let tables: [Table]
  let errors: [Report]
  /// What no build fails for, and its author should know.
  let remarks: [Finding]

  /// Whether a build would fail.
  var hasProblem: Bool { !errors.isEmpty }

  init(
    sets: [String], roots: [GoRoot], platforms: [Platform], copies: [ModuleCopy], rows: CheckRows,
    findings: CheckFindings, notes: [String], remarks: [Finding] = [], listsMatches: Bool = false
  ) {
    self.sets = sets
    self.roots = roots
    self.platforms = platforms.map(\.text)
    self.copies = copies
    self.rows = rows
    self.findings = findings
    self.notes = notes
    labels = Self.labels(roots)
    tables = Self.tables(rows, findings, labels, copies, self.platforms, listsAll: listsMatches)
    errors = Self.errors(findings, labels, copies, self.platforms)
    self.remarks = remarks + Self.remarks(rows, findings)
  }

  /// `1.24.11`; with its folder where two toolchains have one version.
  private static func labels(_ roots: [GoRoot]) -> [String] {
    roots.map { root in
      let version = root.version.text
      let short = version.hasPrefix("go") ? String(version.dropFirst(2)) : version
      return roots.count { $0.version == root.version } == 1 ? short : "\(short) \(root.path.text)"
    }
  }

  // MARK: Tables

  private static func tables(
    _ rows: CheckRows, _ findings: CheckFindings, _ labels: [String], _ copies: [ModuleCopy], _ platforms: [String],
    listsAll: Bool
  ) -> [Table] {
    var modules: [ByteString] = []
    for copy in copies where !modules.contains(copy.path) { modules.append(copy.path) }
    let standard = table(nil, labels, rows, findings.entries.filter { $0.build.copy == nil }, platforms, listsAll) {
      $0.root
    }
    let others = modules.map { path in
      let indices = copies.indices.filter { copies[$0].path == path }
      let entries = findings.entries.filter { $0.build.copy.map(indices.contains) ?? false }
      return table(path.text, indices.map { copies[$0].label }, rows, entries, platforms, listsAll) { build in
        indices.firstIndex { $0 == build.copy } ?? 0
      }
    }
    return ([standard] + others).filter { !$0.rows.isEmpty }
  }

  private static func table(
    _ module: String?, _ columns: [String], _ rows: CheckRows, _ entries: [CheckFindings.Entry], _ platforms: [String],
    _ listsAll: Bool, column: (CheckBuild) -> Int
  ) -> Table {
    var cells: [Int: [Outcome?]] = [:]
    var found: [Int: [Set<CheckMatch>]] = [:]
    var wanted: [Int: Set<Int>] = [:]
    var seen: [Int: Set<Int>] = [:]
    for entry in entries {
      let index = column(entry.build)
      var row = cells[entry.row] ?? Array(repeating: nil, count: columns.count)
      row[index] = max(row[index] ?? .notForThisVersion, entry.outcome)
      cells[entry.row] = row
      if rows.kind(of: entry.row) != nil {
        found[entry.row, default: Array(repeating: [], count: columns.count)][index].formUnion(entry.matches)
      }
      seen[entry.row, default: []].insert(entry.build.platform)
      if entry.outcome != .notForThisVersion { wanted[entry.row, default: []].insert(entry.build.platform) }
    }
    return Table(
      module: module, columns: columns,
      rows: rows.rows.indices.compactMap { index in
        guard let outcomes = cells[index] else { return nil }
        let mine = wanted[index] ?? []
        let isLimited = !mine.isEmpty && mine != seen[index]
        let found = found[index]
        // Which packages get a declaration is told by the patches that need it.
        let listed = rows.kind(of: index) == .additions && !listsAll ? nil : found
        return Row(
          row: rows.rows[index], platforms: isLimited ? mine.sorted().map { platforms[$0] } : nil,
          cells: outcomes.enumerated().map { column, outcome in
            outcome.map { Cell(outcome: $0, matches: found?[column]) }
          }, matches: listed.map { CheckMatches($0, listsAll: listsAll).rows } ?? [])
      })
  }

  // MARK: Errors and remarks

  /// The patches for many that have found nothing in any build.
  private static func remarks(_ rows: CheckRows, _ findings: CheckFindings) -> [Finding] {
    // Where it is an error, that is said already.
    let busy = Set(findings.entries.filter { !$0.matches.isEmpty || $0.outcome > .applied }.map(\.row))
    let seen = Set(findings.entries.map(\.row))
    return rows.files.flatMap(\.items).compactMap { item in
      guard let kind = item.kind, seen.contains(item.row), !busy.contains(item.row) else { return nil }
      switch kind {
      case .additions: return nil
      case .functions:
        return Finding(
          .idlePattern,
          "no function in the packages checked matches these patterns and has these parameters and results",
          at: item.place, patch: item.id)
      case .packages:
        return Finding(
          .idlePattern, "none of the packages checked has a target for this", at: item.place, patch: item.id)
      }
    }
  }

  private static func errors(
    _ findings: CheckFindings, _ labels: [String], _ copies: [ModuleCopy], _ platforms: [String]
  ) -> [Report] {
    var order: [Finding] = []
    var groups: [Finding: [CheckFindings.Sighting]] = [:]
    for sighting in findings.findings {
      let kernel = sighting.finding.kernel
      if groups[kernel] == nil { order.append(kernel) }
      groups[kernel, default: []].append(sighting)
    }
    // Which platforms were looked at with each toolchain and copy.
    var seen: [Pair: Set<Int>] = [:]
    for entry in findings.entries { seen[Pair(entry.build), default: []].insert(entry.build.platform) }
    return order.compactMap { key in
      guard let group = groups[key], let last = group.last else { return nil }
      var pairs: [Pair] = []
      var found: [Pair: Set<Int>] = [:]
      for build in group.compactMap(\.build) {
        let pair = Pair(build)
        if found[pair] == nil { pairs.append(pair) }
        found[pair, default: []].insert(build.platform)
      }
      let builds = pairs.map { pair in
        let mine = found[pair] ?? []
        return Builds(
          version: labels[pair.root], module: pair.copy.map { copies[$0].label },
          platforms: mine == seen[pair] ? nil : mine.sorted().map { platforms[$0] })
      }
      return Report(finding: last.finding, builds: builds)
    }
  }

  private struct Pair: Hashable {
    let root: Int
    let copy: Int?

    init(_ build: CheckBuild) {
      root = build.root
      copy = build.copy
    }
  }
}
