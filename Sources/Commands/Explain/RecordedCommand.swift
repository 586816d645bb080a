internal import Bytes
internal import Host
internal import Toolexec
internal import Weaving

/// A go command whose processes are recorded.
struct RecordedCommand {
  private let given: [ByteString]
  private let arguments: GoArguments
  private let patches: [ByteString]?

  /// - Parameters:
  ///   - given: the command, with the go program first.
  ///   - patches: the elements of `--patches`; nil if it was not given.
  init(_ given: [ByteString], patches: [ByteString]?) throws(CommandFailure) {
    self.given = given
    arguments = try GoArguments(Array(given.dropFirst()))
    guard let subcommand = arguments.subcommand, Subcommand(rawValue: subcommand.text) != nil else {
      throw CommandFailure(
        "\(Message.quoted(given)) compiles no packages; explain takes go build, go install, go run, go test, go vet, go fix "
          + "and go list")
    }
    self.patches = patches ?? arguments.options.patches
  }

  /// Runs the command.
  func run() throws(CommandFailure) -> (Supervision, Explanation) {
    guard let folder = makeTemporaryFolder() else {
      throw CommandFailure("cannot make a folder for the records in TMPDIR")
    }
    defer { removeFolder(folder) }
    let graph = Path.join(folder, ByteString("graph"))
    let flags = [
      ByteString("-toolexec=") + (try toolexec(recordingTo: folder)), ByteString("-debug-actiongraph=") + graph,
    ]
    let command = makeArgumentPointer([given[0]] + arguments.adding(flags: flags))
    let supervision = Supervision(running: command)
    if case .notStarted = supervision.outcome {
      removeFolder(folder)
      supervision.endAlike(running: command)
    }
    let files = HostFiles()
    let records = (files.names(in: folder) ?? []).filter { !$0.equals("graph") }.compactMap { name in
      (try? files.read(Path.join(folder, name))).flatMap { ProcessRecord(encoded: $0) }
    }
    let explanation = Explanation(
      command: given, patchSets: patchSets, start: supervision.start, end: supervision.end, records: records,
      graph: (try? files.read(graph)).flatMap { ActionGraph($0) })
    return (supervision, explanation)
  }

  private var patchSets: String {
    let names = patches ?? environmentValue("ROUTINEX_PATCHES")?.split(separator: ASCII.comma).map(Array.init)
    guard let names else { return "routine" }
    return names.isEmpty ? "none" : names.map(\.text).joined(separator: ", ")
  }

  /// This program with its flags, and behind it the program of the user's own `-toolexec`.
  private func toolexec(recordingTo folder: ByteString) throws(CommandFailure) -> ByteString {
    guard let program = executablePath() else { throw CommandFailure("cannot find out where this program lies") }
    let next = arguments.toolexec ?? toolexecOfEnvironment ?? []
    if let word = QuotedFields.split(next)?.first, Path.lastComponent(word).equals("routinex") {
      throw CommandFailure(
        "-toolexec, from the command line or GOFLAGS, already has routinex (\(next.text)); leave it out, and give its flags "
          + "to `routinex explain`")
    }
    var words = [program, ByteString("--record"), folder]
    if let patches {
      let own = workingFolders().first ?? []
      let names = patches.map { isPath($0) ? Path.normalized(Path.join(own, $0)) : $0 }
      words += names.isEmpty ? [ByteString("--patches=")] : names.map { ByteString("--patch-set=") + $0 }
    }
    var quoted: [ByteString] = []
    for word in words {
      guard let text = QuotedFields.quoted(word) else {
        throw CommandFailure(
          "\(word.text) has both single and double quotes, which -toolexec cannot hold; rename the folder")
      }
      quoted.append(text)
    }
    if !next.trimmed.isEmpty { quoted.append(Array(next.trimmed)) }
    return ByteString(quoted.joined(separator: [ASCII.space]))
  }

  private func isPath(_ name: ByteString) -> Bool {
    !Path.isAbsolute(name) && !PatchSet.builtInNames.contains(name)
  }

  private var toolexecOfEnvironment: ByteString? {
    let words = environmentValue("GOFLAGS").flatMap { QuotedFields.split($0) } ?? []
    return words.last { $0.hasPrefix("-toolexec=") || $0.hasPrefix("--toolexec=") }
      .map { Array($0[(($0.firstIndex(of: ASCII.equals) ?? 0) + 1)...]) }
  }
}
