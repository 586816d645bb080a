internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Patching
internal import SystemInterface
internal import Toolexec
internal import Weaving

/// Compiles what patches import and the go command does not know to belong to a build, before the build.
struct OutsideBuild {
  let flags: BeforehandFlags
  let queries: GoQueries
  /// Where the go command keeps what it compiles.
  let cache: ByteString
  /// The value of `-toolexec`, given the file that says what has been compiled.
  let toolexec: (ByteString?) throws(Findings) -> ByteString
  /// The values of `-gcflags` and `-asmflags`, as flags, for a call that names other packages than the build.
  let perPackageFlags: (OutsideCode, BuildGraph, Set<ByteString>) throws(Findings) -> [ByteString]

  /// A build of packages before the build itself, and why.
  struct Beforehand {
    struct Reason: Equatable {
      let importPath: ByteString
      /// The package whose patches need it.
      let importer: ByteString
      let isLink: Bool
      let place: Place
    }

    let reasons: [Reason]
    /// Nanoseconds since 1970.
    let start: Int
    let end: Int
  }

  /// - Parameter known: the packages of the build, where they are known already.
  /// - Returns: what the build is to be told, its packages where it took that to find out, and what has been built for it.
  func prepare(
    _ pipeline: Pipeline<HostFiles>, _ known: BuildGraph?
  ) throws(Findings) -> (OutsideCode, BuildGraph?, [Beforehand]) {
    let arguments = flags.arguments
    // `go list` without it compiles nothing.
    if flags.subcommand == .list, !arguments.flags.contains(where: { $0.name.equals("export") }) {
      return (OutsideCode(), known, [])
    }
    let wanted = try pipeline.imports(tags: flags.instrumentation)
    let unknown = wanted.filter { !isCertainlyThere($0) }
    if unknown.isEmpty { return (OutsideCode(), known, []) }
    if arguments.namesVersion {
      throw Findings(
        unknown.map {
          $0.finding(
            .usage,
            "for a package with @VERSION, the packages of the build are not known before it begins, so package "
              + "\($0.path.shown) cannot be compiled for this patch; run 'go get' in a module of your own, and name the package "
              + "without the version")
        })
    }
    let selection = GoQueries.flags(ofBuild: arguments.selection, withTests: false)
    // What the go command cannot list it cannot build, and says so when it tries.
    guard let graph = known ?? packages() else { return (OutsideCode(), nil, []) }
    let needs = try OutsideNeeds(
      wanted, in: graph, vendored: { HostFiles().findsFolder(Path.join(sources, ByteString("vendor/") + $0)) },
      origin: pipeline.origin
    ) { (paths) throws(Findings) in queries.graph(paths, flags: selection, isQuiet: true) ?? [] }
    if !needs.isEmpty {
      let (code, beforehand) = try compile(needs)
      return (code, graph, beforehand)
    }
    var code = OutsideCode()
    code.excluded = needs.excluded
    return (code, graph, [])
  }

  /// The packages of the build; nil if the go command cannot list them.
  func packages() -> BuildGraph? {
    let arguments = flags.arguments
    let ofBuild = GoQueries.flags(ofBuild: arguments.selection, withTests: flags.subcommand.concernsTests)
    guard let packages = queries.graph(arguments.packages, flags: ofBuild, isQuiet: true) else { return nil }
    var graph = BuildGraph()
    graph.add(packages)
    return graph
  }

  private var sources: ByteString { Path.join(flags.settings.root, ByteString("src")) }

  /// Whether a package of the standard library has the import by its own files.
  private func isCertainlyThere(_ item: OutsideImport) -> Bool {
    guard !item.isLink, let importPath = item.selector.importPath else { return false }
    let folder = Path.join(sources, importPath)
    guard HostFiles().findsFolder(folder), let root = GoRoot(flags.settings.root, in: HostFiles()),
      let platform = Platform(flags.settings.platform)
    else { return false }
    let build = BuildConfiguration(root: root, platform: platform, hasCgo: flags.settings.hasCgo, toolTags: [])
    let own = try? SourceFolder(folder, context: build.context, in: HostFiles()).imports(in: HostFiles())
    return own?.contains(item.path) == true
  }

