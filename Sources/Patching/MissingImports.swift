internal import Bytes
internal import Findings
internal import GoSyntax

/// Packages that a patch file names and does not import. What a name means in a patch is said by the patch file alone: an
/// import of the target's file would make it mean this in one package and that, or nothing, in another.
final class MissingImports {
  private let package: TargetPackage
  private let files: [PatchFile]
  private var declared: [ByteString: Bool] = [:]

  /// - Parameter files: every patch file that applies to the package.
  init(_ package: TargetPackage, _ files: [PatchFile]) {
    self.package = package
    self.files = files
  }

  /// - Throws: the first package of the patch, in its header or body, that is not imported.
  func require(of patch: Patch, in names: TargetNames) throws(Finding) {
    var visible: Set<ByteString> = []
    if patch.isInTargetScope { visible.formUnion(names.uses.filter { $0.declaration != nil }.map(\.name)) }
    let finding = missing(in: patch.declaration, of: patch.file, target: names.target.file) { visible.contains($0) }
    if let finding { throw finding }
  }

  /// The same for what the files add.
  func ofAdditions(of files: [PatchFile]) -> [Finding] {
    files.flatMap { file in
      file.additions.filter(\.isFirstOfNode).compactMap { declaration in
        missing(in: declaration, of: file, target: nil) { _ in false }?.of(file.id(ofAdded: declaration))
      }
    }
  }

  private func missing(
    in declaration: Declaration, of file: PatchFile, target: SourceFile?, isVisible: (ByteString) -> Bool
  ) -> Finding? {
    var settled: Set<ByteString> = []
    for qualifier in file.source.qualifiers(of: declaration) where settled.insert(qualifier.name).inserted {
      let name = qualifier.name
      // `error.Error` is a method expression.
      let isKnown = name.equals("error") || isVisible(name) || file.source.importItem(called: name) != nil
      if !isKnown, !isDeclared(name) { return finding(qualifier, in: file, target) }
    }
    return nil
  }

  /// Whether something else than an import may give the name its meaning.
  private func isDeclared(_ name: ByteString) -> Bool {
    if let known = declared[name] { return known }
    let result =
      files.contains { $0.source.declarations(of: name).contains { $0.kind != .method } } || package.declares(name)
      || hasDotImports
    declared[name] = result
    return result
  }

  /// What comes with a dot cannot be seen.
  private lazy var hasDotImports = package.files.contains {
    $0.bytes.contains("\t. \"") || $0.bytes.contains("import . \"")
  }

  private func finding(_ qualifier: Qualifier, in file: PatchFile, _ target: SourceFile?) -> Finding {
    let (name, node) = (qualifier.name, qualifier.node)
    let used = file.source.text(qualifier.range).text
    if name.equals("C") {
      return Finding(
        .importName,
        "\(used): cgo runs before patches are applied; write the name that cgo generates, such as _Ctype_int for "
          + "C.int",
        at: node, in: file)
    }
    let plain = file.source.imports.filter { $0.name == nil }
    if let unknown = plain.first(where: { !$0.isNameCertain }) {
      return Finding(
        .importName,
        "the name of package \(unknown.path.text) is not known, and \(used) may be from it; write the name in the "
          + "import: \(name.text) \"\(unknown.path.text)\"", at: unknown.node, in: file)
    }
    if let other = plain.first(where: { PackageNameGuess.all($0.path).contains(name) }) {
      return Finding(
        .importName,
        "\(used): package \(other.path.text) is called \(other.localName.text); use that name, or name the import: "
          + "\(name.text) \"\(other.path.text)\"", at: node, in: file)
    }
    // What the package itself means by the name is most likely meant.
    let sources = [target].compactMap(\.self) + package.files.indices.lazy.map { package.source(at: $0) }
    let meant = sources.lazy.compactMap { $0.importItem(called: name) }.first { $0.isNameCertain }
    let remedy = meant.map { item in
      let isPlain = PackageNameGuess.all(item.path).first == name
      return "add import \(isPlain ? "" : "\(name.text) ")\"\(item.path.text)\""
    }
    return Finding(
      .importName, "\(used): no import of this file is called \(name.text); \(remedy ?? "add it")", at: node, in: file)
  }

  /// Imports of a file whose packages have one name: which is meant cannot be told.
  func ofOneName() -> [Finding] {
    files.flatMap { file in
      var first: [ByteString: Import] = [:]
      return file.source.imports.compactMap { item -> Finding? in
        let name = item.localName
        guard !name.equals("_"), item.isNameCertain else { return nil }
        guard let other = first[name] else {
          first[name] = item
          return nil
        }
        return Finding(
          .importName,
          "two imports of this file are called \(name.text), this one and \(other.path.text); rename one of them",
          at: item.node, in: file)
      }
    }
  }
}
