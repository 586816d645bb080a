import Foundation
import Testing
import Toolchains

/// The go command's commands, and the flags that say how it goes about them.
enum GoCommands {
  static let group = MatrixGroup(name: "Commands", rows: programs + others + BuildFlags.rows)

  private static let programs = [
    MatrixRow("go build", sample: .newest) { build in
      try build.buildsApp()
      return .works()
    },
    MatrixRow("go run .", sample: .oldest) { build in
      try build.requirePatched(try build.go("run", build.toolexec, "."))
      return .works()
    },
    MatrixRow("go run, of an import path and of files") { build in
      try build.requirePatched(try build.go("run", build.toolexec, "example.com/app"))
      try build.requirePatched(try build.go("run", build.toolexec, "main.go"))
      return .works()
    },
    MatrixRow("go install") { build in
      var build = build
      build.environment["GOBIN"] = build.workspace.path("bin")
      try build.go("install", build.toolexec, ".").succeeded()
      try build.requirePatched(try build.workspace.run("bin/app"))
      return .works()
    },
    MatrixRow("go build ./..., several programs") { build in
      for name in ["one", "two"] {
        try build.workspace.write(
          "package main\n\nimport \"example.com/app/greet\"\n\nfunc main() { print(\"\(name) \", greet.Greeting()) }\n",
          to: "app/cmd/\(name)/main.go")
      }
      try build.workspace.makeFolder("bin")
      try build.go("build", build.toolexec, "-o", build.workspace.path("bin") + "/", "./...").succeeded()
      try #require(build.workspace.files(below: "bin") == ["app", "one", "two"])
      try build.requirePatched(try build.workspace.run("bin/app"))
      for name in ["one", "two"] {
        try #require(try build.workspace.run("bin/" + name).succeeded().errorText == name + " patched")
      }
      return .works()
    },
    MatrixRow("go build of a package that is not a command") { build in
      let files = build.workspace.files(below: "")
      let run = try build.go("build", build.toolexec, "./greet").succeeded()
      try #require(run.output.isEmpty && run.errors.isEmpty, "\(run)")
      try #require(build.workspace.files(below: "") == files)
      try build.go("build", build.toolexec, "-o", build.workspace.path("greet.a"), "./greet").succeeded()
      try #require(try build.isPatchedGreeting(build.workspace.path("greet.a")))
      return .works()
    },
  ]

  private static let others = [
    MatrixRow("go vet", sample: .oldest) { build in
      let clean = try build.go("vet", build.toolexec, "./...").succeeded()
      try #require(clean.output.isEmpty && clean.errors.isEmpty, "\(clean)")
      try build.writeFinding()
      try build.requireSameEnd("vet", "./...", failing: "wrong type")
      return .works()
    },
    MatrixRow("go vet -vettool") { build in
      // The toolchain's own checks, from another place: that is what the flag is for.
      try build.workspace.copy(build.toolchain.tool("vet"), to: "checks")
      let flag = "-vettool=" + build.workspace.path("checks")
      try build.go("vet", build.toolexec, flag, "./...").succeeded()
      try build.writeFinding()
      try build.requireSameEnd("vet", flag, "./...", failing: "wrong type")
      return .works()
    },
    MatrixRow("go fix") { build in
      let old = "//go:build linux\n// +build linux\n\npackage greet\n\nconst fixed = true\n"
      func fix(_ flags: [String]) throws -> String {
        try build.workspace.write(old, to: "app/greet/old.go")
        let run = try build.go(["fix"] + flags + ["./greet"]).succeeded()
        return String(decoding: try build.workspace.read("app/greet/old.go"), as: UTF8.self) + run.errorText
      }
      let plain = try fix([])
      try #require(try fix([build.toolexec]) == plain)
      try #require(!plain.contains("+build"), "\(plain)")
      return .works()
    },
    MatrixRow("go list -export") { build in
      func export(_ flags: [String]) throws -> String {
        let run = try build.go(["list", "-export"] + flags + ["-f", "{{.Export}}", "./greet"]).succeeded()
        return run.outputText.trimmingCharacters(in: .newlines)
      }
      let object = try export([build.toolexec])
      try #require(try build.isPatchedGreeting(object))
      let plain = try export([])
      try #require(plain != object)
      try #require(try !build.isPatchedGreeting(plain))
      try #require(try export([build.toolexec]) == object)
      return .works()
    },
    MatrixRow("go list, with the flags that editors use") { build in
      func list(_ flags: [String]) throws -> [Substring] {
        let questions = ["-e", "-json", "-compiled", "-test", "-deps"]
        let run = try build.go(["list"] + questions + flags + ["./..."]).succeeded()
        // Whether each package has been built already, plainly or so, is left out.
        return run.outputText.split(separator: "\n").filter { !$0.contains("\"Stale") }
      }
      let plain = try list([])
      try #require(plain.contains { $0.contains("example.com/app/greet") })
      try #require(try list([build.toolexec]) == plain)
      return .works()
    },
    MatrixRow("go tool nm") { build in
      var build = build
      try build.buildsApp()
      build.setToolexecInGOFLAGS()
      let run = try build.go("tool", "nm", build.workspace.path("out")).succeeded()
      for symbol in ["runtime.main", "runtime.goexit0"] {
        try #require(run.outputText.contains(" \(symbol)\n"), "\(run)")
      }
      return .works()
    },
    MatrixRow("go tool, for a tool of the module") { build in
      if build.toolchain.minor < 24 { return .absent("Go 1.24 added `tool` lines in go.mod") }
      var build = build
      try build.append("\ntool example.com/app\n", to: "app/go.mod")
      build.setToolexecInGOFLAGS()
      let run = try build.go("tool", "app").succeeded()
      if run.outputText == MatrixBuild.plain {
        return .absent("`go tool` has no `-toolexec` flag and ignores it in GOFLAGS, so it builds tools plainly")
      }
      try build.requirePatched(run)
      return .works()
    },
  ]
}

extension MatrixBuild {
  /// Whether an object holds the set's version of the app's package `greet`.
  func isPatchedGreeting(_ object: String) throws -> Bool {
    try workspace.read(object).range(of: Data("routinex/set/example.com/app/greet/greeting.go".utf8)) != nil
  }

  /// Puts routinex into GOFLAGS and the list of sets beside it, since Go 1.19 allows no spaces in there.
  mutating func setToolexecInGOFLAGS() {
    environment["GOFLAGS"] = "-mod=mod -toolexec=" + Setup.routinex
    environment["ROUTINEX_PATCHES"] = "routine," + workspace.path("set")
  }

  /// Adds to a package that is patched what `go vet` complains of.
  fileprivate func writeFinding() throws {
    try workspace.write(
      "package greet\n\nimport \"fmt\"\n\nfunc Odd() string { return fmt.Sprintf(\"%d\", Greeting()) }\n",
      to: "app/greet/odd.go")
  }

  /// Requires that a command fails, says so, and prints and ends as without routinex.
  fileprivate func requireSameEnd(_ command: String, _ arguments: String..., failing text: String) throws {
    let plain = try go([command] + arguments)
    let patched = try go([command, toolexec] + arguments)
    try #require(plain.failed && plain.errorText.contains(text), "\(plain)")
    try #require(patched.ending == plain.ending && patched.output == plain.output, "\(patched)")
    try #require(patched.errors == plain.errors, "\(patched)\n\(plain)")
  }
}
