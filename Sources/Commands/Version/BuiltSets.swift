internal import Bytes
internal import Findings
internal import SystemInterface
internal import Toolexec
internal import Weaving

/// The patch sets that a program's build information names.
struct BuiltSets: Equatable {
  struct Built: Equatable {
    let name: ByteString
    /// What stands for those of its files that changed something: `Provenance.sets`.
    let hash: ByteString
  }

  /// That of the routinex which compiled it.
  let version: ByteString
  let sets: [Built]

  /// Nil if it names none.
  ///
  /// - Parameter text: what `go version -m` prints of one program.
  init?(_ text: ByteString) {
    let start = ByteString("\tbuild\t") + ByteString(Provenance.setting) + [ASCII.equals]
    guard let line = text.split(separator: ASCII.newline).first(where: { $0.hasPrefix(start) }) else { return nil }
    let value = Array(line.dropFirst(start.count))
    let elements = PatchSetList.elements(of: GoLiteral.unquoted(value) ?? value)
    guard let version = elements.first else { return nil }
    self.version = version
    sets = elements.dropFirst().compactMap { element in
      element.lastIndex(of: ASCII.at).map {
        Built(name: Array(element[..<$0]), hash: Array(element[($0 + 1)...]))
      }
    }
  }
}

extension BuiltSets.Built {
  /// A set with more files is not searched for parts of it.
  private static let limit = 14

  /// The paths of those files of a set that the hash stands for; nil where none are.
  func files(among set: PatchSet, in files: some FileSystem) throws(Findings) -> [ByteString]? {
    let all = try [set].parseAll(in: files).files.filter { $0.selector != nil }.map { Provenance.Part($0.file) }
    func isBuilt(_ chosen: [Provenance.Part]) -> Bool { Provenance(Set(chosen)).sets.first?.hash == hash }
    if isBuilt(all) { return all.map(\.path) }
    guard all.count <= Self.limit else { return nil }
    // The program need not have all packages that the set is for.
    for choice in 1..<(1 << all.count) {
      let chosen = all.indices.filter { choice >> $0 & 1 == 1 }.map { all[$0] }
      if isBuilt(chosen) { return chosen.map(\.path) }
    }
    return nil
  }
}
