internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import SystemInterface
internal import Weaving

/// The flags that differ from package to package: `-gcflags`, with the keys of the patched ones, and `-asmflags`.
struct PerPackageFlags {
  let arguments: GoArguments
  /// Those of GOFLAGS.
  let environment: [GoArguments.Flag]
  let settings: GoQueries.Settings
  let queries: GoQueries
  /// Gives the keys of patched packages; nil for a build without keys.
  let pipeline: Pipeline<HostFiles>?
  let withTests: Bool
  /// The folder that the go command runs in.
  let workingFolder: ByteString

  /// For the build itself.
  ///
  /// - Parameter graph: its packages, where they are known.
  func ofBuild(_ code: OutsideCode, _ graph: BuildGraph?) throws(Findings) -> [ByteString] {
    let gcflags = try keyed(code, graph)
    let places =
      graph.map { PackagePlaces($0, testsComeLater: testsComeLater) }
      ?? PackagePlaces(standard: sources, testsComeLater: testsComeLater)
    guard gcflags.needsPackages else {
      return flags(
        "gcflags", gcflags.merged(packages: [], tools: [], places: places, workingFolder: workingFolder))
    }
    if let graph { return flags("gcflags", try merged(gcflags, Self.packages(of: graph.all), places)) }
    // `go list` takes no versions: such a command line names packages of other modules, and none by folders.
    guard !arguments.namesVersion else {
      throw Findings(
        .usage,
        "for a package with @VERSION, -gcflags must name packages by import path: "
          + "-gcflags=all=... or -gcflags=IMPORT/PATH=...")
    }
    let packages = try queries.packages(arguments.packages, selection: arguments.selection, withTests: withTests)
    return flags("gcflags", try merged(gcflags, Self.packages(of: packages), places))
  }

  /// For a call that names other packages in the place of the build's.
  ///
  /// - Parameters:
  ///   - graph: the packages of the build, and those of the others.
  ///   - others: the import paths that it names.
  func beforehand(
    _ code: OutsideCode, _ graph: BuildGraph, _ others: Set<ByteString>
  ) throws(Findings) -> [ByteString] {
    let packages = Self.packages(of: graph.all)
    let gcflags = try keyed(code, graph)
    let asmflags = plain("asmflags")
    let ofAssembler = asmflags.restated(
      packages: packages, others: others, tools: try tools(asmflags), workingFolder: workingFolder)
    let ofCompiler = gcflags.restated(
      packages: packages, others: others, tools: try tools(gcflags), workingFolder: workingFolder)
    return flags("asmflags", given("asmflags") + ofAssembler)
      + flags(
        "gcflags",
        given("gcflags") + ofCompiler
          + (try merged(gcflags, packages, PackagePlaces(graph, testsComeLater: testsComeLater))))
  }

  private func merged(
    _ gcflags: KeyedGcflags, _ packages: [KeyedGcflags.Package], _ places: PackagePlaces
  ) throws(Findings) -> [ByteString] {
    gcflags.merged(packages: packages, tools: try tools(gcflags), places: places, workingFolder: workingFolder)
  }

  private func tools(_ values: KeyedGcflags) throws(Findings) -> Set<ByteString> {
    values.namesTools ? try queries.tools(selection: arguments.selection) : []
  }

  private func keyed(_ code: OutsideCode, _ graph: BuildGraph?) throws(Findings) -> KeyedGcflags {
    var seen: Set<ByteString> = []
    let packages = graph?.all.map(\.importPath).filter { seen.insert($0).inserted } ?? []
    var keys = try pipeline?.keys(outside: code, packages: packages) ?? []
    // The go command takes its time over each (`KeyedGcflags.merged`).
    if let sums = moduleSums {
      keys.removeAll { !$0.pattern.contains("...") && !isStandard($0.pattern) && !sums.mayHave($0.pattern) }
    }
    return values("gcflags", keys)
  }

  private var testsComeLater: Bool {
    PackagePlaces.testsComeLater(goMinor: settings.goMinor, withTests: withTests)
  }

  private var moduleSums: ModuleSums? {
    let given = arguments.flags + environment
    let mayChange = given.contains { flag in
      flag.name.equals("modfile") || flag.name.equals("mod") && flag.value?.equals("readonly") != true
    }
    guard !mayChange, !arguments.namesVersion, let goMod = settings.goMod else { return nil }
    return ModuleSums(of: goMod, in: HostFiles())
  }

  private func isStandard(_ importPath: ByteString) -> Bool { HostFiles().findsFolder(Path.join(sources, importPath)) }

  private var sources: ByteString { Path.join(settings.root, ByteString("src")) }

  private func plain(_ name: StaticString) -> KeyedGcflags { values(name, []) }

  private func values(_ name: StaticString, _ keys: [PackageKey]) -> KeyedGcflags {
    let inherited = environment.filter { $0.name.equals(name) }.compactMap(\.value)
    return KeyedGcflags(keys: keys, given: inherited + given(name), goMinor: settings.goMinor, isStandard: isStandard)
  }

  /// The values on the command line.
  private func given(_ name: StaticString) -> [ByteString] {
    arguments.flags.filter { $0.name.equals(name) }.compactMap(\.value)
  }

  private func flags(_ name: StaticString, _ values: [ByteString]) -> [ByteString] {
    values.map { [ASCII.dash] + ByteString(name) + [ASCII.equals] + $0 }
  }

  private static func packages(of list: [BuildGraph.Package]) -> [KeyedGcflags.Package] {
    let all = list.map {
      KeyedGcflags.Package(
        importPath: $0.importPath, folder: $0.folder, isStandard: $0.isStandard, isOfMainModule: $0.isOfMainModule,
        isNamed: $0.isNamed)
    }
    // Of a package that is there twice, what is said of it itself counts, which is what names it.
    return all.filter(\.isNamed) + all.filter { !$0.isNamed }
  }
}

extension GoArguments {
  /// Whether a package at a version is named, as in `go run example.com/p@v1.2.3`.
  var namesVersion: Bool {
    packages.contains { $0.contains(ASCII.at) && !$0.hasPrefix("./") && !$0.hasPrefix("/") }
  }
}
