import Bytes
import Findings
@testable import GoSyntax
import Patching

/// A package and the patches that were generated for it.
struct PackageCase {
  let package: LibraryPackage
  let files: [GeneratedFile]
  /// The functions whose calls the patches redirect.
  let calls: [(path: String, name: String)]

  private func path(of file: GeneratedFile) -> ByteString { ByteString("/patches/\(package.importPath)/\(file.name)") }

  /// The plan, made from the bytes.
  ///
  /// - Parameter isExpected: whether the package knows the patches beforehand, so that it parses as little as it can.
  private func plan(isExpected: Bool) throws -> (plan: PackagePlan, patches: [PatchFile]) {
    let patches = try files.map { file in
      try PatchFile(
        PatchFileSource(displayPath: path(of: file), positionPath: path(of: file), bytes: ByteString(file.text)))
    }
    let sources = package.files.map { TargetPackage.File(path: ByteString($0.path), bytes: $0.bytes) }
    let target = TargetPackage(
      description: "\(package.importPath)", files: sources,
      expecting: isExpected ? patches.flatMap(\.patches) : [])
    return (try Planning(target, with: patches).result(), patches)
  }

  enum Outcome {
    /// What the patches made, and what is wrong with it.
    case patched(rewrites: Int, problems: [String])
    /// The program refuses the patches and says why.
    case refused([String])
  }

  func run() throws -> Outcome {
    let made: (plan: PackagePlan, patches: [PatchFile])
    do {
      made = try plan(isExpected: true)
    } catch let findings as Findings {
      return .refused(findings.messages)
    }
    var problems: [String] = []
    let again = try plan(isExpected: false).plan
    if made.plan.rewrites.map(\.bytes) != again.rewrites.map(\.bytes)
      || made.plan.additions.map(\.bytes) != again.additions.map(\.bytes)
    {
      problems.append("two plans of the same patches differ, one with parts of files and one with whole files parsed")
    }
    for rewrite in made.plan.rewrites { problems += check(rewrite, made.patches) }
    for addition in made.plan.additions { problems += check(addition) }
    return .patched(rewrites: made.plan.rewrites.count, problems: problems)
  }

  // MARK: Patched files

  private func check(_ rewrite: PackagePlan.Rewrite, _ patches: [PatchFile]) -> [String] {
    let file = package.files[rewrite.fileIndex]
    let source = SourceFile(path: ByteString(file.path), bytes: file.bytes)
    let intents = files.flatMap(\.intents).filter { $0.file == rewrite.fileIndex }
    var fidelity = Fidelity(
      original: file.bytes, path: source.path, output: rewrite.bytes,
      patches: files.map { (path(of: $0), ByteString($0.text)) }, intents: intents, gone: replacedNames(in: source))
    let inserted = zip(files, patches).map { generated, patch in
      generated.intents.first?.file == rewrite.fileIndex ? patch.patches.flatMap(insertedRanges) : []
    }
    let problems = fidelity.check(inserted: inserted) + checkDeclarations(source, rewrite.bytes, intents, fidelity)
    return problems.map { "\(file.path): \($0)" }
  }

  /// The names of imports, which may become `_`, and the uses of functions that `calls` replaces.
  private func replacedNames(in source: SourceFile) -> [Range<Int>] {
    var result = source.imports.compactMap { $0.node.child(.name)?.range }
    guard !calls.isEmpty else { return result }
    let text = GoText(source.bytes, file: 0, obeysDirectives: false)
    for item in source.imports {
      for call in calls where item.path.equals(ByteString(call.path)) {
        for index in text.tokens.indices.dropLast(2)
        where text.text(index).equals(item.localName) && text.text(index + 2).equals(ByteString(call.name)) {
          result.append(text.tokens[index].range.lowerBound..<text.tokens[index + 2].range.upperBound)
        }
      }
    }
    return result
  }

  /// What of the patch must be in the target's file.
  private func insertedRanges(of patch: Patch) -> [Range<Int>] {
    let declaration = patch.declaration
    switch patch.word.description {
    case "before", "after", "wrap": return declaration.body.map { [$0.range] } ?? []
    case "replace":
      if let body = declaration.body { return [(body.range.lowerBound + 1)..<(body.range.upperBound - 1)] }
      if declaration.kind == .type { return [declaration.name.range.upperBound..<declaration.node.range.upperBound] }
      return declaration.node.child(.value).map { [$0.range] } ?? []
    case "edit":
      return declaration.body?.node.children.filter { child in
        child.isNamed && !(child.kind == .comment && patch.file.source.text(child).hasPrefix("//routinex:"))
      }.map(\.range) ?? []
    case "extend":
      if declaration.isGrouped {
        let end = declaration.statement.range.upperBound - 1
        return [declaration.node.range.upperBound..<end]
      }
      guard let type = declaration.node.child(.type) else { return [] }
      let start = type.firstChild(.openingBrace)?.range.upperBound ?? type.range.lowerBound
      return [start..<(type.range.upperBound - 1)]
    default: return []
    }
  }

  /// Every declaration that no patch names is at the place it had, and the text is Go where it was Go.
  private func checkDeclarations(
    _ source: SourceFile, _ output: ByteString, _ intents: [Intent], _ fidelity: Fidelity
  ) -> [String] {
    let result = SourceFile(path: source.path, bytes: output)
    if result.root.hasError != source.root.hasError { return ["the output does not parse like the original"] }
    var there: Set<String> = []
    for declaration in result.declarations {
      guard let place = fidelity.place(atOutputOffset: declaration.name.range.lowerBound), place.file == 0 else {
        continue
      }
      there.insert("\(declaration.spelling(in: result)) \(place.line):\(place.column)")
    }
    let patched = Set(intents.map(\.name))
    return source.declarations.filter { !patched.contains($0.name.range.lowerBound) }.compactMap { declaration in
      let position = source.position(at: declaration.name.range.lowerBound)
      let expected = "\(declaration.spelling(in: source)) \(position.line):\(position.column)"
      return there.contains(expected) ? nil : "\(expected) has moved or is gone"
    }
  }

  // MARK: Added files

  /// What is left of a patch file stands where it stood.
  private func check(_ addition: PackagePlan.Addition) -> [String] {
    let patch = GoText(addition.file.source.bytes, file: 0, obeysDirectives: false)
    let output = GoText(
      addition.bytes, file: -1, names: [addition.file.source.path: 0], obeysDirectives: true)
    let places = Dictionary(patch.tokens.enumerated().map { ($1.place, $0) }) { first, _ in first }
    var seen: Set<Int> = []
    var problems: [String] = []
    for (index, token) in output.tokens.enumerated() {
      if let match = places[token.place], patch.text(match).equals(output.text(index)) {
        seen.insert(match)
      } else {
        problems.append("'\(output.text(index).text)' is not at \(token.place.line):\(token.place.column) of the patch")
      }
    }
    let added = addition.file.additions.map { $0.isGrouped ? $0.node.range : $0.statement.range }
    for (index, token) in patch.tokens.enumerated()
    where !seen.contains(index) && added.contains(where: { $0.contains(token.range.lowerBound) }) {
      problems.append("'\(patch.text(index).text)' of an added declaration is lost")
    }
    let file = SourceFile(path: [], bytes: addition.bytes)
    if file.root.hasError { problems.append("the added file is no Go") }
    if file.declarations.count != addition.file.additions.count {
      problems.append("the added file has other declarations")
    }
    return problems.map { "\(addition.file.displayPath.text): \($0)" }
  }
}
