internal import Bytes
internal import Findings
internal import GoPackages
internal import GoSyntax
internal import Host
internal import Patching
internal import SystemInterface
internal import Weaving

/// The reasons why sets do nothing for a package.
struct WhyNot {
  let sets: [PatchSet]
  /// The packages that are named, as they are named.
  private let packages: [ByteString]
  private let listed: [ListedSources]
  private let queries: GoQueries
  private let files: [PatchSetFile]

  /// - Parameter listed: all packages of the build.
  /// - Throws: what is wrong with the sets' files, whatever they are applied to.
  init(
    building packages: [ByteString], _ listed: [ListedSources], _ sets: [PatchSet], _ queries: GoQueries
  ) throws(Findings) {
    self.packages = packages
    self.listed = listed
    self.sets = sets
    self.queries = queries
    files = try sets.readAll(in: HostFiles())
  }

  // MARK: The package is compiled

  /// The files of `_any` (`SET/PATH`) that are not for it, since it is part of what they import.
  func excluded(from package: ListedSources) throws(Findings) -> Set<ByteString> {
    let wanted = files.flatMap(\.wanted)
    guard wanted.contains(where: \.selector.isWildcard) else { return [] }
    let flags = GoQueries.flags(ofBuild: [], withTests: true)
    var graph = BuildGraph()
    graph.add(queries.graph(packages, flags: flags, isQuiet: true) ?? [])
    let origins = try SourceOrigins()
    let standard = Set(listed.filter(\.isStandard).map(\.importPath))
    let needs = try OutsideNeeds(
      wanted, in: graph, vendored: { standard.contains(ByteString("vendor/") + $0) },
      origin: { (path, _) throws(Findings) in try origins.origin(of: path, isStandard: standard.contains(path)) }
    ) { paths in queries.graph(paths, flags: flags, isQuiet: true) ?? [] }
    return needs.excluded[package.importPath] ?? []
  }

  /// A line for each file that is for the package and takes no part.
  func limits(
    for package: ListedSources, _ build: BuildConfiguration, _ excluded: Set<ByteString>
  ) throws(Findings) -> [String] {
    let origin = try SourceOrigins().origin(of: package.importPath, isStandard: package.isStandard)
    return files.compactMap { file in
      guard file.selector?.selects(origin) == true,
        let reason = limit(of: file, for: package, build, excluded)
      else { return nil }
      return "\(file.file.displayPath.shown): \(reason)"
    }
  }

  private func limit(
    of file: PatchSetFile, for package: ListedSources, _ build: BuildConfiguration, _ excluded: Set<ByteString>
  ) -> String? {
    if !file.file.applies(in: build.patchContext) {
      let constraint = FileLimits.constraint(of: file.file.displayPath, file.file.source.bytes) ?? "it is for tests"
      return
        "not for \(build.root.version.shown) \(build.context.goos.text)/\(build.context.goarch.text): \(constraint)"
    }
    if excluded.contains(Path.join(file.set, file.path)) {
      return "never for packages that it imports, or their dependencies (\(package.importPath.shown))"
    }
    if let bounds = file.file.directives.module, let version = package.version, !bounds.admits(version) {
      return "not for this version of the module, by //routinex:module"
    }
    return nil
  }

  /// What to say where no file is for the package.
  func lack(of importPath: ByteString) -> [String] {
    let names = sets.map(\.name.shown).joined(separator: ", ")
    let folders = Set(files.compactMap { $0.selector?.importPath }).filter { folder in
      !listed.contains { $0.importPath == folder }
    }
    // A folder that is no package of the build is likely to be misspelled.
    let near = folders.filter { nearestPaths(to: $0, among: [importPath]).count == 1 }.map(\.shown).sorted()
    return ["no file of \(names) is for this package" + (near.isEmpty ? "" : "; is \(near[0]) misspelled?")]
  }

  // MARK: It is not

  /// Why a package is not compiled.
  ///
  /// - Parameter exists: whether there is such a package on this machine.
  func absence(of importPath: ByteString, exists: Bool) -> [String] {
    let named = packages.map(\.shown).joined(separator: " ")
    let twins = listed.map(\.importPath).filter { $0 != importPath && Self.plain($0) == Self.plain(importPath) }
    var lines =
      exists
      ? ["none of the \(listed.count) packages of \(named) and their tests is this package or imports it"]
      : ["\(named) has no such package"]
    for twin in twins {
      lines.append(
        "it has \(twin.shown)\(Self.kind(of: twin)), which a set addresses by that path, or by a pattern in _any")
    }
    if !exists, twins.isEmpty {
      let near = nearestPaths(to: importPath, among: listed.map(\.importPath))
      if !near.isEmpty { lines.append("did you mean \(near.joined(separator: ", "))?") }
    }
    return lines
  }

  /// An import path without what tells copies of a package from each other: `vendor/`, a major version, a FIPS 140 snapshot's version
  /// (cmd/go/internal/fips140).
  private static func plain(_ path: ByteString) -> ByteString {
    let path = path.firstIndex(of: ByteString("/vendor/")).map { Array(path[($0 + 8)...]) } ?? path
    let elements = path.split(separator: ASCII.slash)
    let rest = elements.enumerated().filter { index, element in
      if index == 0 { return !element.equals("vendor") }
      return !(element.first == ASCII.v && element.count > 1 && element[element.startIndex + 1].isDigit)
    }
    return ByteString(rest.map(\.element).joined(separator: [ASCII.slash]))
  }

  private static func kind(of path: ByteString) -> String {
    if path.hasPrefix("vendor/") { return " (the standard library's own copy)" }
    if path.contains(ByteString("/vendor/")) { return " (a vendored copy)" }
    return path.hasPrefix("crypto/internal/fips140/v") ? " (the snapshot that GOFIPS140 names)" : ""
  }
}
