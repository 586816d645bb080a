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
    let files = HostFiles()
    let sets: [PatchSet]
    let keys: [PackageKey]
    let active = ActivePatchSets(option: arguments.options.patches, environment: .ofProcess)
    sets = try active.find(from: { Array(workingFolders().prefix(1)) }, in: files)
    // As the tools will see it.
    let context = Environment { $0.description == "GOWORK" ? environmentValue($0) : settings.values["\($0)"] }
    keys = try Pipeline(
      files: files, environment: context, sets: sets, program: sourceHash, folders: { [workingFolder()] }
    ).keys()
    let idle = IdleSets(
      subcommand: subcommand, arguments: arguments, settings: settings, workingFolder: workingFolder())
    try idle.messages(sets).forEach(Message.error)
    let given = environment.filter { $0.name.equals("gcflags") }.map(\.value) + arguments.gcflags
    let gcflags = try merged(keys, given, settings, queries)
    let next = try ToolexecValue.next(arguments, goflags: environment, for: "go")
    return [ByteString("-toolexec=") + (try toolexec(sets, next: next))]
      + gcflags.map { ByteString("-gcflags=") + $0 }
  }

  // MARK: -gcflags

  private func merged(
    _ keys: [PackageKey], _ given: [ByteString], _ settings: GoQueries.Settings, _ queries: GoQueries
  ) throws(Findings) -> [ByteString] {
    let sources = Path.join(settings.root, ByteString("src"))
    let gcflags = KeyedGcflags(keys: keys, given: given, goMinor: settings.goMinor) {
      HostFiles().findsFolder(Path.join(sources, $0))
    }
    guard gcflags.needsPackages else { return gcflags.merged(packages: [], tools: [], workingFolder: []) }
    // `go list` takes no versions: such a command line names packages of other modules, and none by folders.
    let hasVersion = arguments.packages.contains { $0.contains(ASCII.at) && !$0.hasPrefix("./") && !$0.hasPrefix("/") }
    guard !hasVersion else {
      throw Findings(
        .usage,
        "with a package at a version, -gcflags must say by import paths which packages it is for: "
          + "-gcflags=all=... or -gcflags=IMPORT/PATH=...")
    }
    let packages = try queries.packages(
      arguments.packages, selection: arguments.selection, withTests: subcommand.concernsTests)
    let tools = gcflags.namesTools ? try queries.tools(selection: arguments.selection) : []
    return gcflags.merged(packages: packages, tools: tools, workingFolder: workingFolder())
  }

  /// The folder that the go command is to run in, by the name that it takes for it.
  private func workingFolder() -> ByteString {
    let own = workingFolders().first ?? []
    guard let folder = arguments.folder else { return own }
    return Path.normalized(Path.isAbsolute(folder) ? folder : Path.join(own, folder))
  }

  // MARK: -toolexec

  private func toolexec(_ sets: [PatchSet], next: ByteString) throws(Findings) -> ByteString {
    var flags = [ByteString("--package-keys")]
    if arguments.options.isVerbose { flags.append(ByteString("--verbose")) }
    if arguments.options.isDebug { flags.append(ByteString("--debug")) }
    // The default alone needs no list, and is passed on fastest without.
    let isDefault = arguments.options.patches == nil && Environment.ofProcess["ROUTINEX_PATCHES"] == nil
    return try ToolexecValue.make(flags, patchSets: isDefault ? nil : sets.map(\.element), next: next)
  }
}

extension GoBuild {
  /// The flags of GOFLAGS that have a value (cmd/go/internal/base/goflags.go, SetFromGOFLAGS). What the go command
  /// refuses there, it will.
  static func flags(inEnvironment text: ByteString) -> [GoArguments.Flag] {
    var result: [GoArguments.Flag] = []
    for word in GoQuoting.split(text) ?? [] {
      guard word.first == ASCII.dash, let equals = word.firstIndex(of: ASCII.equals) else { continue }
      let name = word[..<equals].dropFirst(word.hasPrefix("--") ? 2 : 1)
      result.append(GoArguments.Flag(name: Array(name), value: Array(word[(equals + 1)...])))
    }
    return result
  }
}
