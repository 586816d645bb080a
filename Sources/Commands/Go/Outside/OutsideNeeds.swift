internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Patching
internal import SystemInterface
internal import Weaving

/// What the patches of each package of a build need beside what it imports: found on the graph of the build, which grows by
/// what they need.
struct OutsideNeeds {
  struct Need {
    /// The package, which may be another than the one written.
    let importPath: ByteString
    let origin: OutsideImport
  }

  private(set) var graph: BuildGraph
  /// By import path.
  private(set) var imports: [ByteString: [Need]] = [:]
  private(set) var links: [ByteString: [Need]] = [:]
  /// By import path, the files for many packages that are not for this one, since what they import depends on it.
  private(set) var excluded: [ByteString: Set<ByteString>] = [:]
  private let wanted: [OutsideImport]
  private let origin: (ByteString, PackageSelector) throws(Findings) -> PackageOrigin
  /// The packages that imports of files for many packages depend on, and those imports themselves, by the file.
  private var dependencies: [ByteString: Set<ByteString>] = [:]
  private let vendored: (ByteString) -> Bool
  private var looked = 0

  /// - Parameters:
  ///   - graph: the packages of the build.
  ///   - vendored: whether the standard library's vendor folder has a package.
  ///   - origin: tells what patterns ask about a package.
  ///   - list: asks the go command for packages, and what they import.
  init(
    _ wanted: [OutsideImport], in graph: BuildGraph, vendored: @escaping (ByteString) -> Bool,
    origin: @escaping (ByteString, PackageSelector) throws(Findings) -> PackageOrigin,
    list: ([ByteString]) throws(Findings) -> [BuildGraph.Package]
  ) throws(Findings) {
    self.graph = graph
    self.wanted = wanted
    self.vendored = vendored
    self.origin = origin
    let ofMany = wanted.filter(\.selector.isWildcard)
    let absent = Set(ofMany.map(\.path)).filter { self.graph[$0] == nil }
    if !absent.isEmpty { add(try list(absent.sorted { $0.lexicographicallyPrecedes($1) })) }
    for item in ofMany {
      var below = packages(below: item.path)
      // The package whose types a signature names has functions of that signature too.
      if item.isOfSignature { below.remove(item.path) }
      dependencies[item.fileName, default: []].formUnion(below)
    }
    while true {
      try findNeeds()
      let unknown = Set(all.map(\.importPath)).filter { self.graph[$0] == nil }
      if unknown.isEmpty { break }
      let more = try list(unknown.sorted { $0.lexicographicallyPrecedes($1) })
      add(more)
      let missing = unknown.filter { self.graph[$0] == nil }
      if !missing.isEmpty { break }
    }
    leaveOutHooks()
  }

  private mutating func add(_ packages: [BuildGraph.Package]) {
    graph.add(
      packages.map { package in
        // By this program, and not by the command line.
        var package = package
        package.isNamed = false
        return package
      })
  }

  /// A package and what it depends on by its own imports.
  private func packages(below importPath: ByteString) -> Set<ByteString> {
    var result: Set<ByteString> = []
    var queue = [importPath]
    while let id = queue.popLast() {
      if result.insert(BuildGraph.importPath(of: id)).inserted { queue += graph[id]?.imports ?? [] }
    }
    return result
  }

  var all: [Need] { imports.values.flatMap(\.self) + links.values.flatMap(\.self) }

  var isEmpty: Bool { imports.isEmpty && links.isEmpty }

  /// Looks at the packages that have come since.
  private mutating func findNeeds() throws(Findings) {
    for package in graph.all.dropFirst(looked) {
      let path = package.importPath
      for item in wanted where try item.selector.selects(origin(path, item.selector)) {
        if item.selector.patterns != nil, package.isTestMain { continue }
        if dependencies[item.fileName]?.contains(path) == true {
          excluded[path, default: []].insert(item.fileName)
          continue
        }
        if item.file.isForCommands, !package.name.equals("main") || package.isTestMain { continue }
        if item.isLink {
          if links[path]?.contains(where: { $0.importPath == item.path }) != true {
            links[path, default: []].append(Need(importPath: item.path, origin: item))
          }
          continue
        }
        let vendor = ByteString("vendor/") + item.path
        let wanted = package.isStandard && vendored(item.path) ? vendor : item.path
        let isThere = package.imports.contains { BuildGraph.importPath(of: $0) == wanted }
        if isThere || wanted == path || imports[path]?.contains(where: { $0.importPath == wanted }) == true { continue }
        imports[path, default: []].append(Need(importPath: wanted, origin: item))
      }
    }
    looked = graph.all.count
  }

  /// Leaves files for many packages out of those packages that others of these import, or that they depend on, where both can
  /// not be: what one rule calls is not changed by another whose import needs it in turn.
  private mutating func leaveOutHooks() {
    var cyclic: [(importer: ByteString, file: ByteString)] = []
    for (importer, needs) in imports {
      for need in needs where need.origin.selector.isWildcard {
        let file = need.origin.fileName
        if dependencies.contains(where: { $0.key != file && $0.value.contains(importer) }),
          chain(from: need.importPath, to: importer) != nil
        {
          cyclic.append((importer, file))
        }
      }
    }
    for (importer, file) in cyclic {
      excluded[importer, default: []].insert(file)
      for needs in [\OutsideNeeds.imports, \OutsideNeeds.links] {
        self[keyPath: needs][importer]?.removeAll { $0.origin.fileName == file }
        if self[keyPath: needs][importer]?.isEmpty == true { self[keyPath: needs][importer] = nil }
      }
    }
  }

  /// What a package needs, its own imports among it, as IDs.
  func edges(of id: ByteString) -> [ByteString] {
    guard let package = graph[id] else { return [] }
    return package.imports + (imports[package.importPath] ?? []).map(\.importPath)
  }

  /// All that some packages need, themselves included, as IDs.
  ///
  /// - Parameter withPatches: whether what their patches need counts.
  func closure(of roots: [ByteString], withPatches: Bool = true) -> Set<ByteString> {
    var result: Set<ByteString> = []
    var queue = roots
    while let id = queue.popLast() {
      if result.insert(id).inserted { queue += withPatches ? edges(of: id) : graph[id]?.imports ?? [] }
    }
    return result
  }

  /// What the build links: commands that are named, and those of test binaries.
  var programs: [BuildGraph.Package] {
    graph.all.filter { $0.name.equals("main") && ($0.isTestMain || $0.isNamed && $0.forTest.isEmpty) }
  }

  /// A way along imports from one package to another, both included; nil if there is none.
  func chain(from start: ByteString, to end: ByteString) -> [ByteString]? {
    var before: [ByteString: ByteString] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let id = queue[next]
      next += 1
      if BuildGraph.importPath(of: id) == end {
        var result = [id]
        while let last = result.first, last != start, let other = before[last] { result.insert(other, at: 0) }
        return result
      }
      for other in edges(of: id) where other != start && before[other] == nil {
        before[other] = id
        queue.append(other)
      }
    }
    return nil
  }
}
