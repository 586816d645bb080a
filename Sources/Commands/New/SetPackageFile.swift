internal import Bytes
internal import Findings
internal import GoPackages
internal import GoSyntax
internal import Host
internal import SystemInterface

/// The Go file of a set that is a Go package, which is to import what its patches do: see `KeptBesidePatches`.
struct SetPackageFile {
  let path: ByteString
  /// With the imports.
  let bytes: ByteString
  /// Those that it lacked.
  let added: [ByteString]

  /// nil where nothing is lacking, and for a set that is no Go package.
  ///
  /// - Parameters:
  ///   - patches: patch files of the set.
  init?(of set: NewSet, importing patches: [NewPatches.File]) throws(Findings) {
    guard set.tree != set.folder,
      let own = Modules(workingFolder: set.folder, environment: .ofProcess, files: HostFiles()).importPath(
        ofFolder: set.folder)
    else { return nil }
    let files = HostFiles()
    let folder = set.folder
    let names = try attempt { () throws(FileError) in try files.names(in: folder) } ?? []
    let goFiles = names.filter { $0.hasSuffix(".go") && !$0.hasSuffix("_test.go") && $0 != ToolFile.name }
    let ofSet = Path.lastComponent(folder) + ByteString(".go")
    guard let name = goFiles.first(where: { $0 == ofSet }) ?? goFiles.first else { return nil }
    let known = KeptBesidePatches.imports(in: folder).union([own])
    let wanted = patches.flatMap { patch in
      ImportClause.paths(patch.content).filter {
        !CheckSubjects.isStandard($0) && !known.contains($0) && $0 != patch.importPath
      }
    }
    if wanted.isEmpty { return nil }
    added = Set(wanted).sorted { $0.lexicographicallyPrecedes($1) }
    path = Path.join(folder, name)
    let path = path
    var bytes = try attempt { () throws(FileError) in try files.read(path) }
    for importPath in added { bytes = try BlankImport.adding(importPath, to: bytes, at: path) }
    self.bytes = bytes
  }
}
