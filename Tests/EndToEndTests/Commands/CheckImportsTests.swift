import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// What `routinex check` says of packages that patches import or link and their targets do not: what a build says.
  @Suite struct CheckImportsTests {
    let workspace: Workspace

    /// Packages without imports, and what may be brought into one of them.
    private static let module = [
      "go.mod": "module example.com/app\n\ngo 1.18\n",
      "p/p.go": "package p\n\nfunc F() {}\n",
      "user/u.go": "package user\n\nimport _ \"example.com/app/p\"\n",
      "cyclic/c.go": "package cyclic\n\nimport _ \"example.com/app/user\"\n",
      "logger/l.go": "package logger\n\nfunc Log() {}\n",
      "system/s_windows.go": "package system\n",
      "cmd/c.go": "package main\n\nfunc main() {}\n",
      "hooks/h.go": "package hooks\n\nimport _ \"example.com/app/p\"\n",
    ]

    init() throws {
      workspace = try Workspace()
      for (path, text) in Self.module { try workspace.write(text, to: "app/" + path) }
    }

    private struct Verdict: Decodable {
      struct Message: Decodable {
        let id: String
        let message: String
        let line: Int?
        let builds: [Build]

        struct Build: Decodable { let platforms: [String] }
      }

      let ok: Bool
      let errors: [Message]
      let notChecked: [String]
    }

    private func writePatch(_ header: String, to path: String = "set/example.com/app/p/patch.go") throws {
      try workspace.write("\(header)\n\n//routinex:before\nfunc F() {\n}\n", to: path)
    }

    private func run(_ toolchain: Toolchain, _ arguments: [String], in folder: String = "app") throws -> Run {
      try Command(
        [Setup.routinex] + arguments, in: workspace.path(folder),
        environment: toolchain.environment(in: workspace).merging(["GOFLAGS": ""]) { $1 }
      ).run()
    }

    private func check(
      _ toolchain: Toolchain, _ platforms: String..., in folder: String = "app"
    ) throws -> Verdict {
      let named = platforms.isEmpty ? ["linux/amd64"] : platforms
      let options = ["check", "--json", "--go", toolchain.root] + named.flatMap { ["--platform", $0] }
      let run = try run(toolchain, options + [workspace.path("set")], in: folder)
      let verdict = try JSONDecoder().decode(Verdict.self, from: run.output)
      #expect(run.ending == .exit(verdict.ok ? 0 : 1) && run.errors.isEmpty, "\(run)")
      return verdict
    }

    @Test("is what a build says, at the same lines", arguments: Setup.ends)
    func agreement(toolchain: Toolchain) throws {
      try writePatch(
        """
        //routinex:link example.org/hooks
        //routinex:link example.com/app/hooks

        package p

        import (
        	_ "example.com/app/cmd"
        	_ "example.com/app/cyclic"
        	_ "example.com/app/logger"
        	_ "example.com/app/system"
        	_ "example.org/missing"
        	_ "internal/abi"
        	_ "nosuchpackage"
        )
        """)
      let verdict = try check(toolchain)
      let said = verdict.errors.map { "\($0.line ?? 0) \($0.id)" }
      #expect(
        said.sorted() == [
          "1 missing-import", "10 missing-import", "11 missing-import", "12 unusable-import", "13 missing-import",
          "7 unusable-import", "8 import-cycle",
        ])
      #expect(
        verdict.errors.contains {
          $0.message.contains(
            "example.com/app/p -> example.com/app/cyclic -> example.com/app/user -> example.com/app/p; to link")
            && $0.message.contains("write //routinex:link example.com/app/cyclic")
        })
      let build = try run(toolchain, ["go", "build", "--patches", workspace.path("set"), "./p"])
      #expect(build.failed, "\(build)")
      #expect(
        Set(verdict.errors.map { "routinex: \($0.message)" })
          == Set(build.errorLines.map { String($0) }.filter { $0.hasPrefix("routinex: ") }), "\(build)")
    }

    @Test("is nothing where all can be had", arguments: Setup.newest)
    func found(toolchain: Toolchain) throws {
      try writePatch(
        "//routinex:link example.com/app/hooks\n\npackage p\n\nimport _ \"example.com/app/logger\"")
      let before = workspace.files(below: "app")
      let verdict = try check(toolchain)
      #expect(verdict.ok && verdict.notChecked.isEmpty, "\(verdict)")
      #expect(workspace.files(below: "app") == before)
      try run(toolchain, ["go", "build", "--patches", workspace.path("set"), "./p"]).succeeded()
    }

    @Test("differs from platform to platform, and is there as text and SARIF", arguments: Setup.newest)
    func platforms(toolchain: Toolchain) throws {
      try writePatch("package p\n\nimport _ \"example.com/app/system\"")
      let verdict = try check(toolchain, "linux/amd64", "windows/amd64")
      #expect(verdict.errors.map(\.id) == ["missing-import"] && verdict.errors[0].line == 3)
      #expect(verdict.errors[0].builds.map(\.platforms) == [["linux/amd64"]])
      #expect(verdict.errors[0].message.contains("none of its files is for this platform"), "\(verdict)")
      let options = ["check", "--go", toolchain.root, "--platform", "linux/amd64", workspace.path("set")]
      let text = try run(toolchain, options)
      #expect(text.failed && text.outputText.firstMatch(of: /\n  F +before +error\n/) != nil, "\(text)")
      let sarif = try run(toolchain, options + ["--sarif"])
      for member in ["\"ruleId\": \"missing-import\"", "\"startLine\": 3"] {
        #expect(sarif.outputText.contains(member), "\(sarif)")
      }
    }

    @Test("is about the standard library alone outside of a module", arguments: Setup.newest)
    func outsideOfModules(toolchain: Toolchain) throws {
      let file = "set/errors/patch.go"
      func write(_ imported: String) throws {
        try workspace.write("package errors\n\nimport _ \"\(imported)\"\n\nvar added int\n", to: file)
      }
      try write("math/bits")
      #expect(try check(toolchain, in: "set").ok)
      try write("fmt")
      let cycle = try check(toolchain, in: "set")
      #expect(cycle.errors.map(\.id) == ["import-cycle"], "\(cycle)")
      try write("example.com/app/logger")
      let unknown = try check(toolchain, in: "set")
      let place = workspace.path(file) + ":3:8"
      #expect(
        unknown.ok
          && unknown.notChecked == [
            "example.com/app/logger (\(place)): this folder is not in a module; run check in the module that you build"
          ], "\(unknown)")
      #expect(try check(toolchain).ok)
    }

    @Test("what --compile has compiled is in the build cache for the next build", arguments: Setup.newest)
    func buildCache(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      let workspace = program.workspace
      try program.writeLoggingSet()
      toolchain.makePlainCache(at: workspace.path("cache"))
      func run(_ arguments: [String]) throws -> Run {
        try Command(
          [Setup.routinex] + arguments, in: workspace.path("m"),
          environment: toolchain.environment(in: workspace, cache: workspace.path("cache"))
        ).run().succeeded()
      }
      _ = try run(["check", "--compile", "--go", toolchain.root, workspace.path("set")])
      let built = try run(["go", "build", "--patches", "../set", "-v", "-o", "/dev/null", "./app"])
      #expect(built.errorLines == ["example.com/m/app"], "\(built)")
    }

    @Test("is compiled and linked with --compile, into the standard library too", arguments: Setup.newest)
    func compile(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      let workspace = program.workspace
      func agree(_ isRight: Bool, _ text: String = "", line: Int = #line) throws {
        let checked = try Command(
          [
            Setup.routinex, "check", "--compile", "--go", toolchain.root, "--platform", "linux/amd64",
            workspace.path("set"),
          ],
          in: workspace.path("m"), environment: toolchain.environment(in: workspace)
        ).run()
        #expect(checked.failed != isRight && (isRight || checked.outputText.contains(text)), "line \(line): \(checked)")
        let built = try program.keyed("build", "--patches", "../set", "-o", "/dev/null", "./app")
        #expect(built.failed != isRight && (isRight || built.errorText.contains(text)), "line \(line): \(built)")
      }
      try program.writeLoggingSet()
      try agree(true)
      try program.write("m/logger/logger.go", "package logger\n\nfunc Log(s string) { return s }\n")
      try agree(false, "logger.go:3:")
      // What is linked has to define what the patch declares.
      try program.write(
        program.patchFile(),
        """
        //routinex:link example.com/m/hooks

        package list

        import _ "unsafe"

        //go:linkname hook
        func hook()

        //routinex:before
        func (l *List) PushBack(x any) *Element { hook() }

        """)
      let hooks = "package hooks\n\nimport (\n\t_ \"container/list\"\n\t_ \"unsafe\"\n)\n\n"
      try program.write("m/hooks/h.go", hooks + "//go:linkname f container/list.hook\nfunc f() {}\n")
      try agree(true)
      try program.write("m/hooks/h.go", hooks + "func f() {}\n")
      try agree(false, "list.hook")
    }

    @Test("is had from the working folder's module for another version of a dependency", arguments: Setup.newest)
    func compileOfACopy(toolchain: Toolchain) throws {
      try workspace.write("module example.com/dep/v2\n\ngo 1.18\n", to: "dep/go.mod")
      try workspace.write("package dep\n\nfunc F() {}\n", to: "dep/d.go")
      let options = ["check", "--compile", "--go", toolchain.root, "--module", "example.com/dep/v2=../dep"]
      func verdict(_ body: String) throws -> Run {
        try workspace.write(
          "package dep\n\n\(body)", to: "set/example.com/dep/v2/patch.go")
        return try run(toolchain, options + [workspace.path("set")])
      }
      try verdict("//routinex:before\nfunc F() {\n}\n").succeeded()
      let call = "import \"example.com/app/logger\"\n\n//routinex:before\nfunc F() {\n\tlogger.Log(CALL)\n}\n"
      let checked = try verdict(call.replacing("CALL", with: "")).succeeded()
      #expect(checked.outputText.firstMatch(of: /\n  F +before +applied\n/) != nil, "\(checked)")
      let broken = try verdict(call.replacing("CALL", with: "1"))
      #expect(broken.failed && broken.outputText.contains("patch.go:7"), "\(broken)")
    }
  }
}
