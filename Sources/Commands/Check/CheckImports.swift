internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Patching
internal import SystemInterface
internal import Weaving

/// What is wrong with imports and links that targets lack, found without a build: each toolchain's go command lists the packages,
/// as `routinex go` has it do before it compiles anything.
struct CheckImports {
  let rows: CheckRows
  let jobs: [CheckJob]
  let roots: [GoRoot]
  let platforms: [Platform]
  let environment: Environment
  let workingFolder: ByteString

  struct Answer {
    fileprivate(set) var found = CheckFindings()
    /// What could not be found out, a line each.
    fileprivate(set) var notes: [String] = []
    /// The toolchains and platforms with which patches want what the standard library does not have.
    fileprivate(set) var ofModules: Set<CheckBuild> = []
    /// Those of them with which the working folder does not tell which packages there are.
    fileprivate(set) var unknown: Set<CheckBuild> = []
  }

  /// Asks nothing where nothing is lacking.
  ///
  /// - Parameter lacking: the packages that lack something.
  func run(_ lacking: [(importPath: ByteString, build: CheckBuild)]) throws(Findings) -> Answer {
    var order: [CheckBuild] = []
    var importers: [CheckBuild: Set<ByteString>] = [:]
    for (importPath, build) in lacking {
      // Whatever the copy of its module.
      let row = CheckBuild(root: build.root, platform: build.platform, copy: nil)
      if importers[row] == nil { order.append(row) }
      importers[row, default: []].insert(importPath)
    }
    var answer = Answer()
    let progress = Progress()
    defer { progress.clear() }
    for (number, row) in order.enumerated() {
      progress.show("finding the imports of patches, \(number + 1) of \(order.count)")
      try look(row, importers[row] ?? [], &answer)
    }
    return answer
  }

  private func look(
    _ row: CheckBuild, _ importers: Set<ByteString>, _ answer: inout Answer
  ) throws(Findings) {
    let (root, platform) = (roots[row.root], platforms[row.platform])
    let build = BuildConfiguration(root: root, platform: platform, environment: environment, in: HostFiles())
    let wanted = rows.files.filter { $0.file.file.applies(in: build.patchContext) }.flatMap(\.wanted)
    let origins = try SourceOrigins()
    var packages: [PackageOrigin] = []
    for importer in importers { packages.append(try origins.origin(of: importer, with: root)) }
    let own = wanted.filter { item in packages.contains { item.selector.selects($0) } }
    let ofModules = own.filter { !isStandard($0.path) }
    if !ofModules.isEmpty { answer.ofModules.insert(row) }
    var listing = CheckListing(
      root: root, platform: platform, goflags: goflags, folder: isInModule ? workingFolder : nil)
    var first = importers.union(own.map(\.path))
    var listed = listing.folder == nil ? nil : listing.packages(first)
    if listed == nil {
      if !ofModules.isEmpty { answer.unknown.insert(row) }
      let notes =
        listing.folder == nil
        ? ofModules.map { item in
          "\(item.path.shown) (\(item.place.shown)): this folder is not in a module; run check in the module that you "
            + "build"
        } : ofModules.isEmpty ? [] : ["imports of patches, with \(root.version.shown): \(listing.refusal(of: first))"]
      for note in notes where !answer.notes.contains(note) { answer.notes.append(note) }
      // Elsewhere the go command knows of the standard library alone.
      listing = CheckListing(root: root, platform: platform, goflags: goflags, folder: nil)
      first = importers.union(own.map(\.path).filter(isStandard))
      listed = listing.packages(first)
    }
    var graph = BuildGraph()
    graph.add(listed ?? [])
    let vendor = Path.join(root.sources, ByteString("vendor"))
    let needs = try OutsideNeeds(
      listing.folder == nil ? wanted.filter { isStandard($0.path) } : wanted, in: graph,
      vendored: { HostFiles().findsFolder(Path.join(vendor, $0)) },
      origin: { (path, _) throws(Findings) in try origins.origin(of: path, with: root) }
    ) { listing.packages(Set($0)) ?? [] }
    answer.found = answer.found + findings(of: needs, row)
  }

