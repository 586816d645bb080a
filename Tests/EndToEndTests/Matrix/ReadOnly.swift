import Foundation
import Testing
import Toolchains

/// A build by someone who may write nothing but the build's own folders.
enum ReadOnly {
  static func build(_ build: MatrixBuild) throws {
    var build = build
    let workspace = build.workspace
    try build.useDependency()
    try build.go("mod", "tidy").succeeded()
    let root = workspace.path("goroot")
    try workspace.makeFolder("goroot")
    let parts = ["VERSION", "bin", "go.env", "lib", "pkg", "src"].map { build.toolchain.root + "/" + $0 }
      .filter { workspace.exists($0) }
    try run(["/bin/cp", "-RL"] + parts + [root], build)
    try workspace.copy(Setup.routinex, to: "routinex")
    let inputs = ["goroot", "modules", "set", "app", "routine", "routinex"].map(workspace.path)
    try run(["/bin/chmod", "-R", "a-w"] + inputs, build)
    // A folder that may not be written to keeps its files.
    defer { _ = try? run(["/bin/chmod", "-R", "u+w"] + inputs, build) }
    let outputs = ["tmp", "home", "cache"]
    for name in outputs { try workspace.makeFolder(name) }
    try run(["/bin/chmod", "777"] + outputs.map(workspace.path), build)
    try run(["/bin/chmod", "755", workspace.root], build)

    var environment = build.toolchain.environment(in: workspace, cache: workspace.path("cache"))
      .merging(build.environment) { $1 }
    environment.merge([
      "GOROOT": root, "HOME": workspace.path("home"), "GOPATH": workspace.path("home/go"), "GOPROXY": "off",
      "GOFLAGS": "-mod=readonly",
    ]) { $1 }
    for name in inputs {
      let ending = try Command(user + ["/usr/bin/test", "-w", name], in: workspace.root, environment: environment).run()
      try #require(ending.failed, "\(name) can be written to")
    }
    let flag = "-toolexec=\(workspace.path("routinex")) --patches routine,\(workspace.path("set"))"
    let output = workspace.path("tmp/out")
    let command = user + [root + "/bin/go", "build", flag, "-o", output, "."]
    try Command(command, in: workspace.path("app"), environment: environment).run().succeeded()
    let result = try workspace.run(output)
    try build.requirePatched(result)
    try #require(result.errorText == "patched plain\n", "\(result)")
  }

  /// What makes a command someone's whom modes bind: of root they do not.
  private static let user =
    getuid() == 0 ? ["/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"] : []

  private static func run(_ command: [String], _ build: MatrixBuild) throws {
    try Command(command, in: build.workspace.root, environment: ["PATH": "/usr/bin:/bin"]).run().succeeded()
  }
}
