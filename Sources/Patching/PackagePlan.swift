package import Bytes
internal import GoSyntax

/// What the patches of all sets make of one package.
package struct PackagePlan {
  /// A file of the package whose text changes, by its index there.
  package struct Rewrite {
    package let fileIndex: Int
    package let bytes: ByteString
  }

  /// A file that joins the package: the declarations that a patch file adds.
  package struct Addition {
    package let file: PatchFile
    package let bytes: ByteString
  }

  /// For verbose output: which declaration was changed, by which.
  package struct Change {
    package let patch: Patch
    package let target: String
  }

  package private(set) var rewrites: [Rewrite] = []
  package private(set) var additions: [Addition] = []
  package private(set) var changes: [Change] = []

  private var edits: [Int: [Edit]] = [:]
  private var imported: [Int: [ByteString: ByteString]] = [:]

  /// Why a package cannot be patched.
  package enum Failure: Error {
    /// The patches do not fit.
    case problems(Problems)
    /// A file of the package that may hold a target cannot be read as Go: either its author made an error, which the
    /// compiler says best, or, if the compiler finds none, it has syntax that this program's grammar does not know.
    case unreadable(Problem)
  }

  /// Plans a package.
  ///
  /// - Parameter files: the patch files that apply to it, in the order of composition.
  /// - Throws: every problem of every patch, in the order of the files.
  package init(patching package: TargetPackage, with files: [PatchFile]) throws(Failure) {
    var problems = Self.conflicts(among: files)
    for patch in files.flatMap(\.patches) {
      switch package.lookup(patch) {
      case .found(let target):
        do throws(Problem) {
          try patch.directive.apply(patch, to: target, plan: &self)
          changes.append(Change(patch: patch, target: target.name))
        } catch {
          problems.append(error)
        }
      case .missing:
        if !patch.isOptional { problems.append(Self.missing(patch, in: package)) }
      case .ambiguous(let targets):
        let places = targets.map(\.place).joined(separator: ", ")
        problems.append(
          patch.problem("\(targets[0].name) is declared \(targets.count) times (\(places)); a patch needs one target"))
      case .unreadable(let file, let offset):
        throw .unreadable(
          patch.problem(
            "\(file.directiveText(at: offset).text): the Go here is not known to this version of routinex, so that the "
              + "target cannot be found for certain"))
      }
    }
    for index in edits.keys.sorted() {
      do throws(Problem) {
        rewrites.append(try Self.rewrite(index, package.source(at: index), edits[index]!))
      } catch {
        problems.append(error)
      }
    }
    additions = files.compactMap { file in Addition(of: file) }
    if !problems.isEmpty { throw .problems(Problems(problems)) }
  }

  // MARK: What directives call

  /// Adds an edit of the target's file.
  mutating func add(_ edit: Edit, in target: Target) {
    edits[target.fileIndex, default: []].append(edit)
  }

  /// Gives the target's file an import that it lacks, once.
  /// - Returns: the name of the package there: the wanted one when it is free.
  mutating func importing(
    _ path: ByteString, as wanted: ByteString, for patch: Patch, in target: Target
  ) -> ByteString {
    if let name = imported[target.fileIndex]?[path] { return name }
    let taken = Set(target.file.imports.map(\.localName))
    var name = wanted
    var number = 1
    while taken.contains(name) || imported[target.fileIndex]?.values.contains(name) == true {
      name = wanted + ByteString("_\(number)")
      number += 1
    }
    imported[target.fileIndex, default: [:]][path] = name
    if let clause = target.file.packageName {
      let text = ByteString("; import ") + name + ByteString(" \"") + path + ByteString("\"")
      add(Edit(at: clause.range.upperBound, inserting: [.text(text)], for: patch), in: target)
    }
    return name
  }

  // MARK: Parts

  private static func rewrite(
    _ index: Int, _ source: SourceFile, _ edits: [Edit]
  ) throws(Problem) -> Rewrite {
    let bytes = try Rendering.render(source, edits: edits)
    // A patch that parses, put where Go allows it, gives a file that parses. Should that ever not be so, the compiler
    // would complain about a temporary file.
    if !source.root.hasError {
      let result = SourceFile(path: source.path, bytes: bytes)
      if let error = result.root.firstError {
        throw edits[0].origin.problem(
          "the patched \(source.path.text) is no longer Go at line \(result.line(at: error.range.lowerBound)) of it; "
            + "this is a defect of routinex, please report it with this patch")
      }
    }
    return Rewrite(fileIndex: index, bytes: bytes)
  }

  /// Two files that add one name.
  private static func conflicts(among files: [PatchFile]) -> [Problem] {
    var problems: [Problem] = []
    var owners: [String: (PatchFile, Declaration)] = [:]
    for file in files {
      for declaration in file.additions {
        let name = TargetPackage.spelling(declaration, in: file.source)
        if name == "_" || name == "init" { continue }
        if let (other, first) = owners[name] {
          let position = other.source.position(at: first.name.range.lowerBound)
          problems.append(
            Problem(
              "\(name) is added a second time; the first is \(other.displayPath.text):\(position.line):"
                + "\(position.column); give one of them another name", at: declaration.name, in: file))
        } else {
          owners[name] = (file, declaration)
        }
      }
    }
    return problems
  }

  private static func missing(_ patch: Patch, in package: TargetPackage) -> Problem {
    let name = TargetPackage.spelling(patch.declaration, in: patch.file.source)
    let near = package.nearestNames(to: patch)
    let nearest = near.isEmpty ? "" : "; it has \(near.joined(separator: ", "))"
    return patch.problem(
      "package \(package.description) has no \(patch.declaration.kind.rawValue) \(name)\(nearest); name what is there, "
        + "limit the file with //go:build, or add //routinex:optional"
        + "\n\tpatch:  \(patch.declaration.header(in: patch.file.source))"
        + "\n\ttarget: none")
  }
}

extension PackagePlan.Addition {
  /// The declarations that the file adds, at their own positions; nil when it adds none.
  init?(of file: PatchFile) {
    guard !file.additions.isEmpty else { return nil }
    let source = file.source
    var blanks: [Range<Int>] = []
    var usedByPatches: Set<ByteString> = []
    for declaration in Set(file.patches.map(\.declaration.node.range.lowerBound)).sorted().compactMap({ start in
      file.patches.first { $0.declaration.node.range.lowerBound == start }?.declaration
    }) {
      blanks.append((declaration.isGrouped ? declaration.node : declaration.statement).range)
      blanks += declaration.comments.map(\.range)
      usedByPatches.formUnion(Qualifiers.all(in: declaration, of: source).map(\.name))
    }
    let used = Set(file.additions.flatMap { Qualifiers.all(in: $0, of: source).map(\.name) })
    // An import that only the patches need would be "imported and not used" here.
    for item in source.imports where usedByPatches.contains(item.localName) && !used.contains(item.localName) {
      let isGrouped = item.node.parent?.isKind("import_spec_list") ?? false
      blanks.append(isGrouped ? item.node.range : item.node.parent?.range ?? item.node.range)
    }
    self.init(file: file, bytes: Rendering.render(source, blanking: blanks))
  }
}

extension PackagePlan.Addition {
  /// A line for each declaration that is added, for verbose output.
  package var notes: [String] {
    file.additions.map { declaration in
      let position = file.source.position(at: declaration.name.range.lowerBound)
      return "add \(TargetPackage.spelling(declaration, in: file.source)), by "
        + "\(file.displayPath.text):\(position.line):\(position.column)"
    }
  }
}
