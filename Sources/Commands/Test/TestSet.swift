internal import ArgumentParser
internal import Bytes
internal import Findings
internal import Host
internal import Weaving

/// `routinex test`.
struct TestSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the tests of a patch set, with and without the set, on every Go version.",
    discussion: """
      Each folder below the set's testdata that has a go.mod is a module with Go tests. The tests run on every Go \
      toolchain on this machine. With `routinex go test` and the set they must pass. With `go test` alone they must \
      fail: this shows that the set makes the difference. A line in go.mod can change the second condition:

        //routinex:without passes    the tests pass without the set too
        //routinex:without skip      do not run the tests without the set

      A toolchain that is older than the version in go.mod is left out. A go.work counts only in the module's own \
      folder.

      The exit status is 1 if something is not as it should be, or if there are no tests.
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
        .usage, "\(element.shown) is a built-in set, which routinex's own tests cover; name a set's folder")
    }
    let modules = try TestModule.all(of: folder)
    guard !modules.isEmpty else {
      throw Findings(
        .usage,
        "the patch set \(last.name.shown) has no tests: no folder in \(Path.join(folder, ByteString("testdata")).shown) has a "
          + "go.mod; `routinex new` writes a first one for a new set")
    }
    let run = try TestRun(modules, with: sets, on: toolchains.roots())
    let report = TestReport(sets: sets.map(\.name.text), run: run)
    guard Message.output(ByteString(json ? report.json : report.text(on: .output))) else {
      throw Findings(.fileSystem, "cannot write to standard output")
    }
    if run.hasFault { throw Findings([]) }
  }
}
