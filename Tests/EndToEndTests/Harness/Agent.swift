import Foundation
import Testing
import Toolchains

/// The program of Tests/Fixtures/agent: a toolexec program that does to packages what those of others do, and goes about it
/// as they do. Its words are explained there.
struct Agent {
  let path: String

  /// Builds the agent unless another test has.
  /// - Parameter edition: agents of different editions print other things, and differ in nothing else.
  init(_ toolchain: Toolchain, edition: Int = 1) throws {
    let shared = Workspace.shared
    let path = shared.path("agent/bin/go\(toolchain.version)-\(edition)")
    self.path = path
    try Workspace.sharing.withLock {
      if !shared.exists("agent") { try shared.add(fixtures: "agent") }
      guard !shared.exists(path) else { return }
      try toolchain.go("build", "-ldflags=-X=main.edition=\(edition)", "-o", path, ".", in: "agent", of: shared)
        .succeeded()
    }
  }

  /// The agent with its flags, as a part of a chain.
  /// - Parameter words: what stands in `-mode`. Each list is another chain, and has the standard library compiled anew: see
  ///   `AgentProgram.build`.
  func chain(_ words: String..., package: String = "", function: String = "", config: String = "") -> [String] {
    let flags = [("mode", words.joined(separator: ",")), ("package", package), ("func", function), ("config", config)]
    return [path] + flags.filter { !$0.1.isEmpty }.map { "-\($0.0)=\($0.1)" }
  }
}

/// A command of two packages with the function `lib.Value`, which an agent may change, and a patch set that changes it: what
/// the program prints says who has. The package's objects are keyed by the workspace's path, so that an agent that changes
/// no other package may leave `-V=full` alone, and none of its objects is found by another test.
struct AgentProgram {
  static let library = "example.com/app/lib"
  /// What a program says that routinex has patched.
  static let patched = "patched"

  let toolchain: Toolchain
  let workspace: Workspace

  init(_ toolchain: Toolchain) throws {
    self.toolchain = toolchain
    workspace = try Workspace()
    try workspace.write("module example.com/app\n\ngo 1.18\n", to: "app/go.mod")
    try workspace.write(
      "package main\n\nimport \"\(Self.library)\"\n\nfunc main() {\n\tprintln(lib.Value())\n}\n", to: "app/main.go")
    try workspace.write("package lib\n\nfunc Value() int {\n\ta := 1\n\treturn a + 1\n}\n", to: "app/lib/lib.go")
    try workspace.write(
      "package lib\n\n//routinex:before\nfunc Value() int {\n\tprintln(\"\(Self.patched)\")\n}\n",
      to: "set/\(Self.library)/lib.go")
  }

  /// The path of the file that declares `Value`.
  var original: String { workspace.path("app/lib/lib.go") }

  /// routinex with the patch set, as a part of a chain.
  var routinex: [String] { [Setup.routinex, "--patches", workspace.path("set")] }

  /// The agent with what it changes in most of these programs. What a chain's IDs are made of is the same for all of them, so
  /// that they find the standard library in the cache, where the agent leaves `-V=full` alone.
  static func agent(_ toolchain: Toolchain) throws -> [String] {
    try Agent(toolchain).chain(package: library, function: "Value")
  }

  /// What takes the place of an agent's flags.
  private func settings(_ mode: String, _ package: String) -> [String: String] {
    ["AGENT_MODE": mode.replacingOccurrences(of: "original", with: "original=" + original), "AGENT_PACKAGE": package]
  }

  /// Builds and runs the program.
  /// - Parameters:
  ///   - mode: what takes the place of the agent's `-mode`.
  ///   - package: what takes the place of its `-package`.
  /// - Returns: what it prints, but for the value, a line each.
  func build(through chain: [String], mode: String = "", changing package: String = "") throws -> [String] {
    try toolchain.go(
      "build", "-toolexec=" + chain.joined(separator: " "), "-o", workspace.path("out"), ".", in: "app", of: workspace,
      environment: settings(mode, package)
    ).succeeded()
    let lines = try workspace.run("out").succeeded().errorLines.map(String.init)
    #expect(lines.last == "2")
    return lines.dropLast()
  }

  /// Builds the library alone, which needs no package of the standard library, and so costs next to nothing.
  /// - Parameter command: the go command, or routinex in front of it, and the subcommand.
  /// - Returns: which of these texts the object holds.
  func library(
    by command: [String], through toolexec: String?, mode: String = "", holds texts: [String]
  ) throws -> [String] {
    let flags = toolexec.map { ["-toolexec=" + $0] } ?? []
    try Command(
      command + flags + ["-o", workspace.path("lib.a"), "./lib"], in: workspace.path("app"),
      environment: toolchain.environment(in: workspace).merging(settings(mode, "")) { $1 }
    ).run().succeeded()
    let object = try workspace.read("lib.a")
    return texts.filter { object.range(of: Data($0.utf8)) != nil }
  }
}
