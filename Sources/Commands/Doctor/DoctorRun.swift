internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import SystemInterface
internal import Weaving

/// Builds a program through each link of a chain and through both in each order, and compares what reached the tools.
struct DoctorRun {
  let agent: AgentCommand
  let goRoot: GoRoot
  let sets: [PatchSet]
  /// Whether the sets are other than those of a build without `--patches`.
  let isNamed: Bool
  let packages: [ByteString]

  private static let buildCount = 3 + ChainOrder.allCases.count

  func report() throws(Findings) -> DoctorReport {
    let chain = try ToolexecChain(agent, patchSets: isNamed ? sets.map(\.element) : nil)
    Supervision.takeSignals()
    let folder = try attempt { () throws(FileError) in try makeTemporaryFolder() }
    defer { HostFiles().removeFolder(folder) }
    // Links in TMPDIR: the go command names its folders by the path without them.
    let builds = try DoctorBuilds(in: realPath(folder) ?? folder, goRoot, packages: packages)
    var report = DoctorReport(
      agent: agent, goRoot: goRoot, sets: sets.map(\.name.text), patches: isNamed ? sets.map(\.element) : nil,
      packages: packages)
    let progress = Progress()
    defer { progress.clear() }
    var number = 0
    func build(_ name: String, _ toolexec: ByteString) throws(Findings) -> DoctorBuilds.Result {
      number += 1
      progress.show("building \(name), \(number) of \(Self.buildCount)")
      return try builds.build(through: toolexec)
    }

    guard let plain = try build("plainly", []).trace(elseStopping: &report, { .plainFails($0) }) else { return report }
    report.identities = try identities(builds)
    let agentBuild = try build("with \(agent.name)", chain.agent)
    guard let agentAlone = agentBuild.trace(elseStopping: &report, { .agentFails($0) }) else { return report }
    report.agentChanges = agentAlone.changes(from: plain)
    if report.agentChanges?.isEmpty == true {
      report.stop = .agentIsIdle(isMoved: agentAlone.isMoved(from: plain))
      return report
    }
    let routinexBuild = try build("with routinex", chain.routinex)
    guard let routinexAlone = routinexBuild.trace(elseStopping: &report, { .routinexFails($0) }) else { return report }
    report.patchChanges = routinexAlone.changes(from: plain)
    if report.patchChanges?.isEmpty == true {
      report.stop = .patchesAreIdle
      return report
    }
    let alone = OrderLosses.Alone(plain: plain, agent: agentAlone, routinex: routinexAlone)
    for order in ChainOrder.allCases {
      let outcome: OrderOutcome =
        switch try build("with both (\(order.rawValue))", chain.value(order)) {
        case .built(let both): OrderOutcome(OrderLosses(of: both, alone))
        case .failed(let lines): .fails(lines)
        }
      report.orders.append(DoctorReport.Order(order: order, outcome: outcome))
    }
    return report
  }

  private func identities(
    _ builds: DoctorBuilds
  ) throws(Findings) -> [(tool: String, identity: DoctorReport.Identity)] {
    var result: [(tool: String, identity: DoctorReport.Identity)] = []
    for tool in DoctorBuilds.tools {
      // A toolchain may lack one.
      guard let plain = try builds.answer(of: tool, through: []) else { continue }
      let answer = try builds.answer(of: tool, through: agent.words)
      result.append(("\(tool)", answer.map { $0 == plain ? .untouched : $0.isEmpty ? .failed : .stamped } ?? .failed))
    }
    return result
  }
}

extension DoctorBuilds.Result {
  /// What reached the tools; nil where the build failed, which stops the report.
  fileprivate func trace(
    elseStopping report: inout DoctorReport, _ problem: ([String]) -> DoctorReport.Problem
  ) -> BuildTrace? {
    switch self {
    case .built(let trace): return trace
    case .failed(let lines):
      report.stop = problem(lines)
      return nil
    }
  }
}
