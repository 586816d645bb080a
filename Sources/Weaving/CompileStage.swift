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
    let patches = try pipeline.patchFiles(for: package.importPath, in: context, scratch: objectFolder)
    guard !patches.isEmpty else { return .pass }

    let list = try TaggedFiles(
      files: pipeline.files, context: context, tags: patches.flatMap(\.tags), objectFolder: objectFolder
    ).forCompile(command.files)
    let sources = try read(list)
    let target = TargetPackage(description: description(of: package, context), files: sources)
    let plan: PackagePlan
    do throws(PackagePlan.Failure) {
      plan = try PackagePlan(patching: target, with: patches)
    } catch {
      switch error {
      case .problems(let problems): throw Failure(problems)
      case .unreadable(let problem): return .judge(failure: Failure(problem.description), output: output)
      }
    }
    return .weave(woven(plan, list, sources, package, objectFolder))
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

  /// The patched files take the places of their originals; what the sets add comes last.
  private func woven(
    _ plan: PackagePlan, _ list: [ByteString], _ sources: [TargetPackage.File], _ package: PackageIdentity,
    _ objectFolder: ByteString
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
      responseFile: Path.join(folder, ByteString("arguments")), notes: notes(plan, list, package))
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
