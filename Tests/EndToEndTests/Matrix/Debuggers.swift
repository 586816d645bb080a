import Foundation
import Testing
import Toolchains

/// What a debugger sees of patched code: the originals' files and lines, the patch files' for what patches add, and the
/// fields that they add. Each stop and each backtrace is tried with and without optimization.
enum Debuggers {
  static let group = MatrixGroup(
    name: "Debuggers and cores",
    rows: [
      MatrixRow("gdb: stops, backtraces, variables") { build in
        let debuggee = try Debuggee(build)
        for flags in Debuggee.kinds { try debuggee.gdbStops(try debuggee.build(flags), unoptimized: flags != []) }
        return .works("gdb \(try debuggee.version(of: "gdb"))")
      },
      MatrixRow("delve: stops, backtraces, variables") { build in
        let debuggee = try Debuggee(build)
        let plain = try debuggee.plain(Debuggee.kinds[1])
        let readsLocals = try debuggee.delveReadsLocals(plain)
        for flags in Debuggee.kinds {
          try debuggee.delveStops(try debuggee.build(flags), locals: readsLocals && flags != [])
        }
        let version = try debuggee.version(of: "dlv")
        let note = readsLocals ? "" : "; it shows no local variables with this Go, in plain builds either"
        return .works("delve \(version)\(note)")
      },
      MatrixRow("the trace of a panic, and the core, in gdb and delve") { build in
        let debuggee = try Debuggee(build)
        let unwinds = try debuggee.gdbUnwinds(coreOf: try debuggee.plain([]))
        for flags in Debuggee.kinds { try debuggee.core(try debuggee.build(flags), gdbUnwinds: unwinds) }
        return .works(
          unwinds ? "" : "gdb's backtrace ends at the signal handler, in plain builds too; delve's does not")
      },
    ])
}

/// The program of Tests/Fixtures/debuggee, and where what it was built from is.
private struct Debuggee {
  let build: MatrixBuild
  private var workspace: Workspace { build.workspace }
  /// Real files, as a debugger's user names them.
  private let original: String
  private let patch: String
  /// Lines of them that the debuggers stop at or show.
  private let panicking: Int
  private let calling: [Int]
  private let injected: Int
  private let added: Int

  /// As the compiler is told to: not to optimize is what debuggers are given, as a rule.
  static let kinds: [[String]] = [[], ["-gcflags=all=-N -l"]]

