/// What is not generated while it is `true`.
enum Avoided {
  /// An `edit` with `all` whose statements declare a name or a label: they stand in a block each time, which the reader of
  /// the outcome does not expect, and a label is refused.
  static let repeatedAnchors = true
}
