import Foundation
import Testing
import Toolchains

/// Examples/opentelemetry: a service of two programs, with OpenTelemetry's SDK.
enum OpenTelemetry {
  static let group = MatrixGroup(
    name: "OpenTelemetry",
    rows: [
      MatrixRow("Examples/opentelemetry: one trace of two processes") { build in
        guard let version = try version() else { return .absent("needs Debian's package of OpenTelemetry") }
        try run(try Example(build))
        return .works("SDK \(version)")
      }
    ])

  /// Of the SDK that is installed, if it is the one that the example asks for.
  private static func version() throws -> String? {
    let file = "/usr/share/gocode/src/go.opentelemetry.io/otel/version.go"
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
    let goMod = try String(contentsOfFile: Setup.project + "/Examples/opentelemetry/shop/go.mod", encoding: .utf8)
    let wanted = try #require(goMod.firstMatch(of: #/go\.opentelemetry\.io/otel v(\S+)/#)).1
    return text.contains("\"\(wanted)\"") ? String(wanted) : nil
  }

  private static func run(_ example: Example) throws {
    let shop = try example.goFiles(below: "shop").filter { !$0.path.hasSuffix("routinex.tool.go") }
    try #require(shop.count == 6)
    for (path, text) in shop {
      let mentions = ["telemetry", "otel", "trac", "span"].filter(text.lowercased().contains)
      try #require(mentions.isEmpty, "\(path): \(mentions)")
    }
    let shown = try example.shownCommands()
    try #require(shown.map(\.command) == ["GO=go ./run tea", "./run tea", "./run coffee"])
    for (command, output) in shown {
      let run = try example.shell(command)
      try #require(try example.stable(run.outputText) == example.stable(output), "\(run)")
    }
    let page = try example.page()
    try #require(page.contains("\n    routinex test telemetry\n") && page.contains("`\(example.modules)`"))
    let tests = try example.shell("\(example.modules) routinex test telemetry --go \"$GOROOT\"")
    try #require(tests.outputText.contains("1 module, 1 Go version: all as expected\n"), "\(tests)")
  }

  /// A copy of the example.
  private struct Example {
    let build: MatrixBuild
    let folder: String

    init(_ build: MatrixBuild) throws {
      self.build = build
      folder = build.workspace.path("project/Examples/opentelemetry")
      try build.workspace.copy(Setup.project + "/Examples/opentelemetry", to: folder)
      try build.workspace.copy(Setup.project + "/scripts/debian-modules", to: "project/scripts/debian-modules")
    }

    func goFiles(below name: String) throws -> [(path: String, text: String)] {
      try build.workspace.files(below: folder + "/" + name).filter { $0.hasSuffix(".go") }.map {
        ($0, try String(contentsOfFile: "\(folder)/\(name)/\($0)", encoding: .utf8))
      }
    }

    /// What the page says to put in front of a command for Debian's modules.
    let modules = "env $(../../scripts/debian-modules ../../.build/debian-modules)"

    func page() throws -> String { try String(contentsOfFile: folder + "/README.md", encoding: .utf8) }

    /// The commands of the page, with what it shows below each.
    func shownCommands() throws -> [(command: String, output: String)] {
      try page().matches(of: #/\n    \$ (.*)\n((?:    .*\n)*)/#).map { match in
        (String(match.1), String(match.2.replacing(#/(?m)^ {4}/#, with: "")))
      }
    }

    /// Runs a command as a person would, standard error included in the output.
    func shell(_ command: String) throws -> Run {
      var environment = build.goEnvironment
      let program = (Setup.routinex as NSString).deletingLastPathComponent
      environment["PATH"] = program + ":" + (environment["PATH"] ?? "")
      return try Command(["/bin/sh", "-c", "exec 2>&1; " + command], in: folder, environment: environment).run()
        .succeeded()
    }

    /// What is the same in each run: ids are numbered, and times and ports left out.
    func stable(_ text: String) throws -> [String] {
      var ids: [Substring: Int] = [:]
      let hasSlog = build.toolchain.minor >= 21
      return text.split(separator: "\n").filter { line in
        !line.hasPrefix("go: downloading ") && (hasSlog || !line.contains(#/^time=|^reserved |^sold /#))
      }.map { line in
        let numbered = line.replacing(#/\b[0-9a-f]{16}(?:[0-9a-f]{16})?\b/#) { match in
          let number = ids[match.0] ?? ids.count
          ids[match.0] = number
          return "ID\(number)"
        }
        return numbered.replacing(#/^ +[0-9]+\.[0-9] ms +[0-9]+\.[0-9] ms/#, with: "")
          .replacing(#/^time=\S+/#, with: "").replacing(#/127\.0\.0\.1:[0-9]+/#, with: "127.0.0.1").description
      }
    }
  }
}
