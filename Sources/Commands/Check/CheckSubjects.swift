internal import Bytes
internal import Findings
internal import GoPackages
internal import GoSyntax
internal import Host
internal import Patching
internal import SystemInterface
internal import Weaving

/// The packages that the sets are for, in every toolchain and every copy of a module.
struct CheckSubjects {
  let jobs: [CheckJob]
  /// Copies of modules, in the order of their columns.
  let copies: [ModuleCopy]
  /// Folders of the sets that are nowhere and would be here if they were packages.
  let findings: [CheckFindings.Sighting]
  /// Packages of the sets that are nowhere, with the reason.
  let notes: [String]

  init(
    _ rows: CheckRows, sets: [PatchSet], roots: [GoRoot], platforms: [Platform], modules: Modules<HostFiles>,
    environment: Environment
  ) throws(Findings) {
    let builds = roots.map { root in
      platforms.enumerated().filter { root.hasPort($0.element, in: HostFiles()) }.map {
        (
          platform: $0.offset,
          build: BuildConfiguration(root: root, platform: $0.element, environment: environment, in: HostFiles())
        )
      }
    }
    var search = Search(
      rows: rows, sets: sets, roots: roots, modules: modules, builds: builds, origins: try SourceOrigins())
    var seen: Set<PackageSelector> = []
    let selectors = rows.files.map(\.selector).filter { seen.insert($0).inserted }
    for selector in selectors where !selector.isWildcard { try search.add(selector) }
    // What lies below `...`, where no folder of its own has named it.
    var done = Set(selectors.compactMap(\.importPath))
    for selector in selectors where selector.isWildcard {
      try search.add(wildcard: selector, selectors, except: &done)
    }
    (jobs, copies) = (search.jobs, search.copies)
    (findings, notes) = (search.absent.findings, search.absent.notes)
  }

  /// Looks for the packages of folders.
  private struct Search {
    let rows: CheckRows
    let sets: [PatchSet]
    let roots: [GoRoot]
    let modules: Modules<HostFiles>
    let builds: [[(platform: Int, build: BuildConfiguration)]]
    let origins: SourceOrigins
    var jobs: [CheckJob] = []
    var copies: [ModuleCopy] = []
    var absent: AbsentFolders

    init(
      rows: CheckRows, sets: [PatchSet], roots: [GoRoot], modules: Modules<HostFiles>,
      builds: [[(platform: Int, build: BuildConfiguration)]], origins: SourceOrigins
    ) {
      self.origins = origins
      self.rows = rows
      self.sets = sets
      self.roots = roots
      self.modules = modules
      self.builds = builds
      absent = AbsentFolders(rows: rows, roots: roots, modules: modules)
    }

    private mutating func add(
      _ importPath: ByteString, _ folder: ByteString?, _ copy: Int?, _ root: Int
    ) throws(Findings) {
      let package = try origins.origin(of: importPath, isStandard: folder != nil && copy == nil)
      let files = rows.files.filter { $0.selector.selects(package) }
      // The patterns of a file are asked about every package.
      if files.isEmpty { return }
      jobs.append(
        CheckJob(
          importPath: importPath, folder: folder, copy: copy.map { ($0, copies[$0]) }, root: root, builds: builds[root],
          files: files, sets: sets))
    }

    private mutating func add(_ package: ModulePackage) throws(Findings) {
      let index = copies.firstIndex(of: package.module) ?? copies.count
      if index == copies.count { copies.append(package.module) }
      for root in roots.indices { try add(package.importPath, package.folder, index, root) }
    }

    private mutating func reportAbsent(_ selector: PackageSelector) {
      absent.add(selector, builds: builds.flatMap { $0.map(\.build) })
    }

    /// The package of an import path.
    mutating func add(_ selector: PackageSelector) throws(Findings) {
      let folder = selector.folder
      let isStandard = CheckSubjects.isStandard(folder) && !modules.isMain(folder)
      let found = roots.map { isStandard ? $0.folder(of: folder, in: HostFiles()) : nil }
      if found.contains(where: { $0 != nil }) {
        for index in roots.indices { try add(folder, found[index], nil, index) }
        return
      }
      let packages = modules.packages(folder)
      for package in packages { try add(package) }
      guard packages.isEmpty else { return }
      if isStandard {
        for index in roots.indices { try add(folder, nil, nil, index) }
      }
      reportAbsent(selector)
    }

