internal import Bytes
internal import Findings
internal import GoPackages
internal import GoSyntax
internal import Host
internal import Patching
internal import Weaving

/// What sets make of the packages that a person has named.
struct PackageDiffs {
  struct Diff {
    let located: LocatedPackage
    let changes: [PackageChanges.Change]
    /// A line for each package that comes into builds with this one.
    let broughtIn: [String]
  }

  /// Those with changes, each once.
  private(set) var list: [Diff] = []
  /// What is named and has none, as a person may read it.
  private(set) var unchanged: [String] = []

  private let sets: [PatchSet]
  private let positions: Rendering.Positions
  private var known: Set<ByteString> = []

  /// - Throws: what there is not; all that is wrong with the patches of any package.
  init(
    of named: [ByteString], _ sets: [PatchSet], with finder: LocatedPackage.Finder, positions: Rendering.Positions
  ) throws(Findings) {
    self.sets = sets
    self.positions = positions
    var selectors: [PackageSelector] = []
    for set in sets { selectors += try set.selectors(in: HostFiles()) }
    let origins = try SourceOrigins()
    var problems: [Finding] = []
    for argument in named {
      let before = list.count
      if argument.contains("...") {
        let matching = try finder.importPaths(matching: argument)
        for importPath in matching {
          let origin = try origins.origin(of: importPath, with: finder.root)
          guard selectors.contains(where: { $0.selects(origin) }), let located = finder.find(importPath) else {
            continue
          }
          problems += add(located)
        }
        if list.count == before, problems.isEmpty { unchanged.append(argument.shown) }
      } else {
        let importPath = try NamedSets.importPath(finder.importPath(ofArgument: argument))
        try NamedSets.require(importPath, in: sets)
        guard let located = finder.find(importPath) else { throw Self.missing(importPath, finder) }
        let isNew = !known.contains(importPath)
        problems += add(located)
        if isNew, list.count == before, problems.isEmpty { unchanged.append(located.description) }
      }
    }
    if !problems.isEmpty { throw Findings(problems) }
  }

  private static func missing(_ importPath: ByteString, _ finder: LocatedPackage.Finder) -> Findings {
    Findings(
      .missingPackage,
      "no package \(importPath.shown): it is not in \(finder.root.path.shown), in the working folder's module, or in the "
        + "module cache; name its module with --module PATH=FOLDER")
  }

  /// - Returns: what is wrong with its patches.
  private mutating func add(_ located: LocatedPackage) -> [Finding] {
    guard known.insert(located.package.importPath).inserted else { return [] }
    do throws(Findings) {
      if let diff = try diff(of: located), !diff.changes.isEmpty || !diff.broughtIn.isEmpty { list.append(diff) }
      return []
    } catch {
      return error.list
    }
  }

  private func diff(of located: LocatedPackage) throws(Findings) -> Diff? {
    let (files, package) = (HostFiles(), located.package)
    guard
      let (weaving, changes) = try package.changes(by: sets, base: located.base, positions: positions, in: files)
    else { return nil }
    let own = try SourceFolder(package.folder, context: package.context, in: files).imports(in: files)
    var lines: [String] = []
    for item in try weaving.plan().imports where !own.contains(item.path) && !item.path.equals("unsafe") {
      lines.append(
        "\(item.path.shown), which the package does not import, is compiled before the build: \(item.file.place(at: item.offset).shown)"
      )
    }
    for file in weaving.patches {
      for link in file.directives.links {
        let place = file.place(at: link.comment.range.lowerBound)
        lines.append("\(link.path.shown) becomes part of every program that has the package: \(place.shown)")
      }
    }
    var seen: Set<String> = []
    return Diff(located: located, changes: changes, broughtIn: lines.filter { seen.insert($0).inserted })
  }

  /// The changes as files of an overlay. Below the folder they have the paths that they have below the Go root or a module's
  /// folder; where there are several such folders, each package has a folder by its import path.
  var placed: [OverlayFolder.Placed] {
    let hasOneBase = Set(list.map(\.located.base)).count < 2
    return list.flatMap { diff in
      diff.changes.map { change in
        OverlayFolder.Placed(
          original: Path.join(diff.located.base, change.path),
          name: hasOneBase
            ? change.path : Path.join(diff.located.package.importPath, Path.lastComponent(change.path)),
          bytes: change.new)
      }
    }
  }
}
