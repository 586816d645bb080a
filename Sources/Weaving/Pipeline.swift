package import Bytes
package import Findings
internal import GoPackages
internal import GoSyntax
internal import Patching
package import SystemInterface
package import Toolexec

/// From a command line to a decision: the stages in their order, each handing a value to the next.
package struct Pipeline<Files: FileSystem> {
  let files: Files
  let environment: Environment
  /// The active patch sets.
  let sets: [PatchSet]
  /// What this program does, as a hash of its sources.
  let program: StaticString
  /// Whether the go command was told of each package's patches, so that tools need no stamp: see `PackageKey`.
  let usesPackageKeys: Bool
  /// The file that says what was compiled beforehand for patches: see `OutsideCode`.
  let outsideFile: ByteString?
  /// Has packages of the standard library compiled, in a build without keys.
  let compileImports: CompileImports?
  private let folders: () -> [ByteString]
  /// What stands between this program and the tool.
  let agents: Agents

  /// - Parameter folders: gives the folders that the go command may run in, the likeliest first.
  package init(
    files: Files, environment: Environment, sets: [PatchSet], program: StaticString, usesPackageKeys: Bool = false,
    outsideFile: ByteString? = nil, compileImports: CompileImports? = nil, agents: Agents = .none,
    folders: @escaping () -> [ByteString]
  ) {
    self.files = files
    self.environment = environment
    self.sets = sets
    self.program = program
    self.usesPackageKeys = usesPackageKeys
    self.outsideFile = outsideFile
    self.compileImports = compileImports
    self.folders = folders
    self.agents = agents
  }

  /// - Parameter arguments: the argument list in which `call` was found.
  package func decide(_ call: ToolCall, in arguments: ArgumentVector) throws(Findings) -> Decision {
    if call.isVersionQuery { return try stamp(for: call.tool).map { .stamp($0) } ?? .pass }
    guard call.tool.isExamined else { return .pass }
    switch call.tool {
    case .compile:
      return try seeingAllOnce().decide(compile: call, in: arguments)
    case .cover:
      guard try isTargeted(nil) else { return .pass }
      return try CoverStage(pipeline: self, command: CoverCommand(try expanded(call, arguments))).decide()
    case .link:
      // link reads the same response files, and says what is wrong with them.
      guard let list = try? expanded(call, arguments) else { return .pass }
      return try LinkStage(pipeline: self, command: LinkCommand(list)).decide()
    case .vet:
      return try seeingAllOnce().decide(vet: call, in: arguments)
    default:
      return .pass
    }
  }

  /// What a tool's answer to `-V=full` gets; nil for nothing. For a tool whose output patches change it reads every file of
  /// the sets, and reports all that is wrong with them, as the first thing that a build asks does.
  ///
  /// An agent may change what any tool writes, and many leave the answer alone.
  package func stamp(for tool: Tool) throws(Findings) -> Stamp? {
    if tool.isStamped, !usesPackageKeys { return try stamp() }
    return agents.isEmpty ? nil : try Stamp(program: program, agents: agents, in: files)
  }

  private func stamp() throws(Findings) -> Stamp {
    try Stamp(inputs: inputs, sets: sets, context: context(goVersion: nil, tags: []), agents: agents)
  }

  /// The keys of a build that is to be given them.
  ///
  /// - Parameters:
  ///   - outside: what was compiled beforehand.
  ///   - packages: the import paths of the build's packages, for files that say themselves for which they are.
  package func keys(
    outside: OutsideCode = OutsideCode(), packages: [ByteString] = []
  ) throws(Findings) -> [PackageKey] {
    try PackageKey.all(of: sets, outside: outside, packages: packages, inputs: seeingAllOnce().inputs)
  }

  /// Reports all that is wrong with the sets, as `stamp` does.
  package func requireSound() throws(Findings) { _ = try seeingAllOnce().stamp() }

  private func seeingAllOnce() -> Pipeline<FileSnapshot<Files>> {
    Pipeline<FileSnapshot<Files>>(
      files: FileSnapshot(files), environment: environment, sets: sets, program: program,
      usesPackageKeys: usesPackageKeys, outsideFile: outsideFile, compileImports: compileImports, agents: agents,
      folders: folders)
  }

  // MARK: What the stages share

  /// What decides about packages beside their own files and the go command's settings.
  var inputs: DecisionInputs<Files> {
    DecisionInputs(program: program, hasCgo: hasCgo, root: environment["GOROOT"], project: project, files: files)
  }

  /// The version of a package's module, as far as its files' place tells: see `ModuleVersion`.
  func moduleVersion(
    of importPath: ByteString, sources: [ByteString], objectFolder: ByteString
  ) throws(Findings) -> SemanticVersion? {
    try ModuleVersion.find(
      of: importPath, sources: sources, objectFolder: objectFolder, cache: environment["GOMODCACHE"], project: project,
      in: files)
  }

  private func project() throws(Findings) -> Project {
    try Project(from: folders(), environment: environment, in: files)
  }

  private var hasCgo: Bool { environment["CGO_ENABLED"]?.equals("1") == true }

  func identity(_ packagePath: ByteString?) -> PackageIdentity? {
    PackageIdentity(packagePath: packagePath, description: environment["TOOLEXEC_IMPORTPATH"])
  }

  fileprivate func isTargeted(_ packagePath: ByteString?) throws(Findings) -> Bool {
    guard let package = identity(packagePath) else { return false }
    return try isTargeted(package)
  }

  /// Whether some set has a patch file for the package.
  ///
  /// - Parameter excluded: the files of `_any` that are not for it.
  func isTargeted(_ package: PackageIdentity, except excluded: Set<ByteString> = []) throws(Findings) -> Bool {
    let origins = inputs.origins
    for set in sets
    where try set.selects(package.importPath, origin: origins.origin, except: excluded, in: files) {
      return true
    }
    return false
  }

  /// The build context, as cmd/go tells it to the tools that it starts (cmd/go/internal/envcmd/env.go, MkEnv).
  func context(goVersion: ByteString?, tags: [StaticString]) -> BuildContext {
    var tags = tags.map { ByteString($0) }
    if hasCgo { tags.append(ByteString("cgo")) }
    return BuildContext(
      goos: environment["GOOS"] ?? [], goarch: environment["GOARCH"] ?? [],
      goMinor: GoVersion(goVersion ?? environment["GOVERSION"] ?? []).minor, tags: tags)
  }

  fileprivate func expanded(_ call: ToolCall, _ arguments: ArgumentVector) throws(Findings) -> [ByteString] {
    let list = arguments.copied(from: call.argumentsStart)
    guard call.hasResponseFile else { return list }
    do throws(ResponseFileError) {
      return try ResponseFile.expand(list, format: responseFileFormat) { name in
        do throws(FileError) { return try files.read(name) } catch { throw error }
      }
    } catch {
      throw Findings(.responseFile, Wording(error.message))
    }
  }

  package var responseFileFormat: ResponseFile.Format {
    ResponseFile.Format(goVersion: environment["GOVERSION"] ?? [])
  }
}

