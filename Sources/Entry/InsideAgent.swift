internal import Bytes
internal import Host
internal import SystemInterface
internal import Findings
internal import Toolexec
internal import Weaving

/// `--inside AGENT`: the agent is started with a program that is called as the tool is, and is this one. So the agent sees
/// the command line as the go command wrote it, edits first, and what it starts as the tool comes here.
///
/// For agents that look for `compile` in the name of the program that they are to start, or for the paths of the originals.
/// Calls that no patch concerns are passed on to the agent as they came, and so are questions for a tool's ID.
///
/// The key of `routinex go` is none of compile's flags, which agents parse: so it goes around them, beside this program's
/// own flags.
struct InsideAgent {
  /// Tells the stand-in of a tool what it stands for.
  private static var variable: StaticString { "ROUTINEX_INSIDE" }

  /// This program's flags, as they were given.
  let flags: [ByteString]
  /// The agent and its arguments.
  let agents: [ByteString]
  /// The tool's path and its arguments; without compile's key, unless a response file has it.
  let tool: [ByteString]
  /// Compile's key, as it stands among the arguments: see `CompileCommand.key`.
  let key: ByteString?

  init(flags: [ByteString], agents: [ByteString], call: ToolCall, tool: [ByteString]) {
    self.flags = flags
    self.agents = agents
    guard case .compile = call.tool else {
      self.tool = tool
      key = nil
      return
    }
    key = tool.last(where: CompileCommand.isKey)
    self.tool = tool.filter { !CompileCommand.isKey($0) }
  }

  // MARK: In front of the agent

  /// The agent's command line with the stand-in in the tool's place.
  ///
  /// - Returns: the stand-ins too where they are to be removed once the command has ended; nil where they lie in the build's
  ///   own folder, which the go command removes.
  func command() throws(Findings) -> (arguments: [ByteString], temporary: StandIns?) {
    guard let real = findProgram(tool[0]) else {
      throw Findings(.missingProgram, "cannot find the tool \(tool[0].text); give its full path")
    }
    let folder = Path.directory(real)
    let standIns: StandIns
    let build = Self.buildFolder(tool)
    if let build {
      standIns = try StandIns(of: folder, below: Path.join(build, ByteString("routinex-tools")))
    } else {
      // A driver other than the go command.
      let temporary = try attempt { () throws(FileError) in try makeTemporaryFolder() }
      standIns = try StandIns(of: folder, below: temporary)
    }
    let path = try standIns.path(of: Path.lastComponent(real))
    Self.set(folder, key, flags)
    return (agents + [path] + tool.dropFirst(), build == nil ? standIns : nil)
  }

  /// The go command's `$WORK`, as the paths in a tool's arguments tell it; nil where no argument lies there.
  static func buildFolder(_ tool: [ByteString]) -> ByteString? {
    for argument in tool.dropFirst() {
      // A flag's value may be a part of it: `-o=PATH`.
      guard let start = argument.firstIndex(of: ASCII.slash) else { continue }
      for folder in Path.upwards(from: Path.directory(Array(argument[start...]))) {
        if let work = WorkFolder.holding(folder) { return work }
      }
    }
    return nil
  }

  // MARK: In the tool's place

  /// The command line that a stand-in stands for, this program's flags in it; nil if this process is none.
  ///
  /// It is asked first thing by every process: the name alone nearly always answers.
  static func commandLine(
    argc: Int32, argv: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  ) -> [ByteString]? {
    guard isStandIn(argv), let value = environmentValue(variable) else { return nil }
    let fields = decode(value)
    guard fields.count >= 2 else { return nil }
    let (folder, key) = (fields[0], fields[1])
    removeEnvironmentValue(variable)
    guard argc > 0, let path = argv[0].map({ bytes(of: $0) }) else { return nil }
    var tool = [Path.join(folder, Path.lastComponent(path))] + ArgumentVector(argc: Int(argc), argv: argv).copied()
    if !key.isEmpty, Self.compiles(tool) { tool.insert(key, at: 1) }
    return [ByteString("routinex")] + fields.dropFirst(2) + tool
  }

  /// Whether the tool is compile, and is not asked for its ID.
  private static func compiles(_ tool: [ByteString]) -> Bool {
    guard let call = ToolCall.find(in: tool, from: 0), case .compile = call.tool else { return false }
    return !call.isVersionQuery
  }

  /// Whether the process may have been started under the name of a tool.
  static func isStandIn(_ argv: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Bool {
    guard let path = argv[0] else { return false }
    var name = path
    var next = path
    while next[0] != 0 {
      if UInt8(bitPattern: next[0]) == ASCII.slash { name = next + 1 }
      next += 1
    }
    // No tool's name begins as `routinex` does.
    guard UInt8(bitPattern: name[0]) != UInt8(ascii: "r") else { return false }
    return hasEnvironmentValue(variable)
  }

  // MARK: From the one to the other

  private static func set(_ folder: ByteString, _ key: ByteString?, _ flags: [ByteString]) {
    setEnvironmentValue(variable, encode([folder, key ?? []] + flags))
  }

  /// A line for each, with `\\` and `\n` for a backslash and a line end.
  static func encode(_ fields: [ByteString]) -> ByteString {
    ByteString(
      fields.map { field in
        field.flatMap { byte -> ByteString in
          switch byte {
          case ASCII.backslash: [ASCII.backslash, ASCII.backslash]
          case ASCII.newline: [ASCII.backslash, ASCII.n]
          default: [byte]
          }
        }
      }.joined(separator: [ASCII.newline]))
  }

  static func decode(_ text: ByteString) -> [ByteString] {
    text.split(separator: ASCII.newline, omittingEmptySubsequences: false).map { line in
      var result = ByteString()
      var isEscaped = false
      for byte in line {
        if isEscaped {
          result.append(byte == ASCII.n ? ASCII.newline : byte)
          isEscaped = false
        } else if byte == ASCII.backslash {
          isEscaped = true
        } else {
          result.append(byte)
        }
      }
      return result
    }
  }
}

/// A folder of links to this program under the names of a toolchain's tools: an agent may look for one tool beside another.
struct StandIns {
  private let root: ByteString
  /// `ROOT/pkg/tool/linux_amd64`, as agents know it.
  private let folder: ByteString
  private let program: ByteString

  /// Makes the folder, or takes the one that another call of the build has made.
  init(of toolFolder: ByteString, below root: ByteString) throws(Findings) {
    guard let program = executablePath() else {
      throw Findings(
        .missingProgram, "cannot find the path of this program, which --inside needs; is /proc mounted?")
    }
    self.root = root
    self.program = program
    folder = Path.join(root, ByteString("pkg/tool/") + Path.lastComponent(toolFolder))
    for path in [root, Path.join(root, ByteString("pkg")), Path.join(root, ByteString("pkg/tool")), folder] {
      try attempt { () throws(FileError) in try HostFiles().makePrivateFolder(path) }
    }
    let names = try attempt { () throws(FileError) in try HostFiles().names(in: toolFolder) } ?? []
    for name in names where Tool(name: name) != nil { try link(name) }
  }

  /// The path of a tool's stand-in.
  func path(of tool: ByteString) throws(Findings) -> ByteString {
    try link(tool)
    return Path.join(folder, tool)
  }

  func remove() { HostFiles().removeFolder(root) }

  private func link(_ name: ByteString) throws(Findings) {
    let path = Path.join(folder, name)
    // Another call of the build may have been quicker.
    try attempt { () throws(FileError) in try HostFiles().makeLink(path, to: program) }
  }
}
