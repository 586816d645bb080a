internal import Bytes
internal import Entry
internal import Findings
internal import Host

/// An explanation for the terminal: what the build came to, what patches changed, and a line for every process.
struct Summary {
  let explanation: Explanation
  let terminal: Terminal

  var text: String {
    ([overview] + [beforehand, patched, table, cached].filter { !$0.isEmpty }).joined(separator: "\n")
  }

  private var overview: String {
    let processes = explanation.processes.filter { !$0.isBeforehand }
    let questions = processes.count { $0.record.isVersionQuery }
    let total = processes.reduce(0) { $0 + $1.milliseconds }
    let lanes = (processes.map(\.lane).max() ?? -1) + 1
    let length = Self.decimal(Double(explanation.end - explanation.commandStart) / 1e6)
    var lines = [
      terminal.styled("routinex explain: \(Message.quoted(explanation.command))", .bold),
      "patch sets: \(Printable.line(explanation.patchSets))",
    ]
    if processes.isEmpty {
      lines.append("the go command took \(length) ms and started no tool")
    } else {
      lines.append(
        "the go command took \(length) ms and started \(count(processes.count, "process")), \(questions) of them to ask for a "
          + "tool's ID: \(Self.decimal(total)) ms in all, up to \(lanes) at a time")
    }
    var states: [Explanation.State: Int] = [:]
    for action in explanation.actions { states[action.state, default: 0] += 1 }
    if !explanation.actions.isEmpty {
      let parts: [(Explanation.State, String)] = [
        (.run, "ran tools"), (.cached, "up to date"), (.inside, "done by the go command itself"), (.failed, "failed"),
        (.notReached, "not reached"),
      ]
      let described = parts.compactMap { state, words in states[state].map { "\($0) \(words)" } }
      lines.append("\(count(explanation.actions.count, "action")): \(described.joined(separator: ", "))")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var beforehand: String {
    if explanation.beforehand.isEmpty { return "" }
    var lines = ["built first, since patches need it and the go command does not know that:"]
    for build in explanation.beforehand {
      for (package, reasons) in Self.reasons(for: build) {
        lines.append("  " + terminal.styled(Printable.line(package), .green))
        lines += reasons.map { "    \(Printable.line($0))" }
      }
      lines.append("  in \(length(of: build))")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Why each package of a build that came before was built.
  static func reasons(for build: OutsideBuild.Beforehand) -> [(package: String, reasons: [String])] {
    var result: [(package: String, reasons: [String])] = []
    for reason in build.reasons {
      let name = reason.importPath.shown
      if result.last?.package != name { result.append((name, [])) }
      let verb = reason.isLink ? "linked with every program that has" : "imported by patches of"
      result[result.count - 1].reasons.append("\(verb) \(reason.importer.shown): \(reason.place.shown)")
    }
    return result
  }

  private func length(of build: OutsideBuild.Beforehand) -> String {
    let started = explanation.processes.count { (build.start..<build.end).contains($0.record.start) }
    let milliseconds = Self.decimal(Double(build.end - build.start) / 1e6)
    return "\(milliseconds) ms, \(started == 0 ? "all up to date" : "with \(count(started, "process"))")"
  }

  private var patched: String {
    var lines: [String] = []
    for process in explanation.processes where !process.record.notes.isEmpty {
      let record = process.record
      lines.append(
        "\(terminal.styled(Printable.line(explanation.subject(of: process)), .green)) (\(record.tool.shown)): "
          + (record.decision == .refused ? "not compiled" : "\(count(record.notes.count, "change"))"))
      lines += record.notes.map { "  \(Printable.lines($0.text))" }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var table: String {
    guard !explanation.processes.isEmpty else { return "" }
    let rows = explanation.processes.map { process in
      [
        Self.decimal(explanation.milliseconds(process.record.start)), Self.decimal(process.milliseconds),
        process.record.tool.shown, Printable.line(explanation.subject(of: process)), Self.words(for: process),
      ]
    }
    let heads = ["at ms", "took ms", "tool", "package", "what"]
    let widths = heads.indices.map { column in ([heads] + rows).map { Printable.columns($0[column]) }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      let padded = cells.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - Printable.columns(cell))
        return column < 2 ? padding + cell : column == cells.count - 1 ? cell : cell + padding
      }
      return padded.joined(separator: "  ") + "\n"
    }
    return terminal.styled(String(line(heads).dropLast()), .dim) + "\n" + rows.map(line).joined()
  }

  private var cached: String {
    let names = explanation.actions.filter { $0.state == .cached }.map { action in
      let words = action.graph.mode == "build" ? action.graph.package : "\(action.graph.mode) \(action.graph.package)"
      return Printable.line(words)
    }
    guard !names.isEmpty else { return "" }
    var lines = ["up to date, so no tool was started for them:"]
    var line = " "
    for name in names.sorted() {
      if line.utf8.count > 1, Printable.columns(line) + 1 + Printable.columns(name) > 100 {
        lines.append(line)
        line = " "
      }
      line += " " + name
    }
    return (lines + [line]).map { $0 + "\n" }.joined()
  }

  /// What was done about a process.
  static func words(for process: Explanation.Process) -> String {
    let record = process.record
    var words =
      switch record.decision {
      case .passed: record.isVersionQuery ? "asked for its ID" : "run unchanged"
      case .stamped: "asked for its ID, to which a hash of the patch sets was added"
      case .woven where record.files.isEmpty: "told which patches are in the program"
      case .woven: "given \(record.files.count == 1 ? "a file" : "\(record.files.count) files") of patched code"
      case .written: "not run: routinex wrote its result"
      case .leftToCompiler: "run for its messages: a file cannot be parsed"
      case .refused: record.isVersionQuery ? "asked for its ID, and refused" : "not run: a patch does not fit"
      }
    if process.isBeforehand { words = "before the build: " + words }
    if let failure = process.failure { words += "; \(failure)" }
    return words
  }

  private func count(_ number: Int, _ noun: String) -> String {
    let plural = noun.hasSuffix("s") ? noun + "es" : noun + "s"
    return "\(number) \(number == 1 ? noun : plural)"
  }

  /// With one place after the point, rounded.
  static func decimal(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
}
