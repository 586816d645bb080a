import Foundation
import Testing
import Toolchains

/// A program with net/http in a module of its own, packages that it does not import, and patch sets that bring them in.
struct OutsideProgram {
  let toolchain: Toolchain
  let workspace: Workspace

  init(_ toolchain: Toolchain) throws {
    self.toolchain = toolchain
    workspace = try Workspace()
    try write("m/go.mod", "module example.com/m\n\ngo 1.18\n")
    try write(
      "m/app/main.go",
      """
      package main

      import "net/http"

      func main() {
      	r, _ := http.NewRequest("GET", "http://127.0.0.1:1/path", nil)
      	http.DefaultClient.Do(r)
      }

      """)
    try write(
      "m/logger/logger.go",
      """
      package logger

      import "example.com/m/text"

      func init() { println("logger begins") }

      func Log(s string) { println(text.Prefix() + s) }

      """)
    try writeText("log")
  }

  func write(_ name: String, _ text: String) throws { try workspace.write(text, to: name) }

  /// Writes the package that the logger imports: a function that is not inlined, so that an edit changes nothing else.
  func writeText(_ text: String) throws {
    try write("m/text/text.go", "package text\n\n//go:noinline\nfunc Prefix() string { return \"\(text): \" }\n")
  }

  /// A set for net/http's Client.Do.
  func writeSet(_ name: String, imports: [String], directives: String = "", does statement: String) throws {
    try write(
      "\(name)/net/http/patch.go",
      """
      \(directives)package http

      import (
      \(imports.map { "\t\($0.contains("\"") ? $0 : "\"\($0)\"")" }.joined(separator: "\n"))
      )

      //routinex:before
      func (c *Client) Do(req *Request) (*Response, error) {
      	\(statement)
      }

      """)
  }

  /// The set `set`, which logs each request by the module's own logger.
  func writeLoggingSet() throws {
    try writeSet("set", imports: ["example.com/m/logger"], does: "logger.Log(req.URL.Path)")
  }

  /// `routinex go ARGUMENTS`
  func keyed(_ arguments: String..., in folder: String = "m", environment extra: [String: String] = [:]) throws -> Run {
    try run([Setup.routinex, "go"] + arguments, in: folder, extra)
  }

  func plain(_ arguments: String..., in folder: String = "m", environment extra: [String: String] = [:]) throws -> Run {
    try run([toolchain.root + "/bin/go"] + arguments, in: folder, extra)
  }

  private func run(_ arguments: [String], in folder: String, _ extra: [String: String]) throws -> Run {
    let environment = toolchain.environment(in: workspace).merging(extra) { $1 }
    return try Command(arguments, in: workspace.path(folder), environment: environment).run()
  }

  /// What the program prints on standard error when it was built with a set and these flags.
  func says(
    _ set: String = "set", _ flags: String..., package: String = "./app", in folder: String = "m",
    environment: [String: String] = [:]
  ) throws -> String {
    let arguments = [Setup.routinex, "go", "build", "--patches", workspace.path(set), "-o", workspace.path("out")]
    try run(arguments + flags + [package], in: folder, environment).succeeded()
    return try workspace.run("out").succeeded().errorText
  }

  /// The packages that a build with a set compiles.
  func compiled(_ set: String = "set") throws -> [String] {
    let arguments = [
      Setup.routinex, "go", "build", "--patches", workspace.path(set), "-o", workspace.path("out"), "./app",
    ]
    return try run(arguments, in: "m", ["GOFLAGS": "-v -mod=mod"]).succeeded().errorLines.map { String($0) }
  }
}
