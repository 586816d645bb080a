internal import Bytes
internal import GoSyntax

/// Where text goes that is to run before a statement, each time that it is reached: behind the statement's label, since a
/// `goto` comes there. `break` and `continue` demand their label directly at the loop, so that one stays, and `goto`s to it
/// get a label of their own in front of the text.
struct LabelledPlace {
  let offset: Int
  /// What stands in front of the text.
  let opening: [Piece]
  private let renamed: [Rename]

  /// - Parameter all: the statements of the target, of which it is one.
  init(of statement: Statement, among all: [Statement], in names: TargetNames) {
    let file = names.target.file
    var place = statement
    while let number = place.labelled, let label = Labels.label(of: all[number].node, in: file) {
      let uses = names.labels.uses(of: label)
      guard uses.contains(where: { $0.kind == .loop }) else { break }
      place = all[number]
      let gotos = uses.filter { $0.kind == .goto }
      guard !gotos.isEmpty else { continue }
      offset = place.node.range.lowerBound
      if names.labelsInFront[offset] == nil {
        let fresh = names.freshLabel(label.name)
        names.labelsInFront[offset] = fresh
        opening = [.text(fresh + ByteString(":\n"))]
        renamed = gotos.map { Rename(range: $0.node.range, name: fresh) }
      } else {
        (opening, renamed) = ([], [])
      }
      return
    }
    offset = place.node.range.lowerBound
    (opening, renamed) = ([], [])
  }

  func gotos(for patch: Patch) -> [Edit] {
    renamed.map { Edit(replacing: $0.range, with: [.text($0.name)], for: patch) }
  }
}
