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
    var code = AddedCode(of: package, in: outside)
    let input = PackageInput(
      importPath: package.importPath, context: pipeline.context(goVersion: command.goVersion, tags: instrumentation),
      goVersion: command.goVersion ?? pipeline.environment["GOVERSION"], files: command.files,
      objectFolder: objectFolder, overlaid: command.overlaid,
      hasAgents: !pipeline.agents.isEmpty)
    let origins = pipeline.inputs.origins
    let excluded = outside.excluded[package.importPath] ?? []
    let weaving: PackageWeaving?
    let plan: PackagePlan?
    var imports: ImportedPackages<Files>?
    do throws(Findings) {
      weaving = try PackageWeaving(
        input, sets: pipeline.sets, in: pipeline.files, origin: origins.origin, except: excluded,
        assemblyReferences: assemblyReferences,
        packageNames: { () throws(Findings) in
          let packages = try importedPackages(with: code)
          imports = packages
          return { packages?.packageName($0) }
        },
        importable: { (wanted) throws(Findings) in
          guard let known = imports?.paths else { return nil }
          let lacking = wanted.filter { !known.contains($0) && !$0.equals("unsafe") }
          guard !lacking.isEmpty, let compiled = try pipeline.standardImports(lacking, of: package.importPath) else {
            return known
          }
          code = AddedCode(of: package, in: compiled)
          return known.union(lacking.filter(code.imports))
        },
        moduleVersion: { () throws(Findings) in
          try pipeline.moduleVersion(of: package.importPath, sources: command.files, objectFolder: objectFolder)
        })
      plan = try weaving?.plan()
      if !pipeline.usesPackageKeys, let weaving { try refuseLinks(weaving.patches) }
    } catch {
      if let unread = imports?.error { throw Findings(unread) }
      guard error.isUnreadable else { throw error }
      return .leaveToCompiler(failure: error, output: output, arguments: command.key == nil ? nil : command.arguments)
    }
    if let unread = imports?.error { throw Findings(unread) }
    var woven = weaving.flatMap { weaving in plan.map { (weaving, $0) } }
    let notes = woven.map { $0.notes(of: $1) } ?? []
    // Patterns that match nothing leave the package as it is.
    if let (weaving, plan) = woven, plan.isEmpty, weaving.files == command.files { woven = nil }
    if woven == nil, code.isEmpty { return passed(objectFolder, notes) }
    let joining = try code.joining(plan?.imports.map(\.path) ?? [], of: self)
    return .weave(
      Woven(folder: Woven.folder(in: objectFolder), notes: notes + joining.notes) { folder in
        content(woven, joining, objectFolder, in: folder)
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
          "package \(name) has patches, and -gcflags can give it no key: there '\(name)' does not mean this package; build "
            + "with -toolexec=routinex in the place of `routinex go`")
      }
      throw Findings(
        .packageKey,
        "package \(name) has patches, and its compile call has no key for them (\(CompileCommand.keyFlag)KEY in its "
          + "-gcflags), so that its object would be kept as a plain one; `routinex go` gives each such package its key: if "
          + "you used it, something in front of the go command adds -gcflags of its own, which you can give to `routinex go` "
          + "instead; if you wrote -toolexec yourself, leave --package-keys out of it; if they came while the build ran, run it again"
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
          "//routinex:link \(link.path.shown) needs a build with `routinex go`, which finds the programs that are to have it",
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

  /// nil without a file of -importcfg.
  private func importedPackages(with code: AddedCode) throws(Findings) -> ImportedPackages<Files>? {
    guard let path = command.importcfg else { return nil }
    return ImportedPackages(ImportConfiguration(code.adding(to: try text(of: path))), in: pipeline.files)
  }

  func text(of path: ByteString) throws(Findings) -> ByteString {
    do throws(FileError) { return try pipeline.files.read(path) } catch {
      throw Findings(error)
    }
  }

  /// The patched files take the places of their originals; what the sets add comes last.
  private func content(
    _ woven: (PackageWeaving, PackagePlan)?, _ joining: AddedCode.Joining, _ objectFolder: ByteString,
    in folder: ByteString
  ) -> Woven.Content {
    var newFiles = joining.files(in: folder)
    let importcfg = joining.importcfg(in: folder)
    guard let (weaving, plan) = woven else {
      let files = command.files + joining.sources(in: folder)
      let rewrites = pathRewrites(objectFolder, folder)
      return (newFiles, command.rewritten(files: files, trimpath: rewrites, importcfg: importcfg))
    }
    // What the folder holds besides.
    var taken = Set([
      ByteString(Woven.argumentsName), ByteString("added"), ByteString("overlaid"), ByteString("outside"),
    ])
    var arguments = weaving.files
    for rewrite in plan.rewrites {
      let original = weaving.sources[rewrite.fileIndex].path
      var name = pipeline.agents.isEmpty ? Path.lastComponent(original) : Self.mirrored(original, objectFolder)
      if taken.contains(Array(name.prefix { $0 != ASCII.slash })) { name = Path.lastComponent(original) }
      // The files that `go build -overlay` names may lie in several folders, and be called anything.
      if !taken.insert(name).inserted {
        name = ByteString("overlaid/\(rewrite.fileIndex)_") + Path.lastComponent(name)
      }
      let path = Path.join(folder, name)
      newFiles.append(Woven.NewFile(path: path, bytes: rewrite.bytes, original: original))
      for index in arguments.indices where arguments[index] == original { arguments[index] = path }
    }
    for (number, addition) in plan.additions.enumerated() {
      let name = ByteString("\(number)_") + Path.lastComponent(addition.file.displayPath)
      let path = Path.join(folder, ByteString("added/") + name)
      newFiles.append(Woven.NewFile(path: path, bytes: addition.bytes))
      arguments.append(path)
    }
    arguments += joining.sources(in: folder)
    return (
      newFiles, command.rewritten(files: arguments, trimpath: pathRewrites(objectFolder, folder), importcfg: importcfg)
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
