import Foundation
import Testing
import Toolchains

extension Toolchain {
  private static let homes = Homes()

  /// What the go commands of a run keep, for each toolchain.
  private final class Homes: @unchecked Sendable {
    private let lock = NSLock()
    private var made: Set<String> = []

    func home(of toolchain: Toolchain) -> String {
      let home = Workspace.shared.path("go-\(toolchain.version)")
      lock.withLock {
        if made.insert(toolchain.version).inserted { toolchain.makePlainCache(inHome: home) }
      }
      return home
    }
  }

  /// The environment of a go command.
  /// - Parameter cache: the folder of a build cache that is not the shared one, or nil for that.
  func environment(in workspace: Workspace, cache: String? = nil) -> [String: String] {
    environment(home: Self.homes.home(of: self), cache: cache, temporary: workspace.path("tmp"))
  }

  /// Runs `go ARGUMENTS` in a folder of the workspace.
  func go(
    _ arguments: String..., in folder: String = "", of workspace: Workspace, cache: String? = nil,
    environment extra: [String: String] = [:]
  ) throws -> Run {
    let environment = environment(in: workspace, cache: cache).merging(extra) { $1 }
    return try Command([root + "/bin/go"] + arguments, in: workspace.path(folder), environment: environment).run()
  }

  /// The toolchain in a folder of the workspace: links, but for copies of these files and folders, which may be changed.
  /// - Parameter copies: paths below GOROOT.
  func mirrored(in workspace: Workspace, as folder: String = "goroot", copying copies: [String]) throws -> Toolchain {
    func mirror(_ path: String) throws {
      try workspace.makeFolder(folder + path)
      for name in try FileManager.default.contentsOfDirectory(atPath: root + path) {
        let entry = path + "/" + name
        if copies.contains(where: { ("/" + $0).hasPrefix(entry + "/") }) {
          try mirror(entry)
        } else if copies.contains(where: { "/" + $0 == entry }) {
          try workspace.copy(URL(fileURLWithPath: root + entry).resolvingSymlinksInPath().path, to: folder + entry)
        } else {
          try FileManager.default.createSymbolicLink(
            atPath: workspace.path(folder + entry), withDestinationPath: root + entry)
        }
      }
    }
    try mirror("")
    var result = self
    result.root = workspace.path(folder)
    return result
  }

  /// The path of the program of Tests/Fixtures/linetable. Builds it unless another test has.
  func lineTableComparison() throws -> String {
    let shared = Workspace.shared
    let program = shared.path("linetable/go\(version)")
    try Workspace.sharing.withLock {
      if !shared.exists("linetable") { try shared.add(fixtures: "linetable") }
      if !shared.exists(program) { try go("build", "-o", program, ".", in: "linetable", of: shared).succeeded() }
    }
    return program
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
