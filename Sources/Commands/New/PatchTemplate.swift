internal import Bytes
internal import GoSyntax

/// A patch to begin from: the declaration with its real signature, and comments that say what the directive does.
struct PatchTemplate {
  let directive: Word
  /// What stands above the directive, a line each.
  let remarks: [String]
  /// The declaration in Go.
  let code: String
  /// Import specifications.
  let imports: [String]

  /// The directives that a template exists for.
  enum Word: String, CaseIterable {
    case before, after, replace, wrap, edit, extend, pragma, remove

    /// The one that is likeliest to be wanted.
    static func standard(for named: NamedDeclaration) -> Word {
      let isStruct = if case .structure = named.declaration.type?.form { true } else { false }
      switch named.declaration.kind {
      case .function, .method: return .before
      case .type: return isStruct && !named.hasUnkeyedLiterals ? .extend : .replace
      case .constant, .variable: return .replace
      }
    }
  }

  /// The patch file.
  ///
  /// - Parameters:
  ///   - package: the name in the package clause.
  ///   - constraint: the expression of its `//go:build` line.
  func text(package: String, constraint: String?) -> String {
    var result = constraint.map { "//go:build \($0)\n\n" } ?? ""
    result += "package \(package)\n\n"
    if imports.count == 1 { result += "import \(imports[0])\n\n" }
    if imports.count > 1 { result += "import (\n" + imports.map { "\t\($0)\n" }.joined() + ")\n\n" }
    result += remarks.map { "// \($0)\n" }.joined()
    let argument = directive == .pragma ? " go:noinline" : ""
    return result + "//\n//routinex:\(directive.rawValue)\(argument)\n\(code)\n"
  }
}
