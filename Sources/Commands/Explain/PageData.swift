internal import Bytes
internal import Entry
internal import Host

/// An explanation as the page's script takes it. Times are milliseconds from the go command's start.
enum PageData {
  static func json(for explanation: Explanation) -> String {
    JSON.object([
      ("command", .string(Message.quoted(explanation.command))),
      ("end", .milliseconds(explanation.milliseconds(explanation.end))),
      ("processes", .array(explanation.processes.map { process($0, explanation) })),
      ("actions", .array(explanation.actions.map { action($0, explanation) })),
    ]).printable.compact
  }

  private static func process(_ process: Explanation.Process, _ explanation: Explanation) -> JSON {
    let record = process.record
    return .object([
      ("tool", .text(record.tool)),
      ("kind", .string(record.isVersionQuery ? "-V=full" : record.isGoTool ? record.tool.text : "other")),
      ("subject", .string(explanation.subject(of: process))),
      ("pid", .number(record.process)),
      ("lane", .number(process.lane)),
      ("start", .milliseconds(explanation.milliseconds(record.start))),
      ("ms", .milliseconds(process.milliseconds)),
      ("user", .milliseconds(Double(record.userTime) / 1000)),
      ("system", .milliseconds(Double(record.systemTime) / 1000)),
      ("deciding", .milliseconds(Double(record.decisionTime) / 1e6)),
      ("action", process.action.map { .number($0) } ?? .null),
      ("what", .string(Summary.words(for: process))),
      ("decision", .string(record.decision.rawValue)),
      ("failure", process.failure.map { .string($0) } ?? .null),
      ("arguments", .texts(record.arguments)),
      ("given", record.newArguments.isEmpty ? .null : .texts(record.newArguments)),
      ("notes", .texts(record.notes)),
      ("answer", record.answer.map { .string($0.trimmed.text) } ?? .null),
      ("files", .array(record.files.map { file($0, of: explanation.subject(of: process)) })),
    ])
  }

  private static func file(_ file: ProcessRecord.File, of package: String) -> JSON {
    let folder = ByteString(package).prefix { $0 != ASCII.space }
    let name = Path.join(Array(folder), Path.lastComponent(file.original ?? file.path))
    let difference = UnifiedDiff.between(
      file.originalBytes, file.bytes,
      oldName: file.original == nil ? ByteString("/dev/null") : ByteString("a/") + name,
      newName: ByteString("b/") + name)
    return .object([
      ("name", .text(file.original ?? file.path)), ("isAdded", .bool(file.original == nil)),
      ("diff", .text(difference)),
    ])
  }

  private static func action(_ action: Explanation.Action, _ explanation: Explanation) -> JSON {
    let graph = action.graph
    return .object([
      ("mode", .string(graph.mode)), ("package", .string(graph.package)), ("state", .string(action.state.rawValue)),
      ("deps", .array(graph.dependencies.map { .number($0) })),
      ("folder", .string(graph.folder)), ("target", .string(graph.target)),
      ("actionID", .string(graph.actionID)), ("buildID", .string(graph.buildID)),
      ("start", graph.start.map { .milliseconds(explanation.milliseconds($0)) } ?? .null),
      ("ms", graph.start.flatMap { start in graph.end.map { .milliseconds(Double($0 - start) / 1e6) } } ?? .null),
      // Of what an action runs, the C compiler and the like do not go through -toolexec.
      ("others", .array(graph.commands.filter { !isRecorded($0) }.map { .string($0) })),
    ])
  }

  private static func isRecorded(_ command: String) -> Bool { ByteString(command).contains(" --record ") }
}
