package import Bytes
internal import CLibrary

package typealias ArgumentPointer = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// Runs other programs: in this process's place wherever that can be.
package enum Process {
  /// Becomes the program; comes back only when that cannot be, with `errno`.
  package static func replace(with arguments: ArgumentPointer) -> Int32 {
    guard let program = arguments[0] else { return ENOENT }
    execvp(program, arguments)
    return errno
  }

  /// Whether the program could not be started for the length of its arguments and environment.
  package static func isTooLong(_ code: Int32) -> Bool { code == E2BIG }

  /// How a program ended.
  package enum Outcome {
    case exited(Int32)
    case signalled(Int32)
    case notStarted(Int32)
    /// It was started, and what became of it cannot be told: why.
    case lost(String)
  }

  /// Runs the program as a child.
  ///
  /// - Parameter started: is called when the child runs, before it is waited for.
  /// - Returns: how it ended, and what it wrote to standard output if `capturing`.
  package static func run(
    _ arguments: ArgumentPointer, capturing: Bool, started: () -> Void = {}
  ) -> (outcome: Outcome, output: ByteString) {
    var usage = rusage()
    return run(arguments, capturing: capturing, usage: &usage) { _ in started() }
  }

  /// - Parameters:
  ///   - usage: becomes what the child took, and what it waited for.
  ///   - started: is given the child's number as soon as it has one.
  static func run(
    _ arguments: ArgumentPointer, capturing: Bool, usage: inout rusage, started: (pid_t) -> Void
  ) -> (outcome: Outcome, output: ByteString) {
    // With SIGCHLD ignored, as some callers leave it, the system forgets how children end (wait(2)).
    signal(SIGCHLD, SIG_DFL)
    var ends: [Int32] = [-1, -1]
    var actions = CurrentPlatform.noSpawnActions
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if capturing {
      guard pipe(&ends) == 0 else { return (.notStarted(errno), []) }
      posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
      posix_spawn_file_actions_addclose(&actions, ends[0])
      posix_spawn_file_actions_addclose(&actions, ends[1])
    }
    var child: pid_t = 0
    let failure = arguments[0].map { posix_spawnp(&child, $0, &actions, nil, arguments, environ) } ?? ENOENT
    if capturing { close(ends[1]) }
    if failure == 0 { started(child) }
    // Of a child that did not start there is nothing to wait for: the other end is closed.
    let output: Result<ByteString, Unreadable> = capturing ? readAll(ends[0]) : .success([])
    guard failure == 0 else { return (.notStarted(failure), []) }
    var status: Int32 = 0
    while wait4(child, &status, 0, &usage) < 0 {
      if errno != EINTR { return (.lost("cannot find out how it ended: \(systemMessage(errno))"), []) }
    }
    guard case .success(let output) = output else {
      if case .failure(let error) = output { return (.lost("cannot read its output: \(error.reason)"), []) }
      return (.lost("cannot read its output"), [])
    }
    // wait(2)'s macros, which Swift does not import: the low seven bits are the signal.
    let signal = status & 0x7f
    return (signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal), output)
  }

  private struct Unreadable: Error { let reason: String }

  /// A tool's answer is a line, and the messages of a build are not many.
  private static let outputLimit = 64 << 20

  /// Reads to the end, and closes.
  private static func readAll(_ descriptor: Int32) -> Result<ByteString, Unreadable> {
    defer { close(descriptor) }
    var result = ByteString()
    var buffer = ByteString(repeating: 0, count: 4096)
    while true {
      let size = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0) }
      if size < 0 { return .failure(Unreadable(reason: systemMessage(errno))) }
      if size == 0 { return .success(result) }
      result += buffer[..<size]
      if result.count > outputLimit { return .failure(Unreadable(reason: "it is more than \(outputLimit >> 20) MiB")) }
    }
  }

  /// Writes to standard output, or says why that cannot be.
  /// - Returns: whether all of it went out.
  package static func print(_ bytes: ByteString) -> Bool {
    let code = writeAll(bytes, to: 1)
    if code != 0 { Message.error("cannot write to standard output: \(systemMessage(code))") }
    return code == 0
  }

  package static func end(status: Int32) -> Never { exit(status) }

  /// Ends with an answer on standard output.
  package static func end(printing bytes: ByteString) -> Never { exit(print(bytes) ? 0 : 1) }

  /// Ends as the child did.
  package static func end(as outcome: Outcome, running arguments: ArgumentPointer) -> Never {
    switch outcome {
    case .exited(let status):
      exit(status)
    case .signalled(let number):
      signal(number, SIG_DFL)
      raise(number)
      exit(128 + number)
    case .notStarted(let code):
      fail(toStart: arguments[0], code)
    case .lost(let reason):
      Message.error("\(arguments[0].map { String(cString: $0) } ?? ""): \(reason)")
      exit(1)
    }
  }

  /// Says that the next program cannot be started: 127 when there is none, 126 when it cannot be run, as shells do.
  package static func fail(toStart name: UnsafeMutablePointer<CChar>?, _ code: Int32) -> Never {
    let name = name.map { UnsafeRawBufferPointer(start: $0, count: strlen($0)).shown } ?? ""
    let isMissing = code == ENOENT || code == ENOTDIR
    Message.error(
      "cannot run \(name.isEmpty ? "a program with an empty name" : name): \(systemMessage(code))"
        + (isMissing ? "; give its full path, or put it on PATH" : ""))
    exit(isMissing ? 127 : 126)
  }
}

/// Arguments as C takes them, for as long as the process lives.
package func makeArgumentPointer(_ arguments: [ByteString]) -> ArgumentPointer {
  let result = ArgumentPointer.allocate(capacity: arguments.count + 1)
  for (index, argument) in arguments.enumerated() {
    let bytes = UnsafeMutablePointer<CChar>.allocate(capacity: argument.count + 1)
    for (offset, byte) in argument.enumerated() { bytes[offset] = CChar(bitPattern: byte) }
    bytes[argument.count] = 0
    result[index] = bytes
  }
  result[arguments.count] = nil
  return result
}

/// A C string's bytes.
package func bytes(of string: UnsafePointer<CChar>) -> ByteString {
  ByteString(UnsafeRawBufferPointer(start: string, count: strlen(string)))
}
