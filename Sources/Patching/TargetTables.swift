internal import Bytes
internal import Findings
internal import GoSyntax

/// What is read once of targets, for all the patches that ask: one statement may declare many.
final class TargetTables {
  private struct Place: Hashable {
    let file: Int
    let offset: Int
  }

  private var specifications: [Place: Specification] = [:]
  private var constants: [Place: Constants] = [:]
  private var embedDirectives: [Place: [Int: [Node]]] = [:]

  func specification(of target: Target) -> Specification {
    let place = Place(file: target.fileIndex, offset: target.declaration.node.range.lowerBound)
    if let known = specifications[place] { return known }
    let result = Specification(target.declaration)
    specifications[place] = result
    return result
  }

  /// The specifications of the target's `const` statement.
  func constants(around target: Target) -> Constants {
    let place = Place(file: target.fileIndex, offset: target.declaration.statement.range.lowerBound)
    if let known = constants[place] { return known }
    let result = Constants(of: target.declaration)
    constants[place] = result
    return result
  }

  /// The `//go:embed` lines that are about a variable. Other comments and blank lines may stand between
  /// (https://pkg.go.dev/embed, Directives).
  func embedDirectives(of target: Target) -> [Node] {
    let declaration = target.declaration
    guard declaration.kind == .variable, target.file.mayEmbed else { return [] }
    let node = declaration.isGrouped ? declaration.node : declaration.statement
    let place = Place(
      file: target.fileIndex, offset: declaration.isGrouped ? declaration.statement.range.lowerBound : -1)
    if let known = embedDirectives[place] { return known[node.range.lowerBound] ?? [] }
    let result = target.file.embedDirectives(among: declaration.isGrouped ? declaration : nil)
    embedDirectives[place] = result
    return result[node.range.lowerBound] ?? []
  }
}
