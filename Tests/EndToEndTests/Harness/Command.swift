import Foundation
import Testing

/// A program and how to start it. Arguments are bytes, since not all of them are text.
struct Command {
  var arguments: [[UInt8]]
  var environment: [String: String]
  var folder: String
  /// What the shell does that becomes the program: it changes to the folder, and to what else is wished.
  var prologue = ":"

  init(_ arguments: [String], in folder: String, environment: [String: String]) {
    self.arguments = arguments.map { Array($0.utf8) }
    self.environment = environment
    self.folder = folder
  }

  /// Starts the program, which a path names, and waits for its end.
  func run() throws -> Run {
    let output = try Capture()
    let errors = try Capture()
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Signals end a program as ever, whatever the test runner has made of them for itself.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.descriptor, 1)
    posix_spawn_file_actions_adddup2(&actions, errors.descriptor, 2)
    let shell = ["/bin/sh", "-c", "cd \"$0\" && \(prologue) && exec \"$@\"", folder].map { Array($0.utf8) }
    let argv = (shell + arguments).map(cString) + [nil]
    let envp = environment.map { cString(Array("\($0.key)=\($0.value)".utf8)) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var process: pid_t = 0
    let failure = Workspace.starting.withLock {
      // The test runner has descriptors of its own, which a program with few of them would miss.
      for descriptor in 3..<Int32(256) { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
      return posix_spawn(&process, "/bin/sh", &actions, &attributes, argv, envp)
    }
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EINVAL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7f
    return Run(
      command: self, process: process, ending: signal == 0 ? .exit(status >> 8 & 0xff) : .signal(signal),
      output: output.contents(), errors: errors.contents())
  }
}

/// A program that has ended.
struct Run: CustomStringConvertible {
  enum Ending: Equatable { case exit(Int32), signal(Int32) }

  let command: Command
  let process: pid_t
  let ending: Ending
  /// What it wrote to standard output.
  let output: Data
  /// What it wrote to standard error.
  let errors: Data

  var outputText: String { String(decoding: output, as: UTF8.self) }
  var errorText: String { String(decoding: errors, as: UTF8.self) }
  var errorLines: [Substring] { errorText.split(separator: "\n") }

  /// Whether it exited with another status than 0. That of the go command is 1 or, up to Go 1.19, 2.
  var failed: Bool {
    if case .exit(let status) = ending { return status != 0 }
    return false
  }

  var description: String {
    let line = command.arguments.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    return """
      $ cd \(command.folder) && \(line.prefix(4000))
      \(ending)
      stdout: \(outputText.prefix(8000))
      stderr: \(errorText.prefix(8000))
      """
  }

  /// This run, if it exited with 0; else the test ends here and shows it.
  @discardableResult
  func succeeded(sourceLocation: SourceLocation = #_sourceLocation) throws -> Run {
    try #require(ending == .exit(0), "\(self)", sourceLocation: sourceLocation)
    return self
  }
}

/// A file without a name that takes what a program writes: unlike a pipe it is never full.
private final class Capture {
  let descriptor: Int32

  init() throws {
    var path = Array((NSTemporaryDirectory() + "/routinex-XXXXXX").utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    unlink(path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit { close(descriptor) }

  func contents() -> Data {
    lseek(descriptor, 0, SEEK_SET)
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).readDataToEndOfFile()
  }
}

private func cString(_ bytes: [UInt8]) -> UnsafeMutablePointer<CChar>? {
  strdup((bytes + [0]).map { CChar(bitPattern: $0) })
}
