package import Findings

/// What patches for many declarations have found in one package.
package struct Matches {
  private let targets: [PatchID: [String]]
  private let added: Set<PatchID>

  init(changes: [PackagePlan.Change], additions: [PackagePlan.Addition]) {
    targets = Dictionary(grouping: changes, by: \.patch.id).mapValues { $0.map(\.target) }
    added = Set(additions.flatMap(\.file.subjects))
  }

  /// The declarations that a patch has changed, each as a person writes it.
  package func targets(of patch: PatchID) -> [String] { targets[patch] ?? [] }

  /// Whether what the file says there has come into the package.
  package func hasAdded(_ subject: PatchID) -> Bool { added.contains(subject) }
}
