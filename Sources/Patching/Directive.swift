internal import Bytes
package import GoSyntax

/// What a declaration of a patch does to the declaration of the same name. A directive is one file in `Directives/` and
/// one line in `directives`.
package protocol Directive: Sendable {
  /// The word after `//routinex:`.
  static var word: StaticString { get }

  /// Reads the directive on a declaration.
  /// - Throws: what is wrong with its argument, or with the declaration that it stands on.
  init(_ comment: DirectiveComment, on declaration: Declaration, in file: PatchFile) throws(Problem)

  /// Adds the edits that the patch makes of its target.
  func apply(_ patch: Patch, to target: Target, plan: inout PackagePlan) throws(Problem)
}

/// Every directive that a declaration may carry.
let directives: [any Directive.Type] = [
  Extend.self,
  Before.self,
]

/// The words that qualify the directive beside them.
enum Modifier: String, CaseIterable {
  /// A missing target is fine.
  case optional
}
