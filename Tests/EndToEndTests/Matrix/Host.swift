import Foundation
import Testing
import Toolchains

/// A machine of its own, as far as a build can tell: another home, GOPATH, Go, working folder, temporary folder, place of the
/// program and of the set.
struct Host {
  private let workspace: Workspace
  private let name: String
  var environment: [String: String]

  init(_ name: String, of build: MatrixBuild) throws {
    workspace = build.workspace
    self.name = "hosts/" + name
    environment = build.toolchain.environment(in: workspace)
    for folder in ["app", "set", "routine"] { try workspace.copy(folder, to: self.name + "/" + folder) }
    try workspace.copy(Setup.routinex, to: self.name + "/bin/routinex")
    // A real copy, of what links lead to too: Debian's package has its parts in several places.
    try Command(
      ["/bin/cp", "-rL", build.toolchain.root, workspace.path(self.name + "/goroot")], in: workspace.root,
      environment: [:]
    ).run().succeeded()
    environment["GOROOT"] = path("goroot")
    environment["PATH"] = path("goroot/bin") + ":/usr/bin:/bin"
    for (name, folder) in [("HOME", "home"), ("GOPATH", "path"), ("GOCACHE", "cache"), ("TMPDIR", "tmp")] {
      environment[name] = try self.folder(folder)
    }
  }

  func path(_ file: String) -> String { workspace.path(name + "/" + file) }

  func folder(_ folder: String) throws -> String {
    try workspace.makeFolder(name + "/" + folder)
    return path(folder)
  }

  /// Puts a file into the host's Go.
  func install(_ source: String, as file: String) throws {
    try FileManager.default.removeItem(atPath: path("goroot/" + file))
    try workspace.copy(source, to: name + "/goroot/" + file)
  }
}
