/// Defects that are known and not yet mended: what meets them is not generated while they are `true`.
enum Avoided {
  /// A type parameter called like a type of another package: `func f[Hash hash.Hash](h Hash)`.
  static let typeParametersLikeTypes = true
  /// An `edit` with `all` puts the same labels and locals in several times.
  static let repeatedAnchors = true
  /// When two neighbours of a constant group are replaced, and the second one repeats the first one's expression, it gets
  /// two expressions; with types (`B T = iota T = 1`) not even the check of the result sees it.
  static let neighbouringConstants = true
  /// `(int, map[string]rune)` is read as two parameters `int` and `map` of type `[string]rune`; so are other types that
  /// start with a keyword, behind one that is an identifier.
  static let keywordsAsNames = true
  /// `[pkg.Size]byte` in a signature is not compared by the package's import path.
  static let qualifiedLengths = true
  /// A call that `calls` redirects at the very place of an insertion has the position of the patch.
  static let callsAtAnchors = true
}
