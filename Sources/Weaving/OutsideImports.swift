package import Bytes
package import Findings
internal import GoSyntax
package import Patching
internal import SystemInterface

/// A package that a patch file wants, beside those that its target has.
package struct OutsideImport {
  /// The packages that the file is for.
  package let selector: PackageSelector
  package let file: PatchFile
  /// As it is written.
  package let path: ByteString
  /// Where it is written.
  package let offset: Int
  /// Whether it is `//routinex:link`, and not an import.
  package let isLink: Bool
  /// Whether it says of which types parameters and results of targets are.
  package let isOfSignature: Bool
  /// What tells the file from others of the sets: `SET/PATH`.
  package let fileName: ByteString

  /// Where it is written.
  package var place: Place { file.place(at: offset) }

  package func finding(_ id: Finding.ID, _ message: Wording) -> Finding { Finding(id, message, at: offset, in: file) }
}

extension Pipeline {
  /// Answers what patterns ask about the package of an import path. The module's files are read once for all that one answers.
  package var origin: (ByteString, PackageSelector) throws(Findings) -> PackageOrigin {
    let origins = inputs.origins
    return { (importPath, selector) throws(Findings) in try origins.origin(of: importPath, for: selector) }
  }

  /// What the files of the sets import, as far as they take part in a build.
  ///
  /// Of built-in sets only those are read that have files in `_any`: others import only what their targets do, and this program's
  /// tests make sure of it.
  ///
  /// - Parameter tags: `race` and its like, where the build has them.
  package func imports(tags: [StaticString]) throws(Findings) -> [OutsideImport] {
    let own = sets.filter(\.mayImportMore)
    if own.isEmpty { return [] }
    let context = context(goVersion: nil, tags: tags)
    var result: [OutsideImport] = []
    for file in try own.readAll(in: files) where file.file.applies(in: context) { result += file.wanted }
    return result
  }
}

extension PatchSetFile {
  /// What the file imports, and what it links.
  package var wanted: [OutsideImport] {
    guard let selector else { return [] }
    let demands = file.importsOfDemands
    let ofSignatures = file.packagesOfSignatures
    let imports = file.source.imports.filter {
      !$0.path.equals("unsafe") && !$0.path.equals("C") && $0.path != TargetConstants.importPath
        && !demands.contains($0.localName)
    }
    let all =
      imports.map { ($0.path, $0.node.range.lowerBound, false, ofSignatures.contains($0.path)) }
      + file.directives.links.map { ($0.path, $0.comment.range.lowerBound, true, false) }
    return all.map {
      OutsideImport(
        selector: selector, file: file, path: $0.0, offset: $0.1, isLink: $0.2, isOfSignature: $0.3,
        fileName: Path.join(set, path))
    }
  }
}

/// Has packages compiled for the patches of another. nil where that cannot be.
package typealias CompileImports = ([ByteString], ByteString) throws(Findings) -> OutsideCode?

// MARK: In a tool's call

extension Pipeline {
  /// What `routinex go` found out, for a call that has to do with it.
  func outside() throws(Findings) -> OutsideCode { try OutsideCode.read(outsideFile, in: files) }

  /// The go command may have emptied its cache since.
  func requireThere(_ archive: OutsideCode.Archive) throws(Findings) {
    guard try attempt({ () throws(FileError) in try files.kind(of: archive.file) }) == .regular else {
      throw Findings(
        .fileSystem,
        "package \(archive.importPath.shown), which patches import, was compiled before the build, but "
          + "\(archive.file.shown) is gone: the build cache was cleaned while the build ran; run it again")
    }
  }
}
