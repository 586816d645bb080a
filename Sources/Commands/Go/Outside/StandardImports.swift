internal import Bytes
internal import Entry
internal import Findings
internal import Host
internal import Toolexec
internal import Weaving

/// Compiles packages of the standard library for a call of a build with `-toolexec` alone: see `ImportCompiler`.
struct StandardImports {
  /// As `ImportCompiler.variable` has them.
  let targets: ByteString
  /// With commas between.
  let paths: ByteString
  /// Those of the go command that runs the build.
  let arguments: GoArguments

  /// Ends with `OutsideCode` on standard output.
  func run() throws(Findings) -> Never {
    setEnvironmentValue(ImportCompiler.variable, targets)
    // That command has changed to the folder of its -C, and this process to that.
    let queries = GoQueries(folder: nil)
    let settings = try queries.settings()
    let paths = paths.split(separator: ASCII.comma).map { Array($0) }
    let subcommand = arguments.subcommand.flatMap { Subcommand(rawValue: $0.text) } ?? .build
    let flags = BeforehandFlags(subcommand: subcommand, arguments: arguments, settings: settings)
    var graph = BuildGraph()
    if !arguments.namesVersion {
      let ofBuild = GoQueries.flags(ofBuild: arguments.selection, withTests: subcommand.concernsTests)
      graph.add(queries.graph(arguments.packages, flags: ofBuild, isQuiet: true) ?? [])
    }
    let perPackage = PerPackageFlags(
      arguments: arguments, environment: GoBuild.flags(inEnvironment: settings.flags), settings: settings,
      queries: queries, pipeline: nil, withTests: subcommand.concernsTests, workingFolder: workingFolders().first ?? [])
    let toolexec = arguments.toolexec.map { [ByteString("-toolexec=") + $0] } ?? []
    let own = try perPackage.beforehand(OutsideCode(), graph, Set(paths))
    let all = try flags.flags(for: graph) + [ByteString("-export"), ByteString("-deps")] + toolexec + own
    guard let packages = queries.graph(paths, flags: all, isQuiet: false) else { throw Findings([]) }
    var code = OutsideCode()
    code.add(compiled: packages) { $0.imports }
    Process.end(printing: code.encoded)
  }
}
