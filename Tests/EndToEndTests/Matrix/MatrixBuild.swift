import Foundation
import Testing
import Toolchains

/// Where a row's builds happen: a folder of their own, with the program of Tests/Fixtures/matrix in `app`, the patch set for
/// it in `set` and the library that it uses in `routine`; and one Go version.
struct MatrixBuild {
  var toolchain: Toolchain
  let workspace: Workspace
  /// What the rows change of the environment that every go command gets.
  var environment: [String: String] = [:]

  init(_ toolchain: Toolchain) throws {
    self.toolchain = toolchain
    workspace = try Workspace()
    try workspace.copy(Setup.project + "/Examples/goroutine-locals/routine", to: "routine")
    try workspace.copy(Setup.project + "/Tests/Fixtures/matrix/app", to: "app")
    try workspace.copy(Setup.project + "/Tests/Fixtures/matrix/set", to: "set")
  }

  /// What the app prints when it was built with both sets, and with none.
  static let patched = "greeting patched, locals native\n"
  static let plain = "greeting plain, locals plain\n"

  /// `-toolexec=...` with the sets `routine` and `set`.
  var toolexec: String { EndToEndTests.toolexec("--patches", "routine," + workspace.path("set")) }

  /// Runs `go ARGUMENTS` in a folder of the workspace.
  func go(_ arguments: String..., in folder: String = "app") throws -> Run { try go(arguments, in: folder) }

  func go(_ arguments: [String], in folder: String = "app") throws -> Run {
    try Command([toolchain.root + "/bin/go"] + arguments, in: workspace.path(folder), environment: goEnvironment).run()
  }

  /// What every go command gets.
  var goEnvironment: [String: String] {
    toolchain.environment(in: workspace, cache: Self.cache(for: toolchain)).merging(environment) { $1 }
  }

  /// Runs `routinex go ARGUMENTS` in a folder of the workspace.
  func routinexGo(_ arguments: String..., in folder: String) throws -> Run {
    let environment = toolchain.environment(in: workspace, cache: Self.cache(for: toolchain))
    return try Command([Setup.routinex, "go"] + arguments, in: workspace.path(folder), environment: environment).run()
  }

  /// Builds the app with these flags into `out` and requires that it shows both sets' patches.
  func buildsApp(_ flags: String..., in folder: String = "app") throws {
    try go(["build", toolexec] + flags + ["-o", workspace.path("out"), "."], in: folder).succeeded()
    try requirePatched(try workspace.run("out"))
  }

  /// Requires that the app's output shows both sets' patches.
  func requirePatched(_ run: Run, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try run.succeeded(sourceLocation: sourceLocation)
    try #require(run.outputText == Self.patched, "\(run)", sourceLocation: sourceLocation)
  }

  /// Rows share a build cache, so that the standard library is compiled once for each kind of build. `ROUTINEX_GOCACHE` is
  /// the folder that keeps it between runs of one program; without it, it goes with the run.
  private static func cache(for toolchain: Toolchain) -> String? {
    ProcessInfo.processInfo.environment["ROUTINEX_GOCACHE"].map { "\($0)/\(toolchain.version)" }
  }
}
