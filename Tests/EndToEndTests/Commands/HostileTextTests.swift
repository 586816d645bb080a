import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// Paths and arguments that are markup, control sequences, no UTF-8, or lead elsewhere.
  @Suite struct HostileTextTests {
    private let workspace: Workspace
    private static let patch = "package a\n\n//routinex:replace\nfunc Text() string { return \"patched\" }\n"

    init() throws {
      workspace = try Workspace()
      try workspace.write("module example.com/m\n\ngo 1.18\n", to: "m/go.mod")
      try workspace.write("package a\n\nfunc Text() string { return \"a\" }\n", to: "m/a/a.go")
    }

    private func run(
      _ arguments: [String], _ toolchain: Toolchain, _ environment: [String: String] = [:]
    ) throws -> Run {
      try Command(
        [Setup.routinex] + arguments, in: workspace.path("m"),
        environment: toolchain.environment(in: workspace).merging(environment) { $1 }
      ).run()
    }

    @Test("no escape sequence of a path reaches the terminal", arguments: Setup.newest)
    func escapeSequences(toolchain: Toolchain) throws {
      let set = workspace.path("e\u{1b}[31m\u{9b}2J\u{202e}")
      let shown = #"e\x1b[31m\u009b2J\u202e"#
      try workspace.write(Self.patch, to: set + "/example.com/m/a/patch.go")
      try workspace.write("package a\n\n//routinex:none\nfunc Text() {}\n", to: "bad\u{1b}/example.com/m/a/patch.go")
      let bad = workspace.path("bad\u{1b}")
      let platform = ["--go", toolchain.root, "--platform", "linux/amd64"]
      let runs = [
        try run(["list", set], toolchain), try run(["check", set] + platform, toolchain),
        try run(["check", bad] + platform, toolchain), try run(["list", bad], toolchain),
        try run(["go", "build", "--patches", set + ".none", "./a"], toolchain),
        try run(["go", "build", "--patches", bad, "./a"], toolchain),
        try run(["go", "build", "-a", "--verbose", "--patches", set, "./a"], toolchain),
        try run(["explain", "--patches", set, "--", "go", "build", "-v", "./a"], toolchain),
        try run(["explain", "--html", bad, "--patches=", "--", "go", "build", "./a"], toolchain),
        try run(["explain", "--patches", set, "--", "go", "\u{1b}"], toolchain),
        try run(["check", "--\u{1b}[31m"], toolchain),
      ]
      for run in runs {
        let text = run.outputText + run.errorText
        #expect(
          !text.isEmpty && !text.unicodeScalars.contains { $0 == "\u{1b}" || $0 == "\u{9b}" || $0 == "\u{202e}" },
          "\(run)")
      }
      #expect(runs[0].outputText.contains(shown) && runs[6].errorText.contains(shown), "\(runs[0]) \(runs[6])")
    }

    @Test("markup in a command line is text on the page", arguments: Setup.newest)
    func markup(toolchain: Toolchain) throws {
      // U+0600 makes one character of itself and what follows, to Swift and not to a browser.
      let output = workspace.path("\u{600}<img src=x onerror=alert(1)>\u{600}</script>\u{600}<script>throw 1;'\"")
      _ = try run(
        ["explain", "--patches=", "--html", workspace.path("page.html"), "--", "go", "build", "-o", output, "./a"],
        toolchain)
      let page = try workspace.read("page.html")
      let bytes = Array(page)
      for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "<") {
        let rest = bytes[(index + 1)...]
        #expect(!rest.starts(with: "img".utf8) && !rest.starts(with: "script>throw".utf8))
      }
      #expect(
        String(decoding: bytes, as: UTF8.self).unicodeScalars.split(separator: "<").count {
          String($0).hasPrefix("/script>")
        } == 2)
    }

    @Test("import paths that are none lead to no folder outside of the set", arguments: Setup.newest)
    func importPaths(toolchain: Toolchain) throws {
      try workspace.write(Self.patch, to: "sets/set/example.com/m/a/patch.go")
      try workspace.write(Self.patch, to: "sets/outside/patch.go")
      try workspace.write(Self.patch, to: "sets/patch.go")
      let compile = toolchain.root + "/pkg/tool/" + (try toolName(toolchain)) + "/compile"
      // The first is the set's.
      for path in [
        "example.com/m/a", "../outside", "a/../../outside", "example.com/m/a/", "..",
        "/\(workspace.path("sets/outside"))", ".",
      ] {
        let run = try Command(
          [
            Setup.routinex, "-v", "--patches", workspace.path("sets/set"), compile, "-o", workspace.path("x.a"), "-p",
            path,
            "-complete", "a.go",
          ], in: workspace.path("m/a"),
          environment: toolchain.environment(in: workspace).merging(["TOOLEXEC_IMPORTPATH": path]) { $1 }
        ).run()
        #expect(run.errorText.contains("replace Text") == (path == "example.com/m/a"), "\(path): \(run)")
      }
      for arguments in [["diff", workspace.path("sets/set"), "../outside"], ["new", "x", "--for", "../outside.Text"]] {
        let run = try run(arguments, toolchain)
        #expect(run.ending == .exit(1) && workspace.files(below: "m") == ["a/a.go", "go.mod"], "\(run)")
      }
    }

    private func toolName(_ toolchain: Toolchain) throws -> String {
      try toolchain.go("env", "GOOS", "GOARCH", of: workspace).succeeded().outputText.split(separator: "\n")
        .joined(separator: "_")
    }

    @Test("a set whose path holds a comma is named with a backslash", arguments: Setup.newest)
    func comma(toolchain: Toolchain) throws {
      try workspace.write(Self.patch, to: "x,y/example.com/m/a/patch.go")
      let path = workspace.path("x,y")
      let escaped = path.replacingOccurrences(of: ",", with: #"\,"#)
      let note = "replace Text"
      #expect(
        try run(["go", "build", "--verbose", "--patches", escaped, "./a"], toolchain).succeeded().errorText.contains(
          note))
      let variable = try run(["go", "build", "-a", "--verbose", "./a"], toolchain, ["ROUTINEX_PATCHES": "," + escaped])
      #expect(try variable.succeeded().errorText.contains(note))
      let bare = try toolchain.go(
        "build", "-toolexec=\(Setup.routinex) -v --patches \(escaped)", "./a", in: "m", of: workspace)
      #expect(try bare.succeeded().errorText.contains(note))
      let listed = try toolchain.go(
        "build", "-toolexec=\(Setup.routinex) -v", "./a", in: "m", of: workspace,
        environment: ["ROUTINEX_PATCHES": escaped])
      #expect(try listed.succeeded().errorText.contains(note) || listed.errorText.contains("example.com/m/a"))
      let refused = try run(["go", "build", "--patches", path, "./a"], toolchain)
      #expect(
        refused.ending == .exit(1) && refused.errorText.contains("for the folder \(path) write \(escaped)"),
        "\(refused)")
    }

    @Test("an empty ROUTINEX_PATCHES is none, to explain too", arguments: Setup.newest)
    func emptyVariable(toolchain: Toolchain) throws {
      let run = try run(["explain", "--", "go", "build", "./a"], toolchain, ["ROUTINEX_PATCHES": ""])
      #expect(try run.succeeded().outputText.contains("\npatch sets: routine\n"), "\(run)")
      let none = try self.run(["explain", "--patches=", "--", "go", "build", "./a"], toolchain)
      #expect(try none.succeeded().outputText.contains("\npatch sets: none\n"), "\(none)")
    }
  }
}
