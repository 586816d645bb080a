internal import ArgumentParser
internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Toolexec
internal import Weaving

/// `--patches`, for the commands that build.
struct PatchesOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The patch sets to apply, separated by commas; write a comma in a path as \\,",
      discussion: "Default: \(ActiveSets.usual)."))
  var patches: [RawArgument] = []

  /// The elements of the lists; nil if the flag is not given.
  var elements: [ByteString]? { patches.isEmpty ? nil : patches.flatMap { PatchSetList.elements(of: $0.bytes) } }
}

/// `--go`, for the commands that look at one toolchain.
struct ToolchainOption: ParsableArguments {
  @Option(
    name: .customLong("go"),
    help: ArgumentHelp(
      "The Go toolchain: its folder, or a version that this machine has.",
      discussion: "Default: the toolchain of GOROOT, else of the go command on PATH, else the newest that is found.",
      valueName: "goroot"),
    completion: .directory)
  var goRoot: RawArgument?

  func root() throws(Findings) -> GoRoot {
    let roots = GoRoots.ofThisMachine
    if let goRoot { return try roots.named([goRoot.bytes])[0] }
    return try Self.usual(roots)
  }

  /// The one without the flag.
  static func usual(_ roots: GoRoots<HostFiles> = .ofThisMachine) throws(Findings) -> GoRoot {
    if let folder = environmentValue("GOROOT"), !folder.isEmpty { return try roots.named([folder])[0] }
    if let root = roots.onPath { return root }
    let all = try roots.named([])
    return all[all.count - 1]
  }
}
