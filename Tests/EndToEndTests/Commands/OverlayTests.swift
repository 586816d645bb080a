import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// `routinex overlay`: the plain go command compiles what routinex gives the compiler.
  @Suite struct OverlayTests {
    let workspace: Workspace

    /// A program of two packages and one of the standard library, for which a set has something of everything.
    init() throws {
      workspace = try Workspace()
      let files = [
        "m/go.mod": "module example.com/m\n\ngo 1.18\n",
        "m/main.go":
          "package main\n\nimport (\n\t\"container/ring\"\n\t\"example.com/m/p\"\n)\n\nfunc main() { println(p.F(1), p.Mode, p.Added(), ring.New(1).Len()) }\n",
        "m/p/f.go": "package p\n\nfunc F(n int) int { return n }\n",
        "m/p/f_test.go":
          "package p\n\nimport \"testing\"\n\nfunc TestAdded(t *testing.T) {\n\tif Added() != \"added\" {\n\t\tt.Fatal()\n\t}\n}\n",
        "m/p/mode_fast.go": "//go:build fast\n\npackage p\n\nconst Mode = \"fast\"\n",
        "m/p/mode_slow.go": "//go:build !fast\n\npackage p\n\nconst Mode = \"slow\"\n",
        "set/example.com/m/p/added.go":
          "//routinex:tags fast\npackage p\n\n//routinex:before\nfunc F(n int) int { n += 100 }\n\nfunc Added() string { return \"added\" }\n",
        "set/container/ring/ring.go":
          "package ring\n\nimport \"errors\"\n\n//routinex:before\nfunc New(n int) *Ring { println(errors.New(\"ring\").Error()) }\n",
      ]
      for (path, text) in files { try workspace.write(text, to: path) }
    }

    private func overlay(
      _ arguments: String..., environment extra: [String: String] = [:], by toolchain: Toolchain
    ) throws -> Run {
      let environment = toolchain.environment(in: workspace).merging(extra) { $1 }
      return try Command([Setup.routinex, "overlay"] + arguments, in: workspace.path("m"), environment: environment)
        .run()
    }

    @Test("of all packages of a build", arguments: Setup.ends)
    func wholeBuild(toolchain: Toolchain) throws {
      let run = try overlay(".patched", "--patches", "../set", by: toolchain).succeeded()
      let flag = "-overlay=" + workspace.path("m/.patched/overlay.json")
      #expect(
        run.outputText == "container/ring   1 file\nexample.com/m/p  4 files\n\(flag)\n" && run.errors.isEmpty, "\(run)"
      )
      let program = try toolchain.go("run", flag, ".", in: "m", of: workspace).succeeded()
      #expect(program.errorText == "ring\n101 fast added 1\n", "\(program)")
      // The vet of Go 1.23 and older is not told of overlays.
      if toolchain.minor >= 24 { try toolchain.go("vet", flag, "./...", in: "m", of: workspace).succeeded() }
      let vet = toolchain.minor >= 24 ? "-vet=atomic" : "-vet=off"
      try toolchain.go("test", vet, flag, "./...", in: "m", of: workspace).succeeded()
      #expect(try toolchain.go("vet", "./...", in: "m", of: workspace).failed)
    }

    @Test("a folder is written once more, and no other", arguments: Setup.newest)
    func folders(toolchain: Toolchain) throws {
      try overlay("../out", "./p", "--patches", "../set", by: toolchain).succeeded()
      let before = Set(workspace.files(below: "out"))
      #expect(before.contains("example.com/m/p/f.go") && before.contains("example.com/m/p/zz_routinex_0_added.go"))
      try workspace.write("package p\n\nfunc Added() string { return \"alone\" }\n", to: "set/example.com/m/p/added.go")
      try overlay("../out", "./p", "--patches", "../set", by: toolchain).succeeded()
      #expect(
        Set(workspace.files(below: "out")) == [
          ".routinex-overlay", "overlay.json", "example.com/m/p/zz_routinex_0_added.go",
        ])
      let other = try overlay("p", "--patches", "../set", by: toolchain)
      #expect(other.ending == .exit(1) && other.errorText.contains("/m/p is a folder of sources (f.go)"), "\(other)")
      let nothing = try overlay("../none", "--patches", "httptrace", ".", by: toolchain).succeeded()
      #expect(nothing.errorText.contains("httptrace changes nothing in this build"), "\(nothing)")

      try workspace.write("package p\n\n//routinex:before\nfunc Gone() {}\n", to: "set/example.com/m/p/added.go")
      let unfit = try overlay("../out", "--patches", "../set", by: toolchain)
      #expect(unfit.ending == .exit(1) && unfit.errorText.contains("added.go:4:6: "), "\(unfit)")
    }

    @Test("Go 1.25 and newer take none below the module cache, which is said", arguments: Setup.ends)
    func moduleCache(toolchain: Toolchain) throws {
      try workspace.write("module example.com/q\n\ngo 1.18\n", to: "q/go.mod")
      try workspace.write("package q\n\nfunc F() int { return 1 }\n", to: "q/q.go")
      let script =
        "import sys, zipfile\nwith zipfile.ZipFile(sys.argv[1], 'w') as z:\n"
        + "  for n in ['go.mod', 'q.go']: z.write(sys.argv[2] + '/' + n, 'example.com/q@v1.0.0/' + n)\n"
      let folder = "proxy/example.com/q/@v/"
      try workspace.copy(workspace.path("q/go.mod"), to: folder + "v1.0.0.mod")
      try workspace.write("{\"Version\": \"v1.0.0\"}", to: folder + "v1.0.0.info")
      try Command(
        ["/usr/bin/env", "python3", "-c", script, workspace.path(folder + "v1.0.0.zip"), workspace.path("q")],
        in: workspace.root, environment: ["PATH": "/usr/bin:/bin"]
      ).run().succeeded()
      let proxy = [
        "GOPROXY": "file://" + workspace.path("proxy"), "GOSUMDB": "off", "GOMODCACHE": workspace.path("modules"),
        "GOFLAGS": "-modcacherw -mod=mod",
      ]
      try workspace.write("module example.com/m\n\ngo 1.18\n\nrequire example.com/q v1.0.0\n", to: "m/go.mod")
      try workspace.write(
        "package main\n\nimport \"example.com/q\"\n\nfunc main() { println(q.F()) }\n", to: "m/main.go")
      try workspace.write("package q\n\n//routinex:replace\nfunc F() int { return 2 }\n", to: "set/example.com/q/q.go")

      let run = try overlay(".patched", ".", "--patches", "../set", environment: proxy, by: toolchain).succeeded()
      let isLeftOut = run.errorText.contains("example.com/q is left out: from Go 1.25 on")
      #expect(isLeftOut == (toolchain.minor >= 25), "\(run)")
      let flag = "-overlay=.patched/overlay.json"
      let program = try toolchain.go("run", flag, ".", in: "m", of: workspace, environment: proxy).succeeded()
      #expect(program.errorText == (isLeftOut ? "1\n" : "2\n"), "\(program)")
      // That is what the go command says of it.
      let file = workspace.path("modules/example.com/q@v1.0.0/q.go")
      try workspace.write("{\"Replace\": {\"\(file)\": \"\(workspace.path("q/q.go"))\"}}", to: "m/.patched/own.json")
      let refused = try toolchain.go(
        "run", "-overlay=.patched/own.json", ".", in: "m", of: workspace, environment: proxy)
      #expect(refused.failed == isLeftOut, "\(refused)")
    }
  }
}
