import Foundation
import Testing
import Toolchains

/// A program of several packages, patch sets for them, and `routinex go` in front of the go command.
struct KeyedProgram {
  let toolchain: Toolchain
  let workspace: Workspace
  let recorder: Recorder

  init(_ toolchain: Toolchain) throws {
    self.toolchain = toolchain
    workspace = try Workspace()
    recorder = try Recorder(in: workspace)
    try workspace.write("module example.com/m\n\ngo 1.18\n", to: "m/go.mod")
    try workspace.write(
      """
      package main

      import (
      	"example.com/m/a"
      	"example.com/m/b"
      	"example.com/m/c"
      )

      func main() { println(a.Text(), b.Text(), c.Text()) }

      """, to: "m/cmd/main.go")
    try workspace.write("package a\n\nfunc Text() string { return \"a\" }\n", to: "m/a/a.go")
    try workspace.write(
      "package b\n\nimport \"example.com/m/a\"\n\nfunc Text() string { return \"b\" + a.Text() }\n", to: "m/b/b.go")
    try workspace.write("package c\n\nfunc Text() string { return \"c\" }\n", to: "m/c/c.go")
  }

  /// Writes a patch set that changes what a package's `Text` returns.
  func writeSet(_ folder: String, package: String = "a", text: String) throws {
    try workspace.write(
      "package \(package)\n\n//routinex:replace\nfunc Text() string { return \"\(text)\" }\n",
      to: "\(folder)/example.com/m/\(package)/patch.go")
  }

  /// The go command, without routinex.
  func plain(_ arguments: String..., environment extra: [String: String] = [:]) throws -> Run {
    try run([toolchain.root + "/bin/go"] + arguments, extra)
  }

  /// `routinex go ARGUMENTS`.
  func keyed(_ arguments: String..., environment extra: [String: String] = [:]) throws -> Run {
    try run([Setup.routinex, "go"] + arguments, extra)
  }

  func run(_ arguments: [String], _ extra: [String: String] = [:], in folder: String = "m") throws -> Run {
    let environment = toolchain.environment(in: workspace).merging(recorder.environment) { $1 }.merging(extra) { $1 }
    return try Command(arguments, in: workspace.path(folder), environment: environment).run()
  }

  /// The packages that a command of the go command compiles, as its `-v` says; commands as `main`. No agent looks on, since
  /// that would count for the cache.
  func compiled(by arguments: [String]) throws -> [String] {
    try run(arguments, ["GOFLAGS": "-v"]).succeeded().errorLines
      .map { ["example.com/m/cmd", "example.com/m/web"].contains($0) ? "main" : String($0) }
  }

  /// An agent whose records count compilations. Builds with it share no object with builds without.
  static let agent = "-toolexec=" + Recorder.agent
}
