internal import ArgumentParser
internal import Bytes
internal import Host
internal import Weaving

/// `routinex list`.
struct ListSets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List patch sets, what each is for and which packages it targets.")

  @Argument(help: "Names of built-in sets and paths of folders; every built-in set, if none is given.")
  var sets: [String] = []

  func run() throws {
    for name in PatchSet.builtInNames { _ = Message.output(name + [ASCII.newline]) }
  }
}
