internal import Bytes
internal import GoSyntax

/// Where the patches of a package have their targets, and what is said of those that have none.
extension PackagePlan {
  /// The names that are looked up in the package.
  static func names(in files: [PatchFile]) -> Set<ByteString> {
    var result: Set<ByteString> = []
    for file in files {
      result.formUnion(file.source.declarations.map { Array(file.source.text($0.name)) })
      result.formUnion(file.source.imports.map { $0.name ?? PackageNameGuess.all($0.path).first ?? $0.path })
    }
    return result
  }

  func match(
    _ patches: [Patch], _ problems: inout [Problem]
  ) throws(Failure) -> [(patch: Patch, target: Target)] {
    var result: [(Patch, Target)] = []
    var missingCount = 0
    for patch in patches where patch.directive is any TargetDirective {
      if let problem = package.refusal(of: patch) {
        if !patch.isOptional { problems.append(problem) }
        continue
      }
      switch package.lookup(patch) {
      case .found(let target):
        result.append((patch, target))
      case .missing:
        if !patch.isOptional {
          problems.append(missing(patch, rank: missingCount))
          missingCount += 1
        }
      case .ambiguous(let targets):
        let places = targets.map(\.place).joined(separator: ", ")
        problems.append(
          patch.problem(
            "\(targets[0].name) is declared \(targets.count) times (\(places)); a patch needs one target",
            .drifted))
      case .unreadable(let file, let offset):
        throw Self.unreadable(file, at: offset, for: patch, of: [])
      }
    }
    return result
  }

  /// - Parameter files: the patch files; the first one stands for them where there is no patch.
  static func unreadable(
    _ file: SourceFile, at offset: Int, for patch: Patch?, of files: [PatchFile]
  ) -> Failure {
    let place = file.directiveText(at: offset).text
    let what =
      file.limit.map { "\($0.message), which is more than routinex can parse" }
      ?? "the Go here is not known to this version of routinex"
    let message = "\(place): \(what), so that the target cannot be found for certain"
    let problem =
      patch?.problem(message, .unreadable) ?? Problem(message, at: 0, in: files[0], kind: .unreadable)
    return .unreadable(problem)
  }

  /// A patch file is a file of the package it patches; only below `...` the names cannot be known.
  static func misnamed(_ files: [PatchFile], _ package: TargetPackage) -> [Problem] {
    guard let name = package.name else { return [] }
    return files.compactMap { file in
      guard !file.isWildcard, let clause = file.source.packageName, !file.source.text(clause).equals(name) else {
        return nil
      }
      return Problem(
        "this patches package \(name.text), and its package clause says \(file.source.text(clause).text); write 'package "
          + "\(name.text)'", at: clause, in: file)
    }
  }

  /// - Parameter rank: how many targets were missing before. One that is misspelled is looked for among all names, which is
  ///   of no use where a hundred are.
  private func missing(_ patch: Patch, rank: Int) -> Problem {
    let near = rank < 50 ? package.nearest(to: patch) : []
    let names = near.isEmpty ? "" : "; it has \(near.map(\.name).joined(separator: ", "))"
    let headers =
      near.first.map { HeaderComparison.lines(patch, $0, label: "nearest:") }
      ?? "\tpatch:  \(patch.declaration.header(in: patch.file.source))\n\ttarget: none"
    return patch.problem(
      "package \(package.description) has no \(patch.declaration.kind.rawValue) \(patch.name)\(names); name what is "
        + "there, limit the file with //go:build, or add //routinex:optional\n" + headers, .missing)
  }

  static func inOrder(_ problems: [Problem], of files: [PatchFile]) -> [Problem] {
    let ranks = Dictionary(
      files.enumerated().map { ($0.element.displayPath, $0.offset) }, uniquingKeysWith: { first, _ in first })
    func rank(_ problem: Problem) -> (Int, Int, Int) {
      let file = ranks[problem.path] ?? files.count
      return (file, problem.position.line, problem.position.column)
    }
    return problems.enumerated().sorted { left, right in
      let (a, b) = (rank(left.element), rank(right.element))
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }
}
