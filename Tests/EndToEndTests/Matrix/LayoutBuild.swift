import Foundation
import Testing
import Toolchains

/// What the rows about layouts do to a build's folder.
extension MatrixBuild {
  static let fixtures = Setup.project + "/Tests/Fixtures/matrix"

  /// A file of the app that says on standard error what its dependency says: the functions
  /// `Text` and `Old`, for the latter of which the set has a version for older ones of the module.
  static let dependent = """
    package main

    import "example.com/dep"

    func init() { println(dep.Text(), dep.Old()) }

    """

  /// Lets the app need version 1.2.3 of `example.com/dep`, and gets that from a proxy into a module cache, both of them
  /// folders here.
  mutating func useDependency() throws {
    let version = "v1.2.3"
    let folder = "proxy/example.com/dep/@v/"
    try workspace.copy(Self.fixtures + "/dep/go.mod", to: "\(folder)\(version).mod")
    try workspace.write("{\"Version\": \"\(version)\"}", to: "\(folder)\(version).info")
    // The scripts need Python already; zip may not be there.
    let script = """
      import sys, zipfile
      archive, module, folder = sys.argv[1:]
      with zipfile.ZipFile(archive, "w") as file:
          for name in ["go.mod", "dep.go"]:
              file.write(f"{folder}/{name}", f"{module}/{name}")
      """
    let command = ["/usr/bin/env", "python3", "-c", script, workspace.path("\(folder)\(version).zip")]
    let arguments = ["example.com/dep@" + version, Self.fixtures + "/dep"]
    try Command(command + arguments, in: workspace.root, environment: ["PATH": "/usr/bin:/bin"]).run().succeeded()
    environment["GOPROXY"] = "file://" + workspace.path("proxy")
    environment["GOSUMDB"] = "off"
    environment["GOMODCACHE"] = workspace.path("modules")
    // Whoever is not root could not remove the cache otherwise.
    environment["GOFLAGS"] = "-mod=mod -modcacherw"
    try requireDependency()
    try go("mod", "download").succeeded()
  }

  /// Lets the app import `example.com/dep`, at version 1.2.3.
  func requireDependency() throws {
    try workspace.write(Self.dependent, to: "app/dep.go")
    try append("\nrequire example.com/dep v1.2.3\n", to: "app/go.mod")
  }

  /// Requires that the app which `buildsApp` has built found its dependency so.
  func requireDependency(_ text: String) throws {
    let run = try workspace.run("out").succeeded()
    try #require(run.errorText == text + "\n", "\(run)")
  }

  /// Puts the app below a GOPATH, `path`.
  mutating func useGOPATH() throws {
    try remove("app/go.mod")
    try move("app", to: "path/src/example.com/app")
    environment.merge(["GO111MODULE": "off", "GOFLAGS": "", "GOPATH": workspace.path("path")]) { $1 }
  }

  /// The folder of this build's cache.
  func cache() throws -> String {
    try go("env", "GOCACHE", in: "").succeeded().outputText.trimmingCharacters(in: .newlines)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: workspace.path(name)) }

  func move(_ name: String, to other: String) throws {
    try workspace.makeFolder((workspace.path(other) as NSString).deletingLastPathComponent)
    try FileManager.default.moveItem(atPath: workspace.path(name), toPath: workspace.path(other))
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path(name), withDestinationPath: workspace.path(target))
  }

  func append(_ text: String, to name: String) throws {
    try workspace.write(String(decoding: try workspace.read(name), as: UTF8.self) + text, to: name)
  }
}
