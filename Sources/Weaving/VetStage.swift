internal import Bytes
internal import Findings
internal import Patching
internal import SystemInterface
internal import Toolexec

/// A call of vet, or of another tool of `-vettool`, for a package that some set has a patch file for: it sees what is
/// compiled.
///
/// What it says is kept under an action ID that holds the one of the package's compilation, and so its stamp or key
/// (cmd/go/internal/work/exec.go, vet). Of a package that is only vetted nothing is compiled, so that what is wrong with its
/// patches is said here. No tool is told whether the build is `-race`, `-msan` or `-asan`: here it counts as none of them.
struct VetStage<Files: FileSystem> {
  let pipeline: Pipeline<Files>
  let package: PackageIdentity
  /// vet's arguments; the last one is its configuration (cmd/go/internal/work/exec.go, buildVetConfig).
  let arguments: [ByteString]

  func decide() throws(Findings) -> Decision {
    guard let path = arguments.last, path.hasSuffix(".cfg"), !appliesFixes else { return .pass }
    let bytes = try attempt { () throws(FileError) in try pipeline.files.read(path) }
    guard let configuration = VetConfiguration(bytes), !configuration.isForFixes else { return .pass }
    let objectFolder = Path.directory(path)
    let input = PackageInput(
      importPath: package.importPath, context: pipeline.context(goVersion: nil, tags: []),
      goVersion: pipeline.environment["GOVERSION"], files: configuration.goFiles, objectFolder: objectFolder,
      overlaid: overlaid(configuration, objectFolder))
    let planned: PlannedPackage
    do throws(Findings) {
      planned = try pipeline.plan(
        input, of: package, try pipeline.outside(), importcfg: { configuration.importConfiguration },
        assemblyReferences: { [] })
    } catch {
      // vet reads the same files, and says what is wrong with them.
      guard error.isUnreadable else { throw error }
      return .pass
    }
    guard let plan = planned.woven?.plan else { return .pass }
    let imports = try imports(of: plan, planned.code)
    return .weave(
      Woven(folder: Woven.folder(in: objectFolder), notes: planned.notes) { folder in
        let files = planned.files(in: folder, named: Path.lastComponent)
        let configuration = Woven.NewFile(
          path: Path.join(folder, ByteString(Woven.configurationName)),
          bytes: configuration.rewritten(goFiles: files?.all ?? [], adding: imports), isOwn: true)
        return ((files?.new ?? []) + [configuration], arguments.dropLast() + [configuration.path])
      })
  }

  /// Whether the tool is to change files, by the names that it is given: those are the originals' then. Up to Go 1.26 its
  /// configuration does not tell (cmd/go/internal/vet/vet.go, run).
  private var appliesFixes: Bool {
    arguments.dropLast().contains { argument in
      let name = argument.prefix { $0 != ASCII.equals }
      guard name.equals("-fix") || name.equals("--fix") else { return false }
      return name.count == argument.count || goBoolean(Array(argument.dropFirst(name.count + 1))) != false
    }
  }

  /// The files of `go vet -overlay`, and the paths that they stand for, as far as they tell: vet is given none of these.
  private func overlaid(_ configuration: VetConfiguration, _ objectFolder: ByteString) -> [ByteString: ByteString] {
    guard !configuration.folder.isEmpty else { return [:] }
    var result: [ByteString: ByteString] = [:]
    for file in configuration.goFiles {
      let folder = Path.directory(file)
      guard folder != configuration.folder, folder != objectFolder else { continue }
      result[file] = Path.join(configuration.folder, Path.lastComponent(file))
    }
    return result
  }

  /// What patches import, where the package does not; and `unsafe`, which files that tags admit may import.
  private func imports(of plan: PackagePlan, _ code: AddedCode) throws(Findings) -> [VetConfiguration.Import] {
    let unsafe = ByteString("unsafe")
    var result = [VetConfiguration.Import(unsafe, package: unsafe, archive: nil)]
    for item in plan.imports {
      guard let archive = code.archive(of: item.path) else { continue }
      try pipeline.requireThere(archive)
      result.append(VetConfiguration.Import(item.path, package: archive.importPath, archive: archive.file))
    }
    return result
  }
}
