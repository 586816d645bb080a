internal import ArgumentParser
internal import Bytes
internal import Findings
internal import GoSyntax

/// A patch to begin from: the declaration with its real signature, and comments that say what the directive does.
struct PatchTemplate {
  /// The directive, with its argument.
  let directive: String
  /// What stands above the directive, a line each.
  let remarks: [String]
  /// The declaration in Go.
  let code: String
  /// Import specifications.
  let imports: [String]
  /// Whether it is for the packages that use the declaration, and not for its own.
  let isForUses: Bool
  /// What its file is called besides: a declaration may have a patch of its own, too.
  let suffix: String?

  /// - Parameters:
  ///   - used: the part of the declaration that the code repeats: it says which imports are needed.
  ///   - code: the declaration in Go.
  ///   - remark: what the directive does to this declaration.
  init(
    _ directive: String, _ named: NamedDeclaration, repeating used: Range<Int>?, _ code: String, _ remark: String
  ) throws(Findings) {
    let signature =
      named.declaration.isFunction
      ? ["The signature is the original's; the build stops if that changes."] : []
    self.directive = directive
    (isForUses, suffix) = (false, nil)
    remarks = [remark] + signature
    self.code = code
    if let used {
      imports = try NeededImports.of(named.declaration, within: used, in: named.file)
    } else {
      imports = []
    }
  }

  /// For the packages that use what a directive names.
  ///
  /// - Parameter name: with its import path.
  init(usesOf name: String, _ word: String, _ remarks: [String], _ code: String, imports: [String]) {
    directive = "\(word) \(name)"
    (self.remarks, self.code, self.imports) = (remarks, code, imports)
    (isForUses, suffix) = (true, word)
  }

  /// For what a directive names in the declaration's own package.
  init(ofPackage directive: String, _ remarks: [String], _ code: String, as word: String) {
    self.directive = directive
    (self.remarks, self.code, imports) = (remarks, code, [])
    (isForUses, suffix) = (false, word)
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
    return result + "//\n//routinex:\(directive)\n\(code)\n"
  }
}

/// What `routinex new` writes for a directive. Each is one file in `Templates/` and one line in `directiveTemplates`.
protocol DirectiveTemplate: SendableMetatype {
  static var word: String { get }

  /// For every function that patterns select; nil: the directive is for one declaration.
  static var ofEach: EachTemplate? { get }
  /// Templates for a declaration, the first of which that fits is to be taken.
  static func templates(for named: NamedDeclaration) throws(Findings) -> [PatchTemplate]
}

/// One for a directive that stands above the declaration itself.
protocol DeclarationTemplate: DirectiveTemplate {
  /// Templates for a function, the first of which that fits is to be taken.
  static func ofFunction(_ function: NamedFunction) throws(Findings) -> [PatchTemplate]
  /// The template for a function without a body in Go.
  static func ofBodiless(_ named: NamedDeclaration) throws(Findings) -> PatchTemplate
  /// The template for a type, a constant or a variable.
  static func ofSpecification(_ named: NamedDeclaration) throws(Findings) -> PatchTemplate
}

let directiveTemplates: [any DirectiveTemplate.Type] = [
  BeforeTemplate.self,
  AfterTemplate.self,
  ReplaceTemplate.self,
  WrapTemplate.self,
  EditTemplate.self,
  ExtendTemplate.self,
  PragmaTemplate.self,
  RemoveTemplate.self,
  CallsTemplate.self,
  LiteralTemplate.self,
]

extension DirectiveTemplate {
  static var ofEach: EachTemplate? { nil }
}

extension DeclarationTemplate {
  static func templates(for named: NamedDeclaration) throws(Findings) -> [PatchTemplate] {
    guard named.declaration.isFunction else { return [try ofSpecification(named)] }
    guard let body = named.declaration.body else { return [try ofBodiless(named)] }
    return try ofFunction(NamedFunction(named: named, body: body))
  }

  static func ofBodiless(_ named: NamedDeclaration) throws(Findings) -> PatchTemplate {
    throw Findings(
      .unpatchable,
      "\(named.spelling) has no body in Go: it is implemented in assembly or elsewhere, so //routinex:\(word) cannot "
        + "change it; patch its callers with calls")
  }

  static func ofSpecification(_ named: NamedDeclaration) throws(Findings) -> PatchTemplate {
    throw Findings(
      .unpatchable,
      "//routinex:\(word) is for functions; \(named.spelling) is a \(named.declaration.kind.rawValue): use extend, "
        + "replace or remove")
  }
}

/// A function or a method with a body.
struct NamedFunction {
  let named: NamedDeclaration
  let body: Body

  var file: SourceFile { named.file }
  var name: String { named.spelling }
  /// All that stands above the body.
  var signature: Range<Int> { named.declaration.node.range.lowerBound..<body.range.lowerBound }
  var header: String { file.text(signature).trimmed.text }
}

extension NamedDeclaration {
  /// The keyword of its specification.
  var keyword: String {
    switch declaration.kind {
    case .type: "type"
    case .constant: "const"
    default: "var"
    }
  }

  /// The directive that is likeliest to be wanted.
  var likeliestTemplate: any DirectiveTemplate.Type {
    let isStruct = if case .structure = declaration.type?.form { true } else { false }
    switch declaration.kind {
    case .function, .method: return BeforeTemplate.self
    case .type: return isStruct && !hasUnkeyedLiterals ? ExtendTemplate.self : ReplaceTemplate.self
    case .constant, .variable: return ReplaceTemplate.self
    }
  }
}

/// A directive's word on the command line.
struct TemplateChoice: ExpressibleByArgument {
  let template: any DirectiveTemplate.Type

  init?(argument: String) {
    guard let template = directiveTemplates.first(where: { $0.word == argument }) else { return nil }
    self.template = template
  }

  /// Whether it is for the packages that use a declaration.
  var isForUses: Bool { template is CallsTemplate.Type || template is LiteralTemplate.Type }

  static var allValueStrings: [String] { directiveTemplates.map { $0.word } }
  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
