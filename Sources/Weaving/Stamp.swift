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
    let all = try sets.parseAll(in: files)
    var problems = all.problems
    // Sets that cannot hold together fail here, before anything is compiled.
    for problem in all.files.filter({ $0.file.applies(in: context) }).conflicts where !problems.contains(problem) {
      problems.append(problem)
    }
    if !problems.isEmpty { throw Failure(Problems(problems)) }
    var hash = SHA256()
    hash.update(field: ByteString(programVersion))
    for set in sets {
      hash.update(field: set.name)
      for file in all.files where file.set == set.name {
        hash.update(field: file.path)
        hash.update(field: file.file.source.bytes)
      }
    }
    self.hash = hash
  }

  /// The hash for a tool, of which a devel toolchain's ID is made alone: so it covers the tool's own line.
  package func hash(for versionLine: ByteString) -> ByteString {
    var hash = hash
    hash.update(field: versionLine)
    return hash.hexadecimal()
  }
}
