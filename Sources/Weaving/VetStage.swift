internal import Bytes
internal import Findings
internal import GoSyntax
internal import Patching
internal import SystemInterface
internal import Toolexec

/// A call of vet for a package that some set has a patch file for.
///
/// vet sees the unpatched sources. Only where cover has put a file that joins in the place of one that leaves would it see
/// something else, and without the imports of the other: so it is shown the one that leaves, as its author wrote it.
struct VetStage<Files: FileSystem> {
  let pipeline: Pipeline<Files>
  /// vet's arguments; the last one is its configuration (cmd/go/internal/work/exec.go, buildVetConfig).
  let arguments: [ByteString]

  func decide() throws(Findings) -> Decision {
    guard let package = pipeline.identity(nil), let path = arguments.last, path.hasSuffix(".cfg") else { return .pass }
    let objectFolder = Path.directory(path)
    let context = pipeline.context(goVersion: nil, tags: [])
    let patches = try pipeline.sets.patchFiles(
      for: package.importPath, of: [], in: context, scratch: objectFolder, files: pipeline.files,
      origin: pipeline.inputs.origins.origin, moduleVersion: { nil }
    ).files
    guard patches.contains(where: \.directives.changeFiles) else { return .pass }
    var configuration = VetConfiguration(try attempt { () throws(FileError) in try pipeline.files.read(path) })
    guard let folder = configuration.folder else { return .pass }
    let names = try attempt { () throws(FileError) in try pipeline.files.names(in: folder) } ?? []
    let covered = names.filter { configuration.names(Path.join(objectFolder, Self.coveredName($0))) }
    let packageFiles = PackageFiles(
      files: pipeline.files, context: context, patches: patches, objectFolder: objectFolder)
    let leaving = try packageFiles.leaving(among: covered.map { Path.join(folder, $0) })
    guard !leaving.isEmpty else { return .pass }

    for source in leaving {
      configuration.replace(
        Path.join(objectFolder, Self.coveredName(Path.lastComponent(source))), with: source)
    }
    return .weave(
      Woven(folder: Woven.folder(in: objectFolder), notes: []) { [configuration] folder in
        let file = Woven.NewFile(path: Path.join(folder, ByteString("vet.cfg")), bytes: configuration.bytes)
        return ([file], arguments.dropLast() + [file.path])
      })
  }

  private static func coveredName(_ name: ByteString) -> ByteString { name.dropLast(3) + ByteString(".cover.go") }
}
