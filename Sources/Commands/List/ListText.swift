internal import Bytes
internal import Findings
internal import Weaving

/// What `routinex list` prints for people.
enum ListText {
  static func summary(_ set: SetListing, on terminal: Terminal) -> String {
    let packages = set.packages.map { Printable.line($0.importPath) }.joined(separator: ", ")
    let sentence = set.summary.isEmpty ? "" : wrapped(Printable.line(set.summary))
    return heading(set, terminal) + sentence + (packages.isEmpty ? "" : wrapped("Packages: \(packages)"))
  }

  static func full(_ set: SetListing, on terminal: Terminal) -> String {
    var result = heading(set, terminal)
    if !set.description.isEmpty {
      result += Printable.lines(set.description).split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
    }
    return result + packages(set, on: terminal)
  }

  /// Its packages with what it has for each.
  static func packages(_ set: SetListing, on terminal: Terminal) -> String {
    set.packages.map { importPath, files in
      "\n  \(terminal.styled(Printable.line(importPath), .bold))\n" + table(files, terminal)
    }.joined()
  }

  private static func heading(_ set: SetListing, _ terminal: Terminal) -> String {
    let version = set.package.map { $0.version.isEmpty ? [] : [$0.version.shown] } ?? []
    let through = set.package?.through.map { ["through \($0.shown)"] } ?? []
    let remarks =
      version + [set.folder.map(Printable.line) ?? "built in"] + through + (set.isActive ? ["active"] : [])
    return terminal.styled(Printable.line(set.name), .bold) + " (\(remarks.joined(separator: ", ")))\n"
  }

  /// A row for each item: directive, name, place, limits.
  private static func table(_ files: [SetListing.File], _ terminal: Terminal) -> String {
    var rows: [[String]] = []
    for file in files {
      let limits = [file.constraint, file.module.map { "module \($0)" }].compactMap(\.self)
      let name = Path.lastComponent(ByteString(file.path)).text
      func row(_ word: String, _ what: String, _ line: Int, _ modifiers: [String] = []) -> [String] {
        [word, what, "\(name):\(line)", (limits + modifiers).joined(separator: "; ")].map(Printable.line)
      }
      let ofFile = file.items.prefix { $0.kind == nil }
      rows += ofFile.map { row($0.directive, $0.name, $0.line, $0.modifiers) }
      rows += file.imports.map { row("import", $0.path.text, $0.place.line ?? 1) }
      for item in file.items.dropFirst(ofFile.count) {
        let what = item.kind != nil && !item.argument.isEmpty ? "\(item.name) (\(item.argument))" : item.name
        rows.append(row(item.directive, what, item.line, item.modifiers))
      }
    }
    let widths = (0..<3).map { column in rows.map { Printable.columns($0[column]) }.max() ?? 0 }
    return rows.map { row in
      var line = "    "
      for (column, cell) in row.enumerated() {
        let padding = column < 3 ? String(repeating: " ", count: widths[column] - Printable.columns(cell) + 2) : ""
        line += (column == 0 ? terminal.styled(cell, .cyan) : cell) + padding
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// Lines of at most 80 columns, indented by four; a longer word has a line of its own.
  static func wrapped(_ text: String) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, Printable.columns(last) + 1 + Printable.columns(String(word)) <= 76 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { "    \($0)\n" }.joined()
  }
}
