internal import Bytes
internal import Findings
internal import GoSyntax
internal import Patching
internal import SystemInterface
internal import Toolexec

/// A call of compile for a package that some set has a patch file for, or that was given a key or a response file.
struct CompileStage<Files: FileSystem> {
  let pipeline: Pipeline<Files>
  let command: CompileCommand

  func decide() throws(Findings) -> Decision {
    // cmd/go always says where the object goes; a call by hand that does not is none of a build's.
    guard let package = pipeline.identity(command.packagePath), let output = command.output else { return .pass }
    let objectFolder = Path.directory(output)
    let outside = try pipeline.outside()
    if pipeline.usesPackageKeys {
      if try isOfLinker(package, outside) { return .pass }
      try requireKey(of: package, outside)
    }
    let input = PackageInput(
      importPath: package.importPath, context: pipeline.context(goVersion: command.goVersion, tags: instrumentation),
      goVersion: command.goVersion ?? pipeline.environment["GOVERSION"], files: command.files,
      objectFolder: objectFolder, overlaid: command.overlaid,
      positions: pipeline.agents.isEmpty ? .said : .restated)
    let planned: PlannedPackage
    do throws(Findings) {
      planned = try pipeline.plan(
        input, of: package, outside, importcfg: importcfg, assemblyReferences: assemblyReferences)
    } catch {
      guard error.isUnreadable else { throw error }
      return .leaveToCompiler(failure: error, output: output, arguments: command.key == nil ? nil : command.arguments)
    }
    if !pipeline.usesPackageKeys { try refuseLinks(planned.patches) }
    if planned.woven == nil, planned.code.isEmpty { return passed(objectFolder, planned.notes) }
    let imports = planned.woven?.plan.imports.map(\.path) ?? []
    let joining = try planned.code.joining(imports, planned.provenance, of: self)
    return .weave(
      Woven(folder: Woven.folder(in: objectFolder), notes: planned.notes + joining.notes) { folder in
        content(planned, joining, objectFolder, in: folder)
      })
  }

  /// Whether the linker alone brings the package in: `runtime/coverage`, `runtime/cgo`, `runtime/race` and what those need, none
  /// of which `go list` tells (cmd/go/internal/load/pkg.go, LinkerDeps). What patterns select among them stays plain, and is kept as
  /// what it is, since it has no key.
  private func isOfLinker(_ package: PackageIdentity, _ outside: OutsideCode) throws(Findings) -> Bool {
    guard command.key == nil, outside.needs[package.importPath] == nil else { return false }
    for set in pipeline.sets where try set.selectsByFolder(package.importPath, in: pipeline.files) { return false }
    return try pipeline.inputs.origins.origin(of: package.importPath).isStandard
  }

  /// In a build with a key for each package, the go command keeps an object under the key that it was given: compiled
  /// with other patches, or without its key, it would be taken for what it is not, now or in a later build.
  private func requireKey(of package: PackageIdentity, _ outside: OutsideCode) throws(Findings) {
    let name = package.importPath.text
    guard let given = command.key else {
      let excluded = outside.excluded[package.importPath] ?? []
      guard try pipeline.isTargeted(package, except: excluded) || outside.needs[package.importPath] != nil else {
        return
      }
      guard PackageKey.canBeTold(PackageSelector(folder: package.importPath)) else {
        throw Findings(
          .packageKey,
          "package \(name) has patches, but -gcflags cannot give it a key, since '\(name)' does not mean this package "
            + "there; build with -toolexec=routinex instead of `routinex go`")
      }
      throw Findings(
        .packageKey,
        "package \(name) has patches, but its compile call has no key for them (\(CompileCommand.keyFlag)KEY in its "
          + "-gcflags), so the build cache would keep its object as an unpatched one. If you used `routinex go`, a "
          + "program in front of the go command adds -gcflags: give these to `routinex go` instead. If you wrote "
          + "-toolexec yourself, remove --package-keys from it. If the patches were added while the build ran, run it "
          + "again"
      )
    }
    let accepted = try PackageKey.accepted(
      for: package.importPath, sets: pipeline.sets, outside: outside, inputs: pipeline.inputs)
    guard accepted.contains(given) else { throw .changedPatches }
  }

