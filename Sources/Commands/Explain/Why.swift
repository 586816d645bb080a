internal import Bytes
internal import Findings
internal import GoPackages
internal import GoSyntax
internal import Host
internal import Patching
internal import Weaving

/// Whether a package, or a declaration of one, is patched in a build, by what, and if not, why not. Nothing is built.
struct Why {
  private let answer: PatchedPackage.Answer

  /// - Parameters:
  ///   - text: `PACKAGE` or `PACKAGE.NAME`.
  ///   - packages: those that are built, as the go command takes them.
  init(_ text: ByteString, building packages: [ByteString], _ sets: [PatchSet], _ queries: GoQueries) throws(Findings) {
    let build = try PatchedBuild.configuration(queries.settings())
    let listed = try queries.sources(packages)
    let finder = try LocatedPackage.Finder()
    let ofFolder = finder.find(ByteString("main"))?.package.importPath
    let readings = DeclarationPath.readings(of: text)
    func named(_ path: ByteString) -> ListedSources? {
      let path = path.equals("main") ? ofFolder ?? path : path
      return listed.first { $0.importPath == path }
    }
    let reasons = try WhyNot(building: packages, listed, sets, queries)
    if let package = named(text) {
      answer = try PatchedPackage(package, build, reasons).all
    } else if let (reading, package) = readings.lazy.compactMap({ reading in
      named(reading.importPath).map { (reading, $0) }
    }).first {
      answer = try PatchedPackage(package, build, reasons).about(reading, with: finder)
    } else {
      let paths = [text] + readings.map(\.importPath)
      let existing = paths.first { finder.find($0) != nil }
      answer = PatchedPackage.Answer(
        name: text.shown, isPatched: false,
        lines: reasons.absence(of: existing ?? paths.last ?? text, exists: existing != nil))
    }
  }

  /// The answer, for a person.
  var text: String {
    let head = answer.name + (answer.isPatched ? ": patched" : ": not patched")
    return ([head] + answer.lines.map { "  " + $0 }).map { $0 + "\n" }.joined()
  }
}
