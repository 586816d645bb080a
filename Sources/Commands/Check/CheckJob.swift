internal import Bytes
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
  let builds: [(platform: Int, build: OfflineBuild)]
  /// The files of the sets for this package.
  let files: [CheckRows.File]
  let sets: [PatchSet]

  func run(in host: some FileSystem) -> CheckFindings {
    let cached = FileSnapshot(host)
    var result = CheckFindings()
    for (platform, build) in builds {
      let key = CheckBuild(root: root, platform: platform, copy: copy?.index)
      let applying = files.filter { applies($0, in: build) }
      for file in files where !applying.contains(where: { $0.path == file.path }) {
        result.entries += file.items.map { .init(row: $0.row, build: key, state: .excluded) }
      }
      guard !applying.isEmpty else { continue }
      guard let folder else {
        for item in applying.flatMap(\.items) {
          result.entries.append(.init(row: item.row, build: key, state: .absent))
        }
        continue
      }
      result = result + plan(folder, build, key, applying, in: cached)
    }
    return result
  }

  private func applies(_ file: CheckRows.File, in build: OfflineBuild) -> Bool {
    guard file.file.file.applies(in: build.patchContext) else { return false }
    // A build that does not know the version takes every file.
    guard let bounds = file.file.file.directives.module, let version = moduleVersion else { return true }
    return bounds.admits(version)
  }

  private var moduleVersion: SemanticVersion? { copy?.module.version.flatMap { SemanticVersion($0) } }

  private func plan(
    _ folder: ByteString, _ build: OfflineBuild, _ key: CheckBuild, _ applying: [CheckRows.File],
    in files: some FileSystem
  ) -> CheckFindings {
    let package = OfflinePackage(
      importPath: importPath, folder: folder, build: build, moduleVersion: moduleVersion)
    var found = CheckFindings()
    do {
      guard let weaving = try package.weave(sets, in: files) else {
        // No file for this platform: the go command does not compile the package.
        for item in applying.flatMap(\.items) { found.entries.append(.init(row: item.row, build: key, state: .absent)) }
        return found
      }
      let changed = Set(weaving.plan.changes.map(\.patch.id))
      for item in applying.flatMap(\.items) {
        let isThere = item.id.map(changed.contains) ?? true
        found.entries.append(.init(row: item.row, build: key, state: isThere ? .applied : .absent))
      }
    } catch let failure as Failure {
      if failure.problems.isEmpty {
        found.findings += failure.messages.map { .init(message: plain($0, build), problem: nil, build: key) }
      }
      found.findings += failure.problems.map { .init(message: plain($0.description, build), problem: $0, build: key) }
      for file in applying {
        for item in file.items {
          found.entries.append(.init(row: item.row, build: key, state: state(of: item, in: file, failure)))
        }
      }
    } catch {
      let messages = (error as? CommandFailure)?.messages ?? ["\(error)"]
      found.findings += messages.map { .init(message: $0, problem: nil, build: key) }
      for item in applying.flatMap(\.items) { found.entries.append(.init(row: item.row, build: key, state: .invalid)) }
    }
    return found
  }

  private func state(of item: CheckRows.Item, in file: CheckRows.File, _ failure: Failure) -> CheckState {
    let ofFile = failure.problems.filter { $0.path == file.path }
    if let own = ofFile.first(where: { item.lines.contains($0.position.line) }) { return CheckState(own.kind) }
    // The package clause, or an import: the whole file's.
    let general = ofFile.first { problem in !file.items.contains { $0.lines.contains(problem.position.line) } }
    if let general { return CheckState(general.kind) }
    if failure.problems.isEmpty { return .invalid }
    if failure.isUnreadable { return .unreadable }
    return item.id.map(failure.fitting.contains) ?? true ? .applied : .absent
  }

  /// A message without what is of one build alone.
  private func plain(_ message: String, _ build: OfflineBuild) -> String {
    let description =
      "\(importPath.text) (\(build.root.version.text) \(build.platform.goos.text)/\(build.platform.goarch.text))"
    let text = ByteString(message).replacing(ByteString(description), with: importPath)
    guard let copy else { return text.replacing(build.root.sourcePrefix, with: GoRoot.shownSources).text }
    let name = copy.module.path + (copy.module.version.map { [ASCII.at] + $0 } ?? []) + [ASCII.slash]
    return text.replacing(copy.module.folder + [ASCII.slash], with: name).text
  }
}

extension GoRoot {
  /// What paths of the standard library's files begin with, and what messages have in its place.
  var sourcePrefix: ByteString { sources + [ASCII.slash] }
  static let shownSources = ByteString("$GOROOT/src/")
}
