import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// Patch sets that are Go packages: `--patches example.com/loud`, routinex.tool.go and `routinex add`.
  @Suite struct ModuleSetTests {
    let workspace: Workspace

    /// A module `example.com/app`, and beside it `example.com/loud`, a set with a helper, and `example.com/quiet`, one of patterns.
    init() throws {
      workspace = try Workspace()
      for (path, text) in Self.files { try workspace.write(text, to: path) }
    }

    private static let modules = """
      module example.com/app

      go 1.18

      require (
      	example.com/loud v0.0.0
      	example.com/quiet v0.0.0
      )

      replace (
      	example.com/loud => ../loud
      	example.com/quiet => ../quiet
      )

      """
    private static let embedding = """
      // Package loud shouts.
      package loud

      import (
      	"embed"

      	_ "example.com/loud/helper"
      )

      //go:embed all:_patches
      var patches embed.FS

      """
    private static let files = [
      "app/go.mod": modules,
      "app/main.go": "package main\n\nfunc main() { println(\"main\") }\n",
      "loud/go.mod": "module example.com/loud\n\ngo 1.18\n",
      "loud/loud.go": embedding,
      "loud/helper/helper.go": "package helper\n\nfunc Shout(text string) { println(\"loud\", text) }\n",
      "loud/_patches/example.com/app/main.go": """
      package main

      import "example.com/loud/helper"

      //routinex:before
      func main() { helper.Shout("first") }

      """,
      "quiet/go.mod": "module example.com/quiet\n\ngo 1.18\n",
      "quiet/quiet.go": "// Package quiet whispers.\npackage quiet\n",
      "quiet/_patches/_any/main.go": """
      //routinex:packages work

      package anything

      //routinex:each main
      //routinex:before
      func _() { println("quiet") }

      """,
    ]

    private func toolFile(_ imports: String..., sets: String = "") -> String {
      "//go:build tools\n\n\(sets)package main\n\nimport (\n" + imports.map { "\t_ \"\($0)\"\n" }.joined() + ")\n"
    }

    private func routinex(
      _ arguments: String..., environment: [String: String] = [:], by toolchain: Toolchain
    ) throws -> Run {
      let own = toolchain.environment(in: workspace).merging(["GOPROXY": "off", "GOFLAGS": ""]) { $1 }
      return try Command(
        [Setup.routinex] + arguments, in: workspace.path("app"), environment: own.merging(environment) { $1 }
      ).run()
    }

    private func output(
      _ arguments: String..., environment: [String: String] = [:], by toolchain: Toolchain
    ) throws -> String {
      let own = toolchain.environment(in: workspace).merging(["GOPROXY": "off", "GOFLAGS": ""]) { $1 }
      return try Command(
        [Setup.routinex, "go", "run"] + arguments + ["."], in: workspace.path("app"),
        environment: own.merging(environment) { $1 }
      ).run().succeeded().errorText
    }

    @Test("by import path: replaced, of the main module, of a workspace, and vendored", arguments: Setup.ends)
    func byImportPath(toolchain: Toolchain) throws {
      let both = "example.com/loud,example.com/quiet"
      #expect(try output("--patches", "example.com/loud", by: toolchain) == "loud first\nmain\n")
      #expect(try output("--patches", both, by: toolchain) == "loud first\nquiet\nmain\n")
      #expect(try output(environment: ["ROUTINEX_PATCHES": both], by: toolchain) == "loud first\nquiet\nmain\n")
      // One of the main module's own.
      try workspace.write("package own\n", to: "app/own/own.go")
      try workspace.write(
        "package main\n\n//routinex:before\nfunc main() { println(\"own\") }\n",
        to: "app/own/_patches/example.com/app/m.go")
      #expect(try output("--patches", "example.com/app/own", by: toolchain) == "own\nmain\n")

      try workspace.write("module example.com/app\n\ngo 1.18\n", to: "app/go.mod")
      try workspace.write("go 1.18\n\nuse (\n\t./app\n\t./loud\n)\n", to: "go.work")
      let work = ["GOWORK": workspace.path("go.work")]
      let inWorkspace = try output("--patches", "example.com/loud", environment: work, by: toolchain)
      #expect(inWorkspace == "loud first\nmain\n")
      try FileManager.default.removeItem(atPath: workspace.path("go.work"))

      // What the set embeds and imports is vendored with it.
      try workspace.write(Self.modules, to: "app/go.mod")
      try workspace.write(toolFile("example.com/loud", "example.com/quiet"), to: "app/routinex.tool.go")
      try toolchain.go("mod", "vendor", in: "app", of: workspace).succeeded()
      try FileManager.default.moveItem(atPath: workspace.path("loud"), toPath: workspace.path("gone"))
      #expect(try output("-mod=vendor", "--patches", "example.com/loud", by: toolchain) == "loud first\nmain\n")
      // The other embeds nothing.
      let run = try routinex("go", "run", "-mod=vendor", ".", by: toolchain)
      #expect(
        run.ending == .exit(1) && run.errorText.contains("the patch set example.com/quiet has no patches"), "\(run)")
    }

    @Test("routinex.tool.go: its imports are the sets, and a set may have such a file too", arguments: Setup.newest)
    func toolFile(toolchain: Toolchain) throws {
      let other = ["ROUTINEX_PATCHES": "spans"]
      try workspace.write(toolFile("example.com/loud", sets: "//routinex:sets routine\n\n"), to: "app/routinex.tool.go")
      #expect(try output(environment: other, by: toolchain) == "loud first\nmain\n")
      #expect(try output("--patches", "spans", by: toolchain) == "main\n")
      try workspace.write(toolFile("example.com/quiet"), to: "loud/routinex.tool.go")
      #expect(try output(environment: other, by: toolchain) == "quiet\nloud first\nmain\n")
      let list = try routinex("list", by: toolchain).succeeded().outputText
      #expect(list.contains("\nroutine (built in, active)\n"))
      #expect(
        list.contains("\nexample.com/quiet (\(workspace.path("quiet")), through example.com/loud, active)\n"), "\(list)"
      )
      #expect(
        list.contains("\nexample.com/loud (\(workspace.path("loud")), through routinex.tool.go, active)\n"), "\(list)")
      // It takes no part in a build, and tidy keeps what it needs.
      try toolchain.go("vet", "./...", in: "app", of: workspace).succeeded()
      try toolchain.go("mod", "tidy", in: "app", of: workspace).succeeded()
      #expect(try output(by: toolchain) == "quiet\nloud first\nmain\n")

      try workspace.write(toolFile("example.com/gone"), to: "quiet/routinex.tool.go")
      let missing = try routinex("go", "build", by: toolchain)
      #expect(missing.ending == .exit(1))
      #expect(
        missing.errorText.contains("the patch set example.com/gone, which example.com/quiet imports"), "\(missing)")
      try workspace.write(toolFile(sets: "//routinex:sets loud\n\n"), to: "app/routinex.tool.go")
      let unknown = try routinex("go", "build", by: toolchain)
      #expect(unknown.errorText.contains("routinex.tool.go:3:1: there is no built-in set 'loud'"), "\(unknown)")
    }

    @Test("the same program wherever the set lies, and another once a patch is edited", arguments: Setup.newest)
    func identity(toolchain: Toolchain) throws {
      func program() throws -> Data {
        try routinex("go", "build", "-trimpath", "-o", "out", "--patches", "example.com/loud", by: toolchain)
          .succeeded()
        return try workspace.read("app/out")
      }
      let first = try program()
      try FileManager.default.moveItem(atPath: workspace.path("loud"), toPath: workspace.path("elsewhere"))
      try workspace.write(Self.modules.replacing("../loud", with: "../elsewhere"), to: "app/go.mod")
      #expect(try program() == first)
      let patch = "elsewhere/_patches/example.com/app/main.go"
      try workspace.write(
        String(decoding: try workspace.read(patch), as: UTF8.self).replacing("first", with: "second"), to: patch)
      #expect(try program() != first)
      #expect(try workspace.run("app/out").succeeded().errorText == "loud second\nmain\n")
    }

    @Test("what is wrong says what to do", arguments: Setup.newest)
    func messages(toolchain: Toolchain) throws {
      func expect(
        _ arguments: [String], environment: [String: String] = [:], says text: String
      ) throws {
        let own = toolchain.environment(in: workspace).merging(["GOPROXY": "off", "GOFLAGS": ""]) { $1 }
        let run = try Command(
          arguments, in: workspace.path("app"), environment: own.merging(environment) { $1 }
        ).run()
        #expect(run.ending == .exit(1) && run.errorText.contains(text), "\(run)")
      }
      let go = [Setup.routinex, "go", "build", "--patches"]
      try expect(go + ["example.com/gone"], says: "run 'routinex add example.com/gone'")
      try expect(go + ["example.com/loud@v1.0.0"], says: "run 'routinex add example.com/loud@v1.0.0'")
      try expect(go + ["example.com/loud"], environment: ["GO111MODULE": "off"], says: "but GOPATH mode")
      try workspace.write("package x\n", to: "app/my.set/p/x.go")
      try expect(go + ["my.set"], says: "write ./my.set")
      try expect(
        [toolchain.root + "/bin/go", "build", toolexec("--patches", "example.com/loud"), "."],
        says: "start the build with 'routinex go'")
      let report = try routinex("check", "example.com/loud", "example.com/quiet", by: toolchain).succeeded().outputText
      #expect(report.contains("'go mod vendor' leaves out the patches of example.com/quiet"), "\(report)")
      #expect(!report.contains("the patches of example.com/loud"), "\(report)")
      try workspace.write("package loud\n", to: "loud/loud.go")
      let without = try routinex("check", "example.com/loud", by: toolchain).succeeded().outputText
      #expect(without.contains("main.go:3:8: 'go mod tidy' and 'go mod vendor' do not see"), "\(without)")
      #expect(without.contains("as _ \"example.com/loud/helper\""), "\(without)")
    }

    @Test("add: a version of a proxy's, then a newer one", arguments: Setup.newest)
    func add(toolchain: Toolchain) throws {
      try workspace.write("module example.com/app\n\ngo 1.18\n", to: "app/go.mod")
      let script = """
        import os, sys, zipfile
        archive, module, folder = sys.argv[1:]
        with zipfile.ZipFile(archive, "w") as file:
            for path, _, names in os.walk(folder):
                for name in names:
                    full = os.path.join(path, name)
                    file.write(full, module + "/" + os.path.relpath(full, folder))
        """
      for (version, word) in [("v1.0.0", "first"), ("v1.1.0", "second")] {
        let patch = "loud/_patches/example.com/app/main.go"
        try workspace.write(
          String(decoding: try workspace.read(patch), as: UTF8.self).replacing("first", with: word), to: patch)
        let folder = "proxy/example.com/loud/@v/"
        try workspace.copy(workspace.path("loud/go.mod"), to: "\(folder)\(version).mod")
        try workspace.write("{\"Version\": \"\(version)\"}", to: "\(folder)\(version).info")
        let archive = workspace.path("\(folder)\(version).zip")
        try Command(
          ["/usr/bin/env", "python3", "-c", script, archive, "example.com/loud@" + version, workspace.path("loud")],
          in: workspace.root, environment: ["PATH": "/usr/bin:/bin"]
        ).run().succeeded()
      }
      try workspace.write("v1.0.0\nv1.1.0\n", to: "proxy/example.com/loud/@v/list")
      let proxy = [
        "GOPROXY": "file://" + workspace.path("proxy"), "GOSUMDB": "off", "GOMODCACHE": workspace.path("modules"),
        "GOFLAGS": "-modcacherw",
      ]
      let added = try routinex("add", "example.com/loud@v1.0.0", environment: proxy, by: toolchain).succeeded()
      #expect(added.outputText.hasSuffix("wrote \(workspace.path("app/routinex.tool.go"))\n"), "\(added)")
      #expect(
        String(decoding: try workspace.read("app/routinex.tool.go"), as: UTF8.self) == """
          //go:build tools

          // The patch sets that routinex go applies in this module.
          //routinex:sets routine

          package main

          import _ "example.com/loud"

          """)
      #expect(try output(environment: proxy, by: toolchain) == "loud first\nmain\n")
      let list = try routinex("list", environment: proxy, by: toolchain).succeeded().outputText
      #expect(list.contains("\nexample.com/loud (v1.0.0, "), "\(list)")
      let again = try routinex("add", "example.com/loud@v1.1.0", environment: proxy, by: toolchain).succeeded()
      #expect(again.outputText.hasSuffix("routinex.tool.go imports example.com/loud already\n"), "\(again)")
      #expect(try output(environment: proxy, by: toolchain) == "loud second\nmain\n")

      // Into the file that is there, with and without parentheses; and nothing where nothing applies.
      try workspace.write(Self.modules, to: "app/go.mod")
      try routinex("add", "example.com/quiet", by: toolchain).succeeded()
      try workspace.write("package own\n", to: "app/own/own.go")
      let before = try workspace.read("app/routinex.tool.go")
      #expect(
        String(decoding: before, as: UTF8.self).hasSuffix(
          "import _ \"example.com/loud\"\nimport _ \"example.com/quiet\"\n"))
      let empty = try routinex("add", "example.com/app/own", by: toolchain)
      #expect(empty.ending == .exit(1) && empty.errorText.contains("has no patches"), "\(empty)")
      try workspace.write(
        "package main\n\n//routinex:before\nfunc Gone() {}\n", to: "app/own/_patches/example.com/app/m.go")
      let unfit = try routinex("add", "example.com/app/own", by: toolchain)
      #expect(unfit.ending == .exit(1) && unfit.outputText.contains("Gone"), "\(unfit)")
      #expect(try workspace.read("app/routinex.tool.go") == before)
      try workspace.write(toolFile("example.com/loud"), to: "app/routinex.tool.go")
      try routinex("add", "example.com/quiet", by: toolchain).succeeded()
      #expect(
        String(decoding: try workspace.read("app/routinex.tool.go"), as: UTF8.self)
          == toolFile("example.com/loud", "example.com/quiet"))
    }
  }
}
