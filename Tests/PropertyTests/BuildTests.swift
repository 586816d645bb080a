import Foundation
import TestSupport
import Testing
import Toolchains

/// Packages with generated patches that pass everything through compile, and do what they did.
@Suite(
  .serialized, .timed, .enabled(if: Setup.problem == nil, "see the failure of `make test gives what these tests need`"))
struct BuildTests {
  /// Packages that a program is quickly built with, and that are Go from end to end.
  private static let packages = [
    "bufio", "bytes", "container/heap", "encoding/csv", "html", "net/url", "path", "regexp/syntax", "slices", "sort",
    "strconv", "strings", "text/tabwriter",
  ]

  @Test(arguments: Setup.toolchains)
  func patchedPackagesCompileAndDoWhatTheyDid(toolchain: Toolchain) throws {
    let library = StandardLibrary(toolchain)
    let folder = try TemporaryFolder()
    var patches: [(path: String, text: String)] = []
    for (number, path) in Self.packages.enumerated() {
      let package = try #require(try library.package(path), "Go \(toolchain.version) has no package \(path)")
      let random = Random(Setup.seed, UInt64(toolchain.minor), UInt64(number), 1)
      var generator = SetGenerator(package, library, .building, random)
      for file in generator.files() {
        patches.append(("set/\(path)/\(file.name)", file.text))
        try folder.write(file.text, to: "set/\(path)/\(file.name)")
      }
    }
    try folder.write("module example.com/program\n\ngo 1.19\n", to: "program/go.mod")
    try folder.write(Program.source, to: "program/main.go")
    // What these packages do not depend on, package runtime above all, is had from the plain cache.
    toolchain.makePlainCache(inHome: folder.root)
    let build = try folder.run(
      [Setup.routinex, "go", "build", "--patches", folder.root + "/set", "-o", "program", "."], in: "program", toolchain
    )
    let origin = "ROUTINEX_SEED=\(Setup.seed), Go \(toolchain.version)"
    let blamed = patches.filter { build.text.contains($0.path) }.map { "--- \($0.path)\n\($0.text)" }
    try #require(build.status == 0, "\(origin)\n\(build.text.prefix(4000))\n\(blamed.joined(separator: "\n"))")
    let run = try folder.run([folder.root + "/program/program"], in: "program", toolchain)
    #expect(run.status == 0 && run.text == Program.output, "\(origin)\n\(run.text)")
    // The set was not passed over: functions of the program have the places of patches.
    let program = try Data(contentsOf: URL(fileURLWithPath: folder.root + "/program/program"))
    let woven = Self.packages.filter { program.range(of: Data("routinex/set/\($0)/".utf8)) != nil }
    #expect(woven.count > Self.packages.count / 2, "\(origin): only \(woven) are patched")
  }
}

/// A folder that goes with the value.
private final class TemporaryFolder {
  let root: String

  init() throws {
    root = NSTemporaryDirectory() + "/routinex-property-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: root + "/tmp", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func write(_ text: String, to name: String) throws {
    let path = root + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  func run(_ arguments: [String], in folder: String, _ toolchain: Toolchain) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: arguments[0])
    process.arguments = Array(arguments.dropFirst())
    process.currentDirectoryURL = URL(fileURLWithPath: root + "/" + folder)
    process.environment = toolchain.environment(home: root, temporary: root + "/tmp").merging(["CGO_ENABLED": "0"]) {
      $1
    }
    // A file is never full, as a pipe may be.
    let output = root + "/output"
    try Data().write(to: URL(fileURLWithPath: output))
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    try handle.close()
    let data = try Data(contentsOf: URL(fileURLWithPath: output))
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
