internal import Bytes
internal import Findings
internal import GoPackages
internal import GoSyntax
internal import Patching
internal import SystemInterface

/// Everything that decides what becomes of a package, for `Stamp` and `PackageKey` to hash. An object is kept under what
/// the go command knows: whatever else decides must be hashed, or a later build takes the object for what it is not.
///
/// | what decides | who covers it |
/// | --- | --- |
/// | this program | the hash of its sources (`program`) |
/// | the sets: names, order; their files: paths, content | `Stamp`, `PackageKey` |
/// | `cgo` in a constraint (CGO_ENABLED) | here, for files that may ask |
/// | `//routinex:module`: the version in vendor/modules.txt, or that a go.mod puts in another's place | here |
/// | `//routinex:tags`: the files that the tags may admit, where files change in place | here |
/// | patterns in `_any`: whether a package is Go's own, or a main module's | cmd/go: "dir %s"; else its path; for files that apply, here |
/// | GOOS and GOARCH | cmd/go: "goos %s goarch %s" |
/// | the Go version | cmd/go: the tool's ID |
/// | race, msan, asan | cmd/go: forcedGcflags |
/// | the module's version in the module cache | cmd/go: "dir %s", or with -trimpath "module %s@%s" |
/// | the package's files, what its assembly refers to, its imports' export data | cmd/go: "file %s %s", "import %s %s" |
/// | what vet is shown | cmd/go: its action ID holds that of the package's compilation |
/// | what the user's -tags, GOFLAGS, GOEXPERIMENT and GOFIPS140 change | cmd/go: which files, which import paths |
///
/// cmd/go's are those of cmd/go/internal/work/exec.go, buildActionID. No constraint of a patch sees more than
/// `BuildContext.isSet` knows: no `goexperiment.x`, no `amd64.v3`, no tag of the user's. A new thing to see is a new line.
///
/// What is not covered: files that tags admit through `-overlay`, a go.mod of `-modfile`, and a go.work that only
/// `go env -w` names.
struct DecisionInputs<Files: FileSystem> {
  /// What this program does, as a hash of its sources.
  let program: StaticString
  let hasCgo: Bool
  let project: () throws(Findings) -> Project
  let files: Files
  /// Tells what patterns ask about packages.
  let origins: PackageOrigins<Files>

  init(
    program: StaticString, hasCgo: Bool, root: ByteString?, project: @escaping () throws(Findings) -> Project,
    files: Files
  ) {
    self.program = program
    self.hasCgo = hasCgo
    self.project = project
    self.files = files
    origins = PackageOrigins(root: root, project: project, files: files)
  }

  private static var tagsDirective: StaticString { "//routinex:tags" }
  private static var moduleDirective: StaticString { "//routinex:module" }

  /// Whether a file of a set could depend on it. Where it says so in a comment or a string, too much is hashed.
  private static func asksForCgo(_ file: ByteString) -> Bool {
    file.contains("cgo") || file.contains(tagsDirective)
  }

  private static func asksForModule(_ file: ByteString) -> Bool {
    file.contains(moduleDirective) || file.contains(tagsDirective)
  }

  /// Adds a file of a set, and what decides with it.
  ///
  /// - Parameters:
  ///   - set: the set's name.
  ///   - path: the file's path below the set's root.
  func add(_ path: ByteString, of set: ByteString, _ bytes: ByteString, to hash: inout SHA256) throws(Findings) {
    hash.update(field: set)
    hash.update(field: path)
    hash.update(field: bytes)
    if Self.asksForCgo(bytes) { hash.update(field: ByteString(hasCgo ? "cgo" : "no cgo")) }
    guard Self.asksForModule(bytes) else { return }
    let importPath = PackageSelector(ofFile: path, bytes)?.importPath
    let project = try project()
    for vendor in project.vendorFolders {
      guard let list = try VendorList(in: vendor, files) else { continue }
      hash.update(field: ByteString("vendored"))
      hash.update(field: importPath.map { list.version(of: $0) ?? [] } ?? list.bytes)
    }
    for words in project.replacements(of: importPath) {
      hash.update(field: ByteString("replaced"))
      hash.update(field: Array(words.joined(separator: [ASCII.space])))
    }
    let tags = Self.tags(bytes)
    guard let importPath, !tags.isEmpty else { return }
    for folder in project.folders(of: importPath) { try add(filesIn: folder, thatMention: tags, to: &hash) }
  }

  private func add(
    filesIn folder: ByteString, thatMention tags: [ByteString], to hash: inout SHA256
  ) throws(Findings) {
    let names = try attempt { () throws(FileError) in try files.names(in: folder) } ?? []
    for name in names where name.hasSuffix(".go") && !name.hasSuffix("_test.go") {
      let path = Path.join(folder, name)
      guard try attempt({ () throws(FileError) in try files.kind(of: path) }) == .regular else { continue }
      let bytes = try attempt { () throws(FileError) in try files.read(path) }
      guard let constraint = (try? BuildConstraint.of(bytes)) ?? nil, constraint.mentions(tags) else { continue }
      hash.update(field: ByteString("admitted"))
      hash.update(field: name)
      hash.update(field: bytes)
    }
  }

  /// The tags that a file's directives set.
  private static func tags(_ file: ByteString) -> [ByteString] {
    file.split(separator: ASCII.newline).map(\.trimmed).filter { $0.hasPrefix(tagsDirective) }.flatMap { line in
      line.dropFirst(tagsDirective.utf8CodeUnitCount).split { $0.isSpace || $0 == ASCII.comma }.map { Array($0) }
    }
  }
}
