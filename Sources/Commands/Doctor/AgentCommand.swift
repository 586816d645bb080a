internal import Bytes
internal import Findings
internal import Host
internal import SystemInterface
internal import Toolexec
internal import Weaving

/// An agent as a person names it: a program and its arguments.
struct AgentCommand {
  /// As it was given, but for the path of the program, which is absolute: the tools of a build run in other folders.
  let words: [ByteString]

  /// - Throws: that there is no such program.
  init(_ given: [ByteString], workingFolder: ByteString) throws(Findings) {
    guard let name = given.first, !name.isEmpty else {
      throw Findings(.usage, "which agent? For example: routinex doctor go-agent")
    }
    let files = HostFiles()
    guard let found = findProgram(name) else {
      throw Findings(
        .missingProgram, "cannot find the agent \(name.shown) on PATH; give its full path, or put it on PATH")
    }
    let path = Path.isAbsolute(found) ? found : Path.normalized(Path.join(workingFolder, found))
    switch try attempt({ () throws(FileError) in try files.kind(of: path) }) {
    case nil: throw Findings(.missingProgram, "there is no agent \(name.shown); give the path of its program")
    case .folder, .special:
      throw Findings(.missingProgram, "\(name.shown) is not a program; give the path of the agent's program")
    case .regular: break
    }
    guard files.isExecutable(path) else {
      throw Findings(.missingProgram, "the agent \(name.shown) cannot be run; does it lack the permission (chmod +x)?")
    }
    if executablePath().map({ files.isSameFile($0, path) }) == true {
      throw Findings(
        .usage, "\(name.shown) is routinex itself; name the other program: routinex doctor AGENT [ARGUMENTS]")
    }
    words = [name.contains(ASCII.slash) ? path : name] + given.dropFirst()
  }

  /// What it is called in a table.
  var name: String { Path.lastComponent(words[0]).shown }
}

/// A chain of toolexec programs.
struct ToolexecChain {
  /// This program with flags of its own and `--patches`.
  let routinex: ByteString
  let routinexInside: ByteString
  let agent: ByteString

  /// - Parameter patchSets: the elements of `--patches`; nil: no list.
  init(_ agent: AgentCommand, patchSets: [ByteString]?) throws(Findings) {
    routinex = try ToolexecValue.make([], patchSets: patchSets)
    routinexInside = try ToolexecValue.make([ByteString("--inside")], patchSets: patchSets)
    self.agent = try Self.value(agent.words)
  }

  /// The value of `-toolexec`.
  func value(_ order: ChainOrder) -> ByteString {
    switch order {
    case .inside: routinexInside + [ASCII.space] + agent
    case .behind: routinex + [ASCII.space] + agent
    case .inFront: agent + [ASCII.space] + routinex
    }
  }

  /// The words as the go command splits them again, in double quotes where that can be: a shell takes them in single ones.
  static func value(_ words: [ByteString]) throws(Findings) -> ByteString {
    var fields: [ByteString] = []
    for word in words {
      guard var field = GoQuoting.quoted(word) else {
        throw Findings(
          .quoting,
          "\(word.shown) has both single and double quotes, which -toolexec cannot hold; write a script that starts the "
            + "agent with it")
      }
      if field != word, !word.contains(ASCII.doubleQuote) { field = [ASCII.doubleQuote] + word + [ASCII.doubleQuote] }
      fields.append(field)
    }
    return ByteString(fields.joined(separator: [ASCII.space]))
  }
}
