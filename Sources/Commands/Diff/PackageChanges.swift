internal import Bytes
internal import Findings
internal import GoPackages
internal import GoSyntax
internal import Patching
internal import SystemInterface
internal import Weaving

/// What a build makes of a package's folder, as changes that could be made there: with them the plain go command compiles
/// what routinex gives the compiler.
struct PackageChanges {
  struct Change: Equatable {
    /// The path from the Go root or the module's folder.
    let path: ByteString
    /// nil for a file that joins the package.
    let old: ByteString?
    /// nil for a file that leaves it.
    let new: ByteString?
  }

  /// In the order of their paths; files that are added come last.
  let changes: [Change]

  /// - Parameters:
  ///   - given: the files that the build would compile without patches.
  ///   - base: the folder that paths start from.
  init(
    _ weaving: PackageWeaving, given: [ByteString], of package: SourcePackage, base: ByteString,
    in files: some FileSystem
  ) throws(Findings) {
    var changes: [Change] = []
    let plan = try weaving.plan()
    let rewritten = Dictionary(
      uniqueKeysWithValues: plan.rewrites.map { (weaving.sources[$0.fileIndex].path, $0.bytes) })
    for source in weaving.sources {
      let isJoining = !given.contains(source.path)
      guard isJoining || rewritten[source.path] != nil else { continue }
      let bytes = rewritten[source.path] ?? source.bytes
      let new = isJoining ? Self.withoutConstraint(bytes) : bytes
      changes.append(Change(path: Self.relative(source.path, to: base), old: source.bytes, new: new))
    }
    for path in given where !weaving.files.contains(path) {
      guard let bytes = try? files.read(path) else { throw Findings(.fileSystem, "cannot read \(path.text)") }
      changes.append(Change(path: Self.relative(path, to: base), old: bytes, new: nil))
    }
    changes.sort { $0.path.lexicographicallyPrecedes($1.path) }
    let folder = Self.relative(package.folder, to: base)
    let names = Self.namesOfAdditions(plan, for: package, in: files)
    for (addition, name) in zip(plan.additions, names) {
      changes.append(Change(path: folder.isEmpty ? name : Path.join(folder, name), old: nil, new: addition.bytes))
    }
    self.changes = changes
  }

  private static func relative(_ path: ByteString, to base: ByteString) -> ByteString {
    guard path.hasPrefix(base) else { return path }
    return Array(path.dropFirst(base.count).drop { $0 == ASCII.slash })
  }

  /// Names under which the go command takes the files that are added. It gives the compiler a package's files in the order
  /// of their names, which is that of the initialization of their variables: these names come last, as the files do in a
  /// build by routinex.
  private static func namesOfAdditions(
    _ plan: PackagePlan, for package: SourcePackage, in files: some FileSystem
  ) -> [ByteString] {
    let taken = Set(files.namesFound(in: package.folder))
    let digits = "\(max(plan.additions.count - 1, 0))".count
    return plan.additions.enumerated().map { number, addition in
      let number = String(repeating: "0", count: digits - "\(number)".count) + "\(number)"
      var name = ByteString("zz_routinex_\(number)_") + Path.lastComponent(addition.file.displayPath)
      // What was a whole word in the patch file's name may be a suffix here: linux.go, test.go.
      if !package.context.admits(fileName: name) || name.hasSuffix("_test.go") {
        name = Array(name.dropLast(3)) + ByteString("_added.go")
      }
      while taken.contains(name) { name.insert(0x7a, at: 0) }
      return name
    }
  }

  /// The file with its build constraint made an ordinary comment: a set's build tags bring it in, and without it the go
  /// command takes it too.
  static func withoutConstraint(_ file: ByteString) -> ByteString {
    var result = ByteString()
    var isAbovePackage = true
    for line in file.split(separator: ASCII.newline, omittingEmptySubsequences: false) {
      if !result.isEmpty || line.startIndex > 0 { result.append(ASCII.newline) }
      let isConstraint = isAbovePackage && (line.hasPrefix("//go:build") || line.hasPrefix("// +build"))
      if line.hasPrefix("package ") { isAbovePackage = false }
      if isConstraint {
        result += ByteString("// without: ") + line.dropFirst(2)
      } else {
        result += line
      }
    }
    return result
  }
}

extension SourcePackage {
  /// What sets make of the package, and of its folder; nil if no patch file applies, or if no Go file is for the platform.
  ///
  /// - Parameters:
  ///   - base: the folder that paths start from.
  ///   - goFiles: those of the package, where the go command has told.
  func changes(
    by sets: [PatchSet], base: ByteString, goFiles: [ByteString]? = nil, positions: Rendering.Positions,
    in files: some FileSystem
  ) throws(Findings) -> (weaving: PackageWeaving, changes: [PackageChanges.Change])? {
    var given = goFiles ?? []
    if goFiles == nil { given = try SourceFolder(folder, context: context, in: files).goFiles }
    guard let weaving = try weave(sets, in: files, goFiles: given, positions: positions) else { return nil }
    return (weaving, try PackageChanges(weaving, given: given, of: self, base: base, in: files).changes)
  }
}
