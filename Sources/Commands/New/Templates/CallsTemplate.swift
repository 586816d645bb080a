internal import Bytes
internal import Findings
internal import GoSyntax

/// For the packages that call the function. It serves where there is no body in Go, too.
enum CallsTemplate: DirectiveTemplate {
  static let word = "calls"

  static func templates(for named: NamedDeclaration) throws(Findings) -> [PatchTemplate] {
    let (file, declaration, name) = (named.file, named.declaration, named.spelling)
    guard declaration.isFunction, declaration.receiverType == nil else {
      throw Findings(
        .unpatchable,
        "//routinex:calls is for functions; \(name) is a \(declaration.kind.rawValue)"
          + (declaration.isFunction ? ": use wrap, which patches the method itself" : ""))
    }
    guard isExported(file.text(declaration.name)), !named.isOfCommand else {
      throw Findings(
        .unpatchable,
        "//routinex:calls is for calls from other packages, and none can call \(name); use wrap, which patches the "
          + "function itself")
    }
    let own = named.packageImport(besides: try NeededImports.of(declaration, within: named.header, in: file))
    var forwarding = Forwarding(of: declaration, in: file, calling: own.name)
    forwarding.rename(to: named.patchedName)
    try forwarding.qualify(named.declaredNames, with: own.name)
    let result = declaration.hasResults ? "return " : ""
    return [
      PatchTemplate(
        usesOf: "\(named.importPath).\(name)", word,
        [
          "Those packages call this function instead of \(own.name).\(name); here that is still the original.",
          "You can add a last parameter of type context.Context or *http.Request: each call passes its nearest such "
            + "variable.",
        ],
        "\(forwarding.header) {\n\t\(result)\(forwarding.call("\(own.name).\(name)"))\n}", imports: own.imports)
    ]
  }
}
