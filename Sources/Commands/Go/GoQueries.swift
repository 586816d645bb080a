internal import Bytes
internal import Findings
internal import GoSyntax
internal import Host

/// What the go command is asked before it is started.
struct GoQueries {
  /// `-C DIR`, which the answers depend on, as the go command takes it.
  let folder: ByteString?
  /// As the user calls it.
  var program = ByteString("go")
  /// What it has said before; nil to ask it always.
  var kept: KeptListings?

  /// What the go command takes from its environment, from its file of settings (`go env -w`) and from its toolchain.
  struct Settings {
    fileprivate(set) var values: [String: ByteString] = [:]

    var flags: ByteString { values["GOFLAGS"] ?? [] }
    var root: ByteString { values["GOROOT"] ?? [] }
    /// `linux/amd64`
    var platform: ByteString { (values["GOOS"] ?? []) + [ASCII.slash] + (values["GOARCH"] ?? []) }
    subscript(_ name: String) -> ByteString? { values[name].flatMap { $0.isEmpty ? nil : $0 } }
    /// Sorted by name.
    var all: [(name: String, value: ByteString)] { values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

    /// The folder of the build cache.
    var cache: ByteString { values["GOCACHE"] ?? [] }
    var hasCgo: Bool { values["CGO_ENABLED"]?.equals("1") == true }

    /// The main module's go.mod; nil if there is none, or a workspace has several.
    var goMod: ByteString? {
      let work = values["GOWORK"] ?? []
      guard let path = values["GOMOD"], Path.isAbsolute(path), work.isEmpty || work.equals("off") else { return nil }
      return path
    }

    var goMinor: Int { GoVersion(values["GOVERSION"] ?? []).minor }
  }

  func settings() throws(Findings) -> Settings {
    // GOFLAGS is last: alone of them it may hold newlines.
    let names = [
      "GOOS", "GOARCH", "GOVERSION", "CGO_ENABLED", "GOROOT", "GO111MODULE", "GOPATH", "GOCACHE", "GOMOD", "GOWORK",
      "GOENV", "GOTOOLDIR", "CC", "CXX", "GOFLAGS",
    ]
    let output = try run(ByteString("env"), [], names.map { ByteString($0) })
    let lines = output.split(separator: ASCII.newline, maxSplits: names.count - 1, omittingEmptySubsequences: false)
    var settings = Settings()
    for (name, line) in zip(names, lines) { settings.values[name] = Array(line) }
    if let flags = settings.values["GOFLAGS"], flags.last == ASCII.newline {
      settings.values["GOFLAGS"] = flags.dropLast()
    }
    return settings
  }

  /// The flags of `go list` for the packages that a build is about: those named, and what they depend on.
  ///
  /// - Parameters:
  ///   - selection: the user's flags that decide which packages there are.
  ///   - withTests: whether their tests take part.
  static func flags(ofBuild selection: [ByteString], withTests: Bool) -> [ByteString] {
    selection + [ByteString("-e"), ByteString("-deps")] + (withTests ? [ByteString("-test")] : [])
  }

  /// The packages that the build is about. Where the go command cannot tell, this process ends as it does.
  func packages(
    _ named: [ByteString], selection: [ByteString], withTests: Bool
  ) throws(Findings) -> [BuildGraph.Package] {
    let flags = Self.flags(ofBuild: selection, withTests: withTests) + [BuildGraph.format, ByteString("--")]
    return BuildGraph.packages(in: try run(ByteString("list"), flags, named))
  }

  /// The import paths of the main modules' tools (Go 1.24 and newer).
  func tools(selection: [ByteString]) throws(Findings) -> Set<ByteString> {
    let output = try run(ByteString("list"), selection + [ByteString("-e")], [ByteString("tool")])
    return Set(output.split(separator: ASCII.newline).map { Array($0) })
  }

  /// Packages, and what they are to import.
  ///
  /// - Parameter isQuiet: whether what the go command says is nothing for a person.
  /// - Returns: nil if the go command fails.
  func graph(_ paths: [ByteString], flags: [ByteString], isQuiet: Bool) -> [BuildGraph.Package]? {
    func ask() -> ByteString? {
      let quiet = ["/bin/sh", "-c", "exec \"$@\" 2>/dev/null", "sh"].map { ByteString($0) }
      let change = folder.map { [ByteString("-C"), $0] } ?? []
      let words =
        [program, ByteString("list")] + change + flags + [BuildGraph.format, ByteString("--")] + paths
      let pointer = makeArgumentPointer((isQuiet ? quiet : []) + words)
      let (outcome, output) = Process.run(pointer, capturing: true)
      guard case .exited(0) = outcome else { return nil }
      return output
    }
    guard let kept else { return ask().map(BuildGraph.packages) }
    let output = kept.answer(
      paths, flags: flags, inputs: { kept.inputs(of: BuildGraph.packages(in: $0), flags: flags) }, ask: ask)
    return output.map(BuildGraph.packages)
  }

  /// What `go list` prints. Where it fails, this process ends as it does.
  ///
  /// - Parameter inputs: what an answer depends on, as `KeptListings.answer` takes it.
  func list(
    _ paths: [ByteString], flags: [ByteString], inputs: (ByteString) -> [ListingInput]?
  ) throws(Findings) -> ByteString {
    let word = ByteString("list")
    guard let kept else { return try run(word, flags, paths) }
    func ask() throws(Findings) -> ByteString? { try run(word, flags, paths) }
    return try kept.answer(paths, flags: flags, inputs: inputs, ask: ask) ?? []
  }

  /// The folder that the go command is to run in, by the name that it takes for it: behind -C it is still that of PWD if that is
  /// right, and without links otherwise (cmd/go/main.go, handleChdirFlag; os.Getwd).
  var workingFolder: ByteString {
    let own = workingFolders().first ?? []
    guard let folder else { return own }
    let path = Path.isAbsolute(folder) ? folder : Path.join(own, folder)
    return HostFiles().isSameFile(path, own) ? own : realPath(path) ?? Path.normalized(path)
  }

  /// Where the go command fails, this process ends as it does.
  ///
  /// - Returns: what the go command writes to standard output. Its messages go where this program's go.
  func run(
    _ subcommand: ByteString, _ flags: [ByteString], _ arguments: [ByteString]
  ) throws(Findings) -> ByteString {
    let change = folder.map { [ByteString("-C"), $0] } ?? []
    let pointer = makeArgumentPointer([program, subcommand] + change + flags + arguments)
    let (outcome, output) = Process.run(pointer, capturing: true)
    // It has said what is wrong, or cannot be started.
    guard case .exited(0) = outcome else { Process.end(as: outcome, running: pointer) }
    return output
  }
}
