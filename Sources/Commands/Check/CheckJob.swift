internal import Bytes
internal import Findings
internal import GoPackages
internal import GoSyntax
internal import Patching
internal import SystemInterface
internal import Weaving

/// The plans of one package with one toolchain, for every platform.
struct CheckJob: @unchecked Sendable {
  // Unchecked: the parts are values, but for the patch files in `rows` (see there).
  let importPath: ByteString
  /// nil: the toolchain has no such package.
  let folder: ByteString?
  let copy: (index: Int, module: ModuleCopy)?
  let root: Int
  let builds: [(platform: Int, build: BuildConfiguration)]
  /// The files of the sets for this package.
  let files: [CheckRows.File]
  let sets: [PatchSet]

  /// - Parameter parsed: the patch files that this thread has parsed.
  func run(in host: some FileSystem, parsed: ParsedPatchFiles) -> CheckFindings {
    let cached = FileSnapshot(host)
    var result = CheckFindings()
    for (platform, build) in builds {
      let key = CheckBuild(root: root, platform: platform, copy: copy?.index)
      let applying = files.filter { applies($0, in: build) }
      for file in files where !applying.contains(where: { $0.path == file.path }) {
        result.entries += file.items.map { .init(row: $0.row, build: key, outcome: .notForThisVersion) }
      }
      guard !applying.isEmpty else { continue }
      guard let folder else {
        for item in applying.flatMap(\.items) {
          result.entries.append(.init(row: item.row, build: key, outcome: .nothingToDo))
        }
        continue
      }
      result = result + plan(folder, build, key, applying, in: cached, parsed)
      if lacksImports(folder, build, applying, in: cached) { result.lacking.append((importPath, key)) }
    }
    return result
  }

  /// Whether some file wants a package that the package does not import by itself.
  private func lacksImports(
    _ folder: ByteString, _ build: BuildConfiguration, _ applying: [CheckRows.File], in files: some FileSystem
  ) -> Bool {
    let wanted = applying.flatMap(\.wanted)
    guard !wanted.isEmpty, let sources = try? SourceFolder(folder, context: build.context, in: files),
      !sources.goFiles.isEmpty
    else { return false }
    let own = sources.imports(in: files)
    return wanted.contains { $0.isLink || $0.path != importPath && !own.contains($0.path) }
  }

  private func applies(_ file: CheckRows.File, in build: BuildConfiguration) -> Bool {
    guard file.file.file.applies(in: build.patchContext) else { return false }
    // A build that does not know the version takes every file.
    guard let bounds = file.file.file.directives.module, let version = moduleVersion else { return true }
    return bounds.admits(version)
  }

  private var moduleVersion: SemanticVersion? { copy?.module.version.flatMap { SemanticVersion($0) } }

  private func plan(
    _ folder: ByteString, _ build: BuildConfiguration, _ key: CheckBuild, _ applying: [CheckRows.File],
    in files: some FileSystem, _ parsed: ParsedPatchFiles
  ) -> CheckFindings {
    let package = SourcePackage(
      importPath: importPath, folder: folder, build: build, moduleVersion: moduleVersion)
    let outcomes: Outcomes?
    let findings: [Finding]
    var matches: Matches?
    do throws(Findings) {
      let planning = try package.weave(sets, in: files, parsed: parsed)?.planning
      (outcomes, findings) = (planning?.outcomes, planning?.findings ?? [])
      if applying.contains(where: \.isForMany) { matches = planning?.matches }
    } catch {
      outcomes = Outcomes(of: applying.map(\.file.file), changed: [], findings: error.list)
      findings = error.list
    }
    return CheckFindings(
      entries: applying.flatMap(\.items).map { item in
        // Without a file for this platform the go command does not compile the package.
        let outcome = outcomes?[item.id] ?? .nothingToDo
        guard let kind = item.kind, outcome == .applied || outcome == .nothingToDo else {
          return .init(row: item.row, build: key, outcome: outcome)
        }
        let found = matches.map { self.found(item, kind, $0) } ?? []
        return .init(row: item.row, build: key, outcome: found.isEmpty ? .nothingToDo : .applied, matches: found)
      },
      findings: findings.map { .init(finding: $0.ofAllBuilds { shown($0, build) }, build: key) })
  }

  /// What a row that is for many has found in the package.
  private func found(_ item: CheckRows.Item, _ kind: CheckRows.PatternKind, _ matches: Matches) -> [CheckMatch] {
    switch kind {
    case .functions:
      matches.targets(of: item.id).map { CheckMatch(importPath: importPath, declaration: $0) }
    case .packages:
      matches.targets(of: item.id).isEmpty ? [] : [CheckMatch(importPath: importPath, declaration: nil)]
    case .additions:
      matches.hasAdded(item.id) ? [CheckMatch(importPath: importPath, declaration: nil)] : []
    }
  }

  /// A place without what is of one build alone.
  private func shown(_ place: Place, _ build: BuildConfiguration) -> Place {
    var place = place
    let (folder, name) =
      copy.map { copy in
        let version = copy.module.version.map { [ASCII.at] + $0 } ?? []
        return (copy.module.folder + [ASCII.slash], copy.module.path + version + [ASCII.slash])
      } ?? (build.root.sourcePrefix, GoRoot.shownSources)
    if place.path.hasPrefix(folder) { place.path = name + place.path.dropFirst(folder.count) }
    return place
  }
}

extension GoRoot {
  /// What paths of the standard library's files begin with, and what messages have in its place.
  var sourcePrefix: ByteString { sources + [ASCII.slash] }
  static let shownSources = ByteString("$GOROOT/src/")
}
