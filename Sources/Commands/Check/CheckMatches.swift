internal import Bytes
internal import Findings

/// What a row that is for many has found, as rows of a table: each match where there are few, else each package with a
/// count where those are few.
struct CheckMatches {
  struct Row {
    let name: String
    /// For each column.
    let words: [String]
  }

  let rows: [Row]

  /// What is more than that is a count.
  private static let few = 8

  /// - Parameters:
  ///   - columns: what was found, for each column.
  ///   - listsAll: whether each match has a row, however many there are.
  init(_ columns: [Set<CheckMatch>], listsAll: Bool) {
    let all = columns.reduce(into: Set<CheckMatch>()) { $0.formUnion($1) }
    if listsAll || all.count <= Self.few {
      rows = all.sorted().map { match in
        Row(name: match.shown, words: columns.map { $0.contains(match) ? Outcome.applied.word : "none" })
      }
      return
    }
    let packages = Set(all.map(\.importPath))
    guard packages.count <= Self.few else {
      rows = []
      return
    }
    rows = packages.sorted { $0.lexicographicallyPrecedes($1) }.map { path in
      Row(
        name: path.shown,
        words: columns.map { matches in
          let count = matches.count { $0.importPath == path }
          return count == 0 ? "none" : "\(count)"
        })
    }
  }
}