  /// What is linked must be known before the build begins.
  private func refuseLinks(_ patches: [PatchFile]) throws(Findings) {
    let findings = patches.flatMap { file in
      file.directives.links.map { link in
        Finding(
          .uncompiledImport,
          "//routinex:link \(link.path.shown) needs a build with `routinex go`, which finds the programs to link it "
            + "into",
          at: link.comment, in: file)
      }
    }
    if !findings.isEmpty { throw Findings(findings) }
  }

  /// The call as it came, but for the key, which is none of compile's flags.
  private func passed(_ objectFolder: ByteString, _ notes: [String]) -> Decision {
    guard command.key != nil || !notes.isEmpty else { return .pass }
    return .weave(Woven(folder: Woven.folder(in: objectFolder), notes: notes) { _ in ([], command.arguments) })
  }

  private var instrumentation: [StaticString] {
    (command.isRace ? ["race"] : []) + (command.isMSan ? ["msan"] : []) + (command.isASan ? ["asan"] : [])
  }

  /// The functions of the package that its assembly refers to.
  private func assemblyReferences() throws(Findings) -> Set<ByteString> {
    guard let path = command.symabis else { return [] }
    return SymbolABIs.references(in: try text(of: path), of: command.packagePath)
  }

  /// What stands in the file of -importcfg; nil without one.
  private func importcfg() throws(Findings) -> ByteString? {
    guard let path = command.importcfg else { return nil }
    return try text(of: path)
  }

  func text(of path: ByteString) throws(Findings) -> ByteString {
    do throws(FileError) { return try pipeline.files.read(path) } catch {
      throw Findings(error)
    }
  }

  private func content(
    _ planned: PlannedPackage, _ joining: AddedCode.Joining, _ objectFolder: ByteString, in folder: ByteString
  ) -> Woven.Content {
    let isMirrored = !pipeline.agents.isEmpty
    let woven = planned.files(in: folder) {
      isMirrored ? Self.mirrored($0, objectFolder) : Path.lastComponent($0)
    }
    let files = (woven?.all ?? command.files) + joining.sources(in: folder)
    return (
      joining.files(in: folder) + (woven?.new ?? []),
      command.rewritten(
        files: files, trimpath: pathRewrites(objectFolder, folder), importcfg: joining.importcfg(in: folder))
    )
  }

  /// The original's path below some folder: agents behind this program read the version of a module out of it, or look for
  /// `net/http/client.go` at its end. What cgo and cover made has no such path. Of a vendored file it is what stands behind
  /// `vendor`, since beside that folder an agent would look for modules.txt.
  private static func mirrored(_ original: ByteString, _ objectFolder: ByteString) -> ByteString {
    guard Path.isAbsolute(original), Path.directory(original) != objectFolder else {
      return Path.lastComponent(original)
    }
    let components = Path.normalized(original).split(separator: ASCII.slash)
    let start = components.dropLast().lastIndex { $0.equals("vendor") }.map { $0 + 1 } ?? 0
    return ByteString(components[start...].joined(separator: [ASCII.slash]))
  }

  /// So that objects name patch files alike wherever the sets lie and the build runs, and whatever the folder is called.
  private func pathRewrites(_ objectFolder: ByteString, _ folder: ByteString) -> [PathRewrite] {
    // Positions in patch files may lie below the first of these, without such a file.
    let folders = [Woven.folder(in: objectFolder)] + (folder == Woven.folder(in: objectFolder) ? [] : [folder])
    return pipeline.sets.compactMap {
      $0.pathRewrite(scratch: objectFolder).map { PathRewrite(from: $0.from, to: $0.to) }
    } + folders.map { PathRewrite(from: $0, to: ByteString("routinex")) }
  }
}
