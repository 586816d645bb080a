internal import Bytes
package import Findings
internal import GoSyntax

/// What became of each patch of some files, and of what else they ask for.
package struct Outcomes {
  private let outcomes: [PatchID: Outcome]

  /// - Parameters:
  ///   - changed: the patches that found what they change.
  ///   - findings: what stopped the package, of whatever stage.
  package init(of files: [PatchFile], changed: Set<PatchID>, findings: [Finding]) {
    let own = Dictionary(
      findings.compactMap { finding in finding.patch.map { ($0, finding.id.outcome) } }, uniquingKeysWith: max)
    let ofPlaces = Dictionary(
      findings.filter { $0.patch == nil }.compactMap { finding in finding.place.map { ($0.path, finding.id.outcome) } },
      uniquingKeysWith: max)
    let isUnreadable = findings.contains { $0.id == .unreadableTarget }
    let paths = Set(files.map(\.displayPath))
    // What is about no patch file is about all of them.
    let ofAll = findings.filter { $0.patch == nil && !($0.place.map { paths.contains($0.path) } ?? false) }
      .map(\.id.outcome).max()
    var outcomes: [PatchID: Outcome] = [:]
    for file in files {
      let patches = Set(file.patches.map(\.id))
      for id in file.subjects {
        let isWithoutTarget = patches.contains(id) && !changed.contains(id)
        let found: Outcome? = own[id] ?? ofPlaces[file.displayPath] ?? ofAll
        outcomes[id] = found ?? (isUnreadable ? .unreadable : isWithoutTarget ? .nothingToDo : .applied)
      }
    }
    self.outcomes = outcomes
  }

  /// nil for a patch of another file.
  package subscript(_ patch: PatchID) -> Outcome? { outcomes[patch] }
}
