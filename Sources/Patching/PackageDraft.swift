internal import Bytes
internal import Findings
internal import GoSyntax

/// What the directives of a package's patches ask for, while they are applied one after the other.
struct PackageDraft {
  let package: TargetPackage
  let literalKeys: LiteralKeys
  /// The package's functions that its assembly calls or takes the address of.
  let assemblyReferences: Set<ByteString>

  private(set) var files: [Int: FileDraft] = [:]
  private(set) var imports: [PackagePlan.Import] = []
  private(set) var findings: [Finding] = []
  private(set) var unused: [Patch] = []
  private(set) var extended: [(patch: Patch, target: Target)] = []
  private(set) var passedBy: [Matching.PassedBy] = []
  /// What the parameters of the patches' targets are to be called.
  var names: [TargetKey: TargetNames] = [:]
  private var nestings: [TargetKey: Int] = [:]
  /// The patches that calls have been given something of the calling function for, by file and place.
  private var told: [Int: [Range<Int>: Patch]] = [:]

  init(package: TargetPackage, literalKeys: LiteralKeys, assemblyReferences: Set<ByteString>) {
    self.package = package
    self.literalKeys = literalKeys
    self.assemblyReferences = assemblyReferences
  }

  /// The draft of the target's file.
  private subscript(_ target: Target) -> FileDraft {
    get { files[target.fileIndex] ?? FileDraft(index: target.fileIndex) }
    _modify { yield &files[target.fileIndex, default: FileDraft(index: target.fileIndex)] }
  }

  // MARK: What directives call

  /// Adds an edit of the target's file.
  mutating func add(_ edit: Edit, in target: Target) { self[target].add(edit) }

  /// Adds a finding beside the one that a directive may throw.
  mutating func report(_ finding: Finding) { findings.append(finding) }

  /// Says that the function of a `calls` or `literal` has no use in the package, so that it need not be added.
  mutating func leaveOut(_ patch: Patch) { unused.append(patch) }

  /// Says that a patch which is for many places leaves some of the target's alone, and why.
  mutating func passBy(_ target: Target, for patch: Patch, reason: Wording) {
    passedBy.append(Matching.PassedBy(patch: patch, target: target, reason: reason))
  }

  /// Says that a call is given what the patch wants to be told of the calling function.
  mutating func tell(_ patch: Patch, ofCallAt range: Range<Int>, in target: Target) {
    told[target.fileIndex, default: [:]][range] = patch
  }

  /// The patch that a call has been given something for.
  func patch(toldOfCallAt range: Range<Int>, in target: Target) -> Patch? { told[target.fileIndex]?[range] }

  /// What a local of the target's is to be called, which has the name where it is declared.
  func name(of local: ByteString, declaredAt offset: Int, in target: Target) -> ByteString {
    names[TargetKey(target)]?.renamedDeclarations[offset] ?? local
  }

  /// Says that a range of the target's file goes away: what only it used need not be imported any more.
  mutating func remove(_ range: Range<Int>, in target: Target) { self[target].remove(range) }

  /// Says that a struct type gets more fields.
  mutating func extend(_ target: Target, for patch: Patch) { extended.append((patch, target)) }

  /// Says that a patch gives the target another value or body.
  mutating func replace(_ target: Target) {
    self[target].replace(declarationAt: target.declaration.node.range.lowerBound)
  }

  /// What directives have made of a literal in the target's file so far.
  func passedOn(at offset: Int, in target: Target) -> PassedOn { self[target].passedOn(at: offset) }

  mutating func passOn(at offset: Int, in target: Target, _ change: PassedOn) {
    self[target].passOn(at: offset, change)
  }

  /// Gives the target's file an import that a compiler directive in it demands and no name needs.
  mutating func demandImport(_ path: ByteString, for patch: Patch, in target: Target) {
    self[target].demandImport(path, for: patch, in: target.file)
  }

  /// Whether some patch replaces the specification of the target's file that starts there.
  func isReplaced(at offset: Int, in target: Target) -> Bool { self[target].isReplaced(at: offset) }

  /// The number of a patch that nests around its target among those that do, from 0.
  mutating func nextNesting(around target: Target) -> Int {
    defer { nestings[TargetKey(target), default: 0] += 1 }
    return nestings[TargetKey(target), default: 0]
  }

  /// What the target's file calls a package, which it gets imported when it lacks it.
  ///
  /// - Parameters:
  ///   - wanted: the patch's name for it.
  ///   - names: those of the target, when it is a function.
  ///   - isHidden: whether a name means something else where it is to be used.
  mutating func nameOfImport(
    _ path: ByteString, as wanted: ByteString, for patch: Patch, in target: Target, names: TargetNames?,
    isHidden: (ByteString) -> Bool
  ) -> ByteString {
    let package = package
    let (name, isNew) = self[target].nameOfImport(path, as: wanted, for: patch, in: target.file, isHidden: isHidden) {
      names?.freshNames.contains($0) == true || package.declaration(of: $0) != nil
    }
    if isNew {
      let offset = patch.file.source.imports(of: path).first?.node.range.lowerBound
      imports.append(PackagePlan.Import(path: path, file: patch.file, offset: offset ?? 0))
    }
    return name
  }
}

/// Tells a target from others of its package.
struct TargetKey: Hashable {
  let fileIndex: Int
  private let offset: Int

  init(_ target: Target) {
    fileIndex = target.fileIndex
    offset = target.declaration.name.range.lowerBound
  }
}
