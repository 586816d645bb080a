import Foundation
import Testing
import Toolchains

/// The built-in sets that have no row of another kind.
enum BuiltinSets {
  static let group = MatrixGroup(
    name: "Built-in sets, under `routinex go`",
    rows: [
      MatrixRow("mock: functions of every kind are replaced in tests") { build in
        try build.workspace.add(fixtures: "mock")
        try build.routinexGo("test", "--patches", "mock", "-timeout=5m", "./...", in: "mock").succeeded()
        return .works(build.toolchain.minor < 20 ? "generic functions cannot be replaced" : "")
      },
      MatrixRow("mock: -race") { build in
        try build.workspace.add(fixtures: "mock")
        try build.routinexGo("test", "--patches", "mock", "-timeout=5m", "-race", "./store", in: "mock").succeeded()
        return .works()
      },
      MatrixRow("lookout: calls are refused by a policy") { build in
        try build.workspace.add(fixtures: "lookout")
        let out = build.workspace.path("out")
        try build.routinexGo("build", "--patches", "lookout", "-o", out, ".", in: "lookout").succeeded()
        try build.workspace.write("deny * **/notes.txt\ndeny exec **\ndeny dial,listen **\n", to: "policy")
        let policy = build.workspace.path("policy")
        let run = try build.workspace.run("out", environment: ["ROUTINEX_LOOKOUT": policy]).succeeded()
        let refused = run.outputText.split(separator: "\n").filter { $0.contains(" refused: true, ") }
        // All but those for other files, and those to a listener that is not there.
        try #require(refused.count == 14, "\(run)")
        return .works()
      },
    ])
}
