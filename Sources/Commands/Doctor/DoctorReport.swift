internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Toolexec

/// What `routinex doctor` found out.
struct DoctorReport {
  typealias Changes = [BuildTrace.Unit: Set<ByteString>]

  /// What the agent does to a tool's ID.
  enum Identity {
    case untouched, stamped
    /// The agent failed when it was asked, or said nothing.
    case failed
  }

  /// Why no order was tried, or none can be told to work.
  enum Problem {
    /// The program does not build without any toolexec program.
    case plainFails([String])
    case agentFails([String])
    /// - Parameter isMoved: whether the tools are given other files with the same code.
    case agentIsIdle(isMoved: Bool)
    case routinexFails([String])
    case patchesAreIdle
    case noOrderWorks
  }

  struct Order {
    let order: ChainOrder
    let outcome: OrderOutcome
  }

  let agent: AgentCommand
  let goRoot: GoRoot
  let sets: [String]
  /// As the user gave `--patches`, paths absolute; nil if it was not given.
  let patches: [ByteString]?
  /// Those named; empty: the sample program.
  let packages: [ByteString]
  var identities: [(tool: String, identity: Identity)] = []
  var agentChanges: Changes?
  var patchChanges: Changes?
  var orders: [Order] = []
  /// What stopped it.
  var stop: Problem?

  var problem: Problem? { stop ?? (best == nil ? .noOrderWorks : nil) }

  /// The order to use.
  var best: ChainOrder? { orders.first { $0.outcome == .works }?.order }

  /// Whether the agent has no ID of its own, so that the go command takes builds with and without it for the same.
  var leavesIdentities: Bool { !identities.contains { $0.identity != .untouched } }

  /// A command line for the order, for a shell.
  func command(_ order: ChainOrder) throws(Findings) -> String {
    var routinex = [Self.program]
    if order == .inside { routinex.append(ByteString("--inside")) }
    if let patches {
      let list = patches.map(PatchSetList.quoted).joined(separator: [ASCII.comma])
      routinex += [ByteString("--patches"), ByteString(list)]
    }
    let words = order == .inFront ? agent.words + routinex : routinex + agent.words
    let all = order == .inFront && leavesIdentities ? "-a " : ""
    let named = packages.isEmpty ? [ByteString("./...")] : packages
    return "go build \(all)-toolexec=" + Message.quoted([try ToolexecChain.value(words)]) + " "
      + Message.quoted(named)
  }

  /// `routinex` where that is this program on PATH, else its path.
  private static var program: ByteString {
    let name = ByteString("routinex")
    guard let own = executablePath() else { return name }
    let isOnPath = findProgram(name).map { HostFiles().isSameFile($0, own) } ?? false
    return isOnPath ? name : own
  }
}