extension Pipeline {
  fileprivate func decide<Base: FileSystem>(
    compile call: ToolCall, in arguments: ArgumentVector
  ) throws(Findings) -> Decision where Files == FileSnapshot<Base> {
    // Of sets that are named by relative paths most calls end here, and those for packages whose folder in a set holds
    // only further folders.
    let mayPass = !call.hasResponseFile && !(usesPackageKeys && CompileCommand.hasKey(in: arguments, of: call))
    if mayPass, try !isTargeted(CompileCommand.packagePath(in: arguments, of: call).map { ByteString($0) }) {
      if !usesPackageKeys, !files.seen.isEmpty { try requireUnchanged(CompileCommand(try expanded(call, arguments))) }
      return .pass
    }
    let command = CompileCommand(try expanded(call, arguments))
    let decision = try CompileStage(pipeline: self, command: command).decide()
    if !usesPackageKeys { try requireUnchanged(command) }
    return decision
  }

  fileprivate func decide<Base: FileSystem>(
    vet call: ToolCall, in arguments: ArgumentVector
  ) throws(Findings) -> Decision where Files == FileSnapshot<Base> {
    guard let package = identity(nil), try isTargeted(package) else { return .pass }
    let list = try expanded(call, arguments)
    let decision = try VetStage(pipeline: self, package: package, arguments: list).decide()
    if let configuration = list.last { try requireUnchanged(package, [], output: configuration) }
    return decision
  }

  private func requireUnchanged<Base: FileSystem>(
    _ command: CompileCommand
  ) throws(Findings) where Files == FileSnapshot<Base> {
    guard let package = identity(command.packagePath), let output = command.output else { return }
    try requireUnchanged(package, command.files, output: output)
  }

  /// Where no key tells: that nothing of the sets changed since the tools' IDs were asked for, of what this call saw
  /// and of the folders that lead there. (A folder of a set that is removed as a whole is seen by no call.)
  ///
  /// - Parameters:
  ///   - sources: the files that the tool is given.
  ///   - output: a file in the build's folder for the package.
  private func requireUnchanged<Base: FileSystem>(
    _ package: PackageIdentity, _ sources: [ByteString], output: ByteString
  ) throws(Findings) where Files == FileSnapshot<Base> {
    guard let start = BuildStart(output: output, in: files) else { return }
    let roots = sets.compactMap(\.folder)
    var ways = roots
    for root in roots {
      for index in package.importPath.indices where package.importPath[index] == ASCII.slash {
        ways.append(Path.join(root, package.importPath[..<index]))
      }
    }
    let given = Set(sources)
    var folders = Set(sources.map(Path.directory)).subtracting([Path.directory(output)])
    // What an agent writes in the meantime, into a folder of its own, is none of what the IDs say.
    for folder in folders where start.isBefore(creationOf: folder, in: files) {
      if try !project().folders(of: package.importPath).contains(folder) { folders.remove(folder) }
    }
    let paths = files.seen.filter { path in
      roots.contains { path.hasPrefix($0 + [ASCII.slash]) } || path.hasSuffix("/vendor/modules.txt")
        // What tags may admit.
        || folders.contains(path) || folders.contains(Path.directory(path)) && !given.contains(path)
    }
    let hasChanged =
      paths.contains { start.isBefore(changeOf: $0, in: files) }
      || ways.contains { start.isBefore(moveOf: $0, in: files) }
    if hasChanged { throw .changedPatches }
  }
}
