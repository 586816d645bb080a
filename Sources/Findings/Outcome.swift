/// What became of a patch, or of an added declaration, in one build; of several, the last one tells most.
package enum Outcome: Int, Comparable, Sendable, CaseIterable {
  /// The file's build constraint or `//routinex:module` is not for this build.
  case notForThisVersion
  /// There is no such package in this build, or an optional target is not there.
  case nothingToDo
  case applied
  /// It cannot hold beside another patch, or beside what the package declares.
  case conflict
  /// Go that this program does not know stands where the target may be.
  case unreadable
  /// The patch itself is wrong, or cannot be applied there.
  case invalid
  /// More than one place is what the patch names.
  case ambiguous
  /// What the patch names is there, and is not what the patch says it is.
  case drifted
  /// The package has no such declaration, statement, file or use.
  case missing

  package static func < (left: Outcome, right: Outcome) -> Bool { left.rawValue < right.rawValue }
}
