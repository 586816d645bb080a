internal import Bytes
internal import Findings

/// A report for a person.
struct CheckText {
  let report: CheckReport
  let terminal: Terminal

  var text: String {
    var lines: [String] = []
    for table in report.tables { lines += self.lines(of: table) + [""] }
    let legend = self.legend
    if !legend.isEmpty { lines += legend + [""] }
    for error in report.errors {
      lines += Printable.lines(error.finding.text).split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init)
      lines += ["\t" + terminal.styled("in \(builds(error.builds))", .dim), ""]
    }
    for remark in report.remarks { lines += ["note: " + Printable.lines(remark.text), ""] }
    if !report.notes.isEmpty {
      lines += ["not checked:"] + report.notes.map { "  " + Printable.lines($0) } + [""]
    }
    return (lines + [summary]).joined(separator: "\n") + "\n"
  }

  // MARK: Tables

  private func lines(of table: CheckReport.Table) -> [String] {
    let hasSets = report.sets.count > 1
    let names = table.rows.map { row in
      "  " + row.row.declaration.shown + (row.platforms.map { " [\(self.platforms($0))]" } ?? "")
    }
    let directives = table.rows.map(\.row.directive)
    let matches = table.rows.map { row in row.matches.map { "    " + $0.name } }
    let headings = table.rows.map { heading($0.row, hasSets) }
    let first = ([names, headings] + matches).joined().map(Printable.columns).max().map { $0 + 2 } ?? 2
    let second = (directives.map(Printable.columns).max() ?? 0) + 2
    let columns = table.columns.map(Printable.line)
    let widths = columns.indices.map { index in
      let words = table.rows.flatMap { row in [row.cells[index]?.word ?? ""] + row.matches.map { $0.words[index] } }
      return max(Printable.columns(columns[index]), words.map(\.count).max() ?? 0) + 2
    }
    let title = table.module.map(Printable.line) ?? "Go"
    var result = [
      terminal.styled(
        trimmed(
          padded(title, first + second) + zip(columns, widths).map { padded($0, $1) }.joined()), .bold)
    ]
    var last = ""
    for (index, row) in table.rows.enumerated() {
      let heading = headings[index]
      if heading != last { result.append(heading) }
      last = heading
      let cells = zip(row.cells, widths).enumerated().map { number, cell in
        let word = cell.0?.word ?? ""
        let padding = number == row.cells.count - 1 ? "" : String(repeating: " ", count: cell.1 - word.count)
        return (cell.0.map { terminal.styled(word, style($0.outcome)) } ?? word) + padding
      }
      result.append(trimmed(padded(names[index], first) + padded(directives[index], second) + cells.joined()))
      for (name, match) in zip(matches[index], row.matches) {
        let line = padded(name, first + second) + zip(match.words, widths).map { padded($0, $1) }.joined()
        result.append(terminal.styled(trimmed(line), .dim))
      }
    }
    return result
  }

  private func heading(_ row: CheckRows.Row, _ hasSets: Bool) -> String {
    hasSets ? "\(row.package.shown) (\(row.set.shown))" : row.package.shown
  }

  private func style(_ state: Outcome) -> Terminal.Style {
    switch state {
    case .applied: .green
    case .notForThisVersion, .nothingToDo: .dim
    default: .red
    }
  }

  /// Systems and architectures with what they have in common written once: `linux, js/wasm`.
  private func platforms(_ list: [String]) -> String {
    var result: [String] = []
    for platform in list {
      let system = platform.prefix { $0 != "/" }
      let all = report.platforms.filter { $0.hasPrefix(system + "/") }
      let isWhole = all.allSatisfy(list.contains)
      let name = isWhole ? String(system) : platform
      if !result.contains(name) { result.append(name) }
    }
    return result.joined(separator: ", ")
  }

  private var legend: [String] {
    let cells = report.tables.flatMap { $0.rows.flatMap { $0.cells.compactMap(\.self) } }
    // What patterns have found are numbers, which say it themselves.
    let outcomes = Set(cells.filter { $0.word == $0.outcome.word }.map(\.outcome))
    var result: [String] = []
    if outcomes.contains(.notForThisVersion) {
      result.append("-       not for this version, by the file's constraints")
    }
    if outcomes.contains(.nothingToDo) { result.append("absent  no such package, or an optional target is missing") }
    return result
  }

  // MARK: Errors

  private func builds(_ list: [CheckReport.Builds]) -> String {
    if list.isEmpty { return "every build" }
    return list.map { builds in
      let version = Printable.line(builds.module.map { "\($0) with " } ?? "") + "go" + Printable.line(builds.version)
      return version + (builds.platforms.map { " (\(self.platforms($0)))" } ?? "")
    }.joined(separator: ", ")
  }

  private var summary: String {
    func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
    let what = [
      count(report.roots.count, "Go version"), count(report.platforms.count, "platform"),
      count(report.rows.rows.count, "declaration"),
    ].joined(separator: ", ")
    let outcome =
      report.hasProblem
      ? terminal.styled(count(report.errors.count, "error"), .red) : terminal.styled("no error", .green)
    return "\(Printable.line(report.sets.joined(separator: ", "))): \(what): \(outcome)"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    Printable.padded(text, to: width)
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
