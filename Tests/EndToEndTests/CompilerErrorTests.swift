import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// What the compiler has to say reaches the user, about the files that people wrote.
  @Suite struct CompilerErrorTests {
    let workspace: Workspace

    init() throws {
      workspace = try Workspace()
      try workspace.write("module example.com/m\n\ngo 1.18\n", to: "m/go.mod")
      try workspace.write("package p\n\nfunc Target() int {\n\treturn 1\n}\n", to: "m/p/target.go")
      try workspace.write(
        "package p\n\n//routinex:before\nfunc Target() int {\n\tadded()\n}\n\nfunc added() {}\n",
        to: "set/example.com/m/p/patch.go")
    }

    private func build(_ flags: String..., with toolchain: Toolchain) throws -> Run {
      let arguments = [toolchain.root + "/bin/go", "build"] + flags + ["./p"]
      let environment = toolchain.environment(in: workspace)
      return try Command(arguments, in: workspace.path("m"), environment: environment).run()
    }

    private var patched: String { toolexec("--patches", workspace.path("set")) }

    static let mistakes = [
      "syntax, in the file of the target": "package p\n\nfunc Target() int {\n\treturn 1 +\n}\n\nfunc }\n",
      "syntax, in the target itself": "package p\n\nfunc Target() int {\n\tif {{ return 1\n}\n",
      "type": "package p\n\nfunc Target() int {\n\treturn \"one\"\n}\n\nvar x, y int = 1\n",
      "bytes that are no text": "package p\n\nfunc Target() int {\n\treturn 1 \u{0} \n}\n",
      "type, on a line that got a patch": "package p\n\nfunc Target() int { return undefined }\n",
    ]

    @Test("errors in the target's file are those of a plain build", arguments: Setup.toolchains, mistakes.keys.sorted())
    func sameErrors(toolchain: Toolchain, mistake: String) throws {
      try workspace.write(try #require(Self.mistakes[mistake]), to: "m/p/target.go")
      for flags in [[], ["-trimpath"], ["-gcflags=-e"]] {
        let plain = try flags.isEmpty ? build(with: toolchain) : build(flags[0], with: toolchain)
        let woven = try flags.isEmpty ? build(patched, with: toolchain) : build(flags[0], patched, with: toolchain)
        #expect(plain.failed, "\(plain)")
        #expect(woven.ending == plain.ending, "\(woven)")
        #expect(woven.errorText == plain.errorText)
        #expect(woven.output == plain.output)
      }
    }

    @Test("several errors are the same, whatever their order", arguments: Setup.toolchains)
    func severalErrors(toolchain: Toolchain) throws {
      // The compiler sorts them by the number of a line directive before it sorts them by line.
      try workspace.write(
        "package p\n\nimport \"unsafe\"\n\nfunc Target() int {\n\tvar x int\n\treturn y\n}\n", to: "m/p/target.go")
      let plain = try build(with: toolchain)
      let woven = try build(patched, with: toolchain)
      #expect(plain.failed && plain.errorLines.count == 4, "\(plain)")
      #expect(woven.errorLines.sorted() == plain.errorLines.sorted())
    }

    @Test("and so are errors in another file of the package", arguments: Setup.toolchains)
    func otherFile(toolchain: Toolchain) throws {
      for other in ["package p\n\nfunc other() { return 1 }\n", "package p\n\nfunc other( {\n"] {
        try workspace.write(other, to: "m/p/other.go")
        let plain = try build(with: toolchain)
        let woven = try build(patched, with: toolchain)
        #expect(plain.failed, "\(plain)")
        #expect(woven.ending == plain.ending, "\(woven)")
        #expect(woven.errorText == plain.errorText)
      }
    }

    @Test("an error in injected code names the patch file and its line", arguments: Setup.toolchains)
    func injected(toolchain: Toolchain) throws {
      try workspace.write(
        "package p\n\n//routinex:before\nfunc Target() int {\n\tvar text string = 1\n\tadded(text)\n}\n\n"
          + "func added(text string) { undefined() }\n",
        to: "set/example.com/m/p/patch.go")
      let run = try build(patched, with: toolchain)
      #expect(run.failed, "\(run)")
      let messages = run.errorLines.filter { !$0.hasPrefix("#") }
      #expect(messages.count == 2, "\(run)")
      // cmd/go shortens paths below the folder that it is started in.
      for (message, place) in zip(messages, ["patch.go:5:20: cannot use 1", "patch.go:9:27: undefined: undefined"]) {
        #expect(message.contains("set/example.com/m/p/" + place), "\(run)")
      }
    }

    @Test("what a file adds is Go of the version in its build constraint, from Go 1.21 on", arguments: Setup.toolchains)
    func languageVersion(toolchain: Toolchain) throws {
      try workspace.write("module example.com/m\n\ngo 1.11\n", to: "m/go.mod")
      try workspace.write(
        """
        //go:build go1.18

        package p

        //routinex:before
        func Target() int {
        	added()
        }

        func added() { add[int](1) }

        func add[T int | float64](x any) T { return x.(T) + x.(T) }

        """, to: "set/example.com/m/p/patch.go")
      let run = try build(patched, with: toolchain)
      if toolchain.minor >= 21 {
        try run.succeeded()
      } else {
        #expect(run.failed && run.errorText.contains("set/example.com/m/p/patch.go:12:"), "\(run)")
        #expect(run.errorText.contains("requires go1.18 or later"), "\(run)")
      }
    }

    @Test("a patched package compiles without a word", arguments: Setup.toolchains)
    func silent(toolchain: Toolchain) throws {
      let run = try build(patched, "-o", workspace.path("object"), with: toolchain).succeeded()
      #expect(run.output.isEmpty && run.errors.isEmpty, "\(run)")
      #expect(try workspace.read("object").range(of: Data("routinex/set/example.com/m/p/patch.go".utf8)) != nil)
    }

    @Test("-v names declarations and their patches, again when the object is cached", arguments: Setup.toolchains)
    func verbose(toolchain: Toolchain) throws {
      for _ in 1...2 {
        let run = try build(toolexec("-v", "--patches", workspace.path("set")), with: toolchain).succeeded()
        let lines = run.errorLines.filter { $0.hasPrefix("routinex: example.com/m/p: ") }
        for change in ["before Target, by ", "add added, by "] {
          let line = change.hasPrefix("before") ? 4 : 8
          let place = "set/example.com/m/p/patch.go:\(line):6"
          #expect(lines.contains { $0.contains(change) && $0.contains(place) }, "\(run)")
        }
      }
    }
  }
}
