internal import Bytes
internal import Findings
internal import GoSyntax

/// Variables of the package that need, to be initialized, a function which needs them: Go refuses that ("Package
/// initialization" in its specification), and of the literals that a patch passes on each needs the patch's function.
///
/// Only what is named is followed. A method that is called may need more; then the compiler speaks, and names the patch file
/// among the places.
struct InitializationCycle {
  private let package: TargetPackage
  private let patch: Patch
  /// Where the declarations stand in which a literal is passed on, by their files.
  private let passing: Set<[Int]>
  private let isReplaced: (Target) -> Bool

  /// Adds a finding where the literals' way through the patch's function makes such a cycle.
  static func report(
    _ uses: [LiteralUses.Use], in package: TargetPackage, _ patch: Patch, draft: inout PackageDraft
  ) {
    let current = draft
    let cycle = InitializationCycle(
      package: package, patch: patch, passing: Set(uses.map { Self.place(of: $0.target) }),
      isReplaced: { current.isReplaced(at: $0.declaration.node.range.lowerBound, in: $0) })
    if let finding = cycle.finding { draft.report(finding) }
  }

  private var finding: Finding? {
    for variable in reached(from: patch.declaration, of: patch.file.source)
    where variable.declaration.kind == .variable {
      let needed = [variable] + reached(from: variable.declaration, of: variable.file)
      guard let builder = needed.first(where: { passing.contains(Self.place(of: $0)) }) else { continue }
      let way = builder.declaration.isFunction ? " in \(builder.name) (\(builder.place))" : ""
      return patch.finding(
        .initializationCycle,
        "initialization cycle: this function uses \(variable.name) (\(variable.place)), whose initial value needs "
          + "this function for a literal\(way); do not use the variable here, or set it in an init function")
    }
    return nil
  }

  private static func place(of target: Target) -> [Int] {
    [target.fileIndex, target.declaration.node.range.lowerBound]
  }

  /// What of the package a declaration names, and what that names, and so on.
  private func reached(from declaration: Declaration, of file: SourceFile) -> [Target] {
    var result: [Target] = []
    var seen: Set<ByteString> = []
    var pending = [(declaration, file)]
    while let (declaration, file) = pending.popLast() {
      for use in file.identifiers(of: declaration).uses
      where use.declaration == nil && use.literal == nil && seen.insert(use.name).inserted {
        let added = patch.file.source.declarations(of: use.name).first { one in
          patch.file.additions.contains { $0.name.range == one.name.range }
        }
        if let added {
          if added.kind == .function { pending.append((added, patch.file.source)) }
        } else if let target = package.declaration(of: use.name), isFollowed(target) {
          result.append(target)
          pending.append((target.declaration, target.file))
        }
      }
    }
    return result
  }

  /// A variable that is declared with others may have its value from another expression than they.
  private func isFollowed(_ target: Target) -> Bool {
    let declaration = target.declaration
    switch declaration.kind {
    case .function: return !isReplaced(target)
    case .variable: return Specification(declaration).names.count == 1 && !isReplaced(target)
    default: return false
    }
  }
}
