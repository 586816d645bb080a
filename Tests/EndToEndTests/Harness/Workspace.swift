import Foundation
import Testing
import Toolchains

/// A temporary folder, gone with the value.
final class Workspace: Sendable {
  /// What all tests of one run share: build caches above all. A later run may test another program under the same
  /// version, and must not find this one's objects.
  static let shared: Workspace = {
    atexit { Workspace.shared.remove() }
    do { return try Workspace() } catch { fatalError("\(error)") }
  }()

  /// Held while something is put into the shared workspace.
  static let sharing = NSLock()

  /// Held while a file is written or a program started: a program that is started meanwhile would have the file open for a
  /// moment, in which the file is none that can be run ("text file busy").
  static let starting = NSLock()

  let root: String

  init() throws {
    var path = Array((NSTemporaryDirectory() + "/routinex-test-XXXXXX").utf8CString)
    guard mkdtemp(&path) != nil, let real = realpath(path, nil) else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
    defer { free(real) }
    root = String(cString: real)
    try makeFolder("tmp")
  }

  deinit { remove() }

  private func remove() { try? FileManager.default.removeItem(atPath: root) }

  func path(_ name: String) -> String { name.isEmpty ? root : name.hasPrefix("/") ? name : root + "/" + name }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
  }

  func write(_ text: String, to name: String) throws {
    try makeFolder((path(name) as NSString).deletingLastPathComponent)
    try Self.starting.withLock { try Data(text.utf8).write(to: URL(fileURLWithPath: path(name))) }
  }

  func read(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path(name))) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  func copy(_ source: String, to name: String) throws {
    try makeFolder((path(name) as NSString).deletingLastPathComponent)
    try Self.starting.withLock { try FileManager.default.copyItem(atPath: path(source), toPath: path(name)) }
  }

  /// Copies folders of Tests/Fixtures here.
  func add(fixtures names: String...) throws {
    for name in names { try copy(Setup.project + "/Tests/Fixtures/" + name, to: name) }
  }

  /// Adds, as `patched`, a program that builds with the set `routine` alone, and needs no package but runtime. It says
  /// `goroutine 1` on standard error.
  func addPatchedProgram() throws {
    try write("module patched\n\ngo 1.18\n", to: "patched/go.mod")
    let calls = "println(\"goroutine\", runtime.RoutinexGoid())"
    try write("package main\n\nimport \"runtime\"\n\nfunc main() { \(calls) }\n", to: "patched/main.go")
  }

  /// Every file below a folder, links included, as paths below it.
  func files(below name: String) -> [String] {
    let enumerator = FileManager.default.enumerator(atPath: path(name))
    var result: [String] = []
    while let file = enumerator?.nextObject() as? String {
      if enumerator?.fileAttributes?[.type] as? FileAttributeType != .typeDirectory { result.append(file) }
    }
    return result.sorted()
  }

  /// Runs a program that was built here.
  func run(_ name: String, _ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try Command([path(name)] + arguments, in: root, environment: environment).run()
  }

  /// Calls routinex as cmd/go would.
  func routinex(_ arguments: String..., in folder: String = "", environment: [String: String] = [:]) throws -> Run {
    try Command([Setup.routinex] + arguments, in: path(folder), environment: environment).run()
  }
}
