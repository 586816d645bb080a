internal import ArgumentParser
internal import Bytes
internal import Findings
internal import Host
internal import Weaving

/// `routinex test`.
struct TestSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the tests of a patch set, with it and without it, on every Go version.",
    discussion: """
      Each folder below the set's testdata that has a go.mod is a module with Go tests. They run with `routinex go test` and the \
      set on every Go toolchain that is found on this machine, where they must pass, and once more with `go test` alone, where \
      they must fail: that shows that it is the set which makes the difference. A line in go.mod says otherwise:

        //routinex:without passes    they pass without the set too
        //routinex:without skip      they are not to be run without it

      A toolchain that is older than what go.mod asks for is left out. A go.work counts in the module's own folder alone.

      The exit status is 1 if something is not as it should be, and if there are no tests.
      """)

  @Argument(
    help: ArgumentHelp(
      "The set: its folder, or the import path of a Go package.", discussion: "Default: the working folder.",
      valueName: "set"))
  var set: RawArgument?

  @OptionGroup var toolchains: ToolchainsOption

  @Flag(help: "Print the result as JSON.")
  var json = false

  func run() throws {
    let element = set?.bytes ?? ByteString(".")
    let sets = try ActiveSets(named: [element]).find()
    guard let last = sets.last, let folder = last.folder else {
      throw Findings(
        .usage, "\(element.shown) is a built-in set, whose tests are this program's own; name a set's folder")
    }
    let modules = try TestModule.all(of: folder)
    guard !modules.isEmpty else {
      throw Findings(
        .usage,
        "the patch set \(last.name.shown) has no tests: no folder in \(Path.join(folder, ByteString("testdata")).shown) has a "
          + "go.mod; `routinex new` writes a first one where it begins a set")
    }
    let run = try TestRun(modules, with: sets, on: toolchains.roots())
    let report = TestReport(sets: sets.map(\.name.text), run: run)
    guard Message.output(ByteString(json ? report.json : report.text(on: .output))) else {
      throw Findings(.fileSystem, "cannot write to standard output")
    }
    if run.hasFault { throw Findings([]) }
  }
}