    /// What modules have for a wildcard: below its folder; of patterns what can be told without a walk through the whole module cache,
    /// and what they name.
    private func packages(of wildcard: PackageSelector) -> [ModulePackage] {
      var result = modules.packages(below: wildcard.base)
      for (base, isBelow) in wildcard.patterns?.paths ?? [] {
        let known = Set(result.map(\.importPath))
        let named = isBelow ? modules.packages(below: base) : modules.packages(base)
        result += named.filter { !known.contains($0.importPath) }
      }
      return result
    }

    /// The packages of a wildcard.
    /// - Parameters:
    ///   - selectors: those of all files.
    ///   - done: the packages that another folder has named.
    mutating func add(
      wildcard: PackageSelector, _ selectors: [PackageSelector], except done: inout Set<ByteString>
    ) throws(Findings) {
      let prefix = wildcard.base
      var standard: Set<ByteString> = []
      if prefix.isEmpty || (CheckSubjects.isStandard(prefix) && !modules.isMain(prefix)) {
        for (index, root) in roots.enumerated() {
          for rest in root.packages(below: prefix, in: HostFiles()) where !done.contains(rest) {
            standard.insert(rest)
            try add(rest, root.folder(of: rest, in: HostFiles()), nil, index)
          }
        }
      }
      let packages = packages(of: wildcard).filter { !done.contains($0.importPath) }
      for package in packages { try add(package) }
      done.formUnion(standard)
      done.formUnion(packages.map(\.importPath))
      var isKnown = jobs.contains { job in job.files.contains { $0.selector == wildcard } }
      for other in selectors where !isKnown && other != wildcard {
        isKnown = wildcard.selects(try origins.origin(of: other.folder, isStandard: false))
      }
      if !isKnown { reportAbsent(wildcard) }
    }
  }

  /// Whether the path is one of the standard library's: its first element has no dot (cmd/go/internal/search, search.go:
  /// IsStandardImportPath).
  static func isStandard(_ importPath: ByteString) -> Bool {
    !importPath.prefix { $0 != ASCII.slash }.contains(ASCII.dot)
  }
}

extension GoRoot {
  /// The import paths of the standard library's packages below one, or of all.
  func packages(below prefix: ByteString, in files: some FileSystem) -> [ByteString] {
    let start = prefix.isEmpty ? sources : Path.join(sources, prefix)
    let inVendor = prefix.isEmpty ? PackageFolders.all(below: Path.join(sources, ByteString("vendor")), in: files) : []
    return PackageFolders.all(below: start, in: files).compactMap { rest -> ByteString? in
      let path = rest.isEmpty ? prefix : prefix.isEmpty ? rest : Path.join(prefix, rest)
      return path.isEmpty || path.equals("cmd") || path.hasPrefix("cmd/") && prefix.isEmpty ? nil : path
    } + inVendor.filter { !$0.isEmpty }.map { Path.join(ByteString("vendor"), $0) }
  }

  /// Whether the toolchain can build for the platform: the runtime has an entry point for each (src/runtime, rt0_GOOS_GOARCH.s).
  func hasPort(_ platform: Platform, in files: some FileSystem) -> Bool {
    let names = [platform.goarch, Self.shared[platform.goarch.text].map { ByteString($0) }].compactMap(\.self)
    return names.contains { name in
      files.finds(Path.join(sources, ByteString("runtime/rt0_\(platform.goos.text)_\(name.text).s")))
    }
  }

  /// Every platform that the toolchain can build for.
  func ports(in files: some FileSystem) -> [Platform] {
    files.namesFound(in: Path.join(sources, ByteString("runtime"))).flatMap { name -> [Platform] in
      guard name.hasPrefix("rt0_"), name.hasSuffix(".s") else { return [] }
      let words = name.dropLast(2).split(separator: ASCII.underscore).map(\.text)
      guard words.count == 3 else { return [] }
      let shared = Self.shared.filter { $0.value == words[2] }.keys.sorted()
      return (shared.isEmpty ? [words[2]] : shared).compactMap { Platform("\(words[1])/\($0)") }
    }
  }

  /// Architectures whose assembly is in files of another name; those of ppc64 and ppc64le from Go 1.27 on.
  private static let shared = [
    "mips": "mipsx", "mipsle": "mipsx", "mips64": "mips64x", "mips64le": "mips64x", "ppc64": "ppc64x",
    "ppc64le": "ppc64x",
  ]
}
