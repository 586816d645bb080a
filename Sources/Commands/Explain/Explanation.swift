internal import Bytes
internal import Entry
internal import Host

/// What a go command did: its processes and its actions, brought together.
struct Explanation {
  struct Process {
    let record: ProcessRecord
    /// The index of the action that it was started for.
    let action: Int?
    /// Whether a build that came before started it.
    let isBeforehand: Bool
    /// The first lane in which nothing else ran at that time.
    var lane = 0

    var milliseconds: Double { Double(record.end - record.start) / 1e6 }

    /// How it ended, if not with status 0.
    var failure: String? {
      if let signal = record.signal { return "ended by signal \(signal)" }
      guard let status = record.status, status != 0 else { return nil }
      return "exit status \(status)"
    }
  }

  enum State: String {
    /// It started a tool.
    case run
    /// What it would have made was there already.
    case cached
    /// The go command does it by itself.
    case inside
    case failed
    /// The build ended before.
    case notReached = "not reached"
  }

  struct Action {
    let graph: ActionGraph.Action
    let state: State
  }

  /// As it was typed.
  let command: [ByteString]
  let patchSets: String
  /// Nanoseconds since 1970; of the first build beforehand, where there are some.
  let start: Int
  let end: Int
  /// When the go command itself was started.
  let commandStart: Int
  /// The builds that came before, for what patches need.
  let beforehand: [OutsideBuild.Beforehand]
  /// In the order of their start.
  private(set) var processes: [Process]
  /// In the order of the graph, whose numbers are indices here; empty if the go command wrote none.
  let actions: [Action]

  init(
    command: [ByteString], patchSets: String, start: Int, end: Int, records: [ProcessRecord], graph: ActionGraph?,
    beforehand: [OutsideBuild.Beforehand] = []
  ) {
    self.command = command
    self.patchSets = patchSets
    self.start = min(start, beforehand.first?.start ?? start)
    self.end = end
    commandStart = start
    self.beforehand = beforehand
    let graphActions = graph?.actions ?? []
    let folders = Self.folders(of: graphActions)
    processes = records.sorted { ($0.start, $0.process) < ($1.start, $1.process) }.map { record in
      Process(
        record: record, action: Self.action(of: record, among: graphActions, folders: folders),
        isBeforehand: record.start < start)
    }
    let busy = Set(processes.compactMap(\.action))
    actions = graphActions.enumerated().map { index, action in
      Action(graph: action, state: Self.state(of: action, hasProcess: busy.contains(index)))
    }
    packLanes()
  }

  /// The actions by their folders: `$WORK/b042/`, which a package's build and vet share, and a command's link.
  private static func folders(of actions: [ActionGraph.Action]) -> [ByteString: [Int]] {
    var result: [ByteString: [Int]] = [:]
    for (index, action) in actions.enumerated() where !action.folder.isEmpty {
      result[ByteString(action.folder), default: []].append(index)
    }
    return result
  }

  /// Every tool is told of a file in its action's folder before it is told of any other there.
  private static func action(
    of record: ProcessRecord, among actions: [ActionGraph.Action], folders: [ByteString: [Int]]
  ) -> Int? {
    guard record.isGoTool, !record.isVersionQuery, let work = folders.keys.first.map({ Path.directory($0.dropLast()) })
    else { return nil }
    let prefix = work + ByteString("/b")
    for argument in record.arguments {
      guard let start = argument.firstIndex(of: prefix),
        let end = argument[(start + prefix.count)...].firstIndex(of: ASCII.slash),
        let candidates = folders[Array(argument[start...end])]
      else { continue }
      for mode in modes(of: record.tool.text) {
        if let index = candidates.first(where: { actions[$0].mode == mode }) { return index }
      }
    }
    return nil
  }

  /// The modes of the actions that start a tool, likeliest first; Go 1.26 took cgo and cover out of `build`.
  private static func modes(of tool: String) -> [String] {
    switch tool {
    case "link": ["link"]
    case "vet": ["vet"]
    case "cgo": ["cgo run", "build"]
    case "cover": ["cover", "build", "test run"]
    case "preprofile": ["preprocess PGO profile"]
    default: ["build", "cgo run"]
    }
  }

  /// The kinds of actions that leave something in the cache.
  private static let cachedModes: Set<String> = [
    "build", "link", "vet", "cgo run", "cover", "preprocess PGO profile",
  ]

  private static func state(of action: ActionGraph.Action, hasProcess: Bool) -> State {
    if action.hasFailed { return .failed }
    if hasProcess || !action.commands.isEmpty { return .run }
    if action.end == nil { return .notReached }
    return cachedModes.contains(action.mode) ? .cached : .inside
  }

  private mutating func packLanes() {
    var ends: [Int] = []
    for index in processes.indices {
      let record = processes[index].record
      let lane = ends.firstIndex { $0 <= record.start } ?? ends.count
      if lane == ends.count { ends.append(record.end) } else { ends[lane] = record.end }
      processes[index].lane = lane
    }
  }

  /// `runtime`, or `the tool's ID`.
  func subject(of process: Process) -> String {
    if process.record.isVersionQuery { return "-V=full" }
    if let package = process.record.package { return package.text }
    return process.action.map { actions[$0].graph.package } ?? ""
  }

  func milliseconds(_ time: Int) -> Double { Double(time - start) / 1e6 }
}
