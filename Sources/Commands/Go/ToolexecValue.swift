internal import Bytes
internal import Findings
internal import Host
internal import Toolexec

/// The value of the go command's `-toolexec` with this program in it.
enum ToolexecValue {
  /// - Parameters:
  ///   - flags: this program's.
  ///   - patchSets: the elements of `--patches`, paths absolute, since the tools run in other folders; nil: no list.
  ///   - next: what is to run behind this program, as its user quoted it (`next(_:goflags:for:)`).
  /// - Throws: that a path cannot be quoted.
  static func make(
    _ flags: [ByteString], patchSets: [ByteString]?, next: ByteString = []
  ) throws(Findings) -> ByteString {
    var words = [try ownProgram()] + flags
    if let patchSets {
      words += patchSets.isEmpty ? [ByteString("--patches=")] : patchSets.map { ByteString("--patch-set=") + $0 }
    }
    var fields: [ByteString] = []
    for word in words {
      guard let field = GoQuoting.quoted(word) else {
        throw Findings(
          .quoting,
          "the path in \(word.text) has both single and double quotes, which -toolexec cannot hold; rename the folder")
      }
      fields.append(field)
    }
    if !next.trimmed.isEmpty { fields.append(Array(next.trimmed)) }
    return ByteString(fields.joined(separator: [ASCII.space]))
  }

  /// The program that the user has in `-toolexec`, on the command line or else in GOFLAGS, with its flags; empty if there
  /// is none.
  ///
  /// - Parameters:
  ///   - goflags: the flags of GOFLAGS that have a value.
  ///   - command: the command of this program that sets `-toolexec`.
  /// - Throws: that it is this program.
  static func next(
    _ arguments: GoArguments, goflags: [GoArguments.Flag], for command: String
  ) throws(Findings) -> ByteString {
    let next = arguments.toolexec ?? goflags.last { $0.name.equals("toolexec") }?.value ?? []
    let program = try ownProgram()
    let isThere = (GoQuoting.split(next) ?? []).enumerated().contains { index, word in
      (index == 0 && Path.lastComponent(word).equals("routinex"))
        || findProgram(word).map { HostFiles().isSameFile($0, program) } == true
    }
    guard isThere else { return next }
    throw Findings(
      .usage,
      "-toolexec, from the command line or GOFLAGS, already has routinex (\(next.text)); leave it out of -toolexec, "
        + "since `routinex \(command)` sets it, and give its flags to `routinex \(command)`")
  }
}
