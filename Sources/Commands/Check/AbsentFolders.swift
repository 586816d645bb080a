internal import Bytes
internal import Findings
internal import GoPackages
internal import GoSyntax
internal import Host
internal import Patching
internal import Weaving

/// Folders of sets for which there is no package, here or at all: a misspelled one must not pass for success.
struct AbsentFolders {
  let rows: CheckRows
  let roots: [GoRoot]
  let modules: Modules<HostFiles>
  private(set) var findings: [CheckFindings.Sighting] = []
  private(set) var notes: [String] = []

  init(rows: CheckRows, roots: [GoRoot], modules: Modules<HostFiles>) {
    self.rows = rows
    self.roots = roots
    self.modules = modules
  }

  /// - Parameters:
  ///   - selector: that of a folder for which there is no package.
  ///   - builds: those that are looked at.
  mutating func add(_ selector: PackageSelector, builds: [BuildConfiguration]) {
    let folder = selector.folder
    let files = rows.files.filter { $0.selector == selector }
    let isWanted = files.contains { file in builds.contains { file.file.file.applies(in: $0.patchContext) } }
    guard let file = files.first?.file.file, isWanted, mustBeHere(selector.base) else {
      notes.append("\(folder.shown): \(reason(selector))")
      return
    }
    let near = nearestPaths(to: selector.base, among: known)
    let finding = Finding(
      .missingPackage,
      "none of the toolchains and modules checked has "
        + "\(selector.isWildcard ? "a package that matches" : "the package") \(folder.shown), so these patches change "
        + "nothing; "
        + (near.isEmpty
          ? "the folder's path must be the import path" : "did you mean \(near.joined(separator: ", "))?"),
      at: file.source.packageClauseStart, in: file)
    findings.append(.init(finding: finding, build: nil))
  }

  /// Whether the package would be found if there were one: it is not of a module that this machine may lack.
  private func mustBeHere(_ path: ByteString) -> Bool {
    // The go command's name for files of the command line.
    if path.isEmpty || path.equals("command-line-arguments") { return false }
    // A package of external tests, and the main package of a test binary.
    if path.hasSuffix("_test") || path.hasSuffix(".test") { return false }
    if modules.mustHold(path) { return true }
    if modules.mayHold(path) { return false }
    if CheckSubjects.isStandard(path) { return true }
    return known.contains { editDistance($0, path) <= 2 }
  }

  private func reason(_ selector: PackageSelector) -> String {
    guard let folder = selector.importPath else { return "no package that matches is here" }
    if CheckSubjects.isStandard(folder), !modules.isMain(folder), !modules.mayHold(folder) {
      return "no toolchain here has such a package"
    }
    return "not in the module cache, a vendor folder or the module of this folder; name its module with "
      + "--module PATH@VERSION=FOLDER"
  }

  /// The packages that can be told without a walk through the whole module cache.
  private var known: [ByteString] {
    let standard = roots.last?.packages(below: [], in: HostFiles()) ?? []
    return standard + modules.packages(below: []).map(\.importPath)
  }
}
