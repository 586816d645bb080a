package import Bytes
internal import Findings
internal import GoSyntax
internal import Patching
internal import SystemInterface

/// What makes one build's objects differ from another's: this program, the content of the active patch sets, and what else
/// decides (`DecisionInputs`). Paths, hosts and the executable's own bytes do not count, so that machines can share a cache.
package struct Stamp {
  private let hash: SHA256

  /// Of a tool whose output only the agents behind this program can change, or of a build with a key for each package.
  init(program: StaticString, agents: Agents, in files: some FileSystem) throws(Findings) {
    var hash = SHA256()
    hash.update(field: ByteString(program))
    hash.update(field: try agents.hash(in: files))
    self.hash = hash
  }

  /// Reads every file of the sets, and reports all that is wrong with them: `-V=full` is the first thing that a build
  /// asks, and nothing has been compiled then.
  init(
    inputs: DecisionInputs<some FileSystem>, sets: [PatchSet], context: BuildContext, agents: Agents = .none
  ) throws(Findings) {
    var hash = SHA256()
    hash.update(field: ByteString(inputs.program))
    let contents = try Self.checked(sets, in: context, inputs.files)
    for set in sets {
      hash.update(field: set.name)
      for file in contents where file.set == set.name { try inputs.add(file.path, of: set.name, file.bytes, to: &hash) }
    }
    if !agents.isEmpty { hash.update(field: try agents.hash(in: inputs.files)) }
    self.hash = hash
  }

  private typealias Content = (set: ByteString, path: ByteString, bytes: ByteString)

  private static func checked(
    _ sets: [PatchSet], in context: BuildContext, _ files: some FileSystem
  ) throws(Findings) -> [Content] {
    // Nothing is wrong with a built-in set on its own: this program's tests make sure of it.
    if sets.count == 1, sets[0].folder == nil {
      return try sets[0].allFiles(in: files).map { (sets[0].name, $0.0, $0.1.bytes) }
    }
    let all = try sets.parseAll(in: files)
    var problems = all.problems
    // Sets that cannot hold together fail here, before anything is compiled.
    for problem in all.files.filter({ $0.file.applies(in: context) }).conflicts where !problems.contains(problem) {
      problems.append(problem)
    }
    if !problems.isEmpty { throw Findings(problems) }
    return all.files.map { ($0.set, $0.path, $0.file.source.bytes) }
  }

  /// The hash for a tool, of which a devel toolchain's ID is made alone: so it covers the tool's own line.
  package func hash(for versionLine: ByteString) -> ByteString {
    var hash = hash
    hash.update(field: versionLine)
    return hash.hexadecimal()
  }
}
