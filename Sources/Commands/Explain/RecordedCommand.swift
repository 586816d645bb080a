internal import Bytes
internal import Entry
internal import Findings
internal import GoPackages
internal import Host
internal import SystemInterface
internal import Toolexec
internal import Weaving

/// A go command whose processes are recorded.
struct RecordedCommand {
  private let given: [ByteString]
  /// The go command.
  private let program: ByteString
  /// Whether it was to be run by `routinex go`.
  private let isKeyed: Bool
  private let arguments: GoArguments
  private let patches: [ByteString]?

  /// - Parameters:
  ///   - given: the command, with the go program first, or with this one and `go`.
  ///   - patches: the elements of `--patches`; nil if it was not given.
  init(_ given: [ByteString], patches: [ByteString]?) throws(Findings) {
    self.given = given
    isKeyed = given.count > 1 && given[1].equals("go") && Path.lastComponent(given[0]).equals("routinex")
    program = isKeyed ? given[1] : given[0]
    arguments = try GoArguments(Array(given.dropFirst(isKeyed ? 2 : 1)))
    guard let subcommand = arguments.subcommand, Subcommand(rawValue: subcommand.text) != nil else {
      throw Findings(
        .missingPackage,
        "\(Message.quoted(given)) compiles no packages; explain takes go build, go install, go run, go test, go vet, go fix "
          + "and go list, with or without 'routinex' in front")
    }
    self.patches = patches ?? arguments.options.patches
  }

  /// Runs the command.
  func run() throws(Findings) -> (Supervision, Explanation) {
    let files = HostFiles()
    let active = try ActiveSets(
      option: patches,
      search: SetPackages(
        queries: GoQueries(folder: arguments.folder, program: program), selection: arguments.selection))
    let mayNeedMore = isKeyed || mayNeedMore(active)
    // This process ends where the go command cannot tell: before there is anything to remove.
    if mayNeedMore { _ = try GoQueries(folder: arguments.folder, program: program).settings() }
    let folder = try attempt { () throws(FileError) in try makeTemporaryFolder() }
    defer { files.removeFolder(folder) }
    let graph = Path.join(folder, ByteString("graph"))
    let (own, beforehand) = try flags(recordingTo: folder, active, mayNeedMore)
    let command = makeArgumentPointer(
      [program] + arguments.adding(flags: own + [ByteString("-debug-actiongraph=") + graph]))
    let supervision = Supervision(running: command)
    if case .notStarted = supervision.outcome {
      files.removeFolder(folder)
      supervision.endAlike(running: command)
    }
    let records = files.namesFound(in: folder).filter { !$0.equals("graph") }.compactMap { name in
      (try? files.read(Path.join(folder, name))).flatMap { ProcessRecord(encoded: $0) }
    }
    let explanation = Explanation(
      command: given, patchSets: patchSets(active), start: supervision.start, end: supervision.end, records: records,
      graph: (try? files.read(graph)).flatMap { ActionGraph($0) }, beforehand: beforehand)
    return (supervision, explanation)
  }

  private func patchSets(_ active: ActiveSets) -> String {
    let names = active.elements.map { element in
      switch SetElement(element) {
      case .package(let importPath, _): importPath.shown
      case .name(let name): name.shown
      }
    }
    return names.isEmpty ? "none" : names.joined(separator: ", ")
  }

  /// As `-toolexec=routinex` alone has it; as `routinex go` where the command says so, or patches need what has to be built before.
  private func flags(
    recordingTo folder: ByteString, _ active: ActiveSets, _ mayNeedMore: Bool
  ) throws(Findings) -> ([ByteString], [OutsideBuild.Beforehand]) {
    let plain = [ByteString("-toolexec=") + (try toolexec(recordingTo: folder, active))]
    guard let subcommand = arguments.subcommand.flatMap({ Subcommand(rawValue: $0.text) }), mayNeedMore else {
      return (plain, [])
    }
    let build = GoBuild(
      subcommand: subcommand, arguments: arguments, program: program, recording: folder,
      patches: active.isDefault ? nil : active.elements)
    let preparation = try build.prepare()
    return preparation.beforehand.isEmpty && !isKeyed ? (plain, []) : (preparation.flags, preparation.beforehand)
  }

  /// Whether a file of the sets imports or links anything. What is wrong with them the build itself says.
  private func mayNeedMore(_ active: ActiveSets) -> Bool {
    let sets = try? active.find().filter(\.mayImportMore)
    return (try? sets?.readAll(in: HostFiles()))?.contains { !$0.wanted.isEmpty } == true
  }

  private func toolexec(recordingTo folder: ByteString, _ active: ActiveSets) throws(Findings) -> ByteString {
    let settings = GoSettings.environment(.ofProcess, in: HostFiles())
    let goflags = GoBuild.flags(inEnvironment: settings["GOFLAGS"] ?? [])
    return try ToolexecValue.make(
      [ByteString("--record"), folder],
      patchSets: active.isDefault ? nil : try active.find().map(\.element),
      next: try ToolexecValue.next(arguments, goflags: goflags, for: "explain"))
  }
}
