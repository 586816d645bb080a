package import Bytes
package import Findings
internal import GoSyntax
package import Patching
package import SystemInterface

/// A file of a patch set, with its place there.
package struct PatchSetFile {
  /// The set's name.
  package var set: ByteString { file.set }
  /// The file's path below the set's root.
  package var path: ByteString { file.path }
  /// The packages that it is for; nil for the set's own description.
  package let selector: PackageSelector?
  package let file: PatchFile

  init(_ file: PatchFile) {
    selector = PackageSelector(ofFile: file.path, file.source.bytes)
    self.file = file
  }
}

extension [PatchSet] {
  /// Every file of the sets, in the order of composition.
  /// - Throws: all that is wrong with files of their own, whatever they are applied to.
  package func readAll(in files: some FileSystem) throws(Findings) -> [PatchSetFile] {
    let (result, _, problems) = try parseAll(in: files)
    if !problems.isEmpty { throw Findings(problems) }
    return result
  }

  /// Every file of the sets that is right, in the order of composition; the paths of the others below their sets' roots, and all that is
  /// wrong with them.
  package func parseAll(
    in files: some FileSystem
  ) throws(Findings) -> (files: [PatchSetFile], broken: [ByteString], problems: [Finding]) {
    var result: [PatchSetFile] = []
    var broken: [ByteString] = []
    var problems: [Finding] = []
    for set in self {
      for (path, source) in try set.allFiles(in: files) {
        do throws(Findings) {
          result.append(PatchSetFile(try PatchFile(source)))
        } catch {
          broken.append(path)
          problems += error.list
        }
      }
    }
    return (result, broken, problems)
  }
}

extension [PatchSetFile] {
  /// What cannot hold together in any package, given files that all apply. Those that meet in one package are those whose
  /// selectors select it; a file for certain versions of a module may never meet another.
  package var conflicts: [Finding] {
    let certain = filter { $0.file.directives.module == nil }
    let bySelector = Dictionary(grouping: certain.indices, by: { certain[$0].selector })
    return bySelector.keys.compactMap(\.self).sorted().flatMap { selector in
      // Which packages have files of two patterns, or of a pattern and a folder, their plans will tell.
      let selectors = selector.patterns == nil ? PackageSelector.all(selecting: [selector.folder]) : [selector]
      let meeting = selectors.flatMap { bySelector[$0] ?? [] }
      return Conflicts.find(among: meeting.sorted().map { certain[$0].file })
    }
  }
}
