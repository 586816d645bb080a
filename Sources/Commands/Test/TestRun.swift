internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Toolexec
internal import Weaving

/// The tests of modules, with a set and without, on several toolchains.
struct TestRun {
  /// What a call of `go test` came to.
  struct Call {
    let passes: Bool
    /// What it wrote.
    let output: ByteString
  }

  enum Outcome: String {
    case passed
    /// Its tests fail with the set.
    case failed
    /// They pass without it, where they are to fail.
    case idle
    /// They fail without it, where they are to pass.
    case broken
    /// go.mod asks for a newer Go.
    case isNotForThisVersion = "-"

    var isFault: Bool { self != .passed && self != .isNotForThisVersion }
  }

  struct Result {
    let outcome: Outcome
    let with: Call?
    /// nil where it was not run, since it is not to be, or the tests fail with the set.
    let without: Call?
  }

  let modules: [TestModule]
  let roots: [GoRoot]
  /// By module and toolchain.
  private(set) var results: [[Result]] = []

  /// What the shell does. Its arguments: the module's folder, GOROOT, and the command. A go.work around it is for others.
  private static let script = """
    cd "$1" || exit 125
    export GOROOT="$2" PATH="$2/bin:$PATH" GOTOOLCHAIN=local
    [ -e go.work ] || export GOWORK=off
    shift 2
    exec "$@" 2>&1
    """

  init(_ modules: [TestModule], with sets: [PatchSet], on roots: [GoRoot]) throws(Findings) {
    self.modules = modules
    self.roots = roots
    let program = try ownProgram()
    let list = ByteString(sets.map { PatchSetList.quoted($0.element) }.joined(separator: [ASCII.comma]))
    let test = [ByteString("test"), ByteString("./...")]
    let plain = [ByteString("go")] + test
    let patched = [program, ByteString("go"), ByteString("--patches=") + list] + test
    let progress = Progress()
    defer { progress.clear() }
    for module in modules {
      var row: [Result] = []
      for root in roots {
        progress.show("testing \(module.name.shown) with \(root.version.text)")
        row.append(try Self.result(of: module, root, patched: patched, plain: plain))
      }
      results.append(row)
    }
  }

  private static func result(
    of module: TestModule, _ root: GoRoot, patched: [ByteString], plain: [ByteString]
  ) throws(Findings) -> Result {
    if root.minor < module.goMinor { return Result(outcome: .isNotForThisVersion, with: nil, without: nil) }
    let with = try call(patched, in: module, root)
    if !with.passes { return Result(outcome: .failed, with: with, without: nil) }
    if module.without == .isNotRun { return Result(outcome: .passed, with: with, without: nil) }
    let without = try call(plain, in: module, root)
    let outcome: Outcome =
      without.passes == (module.without == .passes) ? .passed : without.passes ? .idle : .broken
    return Result(outcome: outcome, with: with, without: without)
  }

  private static func call(_ command: [ByteString], in module: TestModule, _ root: GoRoot) throws(Findings) -> Call {
    let shell = ["/bin/sh", "-c", script, "sh"].map { ByteString($0) }
    let (outcome, output) = Process.run(
      makeArgumentPointer(shell + [module.folder, root.path] + command), capturing: true)
    switch outcome {
    case .exited(let status): return Call(passes: status == 0, output: output)
    case .signalled: return Call(passes: false, output: output)
    case .notStarted(let code): throw Findings(.goCommand, "cannot run /bin/sh: \(systemMessage(code))")
    case .lost(let reason): throw Findings(.goCommand, "the go command: \(reason)")
    }
  }

  var hasFault: Bool { results.contains { $0.contains(where: \.outcome.isFault) } }
}
