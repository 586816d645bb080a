internal import Bytes
internal import Findings
internal import GoPackages

/// A report as one HTML file that needs no other: the tables, with the diffs and the errors behind their cells. It has no script.
struct CheckPage {
  let report: CheckReport
  let diffs: CheckDiffs

  var text: String {
    let title = Page.escaped("check \(report.sets.joined(separator: " "))")
    let facts = [
      (report.roots.count, "Go version"), (report.platforms.count, "platform"), (report.rows.rows.count, "declaration"),
      (report.errors.count, "error"),
    ].map { "\($0) \($1)\($0 == 1 ? "" : "s")" }
    return Page.document(
      title: title, of: "routinex", facts: facts,
      main: """
        <p class="hint">Click a cell to see what a build with that version compiles, or why it fails.</p>
        \(report.tables.map(table).joined(separator: "\n"))
        \(errors)\(remarks)\(report.tables.isEmpty ? "" : changes)
        """)
  }

  // MARK: Tables

  private func table(_ table: CheckReport.Table) -> String {
    let name = Page.escaped(table.module ?? "Go")
    let head = (["declaration", "directive"] + table.columns).map { "<th scope=\"col\">\(Page.escaped($0))</th>" }
    var body: [String] = []
    var last: ByteString?
    for row in table.rows {
      if row.row.package != last {
        last = row.row.package
        body.append(
          "<tr><th scope=\"rowgroup\" colspan=\"\(table.columns.count + 2)\">\(Page.escaped(row.row.package.shown))</th></tr>"
        )
      }
      let platforms = row.platforms.map { " [\($0.joined(separator: ", "))]" } ?? ""
      let first = "<td>\(Page.escaped(row.row.declaration.shown + platforms))</td><td>\(row.row.directive)</td>"
      let cells = row.cells.enumerated().map { cell($0.element, row, at: $0.offset, of: table) }
      body.append("<tr>\(first)\(cells.joined())</tr>")
      for match in row.matches {
        let words = match.words.map { "<td>\(Page.escaped($0))</td>" }.joined()
        body.append("<tr class=\"match\"><td>\(Page.escaped(match.name))</td><td></td>\(words)</tr>")
      }
    }
    return """
      <section>
      <h2>\(name)</h2>
      <div class="table"><table>
      <thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(body.joined(separator: "\n"))
      </tbody>
      </table></div>
      </section>
      """
  }

  private func cell(
    _ cell: CheckReport.Cell?, _ row: CheckReport.Row, at column: Int, of table: CheckReport.Table
  ) -> String {
    guard let cell else { return "<td></td>" }
    let word = Page.escaped(cell.word)
    switch cell.outcome {
    case .applied:
      let packages = cell.matches.map { Set($0.map(\.importPath)) } ?? [row.row.package]
      let found = packages.compactMap { index(of: $0, at: column, of: table) }.min()
      let link = found.map { "<a href=\"#d\($0)\">\(word)</a>" } ?? word
      return "<td class=\"applied\">\(link)</td>"
    case .notForThisVersion, .nothingToDo: return "<td class=\"idle\">\(word)</td>"
    default: return "<td class=\"wrong\"><a href=\"#errors\">\(word)</a></td>"
    }
  }

  private func index(of package: ByteString, at column: Int, of table: CheckReport.Table) -> Int? {
    guard let module = table.module else { return diffs.index(of: package, root: column, copy: nil) }
    let copies = report.copies.indices.filter { report.copies[$0].path.text == module }
    return diffs.index(of: package, root: nil, copy: copies[column])
  }

  // MARK: What stands behind the cells

  private var errors: String {
    if report.errors.isEmpty { return "" }
    let list = report.errors.map { error in
      let builds = error.builds.map { "\($0.module.map { "\($0) with " } ?? "")go\($0.version)" }
      let place = builds.isEmpty ? "every build" : builds.joined(separator: ", ")
      return "<pre>\(Page.escaped(error.finding.text))</pre>\n<p class=\"hint\">in \(Page.escaped(place))</p>"
    }
    return "<section id=\"errors\">\n<h2>Errors</h2>\n\(list.joined(separator: "\n"))\n</section>\n"
  }

  private var remarks: String {
    let all = report.remarks.map(\.text) + report.notes.map { "not checked: \($0)" }
    if all.isEmpty { return "" }
    let list = all.map { "<li>\(Page.escaped($0))</li>" }.joined(separator: "\n")
    return "<section>\n<h2>Notes</h2>\n<ul>\n\(list)\n</ul>\n</section>\n"
  }

  private var changes: String {
    let list = diffs.list.enumerated().map { number, diff in
      let lines = diff.text.split(separator: "\n").map { line in
        let kind =
          line.hasPrefix("+++ ") || line.hasPrefix("--- ") || line.hasPrefix("@@")
          ? "at" : line.hasPrefix("+") ? "add" : line.hasPrefix("-") ? "del" : ""
        return "<span class=\"\(kind)\">\(Page.escaped(String(line)))</span>"
      }
      return """
        <section id="d\(number)" class="behind">
        <h3>\(Page.escaped(diff.importPath.shown))</h3>
        <p class="hint">\(Page.escaped(diff.labels.joined(separator: ", ")))</p>
        <pre class="diff" tabindex="0">\(lines.joined())</pre>
        </section>
        """
    }
    return "<section>\n<h2>Diffs</h2>\n\(list.joined(separator: "\n"))\n</section>"
  }
}
