internal import Bytes
internal import GoSyntax
internal import Patching
package import Toolexec

/// From a command line to a decision: the stages in their order, each handing a value to the next.
package struct Pipeline<Files: FileSystem> {
  let files: Files
  let environment: Environment
  /// The active patch sets.
  let sets: [PatchSet]
  let programVersion: StaticString
  /// Whether the go command was told of each package's patches, so that tools need no stamp: see `PackageKey`.
  let usesPackageKeys: Bool

  package init(
    files: Files, environment: Environment, sets: [PatchSet], programVersion: StaticString,
    usesPackageKeys: Bool = false
  ) {
    self.files = files
    self.environment = environment
    self.sets = sets
    self.programVersion = programVersion
    self.usesPackageKeys = usesPackageKeys
  }

  /// - Parameter arguments: the argument list in which `call` was found.
  package func decide(_ call: ToolCall, in arguments: ArgumentVector) throws(Failure) -> Decision {
    guard call.tool.isExamined else { return .pass }
    if call.isVersionQuery {
      guard call.tool.isStamped, !usesPackageKeys else { return .pass }
      return .stamp(try stamp())
    }
    switch call.tool {
    case .compile:
      // Of sets that are named by relative paths most calls end here, and those for packages whose folder in a set holds
      // only further folders.
      if !call.hasResponseFile, !(usesPackageKeys && CompileCommand.hasKey(in: arguments, of: call)) {
        guard try isTargeted(CompileCommand.packagePath(in: arguments, of: call).map { ByteString($0) }) else {
          return .pass
        }
      }
      return try CompileStage(pipeline: self, command: CompileCommand(try expanded(call, arguments))).decide()
    case .cover:
      guard try isTargeted(nil) else { return .pass }
      return try CoverStage(pipeline: self, command: CoverCommand(try expanded(call, arguments))).decide()
    case .vet:
      guard try isTargeted(nil) else { return .pass }
      return try VetStage(pipeline: self, arguments: try expanded(call, arguments)).decide()
    default:
      return .pass
    }
  }

  /// What a tool's answer to `-V=full` gets. Reads every file of the sets, and reports all that is wrong with them, as the
  /// first thing that a build asks does.
  package func stamp() throws(Failure) -> Stamp {
    try Stamp(programVersion: programVersion, sets: sets, context: context(goVersion: nil, tags: []), in: files)
  }

  // MARK: What the stages share

  func identity(_ packagePath: ByteString?) -> PackageIdentity? {
    PackageIdentity(packagePath: packagePath, description: environment["TOOLEXEC_IMPORTPATH"])
  }

  private func isTargeted(_ packagePath: ByteString?) throws(Failure) -> Bool {
    guard let package = identity(packagePath) else { return false }
    return try isTargeted(package)
  }

  /// Whether some set has a patch file for the package.
  func isTargeted(_ package: PackageIdentity) throws(Failure) -> Bool {
    for set in sets where try set.targets(package.importPath, in: files) { return true }
    return false
  }

  /// The build context, as cmd/go tells it to the tools that it starts (cmd/go/internal/envcmd/env.go, MkEnv).
  func context(goVersion: ByteString?, tags: [StaticString]) -> BuildContext {
    var tags = tags.map { ByteString($0) }
    if environment["CGO_ENABLED"]?.equals("1") == true { tags.append(ByteString("cgo")) }
    return BuildContext(
      goos: environment["GOOS"] ?? [], goarch: environment["GOARCH"] ?? [],
      goMinor: BuildContext.minor(of: goVersion ?? environment["GOVERSION"] ?? []), tags: tags)
  }

  private func expanded(_ call: ToolCall, _ arguments: ArgumentVector) throws(Failure) -> [ByteString] {
    let list = arguments.copied(from: call.argumentsStart)
    guard call.hasResponseFile else { return list }
    do throws(ResponseFileError) {
      return try ResponseFile.expand(list, format: responseFileFormat) { name in
        do throws(FileError) { return try files.read(name) } catch { throw error }
      }
    } catch {
      throw Failure(error.message)
    }
  }

  package var responseFileFormat: ResponseFile.Format {
    ResponseFile.Format(goVersion: environment["GOVERSION"] ?? [])
  }
}
