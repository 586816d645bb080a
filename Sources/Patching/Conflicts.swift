internal import Bytes
package import Findings
internal import GoSyntax

/// Patches that cannot both hold, found without the package: two that decide alone about one declaration, a removal
/// beside anything else, one added name twice.
package enum Conflicts {
  /// - Parameter files: patch files of one package, in the order of composition.
  package static func find(among files: [PatchFile]) -> [Finding] {
    var problems: [Finding] = []
    var first: [String: Patch] = [:]
    var owners: [String: (file: PatchFile, declaration: Declaration)] = [:]
    for file in files {
      // What patterns select is not known here, and what goes with them decides alone about nothing.
      for patch in file.patches where patch.targetDirective != nil && patch.each == nil {
        let name = key(patch.declaration, in: file)
        guard let other = first[name] else {
          first[name] = patch
          continue
        }
        if let message = conflict(other, patch) { problems.append(patch.finding(.conflictingPatches, message)) }
        if Self.isExclusive(patch) { first[name] = patch }
      }
      for declaration in file.additions {
        let name = key(declaration, in: file)
        if name == "_" || name == "init" { continue }
        if let owner = owners[name] {
          problems.append(
            Finding(
              .takenName,
              "\(declaration.spelling(in: file.source)) is already added at "
                + "\(owner.file.place(at: owner.declaration.name.range.lowerBound)); rename one of the two",
              at: declaration.name, in: file
            ).of(file.id(ofAdded: declaration)))
        } else {
          owners[name] = (file, declaration)
        }
      }
    }
    return problems
  }

  /// A method is one of its type, whether the receiver is a pointer or not.
  private static func key(_ declaration: Declaration, in file: PatchFile) -> String {
    let name = file.source.text(declaration.name).text
    return declaration.receiverType.map { "\(file.source.text($0).text).\(name)" } ?? name
  }

  private static func isExclusive(_ patch: Patch) -> Bool { !patch.effects.isDisjoint(with: [.removes, .replaces]) }

  private static func conflict(_ left: Patch, _ right: Patch) -> Wording? {
    let both = left.effects.union(right.effects)
    // The statements that an edit names are gone where the body is replaced.
    let editsReplaced = both.isSuperset(of: [.replaces, .seesTargetScope])
    guard both.contains(.removes) || editsReplaced || (isExclusive(left) && isExclusive(right)) else { return nil }
    return
      "//routinex:\(right.word) of \(right.name) conflicts with //routinex:\(left.word) of it at \(left.place); "
      + "remove one of the two"
  }
}

/// Added declarations whose name the package has already.
enum Collisions {
  static func find(among files: [PatchFile], in package: TargetPackage) -> [Finding] {
    let removed = Set(files.flatMap(\.patches).filter { $0.effects.contains(.removes) }.map(\.name))
    return files.flatMap { file in
      file.additions.compactMap { declaration -> Finding? in
        let name = Array(file.source.text(declaration.name))
        guard declaration.kind != .method, !name.equals("_"), !name.equals("init"),
          let existing = package.declaration(of: name)
        else { return nil }
        // A directive may take the old one away.
        if removed.contains(name.text) { return nil }
        return Finding(
          .takenName,
          "the package already declares \(name.text) (\(existing.place)); add a directive, such as "
            + "//routinex:replace, or choose another name", at: declaration.name, in: file
        ).of(file.id(ofAdded: declaration))
      }
    }
  }
}
