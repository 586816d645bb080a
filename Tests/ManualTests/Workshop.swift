import Foundation
import Toolchains

/// A temporary folder with every example of the page laid out in it, and a build cache.
struct Workshop: Sendable {
  struct Outcome {
    let isSuccess: Bool
    /// Standard output and standard error, without the example's folder.
    let text: String
  }

  let root: String

  static let shared = Result { try Workshop(Page.current.examples) }

  private init(_ examples: [Example]) throws {
    var path = Array((NSTemporaryDirectory() + "/routinex-manual-XXXXXX").utf8CString)
    guard mkdtemp(&path) != nil, let real = realpath(path, nil) else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
    defer { free(real) }
    root = String(cString: real)
    do {
      try makeFolder("bin")
      try makeFolder("tmp")
      Setup.newest?.makePlainCache(inHome: root)
      try makeLink("bin/routinex", to: Setup.routinex)
      for example in examples { try layOut(example) }
    } catch {
      remove()
      throw error
    }
    atexit { if case .success(let workshop) = Workshop.shared { workshop.remove() } }
  }

  private func layOut(_ example: Example) throws {
    let folder = folder(of: example)
    try makeFolder(folder)
    for file in example.files {
      let path = folder + "/" + file.path
      if exists(path) { throw CocoaError(.fileWriteFileExists, userInfo: [NSFilePathErrorKey: path]) }
      try write(file.text, to: path)
    }
    if let name = example.moduleName, !example.files.contains(where: { $0.path == "go.mod" }) {
      try write("module example.com/\(name)\n\ngo 1.19\n", to: folder + "/go.mod")
    }
  }

  /// Runs the example's command in its folder.
  func run(_ example: Example) throws -> Outcome {
    let verb = example.isOutput ? "run" : "build"
    let command = example.script ?? "routinex go \(verb) --patches patches ."
    let folder = root + "/" + folder(of: example)
    let (status, text) = try shell(command, in: folder)
    let relative = text.replacingOccurrences(of: folder + "/", with: "")
      .replacingOccurrences(of: "(^|[\\s(])\\./", with: "$1", options: .regularExpression)
    return Outcome(isSuccess: status == 0, text: relative)
  }

  /// The Go files that gofmt would write otherwise, a line each; without those that an example has written.
  func unformatted() throws -> String {
    try shell("gofmt -l examples | { grep -v '/[.]patched/' || :; }", in: root).text
  }

  private func folder(of example: Example) -> String {
    "examples/" + example.heading.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
  }

  private func shell(_ script: String, in folder: String) throws -> (status: Int32, text: String) {
    var environment = Setup.newest?.environment(home: root, temporary: root + "/tmp") ?? [:]
    environment["PATH"] = "\(root)/bin:" + (environment["PATH"] ?? "")
    // One of the examples has a vendor folder.
    environment["GOFLAGS"] = ""
    let output = root + "/tmp/output"
    try write("", to: "tmp/output")
    guard let handle = FileHandle(forWritingAtPath: output) else { throw CocoaError(.fileWriteUnknown) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-ec", script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = handle
    process.environment = environment
    try process.run()
    process.waitUntilExit()
    try handle.close()
    return (process.terminationStatus, try String(contentsOfFile: output, encoding: .utf8))
  }

  // MARK: Files

  private func remove() { try? FileManager.default.removeItem(atPath: root) }

  private func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: root + "/" + path, withIntermediateDirectories: true)
  }

  private func makeLink(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: root + "/" + path, withDestinationPath: target)
  }

  private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root + "/" + path) }

  private func write(_ text: String, to path: String) throws {
    try makeFolder((path as NSString).deletingLastPathComponent)
    try Data(text.utf8).write(to: URL(fileURLWithPath: root + "/" + path))
  }
}
