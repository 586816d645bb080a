internal import Bytes
internal import Findings
internal import GoPackages
internal import GoSyntax
internal import Host
internal import Patching
internal import SystemInterface
internal import Weaving

/// What the sets make of one package of a build, in words.
struct PatchedPackage {
  struct Answer {
    /// What was asked for, as it is declared.
    var name: String
    var isPatched: Bool
    /// A line for each thing to know.
    var lines: [String]
  }

  private let listed: ListedSources
  private let reasons: WhyNot
  /// Why files of the sets that are for the package take no part.
  private let limits: [String]
  private let weaving: PackageWeaving?
  private let plan: PackagePlan?
  /// What stops the build.
  private let problems: [Finding]

  init(
    _ listed: ListedSources, _ build: BuildConfiguration, _ reasons: WhyNot
  ) throws(Findings) {
    self.listed = listed
    self.reasons = reasons
    let excluded = try reasons.excluded(from: listed)
    limits = try reasons.limits(for: listed, build, excluded)
    let package = SourcePackage(
      importPath: listed.importPath, folder: listed.folder, build: build, moduleVersion: listed.version)
    let weaving = try package.weave(reasons.sets, in: HostFiles(), goFiles: listed.goFiles, except: excluded)
    self.weaving = weaving
    do throws(Findings) {
      plan = try weaving?.plan()
      problems = []
    } catch {
      plan = nil
      problems = error.list
    }
  }

  /// Of the whole package.
  var all: Answer {
    guard let weaving, let plan else { return without(path) }
    let notes = weaving.notes(of: plan).map { String($0.dropFirst(listed.importPath.text.count + 2)) }
    var lines = notes + limits
    if lines.isEmpty {
      lines = weaving.patches.map { "\($0.displayPath.shown) is for this package, but finds nothing to change in it" }
    }
    return Answer(name: path, isPatched: !plan.isEmpty || weaving.files != listed.goFiles, lines: lines)
  }

  /// Of one declaration.
  ///
  /// - Throws: that there is none.
  func about(_ declaration: DeclarationPath, with finder: LocatedPackage.Finder) throws(Findings) -> Answer {
    guard let weaving, let plan else { return without(path + "." + declaration.declaration.shown) }
    // `(*Client).Do` is asked for as `Client.Do` too.
    let isAsked = { (name: String) in name.filter { !"(*)".contains($0) } == declaration.declaration.text }
    let changes = plan.changes.filter { isAsked($0.target) }
    let additions = plan.additions.flatMap(\.names).filter { isAsked($0.name) }
    if let name = changes.first?.target ?? additions.first?.name {
      let lines = changes.map { "\($0.patch.word), by \($0.patch.place)" } + additions.map { "added, by \($0.place)" }
      return Answer(name: "\(path).\(name)", isPatched: true, lines: lines)
    }
    let found = try NamedDeclaration.find(listed.importPath + [ASCII.dot] + declaration.declaration, with: finder)
    var lines = plan.passedBy.filter { isAsked($0.target) }.map {
      "\($0.patch.word), by \($0.patch.place), does not apply: \($0.reason)"
    }
    for patch in weaving.patches.flatMap(\.patches) {
      if let reason = patch.mismatch(with: found.declaration, in: found.file, of: listed.importPath) {
        lines.append("\(patch.word), by \(patch.place), does not apply: \(reason.text)")
      }
    }
    let others = Set(plan.changes.map(\.target)).sorted()
    if lines.isEmpty, !others.isEmpty {
      let rest = others.count > 5 ? " and \(others.count - 5) more" : ""
      lines.append("the patches of this package are for \(others.prefix(5).joined(separator: ", "))\(rest)")
    }
    return Answer(name: "\(path).\(found.spelling)", isPatched: false, lines: lines + limits)
  }

  /// Where there is no plan.
  private func without(_ name: String) -> Answer {
    let lines =
      if !problems.isEmpty {
        ["the build stops here:"] + problems.flatMap { $0.text.split(separator: "\n").map { "  \($0)" } }
      } else {
        limits.isEmpty ? reasons.lack(of: listed.importPath) : limits
      }
    return Answer(name: name, isPatched: false, lines: lines)
  }

  private var path: String { listed.importPath.shown }
}
