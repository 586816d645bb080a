package import Bytes
internal import GoSyntax
internal import Patching

/// What makes one build's objects differ from another's: this program and the content of the active patch sets. Paths,
/// hosts and the executable's own bytes do not count, so that machines can share a cache.
package struct Stamp {
  private let hash: SHA256

  /// Reads every file of the sets, and reports all that is wrong with them: `-V=full` is the first thing that a build
  /// asks, and nothing has been compiled then.
  init(
    programVersion: StaticString, sets: [PatchSet], context: BuildContext, in files: some FileSystem
  ) throws(Failure) {
    var hash = SHA256()
    hash.update(field: ByteString(programVersion))
    var problems: [Problem] = []
    var applying: [PatchSetFile] = []
    for set in sets {
      hash.update(field: set.name)
      for (path, source) in try set.allFiles(in: files) {
        hash.update(field: path)
        hash.update(field: source.bytes)
        do throws(Problems) {
          let file = try PatchFile(source)
          guard file.applies(in: context) else { continue }
          applying.append(PatchSetFile(set: set.name, path: path, file: file))
        } catch {
          problems += error.list
        }
      }
    }
    // Sets that cannot hold together fail here, before anything is compiled.
    for problem in applying.conflicts where !problems.contains(problem) { problems.append(problem) }
    if !problems.isEmpty { throw Failure(Problems(problems)) }
    self.hash = hash
  }

  /// The hash for a tool, of which a devel toolchain's ID is made alone: so it covers the tool's own line.
  package func hash(for versionLine: ByteString) -> ByteString {
    var hash = hash
    hash.update(field: versionLine)
    return hash.hexadecimal()
  }
}
