/// Something that a person has to know: what is wrong, where, and what to do. Presenters make text of it: the terminal, JSON,
/// SARIF, and the standard error of a tool's call.
package struct Finding: Error, Hashable, Sendable {
  package let id: ID
  /// The place that is to be changed; nil where there is none.
  package let place: Place?
  /// The patch, or the added declaration, that it is about; nil: its whole file, or no patch.
  package private(set) var patch: PatchID?
  /// One sentence or two.
  package let message: Wording
  /// What the patch says of its target, and what that is.
  package let comparison: Comparison?
  /// What else there is to say, a line each.
  package let notes: [Wording]

  package init(
    _ id: ID, _ message: Wording, at place: Place? = nil, patch: PatchID? = nil, comparison: Comparison? = nil,
    notes: [Wording] = []
  ) {
    self.id = id
    self.message = message
    self.place = place
    self.patch = patch
    self.comparison = comparison
    self.notes = notes
  }

  /// The finding as one of a patch, unless it is one already.
  package func of(_ patch: PatchID) -> Finding {
    var finding = self
    if finding.patch == nil { finding.patch = patch }
    return finding
  }

  /// All but the place: the message, the two headers and the notes, on lines of their own.
  package var wording: Wording {
    ([message] + (comparison.map { [$0.wording] } ?? []) + notes.map { "\t" + $0 }).joined(separator: "\n")
  }

  /// `FILE:LINE:COLUMN: MESSAGE`, with what belongs to it on further lines.
  package var text: String { (place.map { "\($0.shown): " } ?? "") + wording.text }

  /// What findings of several builds that are one to a reader have in common: all but the positions in the target.
  package var kernel: Finding {
    Finding(
      id, message.withoutPositions, at: place, comparison: comparison?.withoutPositions,
      notes: notes.map(\.withoutPositions))
  }

  /// Every place that the finding names besides its own, in order.
  package var otherPlaces: [Place] {
    message.places + [comparison?.patch.place, comparison?.target.place].compactMap(\.self) + notes.flatMap(\.places)
  }

  /// The finding for a reader of many builds: see `Wording.ofAllBuilds`.
  package func ofAllBuilds(path: (Place) -> Place) -> Finding {
    Finding(
      id, message.ofAllBuilds(path: path), at: place, patch: patch, comparison: comparison?.ofAllBuilds(path: path),
      notes: notes.map { $0.ofAllBuilds(path: path) })
  }
}

/// What stops a call or a command: one finding or more, in file order. Without any, everything has been said already.
package struct Findings: Error, Sendable {
  package let list: [Finding]

  package init(_ list: [Finding]) { self.list = list }
  package init(_ finding: Finding) { list = [finding] }
  package init(_ id: Finding.ID, _ message: Wording) { list = [Finding(id, message)] }

  /// For standard error, the program's name not included.
  package var messages: [String] { list.map(\.text) }

  /// Whether a file of the package that may hold a target cannot be read as Go: either its author made an error, which the
  /// compiler says best, or, if the compiler finds none, it has syntax that this program's grammar does not know.
  package var isUnreadable: Bool { list.contains { $0.id == .unreadableTarget } }
}
