internal import Bytes
package import Findings
package import GoSyntax

/// What a declaration of a patch does. A directive is one file in `Directives/` and one line in `directives`.
package protocol Directive: SendableMetatype {
  /// The word after `//routinex:`.
  static var word: StaticString { get }
  /// Whether it may stand on one declaration several times.
  static var mayRepeat: Bool { get }
  /// Whether it may stand above a group in parentheses.
  static var isForGroups: Bool { get }
  /// Whether comments in the body of its declaration are directives too.
  static var hasAnchors: Bool { get }
  /// Whether `//routinex:each` may stand beside it.
  static var isForEach: Bool { get }

  /// Reads the directive on a declaration.
  /// - Throws: what is wrong with its argument, or with the declaration that it stands on.
  init(_ comment: DirectiveComment, on declaration: Declaration, in file: PatchFile) throws(Finding)
}

/// What a directive does to its target, as far as others beside it have to know.
package struct Effects: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// The declaration goes away, so that nothing can hold beside it.
  static let removes = Effects(rawValue: 1)
  /// The directive decides alone what becomes of the target's value or body, so that no second one can.
  static let replaces = Effects(rawValue: 2)
  /// It changes statements of the body, which may not be replaced then, and so sees the target's own names.
  static let seesTargetScope = Effects(rawValue: 4)
  /// It puts the target's body into a function literal, where the header stands once more.
  static let nests = Effects(rawValue: 8)
  /// The statements of the target's body have to be known: not for what only stands in front of them, or takes their place.
  static let readsBody = Effects(rawValue: 16)
  /// A `return` of the patch is one of the target.
  static let returnsFromTarget = Effects(rawValue: 32)
  /// The patch runs when the target has its results already.
  static let followsTarget = Effects(rawValue: 128)
  /// The target keeps what it was declared as, with more members.
  static let extends = Effects(rawValue: 64)
}

extension Directive {
  static var mayRepeat: Bool { false }
  static var isForGroups: Bool { false }
  static var hasAnchors: Bool { false }
  static var isForEach: Bool { false }
}

/// A directive that changes the declaration of the same name.
protocol TargetDirective: Directive {
  static var effects: Effects { get }
  /// The words without which nothing in the target's body concerns the directive, apart from names; nil: it has to see the statements.
  static var wordsOfBody: [StaticString]? { get }
  /// The names that it makes others of in the target, with `_1` and so on behind.
  static var newNames: [ByteString] { get }

  /// Adds the edits that the patch makes of its target.
  func apply(_ patch: Patch, to names: TargetNames, draft: inout PackageDraft) throws(Finding)
}

extension TargetDirective {
  static var wordsOfBody: [StaticString]? { nil }
  static var newNames: [ByteString] { [] }
}

/// A directive whose declaration is added, and that changes other places of the package.
protocol PackageDirective: Directive {
  /// The packages that the declaration names and that every package has which it is added to, since it has a use for it.
  func implied(by patch: Patch) -> Set<ByteString>

  /// Adds the edits that the patch makes anywhere in the package.
  func apply(_ patch: Patch, in package: TargetPackage, draft: inout PackageDraft) throws(Finding)
}

extension PackageDirective {
  /// Demands that the declaration is a function with a body.
  /// - Parameter purpose: what the function is for, as in "the function to call instead".
  static func requireFunction(_ declaration: Declaration, _ purpose: String, in file: PatchFile) throws(Finding) {
    if declaration.kind == .function, declaration.body != nil { return }
    throw Finding(
      .unfitDirective,
      "//routinex:\(word) goes on \(purpose); this is "
        + (declaration.kind == .function ? "a function without a body" : "a \(declaration.kind.rawValue)"),
      at: declaration.name, in: file)
  }
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
  Literal.self,
  Pragma.self,
  Remove.self,
]

/// The words that qualify the directive beside them.
enum Modifier: String, CaseIterable {
  /// A missing target is fine.
  case optional
  /// Parameters bind by name, and nothing is asserted about those not named.
  case byName = "by-name"
  /// The patch is for every function that the patterns select.
  case each
  /// With `each`: the target has no more parameters and results than the patch.
  case exact

  /// Whether patterns follow the word.
  var hasArgument: Bool { self == .each }
}

/// Where a directive's text stands among that of others at one offset, first to last.
enum TextOrder {
  /// The opening of a wrapper, the last one's first: it is outermost.
  static func wrapOpening(_ number: Int) -> Int { -1 - number }
  static let standard = 0
  static let deferred = 1
  static let entry = 2
  static let statement = 3
  static let body = 50
  /// The closing of a wrapper, the first one's first.
  static func wrapClosing(_ number: Int) -> Int { 100 + number }

  private static let far = 1 << 32
  /// The end of an expression around one that is there, the first one's first: in front of all that follows the statement.
  static func expressionClosing(_ number: Int) -> Int { number - far }
  /// The start of such an expression, the last one's first: behind all that precedes the statement.
  static func expressionOpening(_ number: Int) -> Int { far - number }
  /// What an expression gets in front of its first token.
  static let expression = far + 1
}

extension Declaration {
  /// Demands a function with a body, for the directives that give one.
  func requireBody(for word: StaticString, in file: PatchFile) throws(Finding) -> Body {
    guard isFunction else {
      throw Finding(
        .unfitDirective, "//routinex:\(word) goes on a function or a method; this is a \(kind.rawValue)", at: name,
        in: file)
    }
    guard let body else {
      throw Finding(.unfitDirective, "//routinex:\(word) needs a function with a body", at: name, in: file)
    }
    return body
  }
}

extension DirectiveComment {
  /// Demands that nothing follows the word.
  func requireNoArgument(in file: PatchFile) throws(Finding) {
    guard !argument.isEmpty else { return }
    throw Finding(
      .directiveArgument,
      "//routinex:\(word.text) takes no argument; remove '\(argument.text)', or write it as a separate comment",
      at: node, in: file)
  }
}

extension Patch {
  /// The body of the target, for a directive that changes one.
  func targetBody(_ target: Target) throws(Finding) -> Body {
    guard target.declaration.isFunction else {
      throw finding(
        .driftedDeclaration,
        "\(target.name) is a \(target.declaration.kind.rawValue) here (\(target.place)), not a function")
    }
    guard let body = target.declaration.body else {
      throw finding(
        .driftedDeclaration,
        "\(target.name) has no body in Go (\(target.place)): it is implemented in assembly or elsewhere; patch its "
          + "callers")
    }
    return body
  }
}