  init(_ build: MatrixBuild) throws {
    self.build = build
    let workspace = build.workspace
    try workspace.copy(Setup.project + "/Tests/Fixtures/debuggee", to: "debuggee")
    try workspace.copy("routine", to: "debuggee/routine")
    original = workspace.path("debuggee/app/main.go")
    patch = workspace.path("debuggee/set/example.com/debuggee/visits.go")
    func line(_ text: String, of path: String) throws -> Int {
      let lines = String(decoding: try workspace.read(path), as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
      return try #require(lines.firstIndex { $0.contains(text) }, "\(text)") + 1
    }
    panicking = try line("// the original's line", of: original)
    calling = [try line(#"visit("gopher")"#, of: original), try line(#"visit("")"#, of: original)]
    injected = try line("// in front of the original", of: patch)
    added = try line("// the patch's line", of: patch)
  }

  func build(_ flags: [String]) throws -> String {
    let set = EndToEndTests.toolexec("--patches", "routine," + workspace.path("debuggee/set"))
    try build.go(["build", set] + flags + ["-o", workspace.path("debuggee/patched"), "."], in: "debuggee/app")
      .succeeded()
    return workspace.path("debuggee/patched")
  }

  func plain(_ flags: [String]) throws -> String {
    try build.go(["build"] + flags + ["-o", workspace.path("debuggee/plain"), "."], in: "debuggee/app").succeeded()
    return workspace.path("debuggee/plain")
  }

  /// The number in what `gdb --version` or `dlv version` says.
  func version(of debugger: String) throws -> String {
    let text = try run(debugger, debugger == "gdb" ? ["--version"] : ["version"]).outputText
    return try #require(text.firstMatch(of: /\d+\.\d+(\.\d+)?/), "\(text)").output.0.description
  }

  // MARK: - gdb

  /// With these commands, one for each line of a session.
  private func gdb(_ program: String, core: String? = nil, _ commands: String...) throws -> String {
    let set = workspace.path("debuggee/set")
    let settings = ["set pagination off", "set width 0", "set substitute-path routinex/set \(set)"]
    let arguments = ["-nx", "-batch", "-iex", "set auto-load off"] + (settings + commands).flatMap { ["-ex", $0] }
    return try run("gdb", arguments + [program] + (core.map { [$0] } ?? [])).outputText
  }

  func gdbStops(_ program: String, unoptimized: Bool) throws {
    let text = try gdb(
      program, "break \(original):\(panicking)", "tbreak \(patch):\(added)", "run", "bt", "echo weight \\n",
      "print weight", "print (**('runtime.allgs'.array)).threadLocals",
      "print (**('runtime.allgs'.array)).inheritableThreadLocals", "up", "info locals", "continue", "echo second \\n",
      "bt")
    let stops = text.components(separatedBy: "second \n")
    try #require(stops.count == 2, "\(text)")
    let name = "routinex/set/example.com/debuggee/visits.go"
    let first = [
      #"#0 +main\.note \(.*\) at \#(name):\#(added)\n"#, #"#1 .* in main\.visit \(.*\) at \#(name):\#(injected)\n"#,
      #"#2 .* in main\.main \(\) at \#(original):\#(calling[0])\n"#,
      // The source, by way of substitute-path.
      #"\n\#(added)\t\treturn weight // the patch's line\n"#, #"\n\#(injected)\t\tcount := note\(name\)"#,
      #"weight \n\$1 = 7\n\$2 = \(void \*\) 0x[0-9a-f]+[0-9a-f]\n\$3 = \(void \*\) 0x0\n"#, #"\ncount = "#,
    ]
    let second = [
      #"#0 .*main\.visit \(.*\) at \#(original):\#(panicking)\n"#,
      #"#1 .* in main\.main \(\) at \#(original):\#(calling[1])\n"#,
    ]
    for pattern in first { try #require(finds(pattern, in: stops[0]), "\(pattern)\n\(text)") }
    for pattern in second { try #require(finds(pattern, in: stops[1]), "\(pattern)\n\(text)") }
    if unoptimized { try #require(finds(#"name = 0x[0-9a-f]+ "gopher""#, in: try gdbArguments(program)), "\(text)") }
  }

  private func gdbArguments(_ program: String) throws -> String {
    try gdb(program, "break \(patch):\(added)", "run", "info args")
  }

  // MARK: - delve

  /// With these commands, one for each line of a session; `what` is `exec` and the program, or `core`, that and the core.
  private func delve(_ what: [String], _ commands: String...) throws -> String {
    let script = ["config substitute-path routinex/set \(workspace.path("debuggee/set"))"] + commands + ["exit"]
    try workspace.write(script.joined(separator: "\n") + "\n", to: "debuggee/script")
    let flags = ["--check-go-version=false", "--allow-non-terminal-interactive=true"]
    let run = try run("dlv", what + flags + ["--init", workspace.path("debuggee/script")])
    // Colours, and the dots that it abbreviates the working folder's name with.
    return run.outputText.replacingOccurrences(of: "\u{1b}\\[[0-9;]*m", with: "", options: .regularExpression)
      + run.errorText
  }

  /// Whether this delve can say what a local variable of this Go's code is, where nothing is patched.
  func delveReadsLocals(_ program: String) throws -> Bool {
    let text = try delve(["exec", program], "break \(original):\(panicking)", "continue", "print length")
    try #require(text.contains("> main.visit()") || text.contains("main.visit() "), "\(text)")
    if text.contains("\n0\n") { return true }
    try #require(text.contains("could not find symbol value for length"), "\(text)")
    return false
  }

  func delveStops(_ program: String, locals: Bool) throws {
    let text = try delve(
      ["exec", program], "break \(original):\(panicking)", "break \(patch):\(added)", "continue", "stack",
      "print weight",
      "print main.visits", "print runtime.allgs[0].threadLocals", "print runtime.allgs[0].inheritableThreadLocals",
      "frame 1", "clear 2", "continue", "stack", "print length")
    let set = "./set/example.com/debuggee/visits.go"
    let patterns = [
      #"0 +0x[0-9a-f]+ in main\.note\n +at \#(set):\#(added)\n *1 +0x[0-9a-f]+ in main\.visit\n +at \#(set):\#(injected)\n"#
        + #" *2 +0x[0-9a-f]+ in main\.main\n +at \./app/main\.go:\#(calling[0])\n"#,
      #"=> +\#(added):\t\treturn weight // the patch's line\n"#,
      #"=> +\#(injected):\t\tcount := note\(name\) // in front of the original\n"#,
      #"\n0\nunsafe\.Pointer\(0x[0-9a-f]{3,}\)\nunsafe\.Pointer\(0x0\)\n"#,
      #"0 +0x[0-9a-f]+ in main\.visit\n +at \./app/main\.go:\#(panicking)\n"#
        + #" *1 +0x[0-9a-f]+ in main\.main\n +at \./app/main\.go:\#(calling[1])\n"#,
      #"=> +\#(panicking):\t+panic\("no name"\)"#,
    ]
    for pattern in patterns + (locals ? [#"\n7\n0\nunsafe\.Pointer"#] : []) {
      try #require(finds(pattern, in: text), "\(pattern)\n\(text)")
    }
  }

  // MARK: - cores

  /// Lets the program end with a core, as GOTRACEBACK=crash asks for.
  private func dump(_ program: String) throws -> (run: Run, core: String) {
    var command = Command([program], in: workspace.path("debuggee"), environment: ["GOTRACEBACK": "crash"])
    command.prologue = "ulimit -c unlimited"
    let run = try command.run()
    try #require(run.ending == .signal(SIGABRT), "\(run)")
    let folder = workspace.path("debuggee")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("core") }
    if let name = names.first { return (run, folder + "/" + name) }
    // The system gives cores to another program, or keeps them elsewhere: gdb writes what it would.
    let core = folder + "/core"
    _ = try gdb(program, "set environment GOTRACEBACK crash", "run", "generate-core-file \(core)")
    return (run, core)
  }

  /// Whether this gdb finds its way from the signal's handler back to this Go's code, where nothing is patched.
  func gdbUnwinds(coreOf program: String) throws -> Bool {
    let core = try dump(program).core
    defer { try? FileManager.default.removeItem(atPath: core) }
    let seen = try gdb(program, core: core, "bt")
    try #require(seen.contains("SIGABRT"), "\(seen)")
    return seen.contains("main.visit ")
  }

  func core(_ program: String, gdbUnwinds: Bool) throws {
    let (run, core) = try dump(program)
    defer { try? FileManager.default.removeItem(atPath: core) }
    // The trace has the originals' positions.
    let frames =
      #"main\.visit\(.*\)\n\t\#(original):\#(panicking) .*\n(.*\n)*?main\.main\(\)\n\t\#(original):\#(calling[1]) "#
    try #require(finds(frames, in: run.errorText), "\(run)")

    let seen = try gdb(program, core: core, "bt", "print (**('runtime.allgs'.array)).threadLocals")
    let stack =
      #"main\.visit \(.*\) at \#(original):\#(panicking)\n#[0-9]+ .* in main\.main \(\) at \#(original):\#(calling[1])\n"#
    for pattern in (gdbUnwinds ? [stack] : []) + [#"\$1 = \(void \*\) 0x[0-9a-f]{3,}\n"#] {
      try #require(finds(pattern, in: seen), "\(pattern)\n\(seen)")
    }
    let alsoSeen = try delve(["core", program, core], "stack", "print runtime.allgs[0].threadLocals")
    for pattern in [
      #"in main\.visit\n +at \./app/main\.go:\#(panicking)\n *[0-9]+ +0x[0-9a-f]+ in main\.main\n"#
        + #" +at \./app/main\.go:\#(calling[1])\n"#,
      #"\nunsafe\.Pointer\(0x[0-9a-f]{3,}\)\n"#,
    ] { try #require(finds(pattern, in: alsoSeen), "\(pattern)\n\(alsoSeen)") }
  }

  private func finds(_ pattern: String, in text: String) -> Bool {
    text.range(of: pattern, options: .regularExpression) != nil
  }

  private func run(_ name: String, _ arguments: [String]) throws -> Run {
    let path = try #require(
      ["/usr/local/bin/", "/usr/bin/"].map { $0 + name }.first(where: FileManager.default.isExecutableFile(atPath:)),
      "this row needs \(name)")
    let environment = ["PATH": "/usr/bin:/bin", "HOME": workspace.path("debuggee"), "LC_ALL": "C", "TERM": "dumb"]
    return try Command([path] + arguments, in: workspace.path("debuggee"), environment: environment).run()
  }
}
