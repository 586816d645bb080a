import Foundation
import Testing

/// A Go toolchain, with a go command that neither the machine's settings nor the network can change.
struct Toolchain: Sendable, CustomTestStringConvertible {
  /// `1.24`, as ROUTINEX_GOROOTS names it.
  let version: String
  /// GOROOT.
  var root: String

  /// An element of ROUTINEX_GOROOTS: `1.24=/path`.
  init?(_ text: Substring) {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    version = String(parts[0])
    root = String(parts[1])
  }

  /// 24 of 1.24.
  var minor: Int { Int(version.split(separator: ".").dropFirst().first ?? "") ?? 0 }
  var testDescription: String { "Go \(version)" }

  /// The folder of a build cache that is not the shared one, or nil for that.
  func environment(in workspace: Workspace, cache: String? = nil) -> [String: String] {
    let own = Workspace.shared.path("go-\(version)")
    return [
      "PATH": root + "/bin:/usr/local/bin:/usr/bin:/bin",
      "HOME": own + "/home", "GOPATH": own + "/path", "GOCACHE": cache ?? own + "/cache",
      "TMPDIR": workspace.path("tmp"), "LC_ALL": "C",
      "GOROOT": root, "GOENV": "off", "GOFLAGS": "-mod=mod", "GOPROXY": "off", "GOTOOLCHAIN": "local",
      "GOTELEMETRY": "off", "GOWORK": "off",
    ]
  }

  /// Runs `go ARGUMENTS` in a folder of the workspace.
  func go(
    _ arguments: String..., in folder: String = "", of workspace: Workspace, cache: String? = nil,
    environment extra: [String: String] = [:]
  ) throws -> Run {
    let environment = environment(in: workspace, cache: cache).merging(extra) { $1 }
    return try Command([root + "/bin/go"] + arguments, in: workspace.path(folder), environment: environment).run()
  }

  /// The path of `compile`, `cover` and so on.
  func tool(_ name: String) -> String { toolFolder + "/" + name }

  var toolFolder: String {
    let folder = root + "/pkg/tool"
    let platform = try? FileManager.default.contentsOfDirectory(atPath: folder).first
    return folder + "/" + (platform ?? "")
  }
}

/// The value for `-toolexec`: the program under test with these flags and agents.
func toolexec(_ arguments: String...) -> String { "-toolexec=" + ([Setup.routinex] + arguments).joined(separator: " ") }
