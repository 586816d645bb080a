internal import Bytes
package import GoSyntax

/// What a declaration of a patch does. A directive is one file in `Directives/` and one line in `directives`.
package protocol Directive: SendableMetatype {
  /// The word after `//routinex:`.
  static var word: StaticString { get }

  /// Reads the directive on a declaration.
  /// - Throws: what is wrong with its argument, or with the declaration that it stands on.
  init(_ comment: DirectiveComment, on declaration: Declaration, in file: PatchFile) throws(Problem)
}

/// A directive that changes the declaration of the same name.
protocol TargetDirective: Directive {
  /// Whether the directive decides alone what becomes of its target's text, so that no second one like it can.
  static var isExclusive: Bool { get }
  /// Whether the statements of the target's body have to be known: not for what only stands in front of them, or takes their
  /// place.
  static var readsBody: Bool { get }

  /// Adds the edits that the patch makes of its target.
  func apply(_ patch: Patch, to names: TargetNames, plan: inout PackagePlan) throws(Problem)
}

extension TargetDirective {
  static var isExclusive: Bool { false }
  static var readsBody: Bool { true }
}

/// A directive whose declaration is added, and that changes other places of the package.
protocol PackageDirective: Directive {
  /// Adds the edits that the patch makes anywhere in the package.
  func apply(_ patch: Patch, in package: TargetPackage, plan: inout PackagePlan) throws(Problem)
}

/// Every directive that a declaration may carry.
let directives: [any Directive.Type] = [
  Extend.self,
  Before.self,
  After.self,
  Replace.self,
  Wrap.self,
  EditBody.self,
  Calls.self,
  Pragma.self,
  Remove.self,
]

/// The words that qualify the directive beside them.
enum Modifier: String, CaseIterable {
  /// A missing target is fine.
  case optional
  /// Parameters bind by name, and nothing is asserted about those not named.
  case byName = "by-name"
}

/// Where a directive's text stands among that of others at one offset, first to last.
enum Layer {
  /// The opening of a wrapper, the last one's first: it is outermost.
  static func wrapOpening(_ number: Int) -> Int { -1 - number }
  static let standard = 0
  static let deferred = 1
  static let entry = 2
  static let statement = 3
  static let body = 50
  /// The closing of a wrapper, the first one's first.
  static func wrapClosing(_ number: Int) -> Int { 100 + number }
}

extension Declaration {
  /// Demands a function with a body, for the directives that give one.
  func requireBody(for word: StaticString, in file: PatchFile) throws(Problem) -> Body {
    guard isFunction else {
      throw Problem(
        "//routinex:\(word) stands on a function or a method; this is a \(kind.rawValue)", at: name, in: file)
    }
    guard let body else {
      throw Problem("//routinex:\(word) needs a function with a body", at: name, in: file)
    }
    return body
  }
}

extension DirectiveComment {
  /// Demands that nothing follows the word.
  func requireNoArgument(in file: PatchFile) throws(Problem) {
    guard !argument.isEmpty else { return }
    throw Problem(
      "//routinex:\(word.text) takes no argument; take away '\(argument.text)', or write it as a comment of its own",
      at: node, in: file)
  }
}

extension Patch {
  /// The body of the target, for a directive that changes one.
  func targetBody(_ target: Target) throws(Problem) -> Body {
    guard target.declaration.isFunction else {
      throw problem(
        "\(target.name) is a \(target.declaration.kind.rawValue) here (\(target.place)), no function", .drifted)
    }
    guard let body = target.declaration.body else {
      throw problem(
        "\(target.name) has no body in Go (\(target.place)); it is implemented in assembly or elsewhere, out of reach",
        .drifted)
    }
    return body
  }
}
