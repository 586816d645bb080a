internal import Bytes
internal import Findings
internal import GoSyntax
internal import Patching
internal import SystemInterface
internal import Toolexec

/// A call of cover for a package that some set has a patch file for. Counters go into the originals, before they are
/// patched; only file-level directives change which files those are.
struct CoverStage<Files: FileSystem> {
  let pipeline: Pipeline<Files>
  let command: CoverCommand

  func decide() throws(Findings) -> Decision {
    guard let package = pipeline.identity(nil), let output = command.output ?? command.outfilelist else {
      return .pass
    }
    let objectFolder = Path.directory(output)
    let context = pipeline.context(goVersion: nil, tags: [])
    let patches = try pipeline.sets.patchFiles(
      for: package.importPath, of: command.files, in: context, scratch: objectFolder, files: pipeline.files,
      origin: pipeline.inputs.origins.origin
    ) { () throws(Findings) in
      try pipeline.moduleVersion(of: package.importPath, sources: command.files, objectFolder: objectFolder)
    }.files
    let tagged = PackageFiles(files: pipeline.files, context: context, patches: patches, objectFolder: objectFolder)
    let folder = Woven.folder(in: objectFolder)
    guard let listFile = command.outfilelist else {
      guard let source = command.files.first, let variable = command.variable,
        let file = try tagged.forCover(single: source, output: output, counters: variable)
      else { return .pass }
      return .done([file])
    }
    let outputs = try outputs(listFile)
    let choice = try tagged.forCover(command.files, outputs: outputs)
    if choice.files == command.files { return .pass }
    guard choice.outputs != outputs else { return weave(choice.files, nil, choice.blanks, folder) }
    let newList = Woven.NewFile(
      path: Path.join(folder, Path.lastComponent(listFile)),
      bytes: ByteString(choice.outputs.map { $0 + [ASCII.newline] }.joined()))
    return weave(choice.files, newList.path, choice.blanks + [newList], folder)
  }

  private func weave(
    _ list: [ByteString], _ outfilelist: ByteString?, _ newFiles: [Woven.NewFile], _ folder: ByteString
  ) -> Decision {
    let given = Set(command.files)
    let notes = list.filter { !given.contains($0) }.map { "cover: \($0.text) is added, by build tags" }
    return .weave(
      Woven(folder: folder, notes: notes) { other in
        var places: [ByteString: ByteString] = [:]
        let files = newFiles.map { $0.moved(from: folder, to: other) }
        for (file, moved) in zip(newFiles, files) { places[file.path] = moved.path }
        return (
          files,
          command.rewritten(
            files: list.map { places[$0] ?? $0 }, outfilelist: outfilelist.map { places[$0] ?? $0 })
        )
      })
  }

  private func outputs(_ listFile: ByteString) throws(Findings) -> [ByteString] {
    do throws(FileError) {
      return try pipeline.files.read(listFile).split(separator: ASCII.newline).map(Array.init)
    } catch {
      throw Findings(error)
    }
  }
}
