internal import ArgumentParser
internal import Bytes
internal import Findings
internal import Host
internal import Weaving

/// `routinex version`.
struct Version: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version",
    abstract: "Print the version, or which patch sets are in Go programs.",
    discussion: """
      Without a program: prints the version of routinex.

      With programs: prints which patch sets changed something in each, from its build information, which \
      `go version -m` shows as the setting "\(Provenance.setting)". For a set that is at hand (a built-in set, one of \
      --patches, or one that builds of this module apply), also prints the files that changed something, and what \
      they declare. The set's hash identifies them: if you have edited the set since, its hash is another.
      """)

  @OptionGroup var patches: PatchesOption

  @Argument(help: "Go programs: commands, test binaries, libraries.", completion: .file())
  var programs: [RawArgument] = []

  func run() throws {
    guard !programs.isEmpty else { return print(ByteString("routinex \(programVersion)\n")) }
    let atHand = try setsAtHand()
    var text = ""
    for program in programs.map(\.bytes) {
      let information = try Self.information(of: program)
      text += programs.count > 1 ? Printable.line(program.text) + ":\n" : ""
      text += try Self.text(BuiltSets(information), atHand)
    }
    print(ByteString(text))
  }

  private static func information(of program: ByteString) throws(Findings) -> ByteString {
    let command = makeArgumentPointer([ByteString("go"), ByteString("version"), ByteString("-m"), program])
    let (outcome, output) = Process.run(command, capturing: true)
    switch outcome {
    case .exited(0) where !output.isEmpty: return output
    case .exited:
      // It says more of what is not there than of what is no program.
      throw Findings(.usage, "'\(program.shown)' is not a Go program that `go version -m` can read")
    default: Process.end(as: outcome, running: command)
    }
  }

  private func print(_ text: ByteString) {
    if !Message.output(text) { Process.end(status: 1) }
  }

  /// By name.
  private func setsAtHand() throws(Findings) -> [ByteString: PatchSet] {
    let named = try ActiveSets(named: patches.elements ?? []).find()
    let builtIn = try NamedSets.find(PatchSet.builtInNames)
    return Dictionary((named + builtIn).map { ($0.name, $0) }) { first, _ in first }
  }

  private static func text(_ built: BuiltSets?, _ atHand: [ByteString: PatchSet]) throws(Findings) -> String {
    guard let built else { return "no patch set changed anything in it\n" }
    var result = "built with routinex \(built.version.shown)\n"
    for set in built.sets {
      let name = Terminal.output.styled(set.name.shown, .bold)
      guard let found = atHand[set.name] else {
        result += "\n\(name) (\(set.hash.shown)): this set is not at hand; give it with --patches\n"
        continue
      }
      guard let paths = try set.files(among: found, in: HostFiles()) else {
        result += "\n\(name) (\(set.hash.shown)): its files differ from those of the set at hand\n"
        continue
      }
      let listing = SetListing(found, isActive: false, in: HostFiles()).with(only: Set(paths.map(\.text)))
      result +=
        "\n\(name) (\(set.hash.shown)), the same files as the set at hand\n" + ListText.packages(listing, on: .output)
    }
    return result
  }
}
