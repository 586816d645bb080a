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
  }
}
