internal import Bytes
internal import GoPackages
internal import Host

/// What came of tests, as a table with what is wrong below it, and as JSON.
struct TestReport {
  let sets: [String]
  let run: TestRun

  func text(on terminal: Terminal) -> String {
    let names = run.modules.map { Printable.line($0.name.text) }
    let columns = run.roots.map {
      Printable.line(String($0.version.text.dropFirst($0.version.hasPrefix("go") ? 2 : 0)))
    }
    let first = (names + ["Go"]).map(Printable.columns).max().map { $0 + 2 } ?? 2
    let widths = columns.enumerated().map { index, name in
      (run.results.map { $0[index].outcome.rawValue.count } + [Printable.columns(name)]).max().map { $0 + 2 } ?? 2
    }
    func line(_ name: String, _ cells: [String]) -> String {
      var line = padded(name, first) + zip(cells, widths).map { padded($0, $1) }.joined()
      while line.last == " " { line.removeLast() }
      return line
    }
    var lines = [terminal.styled(line("Go", columns), .bold)]
    for (name, row) in zip(names, run.results) { lines.append(line(name, row.map(\.outcome.rawValue))) }
    lines.append("")
    for (name, row) in zip(names, run.results) {
      let faults = zip(run.roots, row).filter { $1.outcome.isFault }
      // What says the same of several versions is said once.
      let idle = faults.filter { $1.outcome == .idle }.map { Printable.line($0.0.version.text) }
      if !idle.isEmpty { lines += ["\(name), \(idle.joined(separator: ", ")): " + meaning(of: .idle), ""] }
      for (root, result) in faults where result.outcome != .idle {
        lines.append("\(name), \(Printable.line(root.version.text)): " + meaning(of: result.outcome))
        let output = (result.without ?? result.with)?.output.text ?? ""
        lines += Printable.lines(output).split(separator: "\n").map { "\t" + $0 } + [""]
      }
    }
    return (lines + [summary]).joined(separator: "\n") + "\n"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - Printable.columns(text)))
  }

  private func meaning(of outcome: TestRun.Outcome) -> String {
    switch outcome {
    case .passed, .isNotForThisVersion: ""
    case .failed: "its tests fail with the set"
    case .idle:
      "its tests pass without the set too, so they do not test it; if that is intended, write "
        + "'//routinex:without passes' into its go.mod"
    case .broken: "its tests fail without the set, but should pass ('//routinex:without passes' in its go.mod)"
    }
  }

  private var summary: String {
    let all = run.results.joined().filter { $0.outcome != .isNotForThisVersion }
    let faults = all.filter(\.outcome.isFault).count
    func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
    let what = "\(count(run.modules.count, "module")), \(count(run.roots.count, "Go version"))"
    return faults == 0 ? "\(what): all as expected" : "\(what): \(faults) of \(all.count) not as expected"
  }

  var json: String {
    func call(_ call: TestRun.Call?) -> JSON {
      call.map { .object([("passes", .bool($0.passes)), ("output", .text($0.output))]) } ?? .null
    }
    let modules = zip(run.modules, run.results).map { module, row -> JSON in
      let runs = zip(run.roots, row).map { root, result -> JSON in
        .object([
          ("go", .text(root.version)), ("outcome", .string(result.outcome.name)), ("with", call(result.with)),
          ("without", call(result.without)),
        ])
      }
      return .object([
        ("name", .text(module.name)), ("folder", .text(module.folder)),
        ("without", .string(module.without.rawValue)), ("runs", .array(runs)),
      ])
    }
    let root = JSON.object([
      ("sets", .array(sets.map(JSON.string))),
      ("toolchains", .array(run.roots.map { .object([("go", .text($0.version)), ("goroot", .text($0.path))]) })),
      ("modules", .array(modules)), ("passed", .bool(!run.hasFault)),
    ])
    return root.text + "\n"
  }
}

extension TestRun.Outcome {
  /// For programs.
  fileprivate var name: String { self == .isNotForThisVersion ? "notForThisVersion" : rawValue }
}
