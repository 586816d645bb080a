internal import Bytes
internal import GoSyntax

/// Functions of `calls` and `literal` that have found nothing in a package. They join it all the same where something else
/// that joins it names them.
struct IdleFunctions {
  private let idle: [Patch]
  private let files: [PatchFile]
  /// Where the declarations start that the package gets: added ones, and patches that change something.
  private var present: [ObjectIdentifier: Set<Int>] = [:]

  /// - Parameters:
  ///   - idle: those that have found nothing.
  ///   - files: the patch files that apply.
  ///   - changing: the patches that have changed something.
  init(_ idle: [Patch], of files: [PatchFile], changing: [Patch]) {
    (self.idle, self.files) = (idle, files)
    guard !idle.isEmpty else { return }
    for file in files {
      present[ObjectIdentifier(file)] = Set(file.additions.map(Self.start))
    }
    for patch in changing { present[ObjectIdentifier(patch.file)]?.insert(Self.start(patch.declaration)) }
    for patch in idle { present[ObjectIdentifier(patch.file)]?.remove(Self.start(patch.declaration)) }
  }

  /// Those that nothing names.
  mutating func needless() -> [Patch] {
    guard !idle.isEmpty else { return [] }
    let references = files.map { ($0, FileReferences($0.source)) }
    var rest = idle
    var count = 0
    repeat {
      count = rest.count
      for patch in rest where isNamed(patch, references) {
        present[ObjectIdentifier(patch.file)]?.insert(Self.start(patch.declaration))
        rest.removeAll { $0 === patch }
      }
    } while rest.count < count
    return rest
  }

  private func isNamed(_ patch: Patch, _ references: [(file: PatchFile, names: FileReferences)]) -> Bool {
    let name = Array(patch.text(patch.declaration.name))
    return references.contains { file, names in
      names.uses(of: name).contains { present[ObjectIdentifier(file)]?.contains(Self.start($0.declaration)) ?? false }
    }
  }

  private static func start(_ declaration: Declaration) -> Int { declaration.node.range.lowerBound }
}
