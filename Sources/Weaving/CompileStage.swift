internal import Bytes
internal import GoSyntax
internal import Patching
internal import Toolexec

/// A call of compile for a package that some set has a folder for.
struct CompileStage<Files: FileSystem> {
  let pipeline: Pipeline<Files>
  let command: CompileCommand

  func decide() throws(Failure) -> Decision {
    // cmd/go always says where the object goes; a call by hand that does not is none of a build's.
    guard let package = pipeline.identity(command.packagePath), let output = command.output else { return .pass }
    let objectFolder = Path.directory(output)
    let context = pipeline.context(goVersion: command.goVersion, tags: instrumentation)
    let (patches, doubts) = try pipeline.patchFiles(
      for: package.importPath, of: command.files, in: context, scratch: objectFolder)
    guard !patches.isEmpty else { return .pass }

    let list = try PackageFiles(
      files: pipeline.files, context: context, patches: patches, objectFolder: objectFolder
    ).forCompile(command.files)
    let sources = try read(list)
    let target = TargetPackage(description: description(of: package, context), files: sources)
    let references = try assemblyReferences()
    let plan: PackagePlan
    do throws(PackagePlan.Failure) {
      plan = try PackagePlan(patching: target, with: patches, assemblyReferences: references)
    } catch {
      switch error {
      case .problems(let problems): throw Failure(problems)
      case .unreadable(let problem): return .judge(failure: Failure(problem.description), output: output)
      }
    }
    try requireExportData(plan, package)
    return .weave(woven(plan, list, sources, package, objectFolder, doubts))
  }

  private var instrumentation: [StaticString] {
    (command.isRace ? ["race"] : []) + (command.isMSan ? ["msan"] : []) + (command.isASan ? ["asan"] : [])
  }

  private func description(of package: PackageIdentity, _ context: BuildContext) -> String {
    let version = command.goVersion ?? pipeline.environment["GOVERSION"] ?? ByteString("unknown Go version")
    return "\(package.importPath.text) (\(version.text) \(context.goos.text)/\(context.goarch.text))"
  }

  private func read(_ list: [ByteString]) throws(Failure) -> [TargetPackage.File] {
    var result: [TargetPackage.File] = []
    for path in list where path.hasSuffix(".go") {
      do throws(FileError) {
        result.append(TargetPackage.File(path: path, bytes: try pipeline.files.read(path)))
      } catch {
        throw Failure("cannot read \(path.text): \(error.reason)")
      }
    }
    return result
  }

  /// The functions of the package that its assembly refers to: `ref "".name ABI0` lines, or `ref PATH.name ABI0`
  /// (cmd/internal/obj, cmd/asm: -gensymabis; cmd/compile/internal/ssagen/abi.go, ReadSymABIs).
  private func assemblyReferences() throws(Failure) -> Set<ByteString> {
    guard let path = command.symabis else { return [] }
    var result: Set<ByteString> = []
    for line in try text(of: path).split(separator: ASCII.newline) {
      let fields = line.split(separator: ASCII.space)
      guard fields.count == 3, fields[0].equals("ref"), let dot = fields[1].lastIndex(of: ASCII.dot) else { continue }
      let owner = fields[1][..<dot]
      if owner.equals("\"\"") || owner.isEmpty || command.packagePath.map({ owner.equals($0) }) == true {
        result.insert(Array(fields[1][(dot + 1)...]))
      }
    }
    return result
  }

  /// The compiler finds an imported package's export data in the file of -importcfg, which has only what the package's own
  /// files import (cmd/go/internal/work/exec.go, build).
  private func requireExportData(_ plan: PackagePlan, _ package: PackageIdentity) throws(Failure) {
    guard let path = command.importcfg, !plan.imports.isEmpty else { return }
    var known: Set<ByteString> = [ByteString("unsafe")]
    for line in try text(of: path).split(separator: ASCII.newline) {
      for kind: StaticString in ["packagefile ", "importmap "] where line.hasPrefix(kind) {
        known.insert(Array(line.dropFirst(kind.utf8CodeUnitCount).prefix { $0 != ASCII.equals }))
      }
    }
    let problems = plan.imports.filter { !known.contains($0.path) }.map { item in
      Problem(
        "this patch imports \(item.path.text), which package \(package.importPath.text) does not depend on, so that the "
          + "build has not compiled it; use what the package imports, or reach the other one through //go:linkname",
        at: item.offset, in: item.file)
    }
    if !problems.isEmpty { throw Failure(Problems(problems)) }
  }

  private func text(of path: ByteString) throws(Failure) -> ByteString {
    do throws(FileError) { return try pipeline.files.read(path) } catch {
      throw Failure("cannot read \(path.text): \(error.reason)")
    }
  }

  /// The patched files take the places of their originals; what the sets add comes last.
  private func woven(
    _ plan: PackagePlan, _ list: [ByteString], _ sources: [TargetPackage.File], _ package: PackageIdentity,
    _ objectFolder: ByteString, _ doubts: [String]
  ) -> Woven {
    let folder = Path.join(objectFolder, ByteString("routinex"))
    var newFiles: [Woven.NewFile] = []
    var arguments = list
    for rewrite in plan.rewrites {
      let original = sources[rewrite.fileIndex].path
      let path = Path.join(folder, Path.lastComponent(original))
      newFiles.append(Woven.NewFile(path: path, bytes: rewrite.bytes))
      for index in arguments.indices where arguments[index] == original { arguments[index] = path }
    }
    for (number, addition) in plan.additions.enumerated() {
      let name = ByteString("\(number)_") + Path.lastComponent(addition.file.displayPath)
      let path = Path.join(folder, ByteString("added/") + name)
      newFiles.append(Woven.NewFile(path: path, bytes: addition.bytes))
      arguments.append(path)
    }
    return Woven(
      files: newFiles, arguments: command.rewritten(files: arguments, trimpath: pathRewrites(objectFolder)),
      responseFile: Path.join(folder, ByteString("arguments")), notes: doubts + notes(plan, list, package))
  }

  /// So that objects name patch files alike wherever the sets lie and the build runs.
  private func pathRewrites(_ objectFolder: ByteString) -> [PathRewrite] {
    pipeline.sets.compactMap { $0.pathRewrite(scratch: objectFolder).map { PathRewrite(from: $0.from, to: $0.to) } }
      + [PathRewrite(from: Path.join(objectFolder, ByteString("routinex")), to: ByteString("routinex"))]
  }

  private func notes(_ plan: PackagePlan, _ list: [ByteString], _ package: PackageIdentity) -> [String] {
    let name = package.importPath.text
    let given = Set(command.files)
    let remaining = Set(list)
    return plan.changes.map { "\(name): \($0.patch.word) \($0.target), by \($0.patch.place)" }
      + plan.additions.flatMap { $0.notes.map { "\(name): \($0)" } }
      + command.files.filter { !remaining.contains($0) }.map { "\(name): \($0.text) leaves, by build tags" }
      + list.filter { !given.contains($0) }.map { "\(name): \($0.text) joins, by build tags" }
  }
}
