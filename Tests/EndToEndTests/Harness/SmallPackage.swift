import Foundation
import Testing
import Toolchains

/// A package without imports, a patch set for it, and the call of compile that cmd/go would make, for what no build
/// can be brought to do.
struct SmallPackage {
  let toolchain: Toolchain
  let workspace: Workspace
  let environment: [String: String]

  init(_ toolchain: Toolchain, in workspace: Workspace) throws {
    self.toolchain = toolchain
    self.workspace = workspace
    let names = ["GOOS", "GOARCH", "GOVERSION"]
    let answer = try Command(
      [toolchain.root + "/bin/go", "env"] + names, in: workspace.root, environment: toolchain.environment(in: workspace)
    ).run().succeeded()
    let values = answer.outputText.split(separator: "\n").map(String.init)
    environment = toolchain.environment(in: workspace).merging(zip(names, values)) { $1 }
      .merging(["TOOLEXEC_IMPORTPATH": "example.com/p"]) { $1 }
    try workspace.write("package p\n\nfunc Target() int {\n\treturn 1\n}\n", to: "p/target.go")
    try workspace.write("package p\n\nfunc Other() int {\n\treturn 2\n}\n", to: "p/other.go")
    try workspace.write(
      "package p\n\n//routinex:before\nfunc Target() int {\n\tadded()\n}\n\n//routinex:before\nfunc Other() int {\n\tadded()\n}\n\nfunc added() {}\n",
      to: "set/example.com/p/patch.go")
    try workspace.makeFolder("work/b001")
  }

  var object: String { workspace.path("work/b001/_pkg_.a") }

  /// compile's arguments in front of the files.
  var flags: [String] {
    ["-o", object, "-trimpath", workspace.path("work/b001") + "=>", "-p", "example.com/p", "-complete", "-pack"]
  }

  var files: [String] { [workspace.path("p/target.go"), workspace.path("p/other.go")] }

  /// routinex in front of compile with these arguments.
  func command(_ arguments: [String]) -> Command {
    Command(
      [Setup.routinex, "--patches", workspace.path("set"), toolchain.tool("compile")] + arguments, in: workspace.root,
      environment: environment)
  }

  /// Whether the object was compiled from patched files.
  func isPatched() throws -> Bool {
    try workspace.read(object).range(of: Data("routinex/set/example.com/p/patch.go".utf8)) != nil
  }
}