  private func compile(_ needs: OutsideNeeds) throws(Findings) -> (OutsideCode, [Beforehand]) {
    let problems = needs.problems
    if !problems.isEmpty { throw Findings(problems) }
    var code = OutsideCode()
    code.excluded = needs.excluded
    var beforehand: [Beforehand] = []
    let fixed = try flags.flags(for: needs.graph)
    for layer in needs.layers {
      for importPath in layer.ready { code.needs[importPath] = needs.need(of: importPath) }
      if layer.compiled.isEmpty { continue }
      let own = try perPackageFlags(code, needs.graph, Set(layer.compiled))
      let file = code.isEmpty ? nil : try write(code)
      let toolexec = ByteString("-toolexec=") + (try toolexec(file))
      let all = fixed + [ByteString("-export"), ByteString("-deps"), toolexec] + own
      let start = now()
      guard let packages = queries.graph(layer.compiled, flags: all, isQuiet: false) else {
        throw Findings(broken(layer.compiled, all, needs))
      }
      beforehand.append(Beforehand(reasons: needs.reasons(for: layer.compiled), start: start, end: now()))
      code.add(compiled: packages) { needs.edges(of: $0.id) }
    }
    for (importPath, _) in needs.imports { code.needs[importPath] = needs.need(of: importPath) }
    for (importPath, links) in needs.linksOfPrograms {
      code.needs[importPath, default: OutsideCode.Need()].links = Set(links.map(\.importPath))
      code.needs[importPath]?.linkedBy = Set(links.map { Provenance.Part($0.origin.file) })
    }
    return (code, beforehand)
  }

  /// Writes what a build is told where the go command keeps what it compiles.
  func write(_ code: OutsideCode) throws(Findings) -> ByteString {
    let bytes = code.encoded
    var hash = SHA256()
    hash.update(bytes)
    let path = BuildCache.path(of: hash.hexadecimal(), in: cache)
    try attempt { () throws(FileError) in try HostFiles().replace(path, with: bytes) }
    return path
  }

  /// The compiler has said what is wrong.
  private func broken(_ paths: [ByteString], _ flags: [ByteString], _ needs: OutsideNeeds) -> [Finding] {
    let failing = paths.filter { paths.count == 1 || queries.graph([$0], flags: flags, isQuiet: true) == nil }
    let all = needs.all.filter { failing.contains($0.importPath) }
    var result: [Finding] = []
    for need in all {
      let verb = need.origin.isLink ? "links" : "imports"
      let finding = need.origin.finding(
        .brokenImport, "package \(need.importPath.shown), which this patch \(verb), does not compile: see above")
      if !result.contains(finding) { result.append(finding) }
    }
    return result.sorted { $0.text < $1.text }
  }
}

extension OutsideCode {
  /// Adds the archives of what has been compiled.
  mutating func add(compiled packages: [BuildGraph.Package], needs: (BuildGraph.Package) -> [ByteString]) {
    for package in packages where !package.file.isEmpty && !package.isVariant {
      add(
        Archive(
          importPath: package.id, file: package.file, content: Self.content(ofBuildID: package.buildID),
          needs: needs(package)))
    }
  }
}

extension OutsideNeeds {
  struct Layer {
    /// What can be compiled at once.
    var compiled: [ByteString] = []
    /// The packages whose needs have been compiled before.
    var ready: [ByteString] = []
  }

  /// What is to be compiled, so that what it needs for patches of its own comes before.
  var layers: [Layer] {
    var heights: [ByteString: Int] = [:]
    func height(_ id: ByteString) -> Int {
      if let known = heights[id] { return known }
      heights[id] = 0
      guard let package = graph[id] else { return 0 }
      var result = 0
      for other in package.imports { result = max(result, height(other)) }
      for need in imports[package.importPath] ?? [] { result = max(result, height(need.importPath) + 1) }
      heights[id] = result
      return result
    }
    let roots = Set(all.map(\.importPath))
    var result: [Layer] = []
    for path in roots.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let height = height(path)
      while result.count <= height { result.append(Layer()) }
      result[height].compiled.append(path)
    }
    for importPath in imports.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let id = graph[importPath]?.id ?? graph.all.first { $0.importPath == importPath }?.id
      let height = id.map(height) ?? 0
      if height < result.count { result[height].ready.append(importPath) }
    }
    return result.filter { !$0.compiled.isEmpty || !$0.ready.isEmpty }
  }

  /// What needs the packages, in their order.
  func reasons(for packages: [ByteString]) -> [OutsideBuild.Beforehand.Reason] {
    let all = (imports.map { ($0.key, $0.value) } + links.map { ($0.key, $0.value) })
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }
    return packages.flatMap { path in
      all.flatMap { importer, needs in
        needs.filter { $0.importPath == path }.map {
          .init(importPath: path, importer: importer, isLink: $0.origin.isLink, place: $0.origin.place)
        }
      }
    }
  }

  func need(of importPath: ByteString) -> OutsideCode.Need {
    var result = OutsideCode.Need()
    for need in imports[importPath] ?? [] { result.imports[need.origin.path] = need.importPath }
    return result
  }

  /// What each main package of the build has to link: commands, and those of test binaries.
  var linksOfPrograms: [ByteString: [Need]] {
    if links.isEmpty { return [:] }
    var result: [ByteString: [Need]] = [:]
    for main in programs {
      var linked: [Need] = []
      while true {
        let program = Set(closure(of: [main.id] + linked.map(\.importPath)).map { BuildGraph.importPath(of: $0) })
        let all = links.filter { program.contains($0.key) }.values.flatMap(\.self)
        if all.count == linked.count { break }
        linked = all
      }
      if !linked.isEmpty { result[main.importPath] = linked }
    }
    return result
  }
}
