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
    let declarations: [Declaration]
    package let bytes: ByteString
    let imports: [GoSyntax.Import]
  }

  /// For verbose output: which declaration was changed, by which.
  package struct Change {
    package let patch: Patch
    package let target: String
  }

  /// Why a package cannot be patched.
  package enum Failure: Error {
    /// The patches do not fit.
    case problems(Problems)
    /// A file of the package that may hold a target cannot be read as Go: either its author made an error, which the
    /// compiler says best, or, if the compiler finds none, it has syntax that this program's grammar does not know.
    case unreadable(Problem)
  }

  /// An import that the patches bring into the package.
  package struct Import {
    package let path: ByteString
    package let file: PatchFile
    /// Where the patch file imports it.
    package let offset: Int
  }

  /// The packages that patched and added files import on behalf of patches.
  package private(set) var imports: [Import] = []
  package private(set) var rewrites: [Rewrite] = []
  package private(set) var additions: [Addition] = []
  package private(set) var changes: [Change] = []

  /// The package's functions that its assembly calls or takes the address of.
  let assemblyReferences: Set<ByteString>

  let package: TargetPackage
  let literalKeys: LiteralKeys
  private let restatesPositions: Bool
  private var edits: [Int: [Edit]] = [:]
  private var removed: [Int: [Range<Int>]] = [:]
  /// The same, made when it is asked for.
  private var removedParts: [Int: OuterRanges] = [:]
  private var replaced: [Int: Set<Int>] = [:]
  private var imported: [Int: [ByteString: ByteString]] = [:]
  private var demanded: [Int: Set<ByteString>] = [:]
  /// The names that a file has for packages, or may have, those that it gets among them.
  private var importNames: [Int: Set<ByteString>] = [:]
  private var neededImports: [Int: Set<ByteString>] = [:]
  private var wraps: [TargetKey: Int] = [:]
  private var reported: [Problem] = []
  private var unused: [Patch] = []
  private var extended: [(patch: Patch, target: Target)] = []

  private struct TargetKey: Hashable {
    let fileIndex: Int
    let offset: Int

    init(_ target: Target) {
      fileIndex = target.fileIndex
      offset = target.declaration.name.range.lowerBound
    }
  }

  /// Plans a package.
  ///
  /// - Parameters:
  ///   - files: the patch files that apply to it, in the order of composition.
  ///   - restatesPositions: whether a program behind this one may print the files anew: see `Rendering`.
  /// - Throws: every problem of every patch, in the order of the files.
  package init(
    patching package: TargetPackage, with files: [PatchFile], assemblyReferences: Set<ByteString> = [],
    restatesPositions: Bool = false
  ) throws(Failure) {
    self.package = package
    literalKeys = LiteralKeys(package: package, files: files)
    self.assemblyReferences = assemblyReferences
    self.restatesPositions = restatesPositions
    package.expect(Self.names(in: files))
    for file in files { file.source.learnPackageNames(package.packageNames) }
    let missing = MissingImports(package, files)
    var problems = Conflicts.find(among: files) + Self.misnamed(files, package)
    let matched = try match(files.flatMap(\.patches), &problems)

    for (patch, target) in matched where patch.directive is Replace {
      replaced[target.fileIndex, default: []].insert(target.declaration.node.range.lowerBound)
    }
    var targets: [(key: TargetKey, target: Target)] = []
    var patches: [TargetKey: [Patch]] = [:]
    var targetsOfPatches: [ObjectIdentifier: Target] = [:]
    for (patch, target) in matched {
      let key = TargetKey(target)
      if patches[key] == nil { targets.append((key, target)) }
      patches[key, default: []].append(patch)
      targetsOfPatches[ObjectIdentifier(patch)] = target
    }
    var names: [TargetKey: TargetNames] = [:]
    for (key, target) in targets {
      do throws(Problem) {
        names[key] = try TargetNames(target, keys: literalKeys, patches: patches[key] ?? [])
      } catch {
        problems.append(error)
      }
    }
    var last: [TargetKey: Patch] = [:]
    for patch in files.flatMap(\.patches) {
      do throws(Problem) {
        if let directive = patch.directive as? any PackageDirective {
          try directive.apply(patch, in: package, plan: &self)
          if unused.last !== patch { changes.append(Change(patch: patch, target: patch.name)) }
          continue
        }
        guard let directive = patch.directive as? any TargetDirective,
          let target = targetsOfPatches[ObjectIdentifier(patch)], let names = names[TargetKey(target)]
        else { continue }
        try missing.require(of: patch, in: names)
        try directive.apply(patch, to: names, plan: &self)
        last[TargetKey(target)] = patch
        changes.append(Change(patch: patch, target: target.name))
      } catch {
        problems.append(error)
      }
    }
    removedParts = removed.mapValues(OuterRanges.init)
    for (key, _) in targets {
      guard let names = names[key], let origin = last[key] else { continue }
      for edit in names.edits(for: origin) where !isRemoved(edit.range, fileIndex: key.fileIndex) {
        add(edit, in: names.target)
      }
    }
    problems +=
      reported + Collisions.find(among: files, in: package) + missing.ofAdditions()
      + missing.ofOneName()
    for (patch, target) in extended {
      let literals = PositionalLiterals(of: target, in: package)
      problems += literals.problems(for: patch) { isRemoved($0, fileIndex: $1) }
    }
    if problems.isEmpty { render(&problems) }
    let unusedOfFiles = Dictionary(grouping: unused) { ObjectIdentifier($0.file) }
    additions = files.compactMap { file in
      Addition(
        of: file, in: package, except: unusedOfFiles[ObjectIdentifier(file)]?.map(\.declaration) ?? [],
        restatesPositions: restatesPositions)
    }
    for addition in additions {
      imports += addition.imports.map { Import(path: $0.path, file: addition.file, offset: $0.node.range.lowerBound) }
    }
    if let file = package.unparsed {
      throw Self.unreadable(file, at: file.firstError ?? 0, for: files.flatMap(\.patches).first, of: files)
    }
    if !problems.isEmpty {
      throw .problems(
        Problems(Self.inOrder(problems, of: files), fitting: Set(changes.map(\.patch.id))))
    }
  }

  // MARK: What directives call

  /// Adds an edit of the target's file.
  mutating func add(_ edit: Edit, in target: Target) {
    edits[target.fileIndex, default: []].append(edit)
  }

  /// Adds a problem beside the one that a directive may throw.
  mutating func report(_ problem: Problem) { reported.append(problem) }

  /// Says that the function of a `calls` has no use in the package, so that it need not be added.
  mutating func leaveOut(_ patch: Patch) { unused.append(patch) }

  /// Says that a range of the target's file goes away: what only it used need not be imported any more.
  mutating func remove(_ range: Range<Int>, in target: Target) {
    removed[target.fileIndex, default: []].append(range)
  }

  /// Says that a struct type gets more fields.
  mutating func extend(_ target: Target, for patch: Patch) { extended.append((patch, target)) }

  /// Gives the target's file an import that a compiler directive in it demands and no name needs.
  mutating func demandImport(_ path: ByteString, for patch: Patch, in target: Target) {
    guard target.file.imports(of: path).isEmpty, imported[target.fileIndex]?[path] == nil,
      demanded[target.fileIndex, default: []].insert(path).inserted, let clause = target.file.packageName
    else { return }
    let text = ByteString("; import _ \"") + path + ByteString("\"")
    add(Edit(at: clause.range.upperBound, inserting: [.text(text)], for: patch), in: target)
  }

  /// Whether a range lies within one that goes away.
  private func isRemoved(_ range: Range<Int>, fileIndex: Int) -> Bool {
    removedParts[fileIndex]?.holds(range) ?? false
  }

  /// Whether some patch replaces the specification of the target's file that starts there.
  func isReplaced(at offset: Int, in target: Target) -> Bool {
    replaced[target.fileIndex, default: []].contains(offset)
  }

  /// The number of a wrapper among those of its target, from 0.
  mutating func nextWrap(of target: Target) -> Int {
    defer { wraps[TargetKey(target), default: 0] += 1 }
    return wraps[TargetKey(target), default: 0]
  }

  /// What the target's file calls a package, which it gets imported when it lacks it.
  ///
  /// - Parameters:
  ///   - wanted: the patch's name for it.
  ///   - names: those of the target, when it is a function.
  ///   - isTaken: whether a name means something else where it is to be used.
  mutating func nameOfImport(
    _ path: ByteString, as wanted: ByteString, for patch: Patch, in target: Target, names: TargetNames?,
    isTaken: (ByteString) -> Bool
  ) -> ByteString {
    let there = target.file.imports(of: path).first {
      $0.name?.equals("_") != true && $0.name?.equals(".") != true && $0.isNameCertain
    }
    if let there, !isTaken(there.localName) {
      neededImports[target.fileIndex, default: []].insert(path)
      return there.localName
    }
    if let name = imported[target.fileIndex]?[path], !isTaken(name) { return name }
    if importNames[target.fileIndex] == nil {
      let theirs = target.file.imports.flatMap { $0.isNameCertain ? [$0.localName] : PackageNameGuess.all($0.path) }
      importNames[target.fileIndex] = Set(theirs)
    }
    var name = wanted
    var number = 1
    while importNames[target.fileIndex]?.contains(name) == true || names?.freshNames.contains(name) == true
      || isTaken(name) || package.declaration(of: name) != nil
    {
      name = wanted + ByteString("_\(number)")
      number += 1
    }
    imported[target.fileIndex, default: [:]][path] = name
    importNames[target.fileIndex]?.insert(name)
    let offset = patch.file.source.imports(of: path).first?.node.range.lowerBound
    imports.append(Import(path: path, file: patch.file, offset: offset ?? 0))
    if let clause = target.file.packageName {
      let text = ByteString("; import ") + name + ByteString(" \"") + path + ByteString("\"")
      add(Edit(at: clause.range.upperBound, inserting: [.text(text)], for: patch), in: target)
    }
    return name
  }

  // MARK: Rendering

  private mutating func render(_ problems: inout [Problem]) {
    for index in edits.keys.sorted() {
      // A use that goes away with the body around it need not be changed.
      let edits = edits[index, default: []].filter { edit in
        !(edit.origin.directive is Calls) || !isRemoved(edit.range, fileIndex: index)
      }
      guard !edits.isEmpty else { continue }
      do throws(Problem) {
        // What only removed text used is told by looking at all the rest.
        let source = removed[index] == nil ? package.excerpt(at: index) : package.source(at: index)
        let unused = UnusedImports.edits(
          in: source, without: removedParts[index] ?? OuterRanges([]), needed: neededImports[index] ?? [],
          for: edits[0].origin)
        rewrites.append(try rewrite(index, source, edits + unused))
      } catch {
        problems.append(error)
      }
    }
  }

  private func rewrite(_ index: Int, _ source: SourceFile, _ edits: [Edit]) throws(Problem) -> Rewrite {
    guard LineDirective.canCarry(source.path) else {
      throw edits[0].origin.problem(
        "\(source.path.text): Go's line directives cannot carry this path, which holds a line end, '*/' or bytes that are not "
          + "UTF-8; move the module"
      )
    }
    if let name = source.lineDirectives.map(\.file).first(where: { !LineDirective.canCarry($0) }) {
      throw edits[0].origin.problem(
        "\(source.path.text): a line directive gives a name with a line end (\(name.text)), which none can lead back to; "
          + "write it in one line")
    }
    let bytes = try Rendering.render(source, edits: edits, isRestated: restatesPositions)
    // A patch that parses, put where Go allows it, gives a file that parses. Should that ever not be so, brackets, strings or
    // comments are likely to be cut, and that is cheap to see; of the rest the compiler complains.
    if TopLevel(bytes) == nil, !SourceFile(path: source.path, bytes: source.bytes).hasError {
      let result = SourceFile(path: source.path, bytes: bytes)
      if let error = result.firstError {
        throw edits[0].origin.problem(
          "the patched \(source.path.text) is no longer Go (\(result.directiveText(at: error).text)); "
            + "simplify this patch, and please report it as a defect of routinex")
      }
    }
    return Rewrite(fileIndex: index, bytes: bytes)
  }
}