  private func findings(of needs: OutsideNeeds, _ row: CheckBuild) -> CheckFindings {
    var result = CheckFindings()
    for problem in needs.problemsOfPackages {
      let mine = jobs.filter { $0.importPath == problem.importer && $0.root == row.root && $0.folder != nil }
      let copies = mine.isEmpty ? [nil] : mine.map { $0.copy?.index }
      let origin = problem.need.origin
      // Without an import nothing of its file can be.
      let items =
        rows.files.first { $0.path == origin.file.displayPath }?.items.filter {
          (rows.rows[$0.row].directive == "link") == origin.isLink && (!origin.isLink || $0.id.offset == origin.offset)
        } ?? []
      for copy in copies {
        let build = CheckBuild(root: row.root, platform: row.platform, copy: copy)
        result.findings.append(.init(finding: problem.finding, build: build))
        result.entries += items.map { .init(row: $0.row, build: build, outcome: problem.finding.id.outcome) }
      }
    }
    return result
  }

  /// Whether some toolchain's standard library has the package.
  private func isStandard(_ path: ByteString) -> Bool { roots.contains { $0.folder(of: path, in: HostFiles()) != nil } }

  private var goflags: [GoArguments.Flag] { GoBuild.flags(inEnvironment: environment["GOFLAGS"] ?? []) }

  /// Whether the go command finds modules from the working folder on, or is not to look for any.
  private var isInModule: Bool {
    let files = HostFiles()
    if environment["GO111MODULE"]?.equals("off") == true { return true }
    if let work = environment["GOWORK"], !work.isEmpty, !work.equals("off") { return true }
    return Path.upwards(from: workingFolder).contains { folder in
      files.finds(Path.join(folder, ByteString("go.mod")))
        || environment["GOWORK"] == nil && files.finds(Path.join(folder, ByteString("go.work")))
    }
  }
}

/// Calls of one toolchain's `go list` that neither write nor fetch anything.
private struct CheckListing {
  let root: GoRoot
  let platform: Platform
  /// Those of GOFLAGS.
  let goflags: [GoArguments.Flag]
  /// Where modules are looked for; nil: nowhere.
  let folder: ByteString?

  /// What the shell does. Its arguments: the folder, GOROOT, GOOS, GOARCH, anything for a list without modules, anything for
  /// messages in the place of the list, and those of `go list`.
  private static let script = """
    cd "$1" || exit 125
    export GOROOT="$2" GOOS="$3" GOARCH="$4" GOPROXY=off GOTOOLCHAIN=local GOTELEMETRY=off
    [ -z "$5" ] || export GOFLAGS= GOWORK=off GO111MODULE=on
    if [ -z "$6" ]; then exec 2>/dev/null; else exec 2>&1 >/dev/null; fi
    shift 6
    exec "$GOROOT/bin/go" list "$@"
    """

  /// The packages, and what they depend on; nil where the go command fails.
  func packages(_ paths: Set<ByteString>) -> [BuildGraph.Package]? {
    let (outcome, output) = run(paths, forMessages: false)
    guard case .exited(0) = outcome else { return nil }
    return BuildGraph.packages(in: output)
  }

  /// What the go command says when it fails.
  func refusal(of paths: Set<ByteString>) -> String {
    let lines = run(paths, forMessages: true).1.split(separator: ASCII.newline).map(\.trimmed.shown)
    return lines.isEmpty ? "the go command failed without a message" : lines.joined(separator: "; ")
  }

  private func run(_ paths: Set<ByteString>, forMessages: Bool) -> (Process.Outcome, ByteString) {
    // -mod=mod would write go.mod.
    let writes = folder != nil && goflags.last { $0.name.equals("mod") }?.value?.equals("mod") == true
    let flags = GoQueries.flags(ofBuild: writes ? [ByteString("-mod=readonly")] : [], withTests: false)
    let settings = [folder ?? ByteString("/"), root.path, platform.goos, platform.goarch]
    let modes = [folder == nil ? ByteString("-") : [], forMessages ? ByteString("-") : []]
    let shell = [ByteString("/bin/sh"), ByteString("-c"), ByteString(Self.script), ByteString("sh")]
    let rest = flags + [BuildGraph.format, ByteString("--")] + paths.sorted { $0.lexicographicallyPrecedes($1) }
    return Process.run(makeArgumentPointer(shell + settings + modes + rest), capturing: true)
  }
}
