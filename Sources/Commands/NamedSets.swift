internal import Bytes
internal import Findings
internal import Host
internal import Patching
internal import Toolexec
internal import Weaving

/// The patch sets that a command is about.
enum NamedSets {
  /// Those that are named; if none is, those that `routinex go` without `--patches` applies.
  static func find(_ names: [ByteString]) throws(Findings) -> [PatchSet] { try ActiveSets(named: names).find() }

  /// The import path that a person has given.
  /// - Throws: that it is none.
  static func importPath(_ text: ByteString) throws(Findings) -> ByteString {
    guard PackageIdentity.isWellFormed(text) else {
      throw Findings(.usage, "'\(text.shown)' is not an import path; write it as an import does, such as net/http")
    }
    return text
  }

  /// Demands that some set has files for the package.
  static func require(_ importPath: ByteString, in sets: [PatchSet]) throws(Findings) {
    var selectors: [PackageSelector] = []
    for set in sets { selectors += try set.selectors(in: HostFiles()) }
    let package = PackageOrigin(importPath: importPath, isStandard: false, isOfMainModule: false)
    // What patterns select takes more to know, and whoever asks will see.
    guard !selectors.contains(where: { $0.patterns != nil || $0.selects(package) }) else { return }
    let folders = selectors.map(\.folder)
    let names = sets.map(\.name.shown).joined(separator: ", ")
    let verb = sets.count == 1 ? "has" : "have"
    let nearest = nearestPaths(to: importPath, among: folders)
    let hint =
      nearest.isEmpty
      ? "\(names) \(verb) patches for \(Set(folders).map(\.shown).sorted().joined(separator: ", "))"
      : "did you mean \(nearest.joined(separator: ", "))?"
    throw Findings(
      .missingPackage, "\(names) \(verb) no folder for \(importPath.shown)" + (folders.isEmpty ? "" : "; \(hint)"))
  }
}

/// Those of the paths that may have been meant by one that there is none of: misspelt, or with another beginning.
func nearestPaths(to wanted: ByteString, among paths: [ByteString]) -> [String] {
  let last = Path.lastComponent(wanted)
  let ranked = Set(paths).map { path -> (path: String, distance: Int) in
    let distance = editDistance(path, wanted)
    return (path.shown, Path.lastComponent(path) == last ? min(distance, 2) : distance)
  }
  return ranked.filter { $0.distance <= max(2, wanted.count / 4) }
    .sorted { ($0.distance, $0.path) < ($1.distance, $1.path) }.prefix(3).map(\.path)
}
