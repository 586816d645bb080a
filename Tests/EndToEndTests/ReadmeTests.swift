import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// What README.md shows works as it says.
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

    /// Commands that other tests run as they stand, each at length: DoctorTests, TestSetTests, PackageTests, and `make` by itself.
    private static func isLeftOut(_ command: String) -> Bool {
      ["make ", "routinex doctor ", "routinex test "].contains(where: command.hasPrefix) || command.contains("[")
    }

    @Test("the commands that it shows", arguments: Setup.newest)
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
      let readme = String(decoding: try workspace.read(Setup.project + "/README.md"), as: UTF8.self)
      let commands = readme.matches(of: #/\n    ((?:go|routinex) .*?)(?:  +#.*)?(?=\n)/#).map { String($0.output.1) }
        .filter { !Self.isLeftOut($0) }
      #expect(commands.count >= 16, "\(commands)")
      try shell("go build -o program ./cmd/app").succeeded()
      // A set is begun before it is used.
      let isFirst = { (command: String) in command.hasPrefix("routinex new ") }
      for command in commands.filter(isFirst) + commands.filter({ !isFirst($0) }) {
        let pasted = command.replacing("/path/to/", with: workspace.path("bin/"))
          .replacing("/home/me/", with: workspace.path("app/"))
        let run = try shell(pasted)
        #expect(run.ending == .exit(0), "\(run)")
      }
    }

    private static let files = [
      "app/go.mod": "module example.com/app\n\ngo 1.18\n\nreplace example.com/loud => ../loud\n",
      "app/cmd/app/main.go": "package main\n\nfunc main() {}\n",
      "app/cmd/app/main_test.go": "package main\n\nimport \"testing\"\n\nfunc TestNothing(t *testing.T) {}\n",
      "loud/go.mod": "module example.com/loud\n\ngo 1.18\n",
      "loud/loud.go": "// Package loud shouts.\npackage loud\n",
      "loud/_patches/example.com/app/cmd/app/main.go":
        "package main\n\n//routinex:before\nfunc main() { println(\"loud\") }\n",
    ]
  }
}
