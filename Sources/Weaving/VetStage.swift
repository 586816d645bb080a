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
      for: package.importPath, of: [], in: context, scratch: objectFolder, files: pipeline.files, moduleVersion: { nil }
    ).files
    guard patches.contains(where: \.directives.changeFiles) else { return .pass }
    let configuration = try attempt { () throws(FileError) in try pipeline.files.read(path) }
    guard let folder = Self.folder(configuration) else { return .pass }
    let names = try attempt { () throws(FileError) in try pipeline.files.names(in: folder) } ?? []
    let covered = names.filter { name in
      configuration.firstIndex(of: Self.quoted(Path.join(objectFolder, Self.coveredName(name)))) != nil
    }
    let packageFiles = PackageFiles(
      files: pipeline.files, context: context, patches: patches, objectFolder: objectFolder)
    let leaving = try packageFiles.leaving(among: covered.map { Path.join(folder, $0) })
    guard !leaving.isEmpty else { return .pass }

    var text = configuration
    for source in leaving {
      let other = Self.quoted(Path.join(objectFolder, Self.coveredName(Path.lastComponent(source))))
      while let start = text.firstIndex(of: other) {
        text.replaceSubrange(start..<(start + other.count), with: Self.quoted(source))
      }
    }
    return .weave(
      Woven(folder: Woven.folder(in: objectFolder), notes: []) { [text] folder in
        let file = Woven.NewFile(path: Path.join(folder, ByteString("vet.cfg")), bytes: text)
        return ([file], arguments.dropLast() + [file.path])
      })
  }

  private static func coveredName(_ name: ByteString) -> ByteString { name.dropLast(3) + ByteString(".cover.go") }

  private static func quoted(_ path: ByteString) -> ByteString { ByteString("\"") + path + ByteString("\"") }

  /// The value of `"Dir"`. One with escapes is left alone: such a folder has no covered file that this would find.
  private static func folder(_ configuration: ByteString) -> ByteString? {
    let key = ByteString("\"Dir\": \"")
    guard let start = configuration.firstIndex(of: key) else { return nil }
    let value = configuration[(start + key.count)...].prefix { $0 != ASCII.doubleQuote }
    return value.contains(ASCII.backslash) ? nil : Array(value)
  }
}
