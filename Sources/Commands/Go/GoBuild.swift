internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import ProgramSources
internal import SystemInterface
internal import Toolexec
internal import Weaving

/// A go command that compiles packages: the flags that it gets from this program.
struct GoBuild {
  let subcommand: Subcommand
  let arguments: GoArguments

  /// Everything that can be wrong with the sets is found here, before the go command is started.
  func flags() throws(Findings) -> [ByteString] {
    let queries = GoQueries(folder: arguments.folder)
    let settings = try queries.settings()
    let environment = Self.flags(inEnvironment: settings.flags)
    let active = ActivePatchSets(option: arguments.options.patches, environment: .ofProcess)
    let sets = try active.find(from: { Array(workingFolders().prefix(1)) }, in: HostFiles())
    // As the tools will see it.
    let context = Environment { $0.description == "GOWORK" ? environmentValue($0) : settings.values["\($0)"] }
    let pipeline = Pipeline(
      files: HostFiles(), environment: context, sets: sets, program: sourceHash, folders: { [workingFolder()] })
    try pipeline.requireSound()
    let idle = IdleSets(
      subcommand: subcommand, arguments: arguments, settings: settings, workingFolder: workingFolder())
    try idle.messages(sets).forEach(Message.error)
    let perPackage = PerPackageFlags(
      arguments: arguments, environment: environment, settings: settings, queries: queries, pipeline: pipeline,
      withTests: subcommand.concernsTests, workingFolder: workingFolder())
    let next = try ToolexecValue.next(arguments, goflags: environment, for: "go")
    func toolexec(_ file: ByteString?) throws(Findings) -> ByteString {
      try self.toolexec(active.isDefault ? nil : sets, next: next, outsideFile: file)
    }
    let outside = OutsideBuild(
      flags: BeforehandFlags(subcommand: subcommand, arguments: arguments, settings: settings), queries: queries,
      cache: settings.cache, toolexec: toolexec, perPackageFlags: perPackage.beforehand)
    let (code, graph) = try outside.prepare(pipeline)
    let file = code.isEmpty ? nil : try outside.write(code)
    return [ByteString("-toolexec=") + (try toolexec(file))] + (try perPackage.ofBuild(code, graph))
  }

  /// The folder that the go command is to run in, by the name that it takes for it.
  private func workingFolder() -> ByteString {
    let own = workingFolders().first ?? []
    guard let folder = arguments.folder else { return own }
    return Path.normalized(Path.isAbsolute(folder) ? folder : Path.join(own, folder))
  }

  // MARK: -toolexec

  /// - Parameter sets: nil for the default, which needs no list, and is passed on fastest without.
  private func toolexec(
    _ sets: [PatchSet]?, next: ByteString, outsideFile: ByteString?
  ) throws(Findings) -> ByteString {
    var flags = [ByteString("--package-keys")]
    if arguments.options.isVerbose { flags.append(ByteString("--verbose")) }
    if arguments.options.isDebug { flags.append(ByteString("--debug")) }
    if let outsideFile { flags.append(ByteString("--outside=") + outsideFile) }
    return try ToolexecValue.make(flags, patchSets: sets?.map(\.element), next: next)
  }
}

extension GoBuild {
  /// The flags of GOFLAGS that have a value (cmd/go/internal/base/goflags.go, SetFromGOFLAGS). What the go command
  /// refuses there, it will.
  static func flags(inEnvironment text: ByteString) -> [GoArguments.Flag] {
    allFlags(inEnvironment: text).filter { $0.value != nil }
  }

  /// The same with those that have none.
  static func allFlags(inEnvironment text: ByteString) -> [GoArguments.Flag] {
    (GoQuoting.split(text) ?? []).filter { $0.first == ASCII.dash }.map { word in
      let body = word.dropFirst(word.hasPrefix("--") ? 2 : 1)
      let name = body.prefix { $0 != ASCII.equals }
      return GoArguments.Flag(
        name: Array(name), value: name.count < body.count ? Array(body.dropFirst(name.count + 1)) : nil)
    }
  }
}
