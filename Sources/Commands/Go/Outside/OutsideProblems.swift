internal import Bytes
internal import Findings
internal import Patching
internal import SystemInterface
internal import Weaving

/// What is wrong with the imports of patches, each at its place, found before anything is compiled.
extension OutsideNeeds {
  struct Problem {
    /// The package whose patches need it.
    let importer: ByteString
    let need: Need
    let finding: Finding
  }

  var problems: [Finding] {
    var result: [Finding] = []
    for problem in problemsOfPackages where !result.contains(problem.finding) { result.append(problem.finding) }
    return result
  }

  /// The first problem of each import and link.
  var problemsOfPackages: [Problem] {
    var result: [Problem] = []
    func add(_ importer: ByteString, _ need: Need, _ candidates: [(Finding.ID, String?)]) {
      for (id, message) in candidates {
        guard let message else { continue }
        result.append(Problem(importer: importer, need: need, finding: need.origin.finding(id, Wording(message))))
        return
      }
    }
    for (importer, needs) in imports.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      for need in needs {
        add(
          importer, need,
          [
            (.missingImport, missing(need)), (.unusableImport, unusable(need, importer)),
            (.importCycle, cycle(need, importer)),
          ])
      }
    }
    for (importer, needs) in links.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      for need in needs { add(importer, need, [(.missingImport, missing(need)), (.unusableImport, command(need))]) }
    }
    return result.isEmpty ? problemsOfPrograms : result
  }

  /// The go command has the C++ compiler link a program in which it knows of C++ (cmd/go/internal/work, gc.go: ld), and of what
  /// patches need it knows nothing. (For Objective-C and Fortran the package itself names the library.)
  private var problemsOfPrograms: [Problem] {
    guard graph.all.contains(where: \.usesCxx) else { return [] }
    var result: [Problem] = []
    let linked = linksOfPrograms
    for program in programs
    where !closure(of: [program.id], withPatches: false).contains(where: { graph[$0]?.usesCxx == true }) {
      let roots = [program.id] + (linked[program.importPath] ?? []).map(\.importPath)
      for importer in Set(closure(of: roots).map { BuildGraph.importPath(of: $0) }) {
        for need in (imports[importer] ?? []) + (links[importer] ?? []) {
          guard let message = cxx(need, program) else { continue }
          let finding = need.origin.finding(.unusableImport, Wording(message))
          result.append(Problem(importer: importer, need: need, finding: finding))
        }
      }
    }
    return result.sorted { $0.finding.text < $1.finding.text }
  }

  private func cxx(_ need: Need, _ program: BuildGraph.Package) -> String? {
    let packages = closure(of: [need.importPath]).compactMap { graph[$0] }.filter(\.usesCxx)
    guard let first = packages.map(\.importPath).min(by: { $0.lexicographicallyPrecedes($1) }) else { return nil }
    let name = program.isTestMain ? Array(program.importPath.dropLast(".test".count)) : program.importPath
    return
      "package \(need.importPath.shown), which this patch \(need.origin.isLink ? "links" : "imports"), brings C++ "
      + "(\(first.shown)) into a program, but the go command does not know this and would not link the C++ library; "
      + "import \(first.shown) as _ in \(name.shown)\(program.isTestMain ? " or its tests" : "")"
  }

  private func missing(_ need: Need) -> String? {
    let path = need.importPath
    let subject = "package \(path.shown), which this patch \(need.origin.isLink ? "links" : "imports"),"
    guard let package = graph[path] else { return "\(subject) cannot be found" }
    if !package.error.isEmpty {
      let reason = Self.reason(package)
      if reason.contains("import lookup disabled by -mod=vendor") {
        return
          "\(subject) is not in the vendor folder; import it as _ in a package of the main module, and run 'go mod vendor'"
      }
      let isUnknown = package.name.isEmpty && (path.split(separator: ASCII.slash).first?.contains(ASCII.dot) ?? false)
      guard isUnknown, reason != Self.noFiles else { return "\(subject) cannot be compiled: \(reason)" }
      let saysNoMore = ["no required module provides", "import lookup disabled by -mod=readonly"].contains {
        reason.contains($0)
      }
      return "\(subject) is not in a module of the build list; run 'go get \(path.shown)'"
        + (saysNoMore ? "" : " (\(reason))")
    }
    // What patches need has problems of its own.
    let needed = Set(all.map(\.importPath))
    let broken = closure(of: [path]).subtracting(needed).compactMap { graph[$0] }.filter { !$0.error.isEmpty }
      .min { $0.id.lexicographicallyPrecedes($1.id) }
    return broken.map { "\(subject) needs \($0.importPath.shown): \(Self.reason($0))" }
  }

  private static let noFiles = "none of its files is for this platform and Go version, by their build constraints"

  /// What the go command says of a package, without what differs from machine to machine.
  private static func reason(_ package: BuildGraph.Package) -> String {
    let line = line(package.error)
    // cmd/go/internal/modload, import.go: ImportMissingError; go/build, build.go: NoGoError and Context.Import.
    if line.contains(" is not in std") || line.contains(" is not in GOROOT") {
      return "it is neither in this Go version's standard library nor in a module of the build list"
    }
    return line.contains("build constraints exclude all Go files") ? noFiles : line
  }

  private func command(_ need: Need) -> String? {
    guard graph[need.importPath]?.name.equals("main") == true else { return nil }
    return
      "\(need.importPath.shown) is a command (package main), which cannot be imported; move what the patch needs into "
      + "a separate package"
  }

  private func unusable(_ need: Need, _ importer: ByteString) -> String? {
    if let message = command(need) { return message }
    guard let parent = Self.parentOfInternal(need.importPath), let package = graph[need.importPath],
      let target = graph[importer] ?? graph.all.first(where: { $0.importPath == importer })
    else { return nil }
    let isBelow = parent.isEmpty || importer == parent || importer.hasPrefix(parent + [ASCII.slash])
    let folder = Self.parentOfInternal(package.folder) ?? package.folder
    let isInside = target.folder == folder || target.folder.hasPrefix(folder + [ASCII.slash])
    if package.isStandard ? target.isStandard && isBelow : isBelow && !parent.isEmpty || isInside { return nil }
    let place = parent.isEmpty ? "the standard library" : "\(parent.shown)/..."
    return
      "\(need.importPath.shown) is internal to \(place), but package \(importer.shown) is not part of it; use a "
      + "package that it may import"
  }

  private func cycle(_ need: Need, _ importer: ByteString) -> String? {
    guard let chain = chain(from: need.importPath, to: importer) else { return nil }
    let names = [importer] + chain.map { BuildGraph.importPath(of: $0) }
    let way = names.map(\.shown).joined(separator: " -> ")
    return "import cycle: \(way); to link \(need.importPath.shown) into every program that has \(importer.shown), "
      + "write //routinex:link \(need.origin.path.shown) above the package clause instead of the import, and call "
      + "what it defines through a function without a body and //go:linkname"
  }

  /// `a/b` of `a/b/internal/c`; empty for `internal/c`; nil for a path without the element.
  private static func parentOfInternal(_ path: ByteString) -> ByteString? {
    let elements = path.split(separator: ASCII.slash, omittingEmptySubsequences: false)
    guard let index = elements.lastIndex(where: { $0.equals("internal") }) else { return nil }
    return ByteString(elements[..<index].joined(separator: [ASCII.slash]))
  }

  private static func line(_ text: ByteString) -> String {
    text.split(whereSeparator: \.isSpace).map(\.shown).joined(separator: " ")
  }
}
