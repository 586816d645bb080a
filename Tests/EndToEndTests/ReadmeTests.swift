import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// What README.md and other pages show works as they say.
  @Suite struct ReadmeTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    @Test("the patch set that it shows", arguments: Setup.newest)
    func patchSet(toolchain: Toolchain) throws {
      let readme = String(decoding: try workspace.read(Setup.project + "/README.md"), as: UTF8.self)
      let patch = try #require(readme.firstMatch(of: /\n```go\n(package http\n.*?)```\n/.dotMatchesNewlines()))
      #expect(readme.contains("      net/http/requests.go"))
      try workspace.write(String(patch.1), to: "client/mypatches/net/http/requests.go")
      try workspace.write("module client\n\ngo 1.18\n", to: "client/go.mod")
      try workspace.write(
        """
        package main

        import "net/http"

        type answer struct{}

        func (answer) RoundTrip(*http.Request) (*http.Response, error) {
        	return &http.Response{StatusCode: 204, Body: http.NoBody}, nil
        }

        func main() {
        	client := http.Client{Transport: answer{}}
        	response, err := client.Get("http://localhost/some/path")
        	if err != nil || response.StatusCode != 204 {
        		panic(err)
        	}
        }

        """, to: "client/main.go")
      // As a person pastes it.
      let shown = try #require(readme.firstMatch(of: /\n    \$ routinex (go run .*)\n    (.*)\n/))
      let command = [Setup.routinex] + shown.1.split(separator: " ").map(String.init)
      let run = try Command(command, in: workspace.path("client"), environment: toolchain.environment(in: workspace))
        .run()
      #expect(try run.succeeded().errorText == shown.2 + "\n")
    }

    /// Where the commands of a page run that `commands` does not run, by how they begin.
    private static let elsewhere: [(start: String, test: String)] = [
      ("routinex doctor ", "Commands/DoctorTests.swift"),
      ("routinex test ", "Commands/TestSetTests.swift"),
      ("routinex go run --patches ./mypatches .", "ReadmeTests.swift"),
      ("routinex check mypatches", "Commands/CheckTests.swift"),
      ("./run tea", "Matrix/OpenTelemetry.swift"), ("GO=go ./run tea", "Matrix/OpenTelemetry.swift"),
      ("./run coffee", "Matrix/OpenTelemetry.swift"),
      ("./run", "Matrix/PeerRules.swift"), ("cat gin/output", "Matrix/PeerRules.swift"),
      ("go build -o shop . && ./shop", "TracingTests.swift"),
      ("routinex go build --patches patches -o shop . && ./shop", "TracingTests.swift"),
    ]

    /// The pages with commands, and whether `commands` runs them.
    private static let pages = [
      ("README.md", true), ("Patches/README.md", true), ("docs/agents.md", true),
      ("Examples/opentelemetry/README.md", true),
      ("Examples/peers/README.md", false), ("Examples/tracing/README.md", false), ("CONTRIBUTING.md", false),
      ("docs/performance.md", false), ("docs/reliability.md", false), ("docs/peers.md", false),
    ]

    /// The commands of a page that stand on lines of their own, without comments behind them.
    private func commands(of page: String) throws -> [String] {
      let text = String(decoding: try workspace.read(Setup.project + "/" + page), as: UTF8.self)
      let pattern =
        #/\n    (?:\$ )?((?:[A-Z_]+=\S+ )*(?:go|routinex|make|cat|scripts/\S+|\./\S+)(?: [^ ].*?)?)(?:  +.*)?(?=\n)/#
      return text.matches(of: pattern).map { String($0.output.1) }
    }

    /// The target of a `make` command.
    private func target(of command: String) -> String? {
      command.firstMatch(of: #/(?:^| )make(?: (\w+))?/#).map { String($0.1 ?? "help") }
    }

    private func isElsewhere(_ command: String) -> Bool {
      target(of: command) != nil || command.contains("[")
        || Self.elsewhere.contains { command.hasPrefix($0.start) }
    }

    @Test("the commands that it and other pages show", arguments: Setup.newest)
    func commands(toolchain: Toolchain) throws {
      for (path, text) in Self.files { try workspace.write(text, to: path) }
      try workspace.write("#!/bin/sh\nexec \"$@\"\n", to: "bin/go-agent")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: workspace.path("bin/go-agent"))
      try FileManager.default.createSymbolicLink(
        atPath: workspace.path("bin/routinex"), withDestinationPath: Setup.routinex)
      var environment = toolchain.environment(in: workspace)
      environment["PATH"] = workspace.path("bin") + ":" + (environment["PATH"] ?? "")
      func shell(_ command: String) throws -> Run {
        try Command(["/bin/sh", "-c", command], in: workspace.path("app"), environment: environment).run()
      }
      let commands = try Self.pages.filter(\.1).flatMap { try self.commands(of: $0.0) }.filter { !isElsewhere($0) }
      #expect(commands.count >= 21, "\(commands)")
      try shell("go build -o program ./cmd/app").succeeded()
      // A set is begun before it is used.
      let isFirst = { (command: String) in command.hasPrefix("routinex new ") }
      for command in commands.filter(isFirst) + commands.filter({ !isFirst($0) }) {
        let pasted = command.replacing("/path/to/", with: workspace.path("bin/"))
          .replacing("/home/me/", with: workspace.path("app/")).replacing("AGENT", with: "go-agent")
        let run = try shell(pasted)
        #expect(run.ending == .exit(0), "\(run)")
      }
    }

    @Test("no page has a command that no test runs")
    func elsewhere() throws {
      // What the targets do takes long, and `make test` is what runs here: they have to be there.
      let path = ["PATH": HandedOver.value("PATH") ?? ""]
      let help = try Command(["/bin/sh", "-c", "make"], in: Setup.project, environment: path).run().succeeded()
        .outputText
      for (page, isRun) in Self.pages {
        for command in try commands(of: page) where isElsewhere(command) || !isRun {
          if let target = target(of: command) {
            #expect(help.contains("  make \(target)"), "\(page): \(command)")
          } else if !command.contains("["), command != "go build" {
            // The one is a synopsis, the other the picture of a build.
            let entry = try #require(
              Self.elsewhere.first { command.hasPrefix($0.start) }, "\(page) has '\(command)', which no test runs")
            #expect(workspace.exists(Setup.project + "/Tests/EndToEndTests/" + entry.test), "\(entry.test)")
          }
        }
      }
    }

    private static let files = [
      "app/go.mod": "module example.com/app\n\ngo 1.18\n\nreplace example.com/loud => ../loud\n\n"
        + "replace example.com/telemetry => ../telemetry\n",
      "app/cmd/app/main.go": "package main\n\nfunc main() {}\n",
      "app/cmd/app/main_test.go": "package main\n\nimport \"testing\"\n\nfunc TestNothing(t *testing.T) {}\n",
      "loud/go.mod": "module example.com/loud\n\ngo 1.18\n",
      "loud/loud.go": "// Package loud shouts.\npackage loud\n",
      "telemetry/go.mod": "module example.com/telemetry\n\ngo 1.18\n",
      "telemetry/telemetry.go": "// Package telemetry traces.\npackage telemetry\n",
      "telemetry/_patches/os/exit.go": "package os\n\n//routinex:before\nfunc Exit(code int) {\n\t_ = code\n}\n",
      "loud/_patches/example.com/app/cmd/app/main.go":
        "package main\n\n//routinex:before\nfunc main() { println(\"loud\") }\n",
    ]
  }
}
