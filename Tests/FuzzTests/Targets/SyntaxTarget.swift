import Bytes
import GoSyntax
import Patching
import SystemInterface
import TestSupport

/// A Go file, and what is read of one without a parse: build constraints, top-level statements, line directives. The first
/// line is a file name and versions, for what reads these.
extension FuzzTarget {
  static let syntax = FuzzTarget(
    name: "syntax",
    pieces: GoPieces.all + [
      "//go:build ", "(", "))", "&&", "||", "!", "a_linux.go\n", "x_windows_amd64_test.go\n", "v1.2.3",
      "v1.2.3-pre.1+x",
      ">=v1.0.0 ", "<v2 ", "go1.21", "go1.99999999999999999999", "unix", "_linux", "_arm64", "_test", "v0.0.0-0",
    ], otherSeeds: goldenSources
  ) { (input) throws(Defect) in
    let lineEnd = input.firstIndex(of: ASCII.newline) ?? 0
    try checkVersions(Array(input[..<lineEnd]))
    let name = Array(input[..<lineEnd].prefix { !$0.isSpace })
    let file = Array(input[lineEnd...].dropFirst())
    try checkConstraint(file, name)
    try checkTopLevel(file)
    try checkPlaces(file)
  }

  @Sendable private static func goldenSources() -> [(name: String, input: ByteString)] {
    GoldenSeeds.all().compactMap { seed in
      Archive(seed.input).files.first.map { (seed.name, ByteString("p_linux.go v1.2.3\n") + $0.bytes) }
    }
  }

  // MARK: Words

  private static func checkVersions(_ line: ByteString) throws(Defect) {
    let words = line.split(whereSeparator: \.isSpace).map { Array($0) }
    let versions = words.compactMap { SemanticVersion($0) }
    for a in versions {
      try require(!(a < a), "a version is less than itself")
      for b in versions {
        try require(!(a < b && b < a), "two versions are each less than the other: \(shown(line))")
        for c in versions where a < b && b < c { try require(a < c, "versions have no order: \(shown(line))") }
      }
    }
    if let bounds = ModuleConstraint(line) { for version in versions { _ = bounds.admits(version) } }
    for word in words { _ = GoVersion(word).minor }
  }

  private static func checkConstraint(_ file: ByteString, _ name: ByteString) throws(Defect) {
    let context = BuildContext(
      goos: ByteString("linux"), goarch: ByteString("amd64"), goMinor: 24, tags: [ByteString("cgo")])
    _ = context.admits(fileName: name)
    let constraint: BuildConstraint?
    do throws(BuildConstraint.Malformed) { constraint = try BuildConstraint.of(file) } catch {
      return try require((0...file.count).contains(error.offset), "a malformed constraint is outside of its file")
    }
    guard let constraint else { return }
    let tags = Set(constraint.tags)
    var asked: Set<ByteString> = []
    let holds = constraint.isSatisfied { tag in
      asked.insert(tag)
      return context.isSet(tag)
    }
    try require(asked.isSubset(of: tags), "a tag is asked for that the constraint has not")
    try require(
      holds != BuildConstraint.not(constraint).isSatisfied(context.isSet), "a constraint and its opposite agree")
  }

  // MARK: Files

  private static func checkTopLevel(_ bytes: ByteString) throws(Defect) {
    let whole = SourceFile(path: ByteString("/p.go"), bytes: bytes)
    if let cut = TopLevel(bytes) {
      var end = 0
      for part in cut.parts {
        try require(part.range.lowerBound == end && !part.range.isEmpty, "the parts of a file do not follow each other")
        end = part.range.upperBound
      }
      try require(end == bytes.count, "the parts of a file end before it does")
    }
    let excerpt = SourceFile(excerptOf: bytes, path: ByteString("/p.go")) { _ in true }
    guard let excerpt, !whole.hasError else { return }
    try require(
      names(excerpt) == names(whole) && imports(excerpt) == imports(whole),
      "the parts of a file have other declarations than the file: \(names(excerpt)) and \(names(whole))")
    guard
      let declaration = whole.declarations.isEmpty ? nil : whole.declarations[bytes.count % whole.declarations.count]
    else { return }
    let wanted = declaration.name.range
    let one = SourceFile(excerptOf: bytes, path: ByteString("/p.go")) { $0.range.contains(wanted.lowerBound) }
    try require(
      one?.declarations.contains { $0.name.range == wanted } != false, "an excerpt lacks the declaration that it is of")
  }

  private static func names(_ file: SourceFile) -> [String] {
    file.declarations.map { "\($0.kind) \($0.spelling(in: file)) \($0.node.range) \($0.comments.map(\.range))" }
  }

  private static func imports(_ file: SourceFile) -> [ByteString] { file.imports.flatMap { [$0.path, $0.localName] } }

  /// Each token has the place that the compiler gives it.
  private static func checkPlaces(_ bytes: ByteString) throws(Defect) {
    let file = SourceFile(path: ByteString("/p.go"), bytes: bytes)
    let positions = GoPositions(path: ByteString("/p.go"), bytes: bytes)
    let isGo = !file.hasError && !hasBadDirective(bytes)
    for declaration in file.declarations {
      _ = Signature(of: declaration, in: file)
      _ = file.identifiers(of: declaration)
      let offset = declaration.name.range.lowerBound
      let place = file.effectivePosition(at: offset)
      guard isGo else { continue }
      let expected = positions.places[offset]
      try require(
        place.file == expected.file && place.line == expected.line && place.column == expected.column,
        "\(declaration.spelling(in: file)) is at \(expected), and \(place.text.text) is said")
    }
  }

  /// Whether a directive gives a number that the compiler refuses, so that there are no right places.
  private static func hasBadDirective(_ bytes: ByteString) -> Bool {
    guard bytes.contains("line ") else { return false }
    return bytes.split(whereSeparator: { !$0.isDigit }).contains { number in
      number.allSatisfy { $0 == UInt8(ascii: "0") } || (Int(number.text) ?? .max) > 1 << 30
    }
  }
}
