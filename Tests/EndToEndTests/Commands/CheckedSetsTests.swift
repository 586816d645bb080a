import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// What `routinex check` says of sets in which something is wrong whatever they are applied to, and of where they lie.
  @Suite struct CheckedSetsTests {
    let workspace: Workspace

    init() throws {
      workspace = try Workspace()
      try workspace.write("module example.com/app\n\ngo 1.19\n", to: "app/go.mod")
      try workspace.write("package p\n\nfunc G() {}\n", to: "app/p/p.go")
      try workspace.write("package asm\n", to: "app/asm/asm.go")
    }

    private struct Verdict: Decodable {
      struct Message: Decodable {
        let message: String
      }

      struct Declaration: Decodable {
        struct Result: Decodable {
          let states: [String: [String]]
        }

        let package: String
        let results: [Result]
      }

      let declarations: [Declaration]
      let errors: [Message]
    }

    private func check(_ toolchain: Toolchain, _ arguments: [String]) throws -> Run {
      try Command(
        [Setup.routinex, "check", "--go", toolchain.root] + arguments, in: workspace.path("app"),
        environment: toolchain.environment(in: workspace)
      ).run()
    }

    private func verdict(_ toolchain: Toolchain, _ arguments: [String]) throws -> Verdict {
      let run = try check(toolchain, ["--json"] + arguments)
      #expect(run.ending == .exit(1) && run.errors.isEmpty, "\(run)")
      return try JSONDecoder().decode(Verdict.self, from: run.output)
    }

    @Test(
      "mistakes in the sets themselves are findings with places, and the other files are checked",
      arguments: Setup.newest)
    func mistakes(toolchain: Toolchain) throws {
      let good = "package p\n\n//routinex:before\nfunc G() {\n}\n"
      try workspace.write(good, to: "sets/set/example.com/app/p/good.go")
      try workspace.write(good.replacing("before", with: "befor"), to: "sets/set/example.com/app/p/bad.go")
      try workspace.write(good, to: "sets/set/example.com/app/pp/misspelled.go")
      try workspace.write(good, to: "sets/set/net/htp/misspelled.go")
      try workspace.write("//go:build go1.999\n\n" + good, to: "sets/set/net/http3/later.go")
      try workspace.write(good, to: "sets/set/example.net/elsewhere/x.go")
      try workspace.write("text", to: "empty/readme")
      let sets = [workspace.path("sets/set"), workspace.path("empty"), "--platform", "linux/amd64"]
      let report = try verdict(toolchain, sets)
      let messages = report.errors.map(\.message)
      let places = messages.map { message in
        String(message.split(separator: ": ")[0].dropFirst(workspace.path("sets/set/").count))
      }
      #expect(
        places.prefix(1) + places.dropFirst(2) == [
          "example.com/app/p/bad.go:3:1", "example.com/app/pp/misspelled.go:1:1", "net/htp/misspelled.go:1:1",
        ], "\(messages)")
      #expect(
        messages[0].contains("unknown directive //routinex:befor")
          && messages[0].hasSuffix("did you mean //routinex:before?"))
      #expect(messages[1].hasPrefix("the patch set \(workspace.path("empty")) has no Go file"))
      #expect(messages[2].hasSuffix("did you mean example.com/app/p, example.com/app/asm?"), "\(messages)")
      #expect(messages[3].contains("did you mean net/http"), "\(messages)")
      #expect(
        report.declarations.first { $0.package == "example.com/app/p" }?.results[0].states == [
          "applied": ["linux/amd64"]
        ])
      let gone = try verdict(toolchain, ["/none/set"])
      #expect(gone.errors.map(\.message).count == 1 && gone.errors[0].message.hasPrefix("no patch set '/none/set'"))
      let sarif = try check(toolchain, ["--sarif"] + sets)
      #expect(sarif.ending == .exit(1) && sarif.outputText.contains("\"startLine\": 3"), "\(sarif)")
    }

    @Test("a set whose path is not UTF-8 is checked as it is built", arguments: Setup.newest)
    func bytes(toolchain: Toolchain) throws {
      try workspace.write(
        "package p\n\n//routinex:before\nfunc G() {\n}\n", to: "plain/example.com/app/p/x.go")
      let script = """
        mv "$1" "$(printf '%s/b\\377d' "$2")" && exec "$3" check --go "$4" --platform linux/amd64 "$(printf '%s/b\\377d' "$2")"
        """
      let run = try Command(
        ["/bin/sh", "-c", script, "sh", workspace.path("plain"), workspace.root, Setup.routinex, toolchain.root],
        in: workspace.path("app"), environment: toolchain.environment(in: workspace)
      ).run().succeeded()
      #expect(run.outputText.contains("applied"), "\(run)")
      try Command(["/bin/sh", "-c", #"rm -rf "$1"/b*d"#, "sh", workspace.root], in: workspace.root, environment: [:])
        .run().succeeded()
    }
  }
}
