internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Toolexec

/// The flags with which packages are compiled before a build so that the build itself would compile them alike. The same flags
/// would not do: some mean the packages that a command line names.
struct BeforehandFlags {
  let subcommand: Subcommand
  let arguments: GoArguments
  let settings: GoQueries.Settings

  /// A setting of the command line, or else of GOFLAGS; that of a flag without a value is `true`.
  private func value(_ name: StaticString) -> ByteString? {
    if let flag = arguments.flags.last(where: { $0.name.equals(name) }) { return flag.value ?? ByteString("true") }
    let flag = GoBuild.allFlags(inEnvironment: settings.flags).last { $0.name.equals(name) }
    return flag.map { $0.value ?? ByteString("true") }
  }

  private func isOn(_ name: StaticString) -> Bool {
    guard let value = value(name) else { return false }
    return goBoolean(value) != false
  }

  /// `race` and its like, for build constraints.
  var instrumentation: [StaticString] { (["race", "msan", "asan"] as [StaticString]).filter(isOn) }

  /// - Parameter graph: the packages of the build.
  /// - Throws: that no flags would do.
  func flags(for graph: BuildGraph) throws(Findings) -> [ByteString] {
    let passed: [StaticString] = ["trimpath", "p", "gccgoflags", "linkshared"]
    var result = arguments.selection
    for flag in arguments.flags where passed.contains(where: { flag.name.equals($0) }) {
      result.append([ASCII.dash] + flag.name + (flag.value.map { [ASCII.equals] + $0 } ?? []))
    }
    return result + coverage(graph) + (try profile(graph))
  }

  /// Without `-coverpkg`, go build counts the packages of the main modules and those that are named
  /// (cmd/go/internal/load/pkg.go, PrepareForCoverageBuild), and go test those under test, which no other package gets to
  /// see.
  private func coverage(_ graph: BuildGraph) -> [ByteString] {
    let names: [StaticString] = ["cover", "covermode", "coverpkg"]
    // The go command knows of coverage of programs from 1.20 on.
    guard settings.goMinor >= 20, names.contains(where: { value($0) != nil }) else { return [] }
    var patterns = value("coverpkg").map { [$0] } ?? []
    if patterns.isEmpty, subcommand == .build || subcommand == .install || subcommand == .run {
      let counted = graph.all.filter { $0.isOfMainModule || $0.isNamed }.map(\.importPath)
      patterns = counted.isEmpty ? [] : [ByteString(counted.joined(separator: [ASCII.comma]))]
    }
    guard let list = patterns.first else { return [ByteString("-cover=false")] }
    let mode = value("covermode").map { [ByteString("-covermode=") + $0] } ?? []
    return [ByteString("-cover")] + mode + [ByteString("-coverpkg=") + list]
  }

  /// `-pgo=auto`, the default from Go 1.21 on, takes the default.pgo beside each main package that is named, for that package
  /// and what it imports (cmd/go/internal/load/pkg.go, setPGOProfilePath).
  private func profile(_ graph: BuildGraph) throws(Findings) -> [ByteString] {
    let given = value("pgo")
    guard given ?? ByteString(settings.goMinor >= 21 ? "auto" : "off") == ByteString("auto") else {
      return given.map { settings.goMinor >= 20 ? [ByteString("-pgo=") + $0] : [] } ?? []
    }
    let named = graph.all.filter { $0.isNamed && !$0.isVariant && !$0.isTestMain }
    let profiles = named.filter { $0.name.equals("main") }.map { Path.join($0.folder, ByteString("default.pgo")) }
      .filter { HostFiles().finds($0) }
    if profiles.isEmpty { return [] }
    guard profiles.count == 1, Set(named.filter { !$0.importPath.hasSuffix("_test") }.map(\.importPath)).count == 1
    else {
      throw Findings(
        .usage,
        "the build has several packages, but \(profiles[0].shown) is for only one of them, so the imports of patches "
          + "would have to be compiled for each; name that command alone, or give -pgo=off or -pgo=FILE for all")
    }
    return [ByteString("-pgo=") + profiles[0]]
  }
}
