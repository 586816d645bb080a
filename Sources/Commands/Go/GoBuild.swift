internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Patching
internal import ProgramSources
internal import SystemInterface
internal import Toolexec
internal import Weaving

/// A go command that compiles packages: the flags that it gets from this program.
struct GoBuild {
  let subcommand: Subcommand
  let arguments: GoArguments
  var program = ByteString("go")
  /// The folder of records, for `routinex explain`.
  var recording: ByteString?
  /// The elements of `--patches`, where they do not stand among the arguments.
  var patches: [ByteString]?

  struct Preparation {
    let flags: [ByteString]
    /// The builds that came before, for what patches need.
    let beforehand: [OutsideBuild.Beforehand]
  }

  func flags() throws(Findings) -> [ByteString] { try prepare().flags }

  /// Everything that can be wrong with the sets is found here, before the go command is started.
  func prepare() throws(Findings) -> Preparation {
    var queries = GoQueries(folder: arguments.folder, program: program)
    let workingFolder = queries.workingFolder
    let settings = try queries.settings()
    let environment = Self.flags(inEnvironment: settings.flags)
    let next = try ToolexecValue.next(arguments, goflags: environment, for: recording == nil ? "go" : "explain")
    // A record tells of processes.
    if recording == nil {
      queries.kept = KeptListings(
        settings, program: program, workingFolder: workingFolder,
        flags: arguments.flags + Self.allFlags(inEnvironment: settings.flags), environment: environmentList(),
        hasAgents: !next.isEmpty)
    }
    let active = try ActiveSets(
      option: patches ?? arguments.options.patches,
      search: SetPackages(queries: queries, selection: arguments.selection))
    let sets = try active.find()
    // As the tools will see it.
    let context = Environment { $0.description == "GOWORK" ? environmentValue($0) : settings.values["\($0)"] }
    let pipeline = Pipeline(
      files: HostFiles(), environment: context, sets: sets, program: sourceHash, folders: { [workingFolder] })
    try pipeline.requireSound()
    if recording == nil {
      let idle = IdleSets(
        subcommand: subcommand, arguments: arguments, settings: settings, queries: queries,
        workingFolder: workingFolder, origin: pipeline.origin)
      try idle.messages(sets).forEach(Message.error)
    }
    let perPackage = PerPackageFlags(
      arguments: arguments, environment: environment, settings: settings, queries: queries, pipeline: pipeline,
      withTests: subcommand.concernsTests, workingFolder: workingFolder)
    func toolexec(_ file: ByteString?) throws(Findings) -> ByteString {
      try self.toolexec(active.isDefault ? nil : sets, next: next, outsideFile: file)
    }
    let outside = OutsideBuild(
      flags: BeforehandFlags(subcommand: subcommand, arguments: arguments, settings: settings), queries: queries,
      cache: settings.cache, toolexec: toolexec, perPackageFlags: perPackage.beforehand)
    let (code, graph, beforehand) = try outside.prepare(pipeline, try packagesForPatterns(sets, outside))
    let file = code.isEmpty ? nil : try outside.write(code)
    return Preparation(
      flags: [ByteString("-toolexec=") + (try toolexec(file))] + (try perPackage.ofBuild(code, graph)),
      beforehand: beforehand)
  }

  /// The packages of the build, if files of the sets are for those that patterns select: each gets a key of its own.
  private func packagesForPatterns(_ sets: [PatchSet], _ outside: OutsideBuild) throws(Findings) -> BuildGraph? {
    var first: PatchSet?
    for set in sets where first == nil {
      if try set.hasPatterns(in: HostFiles()) { first = set }
    }
    guard let set = first else { return nil }
    if arguments.namesVersion {
      throw Findings(
        .usage,
        "for a package with @VERSION, the packages of the build are not known before it begins, but the files in "
          + "\(PackageSelector.patternFolder) of the patch set \(set.name.shown) need them; run 'go get' in a module "
          + "of your own, and name the package without the version")
    }
    return outside.packages()
  }

  // MARK: -toolexec

  /// - Parameter sets: nil for the default, which needs no list, and is passed on fastest without.
  private func toolexec(
    _ sets: [PatchSet]?, next: ByteString, outsideFile: ByteString?
  ) throws(Findings) -> ByteString {
    var flags = (recording.map { [ByteString("--record"), $0] } ?? []) + [ByteString("--package-keys")]
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
