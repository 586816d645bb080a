internal import Bytes
internal import Findings
internal import GoSyntax

/// Where the patches of a package apply, apart from what they do there: a patch may have one target, or several.
struct Matching {
  struct Match {
    let patch: Patch
    let target: Target
    /// What the places of the patch's signature stand for, where a pattern has found the target.
    var demand: PlaceMap?
  }

  /// A function that patterns select and that a patch is not for all the same.
  struct PassedBy {
    let patch: Patch
    let target: Target
    let reason: Wording
  }

  /// In the order of the patches.
  private(set) var list: [Match] = []
  private(set) var passedBy: [PassedBy] = []
  /// What is said of the patches that have no target, or more than one.
  private(set) var findings: [Finding] = []
  /// Where a target may be and cannot be looked for.
  private(set) var unreadable: Finding?

  private let package: TargetPackage
  /// The names of the declarations that go away.
  private let removed: Set<String>
  private var targets: [ObjectIdentifier: [Target]] = [:]
  /// How many targets were missing so far.
  private var missingCount = 0

  init(of files: [PatchFile], in package: TargetPackage) {
    self.package = package
    removed = Set(files.flatMap(\.patches).filter { $0.effects.contains(.removes) }.map(\.name))
    for patch in files.flatMap(\.patches) where patch.targetDirective != nil {
      match(patch)
      if unreadable != nil { return }
    }
  }

  func targets(of patch: Patch) -> [Target] { targets[ObjectIdentifier(patch)] ?? [] }

  /// Finds every target of a patch for many functions. There may be none.
  private mutating func matchEach(_ patch: Patch, _ each: Each) {
    for target in package.functions(selectedBy: each) {
      guard let demand = patch.demand(of: target, in: package.importPath) else { continue }
      if let reason = reasonToPass(target) {
        passedBy.append(PassedBy(patch: patch, target: target, reason: reason))
      } else {
        list.append(Match(patch: patch, target: target, demand: demand))
        targets[ObjectIdentifier(patch), default: []].append(target)
      }
    }
  }

  private func reasonToPass(_ target: Target) -> Wording? {
    let declaration = target.declaration
    let name = target.file.text(declaration.name)
    if declaration.body == nil { return "it has no body in Go" }
    if name.equals("_") || declaration.kind == .function && name.equals("init") { return "nothing can call it" }
    if package.files[target.fileIndex].path.hasSuffix("_test.go") { return "it is declared in a test" }
    if removed.contains(target.name) { return "another patch removes it" }
    if declaration.hasUnknown { return Self.unknownGo }
    return nil
  }

  static var unknownGo: Wording { "it has syntax that this version of routinex does not know" }

  private mutating func match(_ patch: Patch) {
    if let each = patch.each { return matchEach(patch, each) }
    if let finding = package.refusal(of: patch) {
      if !patch.isOptional { findings.append(finding) }
      return
    }
    switch package.lookup(patch) {
    case .found(let target):
      list.append(Match(patch: patch, target: target))
      targets[ObjectIdentifier(patch), default: []].append(target)
    case .missing:
      guard !patch.isOptional else { return }
      findings.append(missing(patch))
      missingCount += 1
    case .ambiguous(let targets):
      let places = targets.map { Wording($0.place) }.joined(separator: ", ")
      findings.append(
        patch.finding(
          .ambiguousTarget,
          "\(targets[0].name) is declared \(targets.count) times (\(places)); a patch needs one target"))
    case .unreadable(let file, let offset):
      unreadable = Self.unreadable(file, at: offset, for: patch, of: [])
    }
  }

  private func missing(_ patch: Patch) -> Finding {
    // One that is misspelled is looked for among all names, which is of no use where a hundred are.
    let near = missingCount < 50 ? package.nearest(to: patch) : []
    let names = near.isEmpty ? "" : "; it has \(near.map(\.name).joined(separator: ", "))"
    let comparison =
      near.first.map { HeaderComparison.of(patch, $0, label: "nearest") }
      ?? Comparison(
        Comparison.Side("patch", patch.declaration.header(in: patch.file.source)), Comparison.Side("target", "none"))
    return patch.finding(
      .missingTarget,
      "package \(package.description) has no \(patch.declaration.kind.rawValue) \(patch.name)\(names); use a name "
        + "that it has, limit the file with //go:build, or add //routinex:optional", comparison: comparison)
  }

  // MARK: What the steps of planning ask

  /// The names that are looked up in the package.
  static func names(in files: [PatchFile]) -> Set<ByteString> {
    var result: Set<ByteString> = []
    for file in files {
      result.formUnion(file.source.declarations.map { Array(file.source.text($0.name)) })
      result.formUnion(file.source.imports.map { $0.name ?? PackageNameGuess.all($0.path).first ?? $0.path })
    }
    return result
  }

  /// - Parameter files: the patch files; the first one stands for them where there is no patch.
  static func unreadable(
    _ file: SourceFile, at offset: Int, for patch: Patch?, of files: [PatchFile]
  ) -> Finding {
    let what =
      file.limit.map { "\($0.message), which is more than routinex can parse" }
      ?? "this version of routinex does not know the syntax here"
    let message: Wording = "\(file.place(at: offset)): \(what), so it is not safe to patch the target"
    return patch?.finding(.unreadableTarget, message) ?? Finding(.unreadableTarget, message, at: 0, in: files[0])
  }

  /// A patch file is a file of the package it patches; only below `...` the names cannot be known.
  static func misnamed(_ files: [PatchFile], _ package: TargetPackage) -> [Finding] {
    guard let name = package.name else { return [] }
    return files.compactMap { file in
      guard !file.isWildcard, let clause = file.source.packageName, !file.source.text(clause).equals(name) else {
        return nil
      }
      return Finding(
        .packageClause,
        "this file patches package \(name.text), but its package clause says \(file.source.text(clause).text); write "
          + "'package \(name.text)'", at: clause, in: file)
    }
  }
}
