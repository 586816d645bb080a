internal import ArgumentParser
internal import Bytes
internal import Entry
internal import Findings
internal import Host
internal import SystemInterface
internal import Toolexec
internal import Weaving

/// What a person runs by hand: `routinex COMMAND ...`. A new command is one file, one line in `subcommands`, and its name in
/// `names`.
package enum Routinex {
  /// The commands' names. The go command starts routinex with a path or a flag first, so none of these is ever a tool; a
  /// toolexec program that is called like one has to be given by its path.
  private static let names: [StaticString] = [
    "add", "check", "completions", "diff", "doctor", "explain", "go", "list", "new", "overlay", "test", "version",
    "help",
  ]

  /// Whether the first argument is a command. Looks at the names alone.
  package static func isCommand(_ argument: UnsafePointer<CChar>) -> Bool {
    // A tool's path, which needs no look at the list.
    if argument[0] == CChar(bitPattern: 0x2f) { return false }
    return names.contains { isSame(argument, $0) }
  }

  /// Not strcmp(3), which a layer further down would have to call: this is asked before the early start.
  private static func isSame(_ argument: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    let (bytes, count) = (name.utf8Start, name.utf8CodeUnitCount)
    for index in 0..<count where UInt8(bitPattern: argument[index]) != bytes[index] { return false }
    return argument[count] == 0
  }

  /// Runs the command that the arguments name.
  package static func start() -> Never {
    holdStandardDescriptors()
    LargeStack.run {
      do {
        try GoCommand.runIfNamed()
        try RecordedCall.runIfNamed()
        // Given none, the parser would ask Swift's CommandLine.
        var command = try Root.parseAsRoot(ArgumentVector.ofProcess.copied().map(RawArgument.encoded))
        try command.run()
        Process.end(status: 0)
      } catch let error as Findings {
        error.messages.forEach(Message.error)
        Process.end(status: 1)
      } catch {
        let text = RawArgument.decoded(Root.fullMessage(for: error)).text
        // Help and the like, which were asked for.
        guard Root.exitCode(for: error) != .success else {
          Process.end(printing: Array((text + "\n").utf8))
        }
        if !text.isEmpty {
          Message.error(text.utf8.starts(with: "Error: ".utf8) ? String(text.unicodeScalars.dropFirst(7)) : text)
        }
        Process.end(status: 1)
      }
    }
  }
}

struct Root: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "routinex",
    abstract: "Changes Go packages while they are built.",
    subcommands: [
      Add.self,
      Check.self,
      Completions.self,
      Diff.self,
      Doctor.self,
      Explain.self,
      GoCommand.self,
      ListSets.self,
      New.self,
      Overlay.self,
      TestSet.self,
      Version.self,
    ])
}
