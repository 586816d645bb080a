import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// What the system may lack or refuse, and what may lie in the program's way: one clear line, or the right result.
  @Suite struct HostileSystemTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    /// The one message of a call that failed, without a word on standard output.
    private func expect(
      _ run: Run, says text: String, status: Int32 = 1, sourceLocation: SourceLocation = #_sourceLocation
    ) {
      #expect(run.ending == .exit(status), "\(run)", sourceLocation: sourceLocation)
      #expect(run.errorText == "routinex: \(text)\n", "\(run)", sourceLocation: sourceLocation)
    }

    private func call(_ package: SmallPackage, _ prologue: String, query: Bool = false) throws -> Run {
      var command = package.command(query ? ["-V=full"] : package.flags + package.files)
      command.prologue = prologue
      return try command.run()
    }

    @Test("limits on descriptors, memory and file sizes", arguments: Setup.newest)
    func limits(toolchain: Toolchain) throws {
      let package = try SmallPackage(toolchain, in: workspace)
      var version = Command([Setup.routinex, "--version"], in: workspace.root, environment: [:])
      version.prologue = "ulimit -n 3"
      try version.run().succeeded()
      expect(
        try call(package, "ulimit -n 3", query: true),
        says: "cannot list \(workspace.path("set")): Too many open files")
      // Standard error is a file too, and takes a line.
      let filler = String(repeating: "x", count: 2000)
      try workspace.write("package p\n\nfunc Target() int {\n\treturn 1\n}\n\n/*\(filler)*/\n", to: "p/target.go")
      let written = workspace.path("work/b001/routinex/target.go")
      expect(try call(package, "ulimit -f 1"), says: "cannot write \(written): File too large")
      #expect(workspace.files(below: "work") == [] && !workspace.exists("work/b001/routinex"))
      // Too little for the largest stack.
      try call(package, "ulimit -v 3000000").succeeded()
      #expect(try package.isPatched())
    }

    @Test(
      "standard descriptors that are closed", arguments: Setup.newest,
      ["<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-"])
    func closed(toolchain: Toolchain, closing: String) throws {
      let package = try SmallPackage(toolchain, in: workspace)
      // Messages go nowhere, and into no file.
      var command = package.command(package.flags + package.files)
      command.arguments.insert(Array("--debug".utf8), at: 1)
      command.prologue = "exec \(closing)"
      let run = try command.run()
      #expect(run.ending == .exit(0), "\(run)")
      for name in ["target.go", "other.go"] {
        let text = String(decoding: try workspace.read("work/b001/routinex/" + name), as: UTF8.self)
        #expect(text.hasPrefix("//line \(workspace.path("p/" + name)):1:1\npackage p\n"), "\(text)")
      }
      #expect(try package.isPatched())
      guard closing != "<&-", closing != "2>&-" else { return }
      // There is nothing to answer on, as the caller is told where that can be.
      let answer = try call(package, "exec \(closing)", query: true)
      #expect(answer.ending == .exit(1), "\(answer)")
      if !closing.contains("2>&-") {
        #expect(answer.errorText == "routinex: cannot write to standard output: Bad file descriptor\n", "\(answer)")
      }
    }

    @Test("standard output that takes nothing", arguments: Setup.newest)
    func fullOutput(toolchain: Toolchain) throws {
      let package = try SmallPackage(toolchain, in: workspace)
      let message = "cannot write to standard output: No space left on device"
      expect(try call(package, "exec >/dev/full", query: true), says: message)
      var command = Command([Setup.routinex, "--help"], in: workspace.root, environment: [:])
      command.prologue = "exec >/dev/full"
      expect(try command.run(), says: message)
    }

    @Test("how a tool ended is known where SIGCHLD is ignored", arguments: Setup.newest)
    func ignoredChildren(toolchain: Toolchain) throws {
      let package = try SmallPackage(toolchain, in: workspace)
      try workspace.write("#!/bin/sh\nexit 3\n", to: "pkg/tool/linux_amd64/compile")
      #expect(chmod(workspace.path("pkg/tool/linux_amd64/compile"), 0o755) == 0)
      var command = package.command(["-V=full"])
      command.arguments[3] = Array(workspace.path("pkg/tool/linux_amd64/compile").utf8)
      command.arguments = ["/usr/bin/env", "--ignore-signal=CHLD"].map { Array($0.utf8) } + command.arguments
      #expect(try command.run().ending == .exit(3))
    }

    @Test("links and pipes in the place of its own files", arguments: Setup.newest)
    func planted(toolchain: Toolchain) throws {
      let package = try SmallPackage(toolchain, in: workspace)
      try call(package, ":").succeeded()
      let object = try workspace.read(package.object)
      let plants: [(String, String)] = [
        (
          "a folder with links",
          "mkdir routinex && ln -s ../../precious routinex/target.go && ln -s ../../precious routinex/added"
        ),
        ("a folder with a pipe", "mkdir routinex && mkfifo routinex/target.go"),
        ("a link", "ln -s ../../elsewhere routinex"),
        ("a link that leads nowhere", "ln -s nowhere routinex"), ("a pipe", "mkfifo routinex"),
        ("a file", ": >routinex"),
      ]
      for (plant, script) in plants {
        try workspace.write("precious", to: "precious")
        try workspace.makeFolder("elsewhere")
        let folder = workspace.path("work/b001")
        let run = try call(package, "(rm -rf \(folder)/* && cd \(folder) && \(script))")
        #expect(run.ending == .exit(0), "\(plant): \(run)")
        #expect(try workspace.read("precious") == Data("precious".utf8), "\(plant)")
        #expect(workspace.files(below: "elsewhere") == [], "\(plant)")
        #expect(workspace.exists("work/b001/routinex.1/target.go"), "\(plant)")
        // Where the files lie is nothing that the object tells.
        #expect(try workspace.read(package.object) == object, "\(plant)")
      }
    }

    @Test("two compiles into one folder at once", arguments: Setup.newest)
    func oneFolder(toolchain: Toolchain) throws {
      let package = try SmallPackage(toolchain, in: workspace)
      // Two packages with files of one name.
      for name in ["left", "right"] {
        try workspace.write(
          "package p\n\nfunc Target() string {\n\treturn \"the source of \(name)\"\n}\n", to: "\(name)/target.go")
      }
      func command(_ name: String, into object: String) -> Command {
        var command = package.command([
          "-o", workspace.path(object), "-trimpath", workspace.path("work") + "=>", "-p", "example.com/p", "-complete",
          "-pack", workspace.path("\(name)/target.go"),
        ])
        // Only Target is there.
        command.arguments[2] = Array(workspace.path("one").utf8)
        return command
      }
      try workspace.write(
        "package p\n\n//routinex:before\nfunc Target() string {\n\tprintln()\n}\n", to: "one/example.com/p/x.go")
      var alone: [String: Data] = [:]
      for name in ["left", "right"] {
        try command(name, into: "work/\(name)/x.a").run().succeeded()
        alone[name] = try workspace.read("work/\(name)/x.a")
      }
      #expect(alone["left"] != alone["right"])
      for round in 1...20 {
        let results = Results()
        let commands = (0..<4).map { number in
          command(number % 2 == 0 ? "left" : "right", into: "work/both/\(round)-\(number).a")
        }
        DispatchQueue.concurrentPerform(iterations: 4) { results.add(try? commands[$0].run()) }
        for run in results.runs { #expect(run?.ending == .exit(0), "\(String(describing: run))") }
        for number in 0..<4 {
          let object = try workspace.read("work/both/\(round)-\(number).a")
          #expect(object == alone[number % 2 == 0 ? "left" : "right"], "round \(round), call \(number)")
        }
      }
    }

    @Test("a full disk", .enabled(if: Mounts.areForRoot, Mounts.reason), arguments: Setup.newest)
    func fullDisk(toolchain: Toolchain) throws {
      let package = try SmallPackage(toolchain, in: workspace)
      let filler = String(repeating: "x", count: 5000)
      try workspace.write("package p\n\nfunc Other() int {\n\treturn 2\n}\n\n/*\(filler)*/\n", to: "p/other.go")
      func run(size: String) throws -> Run {
        var command = package.command(package.flags + package.files)
        let script =
          "mount -t tmpfs -o size=\(size) none work/b001 || exit 99\n\"$@\"\nstatus=$?\nls work/b001 >&2\nexit $status"
        command.arguments = (Mounts.asRoot + [script, "sh"]).map { Array($0.utf8) } + command.arguments
        return try command.run()
      }
      let (full, roomy) = (try run(size: "8k"), try run(size: "4m"))
      // What was written is gone again.
      #expect(full.ending == .exit(1), "\(full)")
      #expect(
        full.errorText.hasPrefix("routinex: cannot write \(workspace.path("work/b001/routinex/"))")
          && full.errorText.hasSuffix(".go: No space left on device\n"), "\(full)")
      #expect(roomy.ending == .exit(0) && roomy.errorText == "_pkg_.a\nroutinex\n", "\(roomy)")
    }

    @Test("a system without /proc", .enabled(if: Mounts.areForRoot, Mounts.reason), arguments: Setup.newest)
    func noProc(toolchain: Toolchain) throws {
      let package = try SmallPackage(toolchain, in: workspace)
      func without(_ arguments: [String]) throws -> Run {
        try Command(
          Mounts.asRoot + ["mount -t tmpfs none /proc || exit 99\nexec \"$@\"", "sh"] + arguments, in: workspace.root,
          environment: package.environment
        ).run()
      }
      let prefix = [Setup.routinex, "--patches", workspace.path("set"), toolchain.tool("compile")]
      let answer = try without(prefix + ["-V=full"]).succeeded()
      #expect(answer.outputText.contains("+routinex"))
      try without(prefix + package.flags + package.files).succeeded()
      #expect(try package.isPatched())
      try without([Setup.routinex, "list"]).succeeded()
      try without([Setup.routinex, "check", "--help"]).succeeded()
      // The program names itself to the go command.
      try workspace.write("module example.com/p\n", to: "p/go.mod")
      let list = try without([
        "/bin/sh", "-c", "cd p && exec \"$@\"", "sh", Setup.routinex, "go", "list", "--patches", workspace.path("set"),
        "-export",
        ".",
      ]).succeeded()
      #expect(list.outputText == "example.com/p\n", "\(list)")
      let environment = try without([Setup.routinex, "--patches=", "/usr/bin/env"]).succeeded()
      #expect(!environment.outputText.contains("SWIFT_ROOT"))
    }

    private final class Results: @unchecked Sendable {
      private let lock = NSLock()
      private(set) var runs: [Run?] = []

      func add(_ run: Run?) { lock.withLock { runs.append(run) } }
    }
  }
}
