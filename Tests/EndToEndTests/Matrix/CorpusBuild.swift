import Foundation
import Testing
import Toolchains

/// How the corpus is built: from /usr/share/gocode, once plain and once with each list of sets.
struct CorpusBuild {
  let build: MatrixBuild

  /// Which sets a build has.
  enum Variant: String, CaseIterable {
    case plain
    case routine
    case httptrace = "routine,httptrace"

    var sets: [Substring] { self == .plain ? [] : rawValue.split(separator: ",") }

    /// The flags of the go command. `routine` is what is built in when no list is given.
    var flags: [String] {
      switch self {
      case .plain: []
      case .routine: [EndToEndTests.toolexec()]
      case .httptrace: [EndToEndTests.toolexec("--patches", rawValue)]
      }
    }
  }

  init(_ build: MatrixBuild) throws {
    var build = build
    build.environment = ["GO111MODULE": "off", "GOFLAGS": "", "GOPATH": "/usr/share/gocode", "LC_ALL": "C.UTF-8"]
    self.build = build
    // go test puts this in front of each test binary: it writes down which sets the binary has got.
    try build.workspace.write(
      """
      #!/bin/sh
      marks=
      for set in routine httptrace; do
        if grep -qaF "routinex/$set/" "$1"; then marks="$marks$set,"; fi
      done
      echo "$marks" >>'\(build.workspace.path("marks"))'
      exec "$@"

      """, to: "mark")
    chmod(build.workspace.path("mark"), 0o755)
  }

  var toolchain: Toolchain { build.toolchain }
  var workspace: Workspace { build.workspace }

  func go(_ arguments: [String], environment: [String: String] = [:]) throws -> Run {
    var build = build
    build.environment.merge(environment) { $1 }
    return try build.go(arguments)
  }

  /// The sets that each test binary had since the last call, a line each.
  func takeMarks() throws -> [String] {
    let path = workspace.path("marks")
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map { String($0.dropLast($0.hasSuffix(",") ? 1 : 0)) }
  }

  /// Why a package does not build without this program: the compiler's first words. Nil when it was something else that
  /// failed, a missing package of the corpus for example.
  static func compilerError(in text: String) -> String? {
    if text.contains("cannot find package") || text.contains("[setup failed]") { return nil }
    let line = text.split(separator: "\n").first { $0.contains(#/^\S+\.(go|s):\d+(:\d+)?: /#) }
    return line.map { "does not build plain: " + ($0.split(separator: "/src/").last ?? $0) }
  }
}
