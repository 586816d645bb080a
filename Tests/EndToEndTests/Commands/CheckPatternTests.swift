import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// Files for many packages, in `routinex check`.
  @Suite struct CheckPatternTests {
    @Test(
      "what one file of _any has found, another is for as well; a pattern finds modules by name",
      arguments: Setup.newest)
    func overlapping(toolchain: Toolchain) throws {
      let workspace = try Workspace()
      try workspace.write("module example.com/app\n\ngo 1.18\n", to: "app/go.mod")
      try workspace.write("package main\n\nfunc main() {}\n", to: "app/tool/main.go")
      // What the module cache has is not walked through: only a name leads there.
      try workspace.write("package lib\n\nfunc F() {}\n", to: "cache/example.org/lib@v1.2.0/lib.go")
      try workspace.write("package deep\n\nfunc F() {}\n", to: "cache/example.org/lib@v1.2.0/a/deep/deep.go")
      for (name, patterns) in [
        ("a", "work"), ("b", "example.com/app/tool/..."), ("c", "example.com/app/too/..."),
        ("d", "work example.org/lib"), ("e", "example.org/lib/a/..."),
      ] {
        try workspace.write(
          "//routinex:packages \(patterns)\n\npackage p\n\n//routinex:each *\n//routinex:before\nfunc _() { println(\"\(name)\") }\n",
          to: "set/_any/\(name).go")
      }
      var environment = toolchain.environment(in: workspace)
      environment["GOMODCACHE"] = workspace.path("cache")
      let run = try Command(
        [Setup.routinex, "check", "--go", toolchain.root, "--platform", "linux/amd64", workspace.path("set")],
        in: workspace.path("app"), environment: environment
      ).run().succeeded()
      let lines = run.outputText.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
      for line in [
        "example.com/app/tool.main applied", "example.org/lib.F applied", "example.org/lib/a/deep.F applied",
      ] {
        #expect(lines.contains(line), "\(line): \(run)")
      }
      let notes = lines.drop { $0 != "not checked:" }.dropFirst().prefix { $0.contains("no package that matches") }
      #expect(Array(notes) == ["example.com/app/too/...: no package that matches is here"], "\(run)")
    }
  }
}
