import Foundation

extension Toolchain {
  package struct FailedCommand: Error, CustomStringConvertible { package let description: String }

  /// The output of `go ARGUMENTS` in the folder of the standard library.
  package func go(_ arguments: [String], _ environment: [String: String]) throws -> String {
    let process = Process()
    let folder = NSTemporaryDirectory() + "/routinex-go-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    process.executableURL = URL(fileURLWithPath: root + "/bin/go")
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: root + "/src")
    process.environment = self.environment(home: folder, temporary: NSTemporaryDirectory()).merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw FailedCommand(description: "go \(arguments.joined(separator: " "))") }
    return String(decoding: output, as: UTF8.self)
  }
}
