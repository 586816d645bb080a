import Foundation
import Testing
import Toolchains

/// Coverage: its profiles are those of a plain build, but for the bodies that patches replace.
enum Coverage {
  static let rows =
    ["set", "count", "atomic"].map { mode in
      MatrixRow("go test -coverpkg=./... -covermode=\(mode)", sample: mode == "atomic" ? .newest : nil) { build in
        func profile(_ flags: [String]) throws -> [String] {
          let name = build.workspace.path("profile")
          let coverage = ["-run=Title", "-coverpkg=./...", "-covermode=" + mode, "-coverprofile=" + name]
          let run = try build.go(["test"] + flags + coverage + ["./..."]).succeeded()
          try #require(run.outputText.contains("% of statements"), "\(run)")
          return try build.profile("profile")
        }
        // Greeting is called once, by TestMain, and its own body no more where it is replaced.
        try requireSame(try profile([build.toolexec]), try profile([]), but: ["greet/greet.go:5"])
        return .works()
      }
    } + [
      MatrixRow("go build -cover") { build in
        if build.toolchain.minor < 20 { return .absent("Go 1.20 added coverage of programs") }
        func profile(_ flags: [String]) throws -> (output: String, lines: [String]) {
          let out = build.workspace.path("out")
          let coverage = ["-cover", "-covermode=atomic", "-coverpkg=./..."]
          try build.go(["build"] + flags + coverage + ["-o", out, "."]).succeeded()
          let data = build.workspace.path("data")
          try build.workspace.makeFolder("data")
          let run = try build.workspace.run("out", environment: ["GOCOVERDIR": data]).succeeded()
          try build.go("tool", "covdata", "textfmt", "-i=" + data, "-o", build.workspace.path("profile")).succeeded()
          try build.remove("data")
          return (run.outputText, try build.profile("profile"))
        }
        let patched = try profile([build.toolexec])
        let plain = try profile([])
        try #require(patched.output == MatrixBuild.patched && plain.output == MatrixBuild.plain)
        // mode goes the other way.
        let differences = ["greet/greet.go:5", "main.go:32", "main.go:31.20", "main.go:34"]
        try requireSame(patched.lines, plain.lines, but: differences)
        return .works()
      },
      MatrixRow("coverage of files that a set's build tag adds") { build in
        try build.workspace.copy(
          Setup.project + "/Tests/Fixtures/librarytests/routine_test.go", to: "routine/routine_test.go")
        func profile(_ flags: [String]) throws -> [String] {
          let name = build.workspace.path("profile")
          let coverage = ["-run=IsNative", "-covermode=set", "-coverpkg=./...", "-coverprofile=" + name]
          try build.go(["test", build.toolexec] + flags + coverage + ["./..."], in: "routine").succeeded()
          return try build.profile("profile")
        }
        let tags = try profile(["-tags=routinex"])
        let set = try profile([])
        try #require(tags.contains { $0.contains("/storage_link.go:") })
        if build.toolchain.minor >= 20 {
          try #require(set == tags, "\(set)\n\(tags)")
          return .works()
        }
        try #require(set == tags.filter { !$0.contains("_link.go:") }, "\(set)\n\(tags)")
        return .works("Go 1.19 instruments only the files that it chose itself, so these files are not counted")
      },
    ]

  /// Requires that two profiles have the same blocks, and the same counts in all but blocks at these places, which differ.
  private static func requireSame(_ patched: [String], _ plain: [String], but places: [String]) throws {
    func isElsewhere(_ line: String) -> Bool { places.allSatisfy { !line.contains("/\($0)") } }
    func blocks(_ lines: [String]) -> [Substring] { lines.map { $0.prefix { $0 != " " } } }
    try #require(blocks(patched) == blocks(plain))
    try #require(patched.filter(isElsewhere) == plain.filter(isElsewhere), "\(patched)\n\(plain)")
    try #require(patched != plain)
    try #require(plain.contains { $0.contains("greet.go") && !$0.hasSuffix(" 0") })
  }
}

extension MatrixBuild {
  /// The lines of a coverage profile, in one order: the go command's is none.
  fileprivate func profile(_ name: String) throws -> [String] {
    let lines = String(decoding: try workspace.read(name), as: UTF8.self).split(separator: "\n").map(String.init)
    try #require(lines.first?.hasPrefix("mode: ") == true)
    return lines.sorted()
  }
}
