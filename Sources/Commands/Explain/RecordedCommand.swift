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
  private let arguments: GoArguments
  private let patches: [ByteString]?

  /// - Parameters:
  ///   - given: the command, with the go program first.
  ///   - patches: the elements of `--patches`; nil if it was not given.
  init(_ given: [ByteString], patches: [ByteString]?) throws(Findings) {
    self.given = given
    arguments = try GoArguments(Array(given.dropFirst()))
    guard let subcommand = arguments.subcommand, Subcommand(rawValue: subcommand.text) != nil else {
      throw Findings(
        .missingPackage,
        "\(Message.quoted(given)) compiles no packages; explain takes go build, go install, go run, go test, go vet, go fix "
          + "and go list")
    }
    self.patches = patches ?? arguments.options.patches
  }

  /// Runs the command.
  func run() throws(Findings) -> (Supervision, Explanation) {
    let files = HostFiles()
    let mayNeedMore = mayNeedMore
    // This process ends where the go command cannot tell: before there is anything to remove.
    if mayNeedMore { _ = try GoQueries(folder: arguments.folder, program: given[0]).settings() }
    let folder = try attempt { () throws(FileError) in try makeTemporaryFolder() }
    defer { files.removeFolder(folder) }
    let graph = Path.join(folder, ByteString("graph"))
    let (own, beforehand) = try flags(recordingTo: folder, mayNeedMore)
    let command = makeArgumentPointer(
      [given[0]] + arguments.adding(flags: own + [ByteString("-debug-actiongraph=") + graph]))
    let supervision = Supervision(running: command)
    if case .notStarted = supervision.outcome {
      files.removeFolder(folder)
      supervision.endAlike(running: command)
    }
    let records = files.namesFound(in: folder).filter { !$0.equals("graph") }.compactMap { name in
      (try? files.read(Path.join(folder, name))).flatMap { ProcessRecord(encoded: $0) }
    }
    let explanation = Explanation(
      command: given, patchSets: patchSets, start: supervision.start, end: supervision.end, records: records,
      graph: (try? files.read(graph)).flatMap { ActionGraph($0) }, beforehand: beforehand)
    return (supervision, explanation)
  }

  private var patchSets: String {
    let names = ActivePatchSets(option: patches, environment: .ofProcess).names
    return names.isEmpty ? "none" : names.map(\.shown).joined(separator: ", ")
  }

  /// As `-toolexec=routinex` alone has it, and as `routinex go` where patches need what has to be built before.
  private func flags(
    recordingTo folder: ByteString, _ mayNeedMore: Bool
  ) throws(Findings) -> ([ByteString], [OutsideBuild.Beforehand]) {
    let plain = [ByteString("-toolexec=") + (try toolexec(recordingTo: folder))]
    guard let subcommand = arguments.subcommand.flatMap({ Subcommand(rawValue: $0.text) }), mayNeedMore else {
      return (plain, [])
    }
    let build = GoBuild(
      subcommand: subcommand, arguments: arguments, program: given[0], recording: folder, patches: patches)
    let preparation = try build.prepare()
    return preparation.beforehand.isEmpty ? (plain, []) : (preparation.flags, preparation.beforehand)
  }

  /// Whether a file of the sets imports or links anything. What is wrong with them the build itself says.
  private var mayNeedMore: Bool {
    let active = ActivePatchSets(option: patches, environment: .ofProcess)
    let sets = try? active.find(from: { Array(workingFolders().prefix(1)) }, in: HostFiles()).filter {
      $0.folder != nil
    }
    return (try? sets?.readAll(in: HostFiles()))?.contains { !$0.wanted.isEmpty } == true
  }

  private func toolexec(recordingTo folder: ByteString) throws(Findings) -> ByteString {
    let settings = GoSettings.environment(.ofProcess, in: HostFiles())
    let goflags = GoBuild.flags(inEnvironment: settings["GOFLAGS"] ?? [])
    let own = workingFolders().first ?? []
    return try ToolexecValue.make(
      [ByteString("--record"), folder],
      patchSets: patches?.map { isPath($0) ? Path.normalized(Path.join(own, $0)) : $0 },
      next: try ToolexecValue.next(arguments, goflags: goflags, for: "explain"))
  }

  private func isPath(_ name: ByteString) -> Bool {
    !Path.isAbsolute(name) && !PatchSet.builtInNames.contains(name)
  }
}
