import Bytes
@testable import GoSyntax
import TestSupport

/// Patches of types, variables and constants.
struct SpecificationPatch {
  private let declaration: Declaration
  private let writer: PatchFileWriter
  private let context: PackageContext
  private let uses: [IdentifierUse]

  private var target: TargetFile { writer.target }
  private var node: Node { declaration.node }
  private var name: String { target.text(declaration.name) }

  init(_ declaration: Declaration, in writer: PatchFileWriter, _ context: PackageContext) {
    self.declaration = declaration
    self.writer = writer
    self.context = context
    uses = Scopes.uses(in: declaration, of: writer.target.source)
  }

  func write(_ random: inout Random) {
    if context.purpose == .reading, random.chance(0.15) { return remove() }
    if declaration.isGrouped, random.chance(0.2) { return extendGroup() }
    switch declaration.kind {
    case .type: random.chance(0.6) && isExtensible ? extend() : replaceType()
    case .constant, .variable: replaceValue(&random)
    default: break
    }
  }

  private func intent(gone: Range<Int>...) -> Intent {
    Intent(file: target.index, declaration: node.range, name: declaration.name.range.lowerBound, gone: gone)
  }

  private func remove() {
    var intent = intent(gone: declaration.isGrouped ? node.range : declaration.statement.range)
    if declaration.kind == .constant { intent.gone = [declaration.name.range] }
    intent.gone += declaration.comments.map(\.range)
    let rest = declaration.kind == .type ? " int" : " = 0"
    writer.add("//routinex:remove\n\(keyword) \(name)\(rest)", intent)
  }

  private var keyword: String {
    switch declaration.kind {
    case .type: "type"
    case .constant: "const"
    default: "var"
    }
  }

  // MARK: Types

  private var isExtensible: Bool {
    guard let type = node.child(.type), node.kind == .typeDefinition else { return false }
    if type.kind == .structType { return context.purpose == .reading || context.isExtensible(name) }
    return type.kind == .interfaceType && context.purpose == .reading
  }

  private func extend() {
    guard let type = node.child(.type) else { return }
    let fresh = context.freshName()
    let parameters = node.child(.typeParameters).map { target.text($0) } ?? ""
    let item =
      type.kind == .structType
      ? "struct {\n\t// \(fresh) is new.\n\t\(fresh) int `json:\"-\"`\n\t\(fresh)s, \(fresh)t [0]bool\n}"
      : "interface {\n\t\(fresh)(n int) (err error)\n}"
    writer.add("//routinex:extend\ntype \(name)\(parameters) \(item)", intent())
  }

  /// The same definition.
  private func replaceType() {
    let definition = declaration.name.range.upperBound..<node.range.upperBound
    guard !hidesPackage else { return }
    let gone = declaration.name.range.lowerBound..<node.range.upperBound
    writer.add("//routinex:replace\ntype \(name)\(writer.copy(definition, uses))", intent(gone: gone))
  }

  // MARK: Values

  private func extendGroup() {
    let fresh = context.freshName()
    // Names below `iota` would count on.
    let items =
      switch declaration.kind {
      case .type: "\t\(name) int\n\t\(fresh) struct{}"
      case .constant: "\t\(name) = 0\n\t// \(fresh) is new.\n\t\(fresh), \(fresh)s = 7, \"seven\""
      default: "\t\(name) = 0\n\t\(fresh) = func() int { return 1 }()\n\t\(fresh)t int"
      }
    writer.add("//routinex:extend\n\(keyword) (\n\(items)\n)", intent())
  }

  /// The same value; for a constant of a group with `iota`, what it is there.
  private func replaceValue(_ random: inout Random) {
    let names = node.children(.name)
    guard names.count == 1, !hidesPackage else { return }
    let gone =
      (node.child(.type)?.range.upperBound ?? declaration.name.range.upperBound)..<node.range.upperBound
    guard declaration.kind == .constant else {
      guard let value = node.child(.value)?.children.filter(\.isNamed), value.count == 1 else { return }
      let type = node.child(.type).map { " " + writer.copy($0.range, uses) } ?? ""
      let isTyped = random.chance(0.5)
      writer.add(
        "//routinex:replace\nvar \(name)\(isTyped ? type : "") = \(writer.copy(value[0].range, uses))",
        intent(gone: gone))
      return
    }
    let specifications = declaration.statement.children.filter { $0.kind == .constSpecification }
    guard let index = specifications.firstIndex(where: { $0.range == node.range }),
      let source = specifications[...index].last(where: { $0.child(.value) != nil }),
      source.children(.name).count == 1, let value = source.child(.value),
      // Packages are called here as they are there.
      !target.text(source).contains(".")
    else { return }
    var intent = intent(gone: gone)
    if index + 1 < specifications.count { intent.gone.append(specifications[index + 1].range) }
    let type = source.child(.type).map { " " + target.text($0) } ?? ""
    writer.add(
      "//routinex:replace\nconst \(name)\(type) = \(constant(value, iota: index))", intent)
  }

  /// An expression with the number that `iota` is there.
  private func constant(_ value: Node, iota: Int) -> String {
    let text = target.source.bytes[value.range]
    let words = GoText(Array(text), file: 0, obeysDirectives: false)
    var result = ByteString()
    var copied = 0
    for index in words.tokens.indices where words.text(index).equals("iota") {
      result += words.bytes[copied..<words.tokens[index].range.lowerBound] + ByteString("\(iota)")
      copied = words.tokens[index].range.upperBound
    }
    return (result + words.bytes[copied...]).text
  }

  /// Whether a local (of a function literal) is called like a package in the patch file.
  private var hidesPackage: Bool {
    uses.contains { $0.declaration != nil && writer.packageNames.contains($0.name.text) }
  }
}
