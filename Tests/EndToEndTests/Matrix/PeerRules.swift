import Foundation
import Testing
import Toolchains

/// Examples/peers: rules of other tools as patches, in programs with the real libraries.
enum PeerRules {
  static let group = MatrixGroup(
    name: "Rules of other tools",
    rows: [MatrixRow("Examples/peers: its programs print what the rules add") { try check($0) }])

  private static let folder = Setup.project + "/Examples/peers"

  private static func check(_ build: MatrixBuild) throws -> Cell {
    let files = FileManager.default
    guard files.fileExists(atPath: "/usr/share/gocode/src/google.golang.org/grpc") else {
      return .absent("needs Debian's Go libraries")
    }
    var programs = try files.contentsOfDirectory(atPath: folder).filter {
      files.fileExists(atPath: "\(folder)/\($0)/output")
    }
    if build.toolchain.minor < 21 { programs.removeAll { $0 == "slog" } }
    let environment = build.goEnvironment.merging(["ROUTINEX": Setup.routinex]) { $1 }
    let run = try Command([folder + "/run", build.workspace.path("peers")], in: folder, environment: environment).run()
    try #require(
      run.succeeded().outputText == programs.sorted().map { "\($0): as it should be\n" }.joined(), "\(run)")
    try checkPages(programs)
    return .works("\(programs.count) programs")
  }

  /// The page shows what a program prints, and each patch file says what it stands for.
  private static func checkPages(_ programs: [String]) throws {
    let page = try String(contentsOfFile: folder + "/README.md", encoding: .utf8)
    let output = try String(contentsOfFile: folder + "/gin/output", encoding: .utf8)
    let shown = output.split(separator: "\n").map { "    \($0)\n" }.joined()
    try #require(page.contains("    $ cat gin/output\n" + shown))
    let patches = FileManager.default.enumerator(atPath: folder + "/rules/_patches")?.allObjects as? [String] ?? []
    for file in patches where file.hasSuffix(".go") {
      let text = try String(contentsOfFile: "\(folder)/rules/_patches/\(file)", encoding: .utf8)
      try #require(text.prefixMatch(of: #/// (orchestrion|otelc|loongsuite|skywalking-go|xgo): /#) != nil, "\(file)")
    }
    try #require(patches.contains("runtime/locals.go"))
  }
}
