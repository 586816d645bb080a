import Foundation
import Testing
import Toolchains

/// A program in a module of its own, packages that it does not import, and patch sets that bring them in, into a package of
/// the standard library.
struct OutsideProgram {
  /// What the program calls, and the sets patch.
  enum Target: String {
    /// Needs no other package, so that flags and sets which have all compiled anew cost a tenth of what net/http costs.
    case list = "container/list"
    case http = "net/http"

    var name: Substring { rawValue.split(separator: "/")[1] }

    /// What is patched, without a body. Its argument is `x`.
    var function: String {
      switch self {
      case .list: "func (l *List) PushBack(x any) *Element"
      case .http: "func (c *Client) Do(x *Request) (*Response, error)"
      }
    }

    /// The text that the program gives it, `/path`, as the function has it.
    var text: String {
      switch self {
      case .list: "x.(string)"
      case .http: "x.URL.Path"
      }
    }

    /// Statements that give it `/path`.
    var call: String {
      switch self {
      case .list: "list.New().PushBack(\"/path\")"
      case .http:
        "r, _ := http.NewRequest(\"GET\", \"http://127.0.0.1:1/path\", nil)\n\thttp.DefaultClient.Do(r)"
      }
    }
  }

  let toolchain: Toolchain
  let workspace: Workspace
  let target: Target

  /// - Parameter workspace: where it is written; nil for a new one.
  init(_ toolchain: Toolchain, target: Target = .list, in workspace: Workspace? = nil) throws {
    self.toolchain = toolchain
    self.target = target
    self.workspace = try workspace ?? Workspace()
    try write("m/go.mod", "module example.com/m\n\ngo 1.18\n")
    try write(
      "m/app/main.go", "package main\n\nimport \"\(target.rawValue)\"\n\nfunc main() {\n\t\(target.call)\n}\n")
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

  /// The path of a set's patch file.
  func patchFile(of set: String = "set") -> String { "\(set)/\(target.rawValue)/patch.go" }

  /// A set for the target.
  func writeSet(_ name: String, imports: [String], does statement: String) throws {
    try write(
      patchFile(of: name),
      """
      package \(target.name)

      import (
      \(imports.map { "\t\($0.contains("\"") ? $0 : "\"\($0)\"")" }.joined(separator: "\n"))
      )

      //routinex:before
      \(target.function) {
      	\(statement)
      }

      """)
  }

  /// The set `set`, which logs each call by the module's own logger.
  func writeLoggingSet() throws {
    try writeSet("set", imports: ["example.com/m/logger"], does: "logger.Log(\(target.text))")
  }

  /// Hooks that import the package which they hook, and a set that has every program with that package have them.
  func writeHooks(set: String) throws {
    try write(
      "m/hooks/hooks.go",
      """
      package hooks

      import (
      	"container/list"
      	"example.com/m/text"
      	_ "unsafe"
      )

      func init() { println("hooks begin") }

      //go:linkname beforePush container/list.hookBeforePush
      func beforePush(l *list.List, x any) { println(text.Prefix() + x.(string)) }

      """)
    try write(
      patchFile(of: set),
      """
      //routinex:link example.com/m/hooks
      package list

      import _ "unsafe"

      //go:linkname hookBeforePush
      func hookBeforePush(l *List, x any)

      //routinex:before
      \(target.function) {
      	hookBeforePush(l, x)
      }

      """)
  }

  /// `routinex go ARGUMENTS`
  func keyed(_ arguments: String..., in folder: String = "m", environment extra: [String: String] = [:]) throws -> Run {
    try run([Setup.routinex, "go"] + arguments, in: folder, extra)
  }

  func plain(_ arguments: String..., in folder: String = "m", environment extra: [String: String] = [:]) throws -> Run {
    try run([toolchain.root + "/bin/go"] + arguments, in: folder, extra)
  }

  func run(_ arguments: [String], in folder: String, _ extra: [String: String]) throws -> Run {
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
