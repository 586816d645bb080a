package import Bytes
package import Findings
internal import GoSyntax

/// What came of planning a package: the plan, or what is wrong, and the outcome of each patch.
package struct Planning {
  /// nil: something is wrong, and nothing is to be written.
  package private(set) var plan: PackagePlan?
  /// In the order of the files, and of the places in each.
  package private(set) var findings: [Finding]

  private let files: [PatchFile]
  private let changes: [PackagePlan.Change]
  /// Kept until the plan has been used: a tool's call ends with that, and to take the syntax trees apart before would take
  /// it a fortieth of its time.
  private let package: TargetPackage

  /// Plans a package.
  ///
  /// - Parameters:
  ///   - files: the patch files that apply to it, in the order of composition.
  ///   - assemblyReferences: the package's functions that its assembly calls or takes the address of.
  ///   - positions: what the files say of theirs.
  package init(
    _ package: TargetPackage, with files: [PatchFile], assemblyReferences: Set<ByteString> = [],
    positions: Rendering.Positions = .said
  ) {
    self.files = files
    self.package = package
    var steps = PlanningSteps(package, files, assemblyReferences)
    let plan = steps.run(positions: positions)
    changes = steps.changes
    findings = Self.inOrder(steps.findings, of: files)
    self.plan = findings.isEmpty ? plan : nil
  }

  /// Adds what is wrong with the plan for a reason that lies outside of the package's files.
  package mutating func refuse(_ more: [Finding]) {
    guard !more.isEmpty else { return }
    plan = nil
    findings = Self.inOrder(findings + more, of: files)
  }

  /// What became of each patch. A build does not ask.
  package var outcomes: Outcomes {
    Outcomes(of: files, changed: Set(changes.map(\.patch.id)), findings: findings)
  }

  /// What each patch has found in the package, and each file that is added. A build does not ask.
  package var matches: Matches { Matches(changes: changes, additions: plan?.additions ?? []) }

  /// The plan.
  /// - Throws: everything that is wrong.
  package func result() throws(Findings) -> PackagePlan {
    guard let plan else { throw Findings(findings) }
    return plan
  }

  private static func inOrder(_ findings: [Finding], of files: [PatchFile]) -> [Finding] {
    let ranks = Dictionary(
      files.enumerated().map { ($0.element.displayPath, $0.offset) }, uniquingKeysWith: { first, _ in first })
    func rank(_ finding: Finding) -> (Int, Int, Int) {
      guard let place = finding.place else { return (files.count, 0, 0) }
      return (ranks[place.path] ?? files.count, place.line ?? 0, place.column ?? 0)
    }
    return findings.enumerated().sorted { left, right in
      let (a, b) = (rank(left.element), rank(right.element))
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }
}

/// The steps of planning, each of which may find something; the next one goes on with what is sound.
private struct PlanningSteps {
  let package: TargetPackage
  let files: [PatchFile]
  let missing: MissingImports
  private(set) var draft: PackageDraft
  private(set) var findings: [Finding]
  private(set) var changes: [PackagePlan.Change] = []

  /// In the order in which they are found first.
  private var targets: [(key: TargetKey, target: Target)] = []
  private var last: [TargetKey: Patch] = [:]
  private var passedBy: [Matching.PassedBy] = []

  init(_ package: TargetPackage, _ files: [PatchFile], _ assemblyReferences: Set<ByteString>) {
    self.package = package
    self.files = files
    draft = PackageDraft(
      package: package, literalKeys: LiteralKeys(package: package, files: files), assemblyReferences: assemblyReferences
    )
    package.expect(Matching.names(in: files))
    for file in files { file.source.learnPackageNames(package.packageNames) }
    missing = MissingImports(package, files)
    findings = Conflicts.find(among: files) + Matching.misnamed(files, package)
  }

  mutating func run(positions: Rendering.Positions) -> PackagePlan? {
    let matching = Matching(of: files, in: package)
    if let unreadable = matching.unreadable {
      findings = [unreadable]
      return nil
    }
    findings += matching.findings
    passedBy = matching.passedBy
    name(matching)
    apply(matching)
    let removed = draft.files.mapValues(\.removedParts)
    rename(except: removed)
    passedBy += draft.passedBy
    let files = filesThatApply
    findings +=
      draft.findings + Collisions.find(among: files, in: package) + missing.ofAdditions(of: files)
      + missing.ofOneName()
    for (patch, target) in draft.extended {
      findings += PositionalLiterals(of: target, in: package).findings(for: patch) {
        removed[$1]?.holds($0) ?? false
      }
    }
    let rewrites = findings.isEmpty ? render(positions) : []
    var idle = IdleFunctions(draft.unused, of: files, changing: changes.map(\.patch))
    let unused = Dictionary(grouping: idle.needless()) { ObjectIdentifier($0.file) }
    let additions = files.compactMap { file in
      PackagePlan.Addition(
        of: file, in: package, except: unused[ObjectIdentifier(file)]?.map(\.declaration) ?? [],
        positions: positions)
    }
    if let file = package.unparsed {
      findings = [
        Matching.unreadable(file, at: file.firstError ?? 0, for: files.flatMap(\.patches).first, of: files)
      ]
    }
    let imports = additions.flatMap { addition in
      addition.imports.map {
        PackagePlan.Import(path: $0.path, file: addition.file, offset: $0.node.range.lowerBound)
      }
    }
    return PackagePlan(
      rewrites: rewrites, additions: additions, changes: changes, passedBy: passedBy.map(PackagePlan.PassedBy.init),
      imports: draft.imports + imports)
  }

  /// Finds out what the targets' parameters are to be called, for all patches of each.
  private mutating func name(_ matching: Matching) {
    var matches: [TargetKey: [Matching.Match]] = [:]
    for match in matching.list {
      let key = TargetKey(match.target)
      if matches[key] == nil { targets.append((key, match.target)) }
      matches[key, default: []].append(match)
      if match.patch.effects.contains(.replaces) { draft.replace(match.target) }
    }
    var folded: [Target] = []
    for (key, target) in targets {
      name(target, matches[key] ?? [])
      if draft.names[key]?.needsBody == true {
        draft.names[key] = nil
        folded.append(target)
      }
    }
    let unfolded = package.unfolded(folded)
    let known = Set(unfolded.filter { !$0.declaration.hasUnknown }.map(TargetKey.init))
    for target in unfolded where known.contains(TargetKey(target)) { name(target, matches[TargetKey(target)] ?? []) }
    for target in folded where !known.contains(TargetKey(target)) {
      passedBy += (matches[TargetKey(target)] ?? []).map {
        Matching.PassedBy(patch: $0.patch, target: target, reason: Matching.unknownGo)
      }
    }
  }

  private mutating func name(_ target: Target, _ matches: [Matching.Match]) {
    do throws(Finding) {
      draft.names[TargetKey(target)] = try TargetNames(target, keys: draft.literalKeys, matches: matches)
    } catch {
      findings.append(error)
    }
  }

  /// Has each directive say what it does to its targets.
  private mutating func apply(_ matching: Matching) {
    for patch in files.flatMap(\.patches) {
      do throws(Finding) {
        if let directive = patch.directive as? any PackageDirective {
          if patch.isOptional, directive.implied(by: patch).contains(package.importPath) {
            // One for many packages is for those that import this one.
            draft.leaveOut(patch)
          } else {
            try directive.apply(patch, in: package, draft: &draft)
          }
          if draft.unused.last !== patch { changes.append(PackagePlan.Change(patch: patch, target: patch.name)) }
        } else if let directive = patch.targetDirective {
          for target in matching.targets(of: patch) {
            guard let names = draft.names[TargetKey(target)] else { continue }
            try missing.require(of: patch, in: names)
            if try !apply(directive, of: patch, to: names) { continue }
            last[TargetKey(target)] = patch
            changes.append(PackagePlan.Change(patch: patch, target: target.name))
          }
        }
      } catch {
        findings.append(error.of(patch.id))
      }
    }
  }

  /// The files without those that are for many packages and have found nothing in this one.
  private var filesThatApply: [PatchFile] {
    let changing = Set(changes.map { ObjectIdentifier($0.patch.file) })
    return files.filter { !$0.isForPatterns || $0.patches.isEmpty || changing.contains(ObjectIdentifier($0)) }
  }

  /// Whether the directive has changed the target. What it cannot do to one of many, it leaves alone.
  private mutating func apply(
    _ directive: any TargetDirective, of patch: Patch, to names: TargetNames
  ) throws(Finding) -> Bool {
    do throws(Finding) {
      try directive.apply(patch, to: names, draft: &draft)
      return true
    } catch {
      guard patch.each != nil, error.id == .unpatchable else { throw error }
      passedBy.append(Matching.PassedBy(patch: patch, target: names.target, reason: error.message))
      return false
    }
  }

  /// Writes the new names of the targets' parameters.
  private mutating func rename(except removed: [Int: OuterRanges]) {
    for (key, _) in targets {
      guard let names = draft.names[key], let origin = last[key] else { continue }
      let ranges = removed[key.fileIndex] ?? OuterRanges([])
      for edit in names.edits(for: origin) where !ranges.holds(edit.range) { draft.add(edit, in: names.target) }
    }
  }

  private mutating func render(_ positions: Rendering.Positions) -> [PackagePlan.Rewrite] {
    var rewrites: [PackagePlan.Rewrite] = []
    for (_, file) in draft.files.sorted(by: { $0.key < $1.key }) {
      do throws(Finding) {
        if let rewrite = try file.rewrite(of: package, positions: positions) {
          rewrites.append(rewrite)
        }
      } catch {
        findings.append(error)
      }
    }
    return rewrites
  }
}
