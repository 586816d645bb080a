import Foundation
import Testing

/// The program of Tests/Fixtures/recorder and what it writes down: a fake tool, or an agent in the chain.
struct Recorder {
  struct Record {
    let process: pid_t
    let arguments: [Data]
    var texts: [String] { arguments.map { String(decoding: $0, as: UTF8.self) } }
  }

  /// An agent with flags of its own; the rest of the chain follows.
  static let agent = Workspace.shared.path("recorder/agent") + " --level 2 -strict --"

  let workspace: Workspace

  /// Builds the recorder unless another test has.
  init(in workspace: Workspace) throws {
    self.workspace = workspace
    let shared = Workspace.shared
    try Workspace.sharing.withLock {
      guard !shared.exists("recorder/agent") else { return }
      try shared.add(fixtures: "recorder")
      let cc = ["/usr/bin/cc", "-O", "-Wall", "-Werror", "-o", "agent", "recorder.c"]
      try Command(cc, in: shared.path("recorder"), environment: ["PATH": "/usr/bin:/bin"]).run().succeeded()
    }
  }

  /// The environment that the recorder needs.
  var environment: [String: String] { ["RECORD": workspace.path("record")] }

  /// Puts the recorder into the workspace under a tool's path.
  @discardableResult
  func install(as name: String) throws -> String {
    try workspace.copy(Workspace.shared.path("recorder/agent"), to: name)
    return workspace.path(name)
  }

  /// The records since the last call of this.
  func take() throws -> [Record] {
    guard workspace.exists("record") else { return [] }
    var fields = try workspace.read("record").split(separator: 0, omittingEmptySubsequences: false)[...]
    try FileManager.default.removeItem(atPath: workspace.path("record"))
    var result: [Record] = []
    while fields.count > 1 {
      let process = try #require(fields.popFirst().flatMap { pid_t(String(decoding: $0, as: UTF8.self)) })
      let count = try #require(fields.popFirst().flatMap { Int(String(decoding: $0, as: UTF8.self)) })
      result.append(Record(process: process, arguments: fields.prefix(count).map { Data($0) }))
      fields = fields.dropFirst(count)
    }
    return result
  }

  /// The packages that were compiled since the last call, by `-p`.
  func takeCompiled() throws -> [String] {
    try take().compactMap { record in
      let arguments = record.texts
      guard let tool = arguments.firstIndex(where: { $0.hasSuffix("/compile") }), arguments.last != "-V=full",
        let flag = arguments[tool...].firstIndex(of: "-p")
      else { return nil }
      return arguments[flag + 1]
    }
  }
}
