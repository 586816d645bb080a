package import Bytes
package import GoSyntax
package import Patching
package import SystemInterface

/// A package that is to be compiled, wherever that was learnt: from compile's command line, or from the package's folder.
package struct PackageInput {
  let importPath: ByteString
  let context: BuildContext
  /// `go1.24.11`, for messages.
  let goVersion: ByteString?
  /// The files that compile would be given.
  let files: [ByteString]
  /// The build's folder for the package, which holds what cgo and cover made of the sources.
  let objectFolder: ByteString
  /// The version of the package's module, where it is known beforehand.
  let moduleVersion: SemanticVersion?
  /// The paths that files of `go build -overlay` stand for.
  let overlaid: [ByteString: ByteString]
  /// Whether another program of the chain stands between this one and the compiler.
  let hasAgents: Bool

  package init(
    importPath: ByteString, context: BuildContext, goVersion: ByteString?, files: [ByteString],
    objectFolder: ByteString,
    moduleVersion: SemanticVersion? = nil, overlaid: [ByteString: ByteString] = [:], hasAgents: Bool = false
  ) {
    self.importPath = importPath
    self.context = context
    self.goVersion = goVersion
    self.files = files
    self.objectFolder = objectFolder
    self.moduleVersion = moduleVersion
    self.overlaid = overlaid
    self.hasAgents = hasAgents
  }

  /// `runtime (go1.24.11 linux/amd64)`.
  var description: String {
    let version = goVersion ?? ByteString("unknown Go version")
    return "\(importPath.text) (\(version.text) \(context.goos.text)/\(context.goarch.text))"
  }
}

/// What the active sets make of one package. Nothing has been written.
package struct PackageWeaving {
  /// The patch files that apply, in the order of composition.
  package let patches: [PatchFile]
  /// The files to compile, those that a set's build tags admit among them, before they are patched.
  package let files: [ByteString]
  /// The Go files among them, which the plan's rewrites name by index.
  package let sources: [TargetPackage.File]
  package let plan: PackagePlan
  /// A line for each change, for verbose output.
  package let notes: [String]

  /// Plans the package; nil if no patch file applies to it.
  ///
  /// - Parameters:
  ///   - assemblyReferences: gives the package's functions that its assembly refers to. Asked for once a patch applies.
  ///   - packageNames: gives what tells a package's name by its import path, where it is known. Asked for once a patch
  ///     applies.
  ///   - importable: gives the import paths of which the compiler will have export data, nil if that is not known.
  ///   - moduleVersion: gives the version of the package's module, where the input does not have it.
  package init?(
    _ input: PackageInput, sets: [PatchSet], in files: some FileSystem,
    assemblyReferences: () throws(Failure) -> Set<ByteString>,
    packageNames: () throws(Failure) -> (ByteString) -> ByteString?,
    importable: () throws(Failure) -> Set<ByteString>?,
    moduleVersion: () throws(Failure) -> SemanticVersion? = { nil }
  ) throws(Failure) {
    let (patches, doubts) = try sets.patchFiles(
      for: input.importPath, of: input.files, in: input.context, scratch: input.objectFolder, files: files
    ) { () throws(Failure) in
      if let version = input.moduleVersion { return version }
      return try moduleVersion()
    }
    guard !patches.isEmpty else { return nil }
    let list = try PackageFiles(
      files: files, context: input.context, patches: patches, objectFolder: input.objectFolder,
      overlaid: input.overlaid
    ).forCompile(input.files)
    let sources = try Self.read(list, in: files)
    let target = TargetPackage(
      description: input.description, files: sources, expecting: patches.flatMap(\.patches),
      packageNames: try packageNames())
    let references = try assemblyReferences()
    do throws(PackagePlan.Failure) {
      plan = try PackagePlan(
        patching: target, with: patches, assemblyReferences: references, restatesPositions: input.hasAgents)
    } catch {
      switch error {
      case .problems(let problems): throw Failure(problems)
      case .unreadable(let problem): throw Failure(Problems([problem]), isUnreadable: true)
      }
    }
    if !plan.imports.isEmpty, let known = try importable() { try Self.requireExportData(plan, known, input) }
    self.patches = patches
    self.files = list
    self.sources = sources
    notes = doubts + Self.notes(plan, given: input.files, taken: list, input.importPath.text)
  }

  private static func read(_ list: [ByteString], in files: some FileSystem) throws(Failure) -> [TargetPackage.File] {
    var result: [TargetPackage.File] = []
    // Of `go build -overlay` they may have any name.
    for path in list {
      do throws(FileError) {
        result.append(TargetPackage.File(path: path, bytes: try files.read(path)))
      } catch {
        throw Failure(error)
      }
    }
    return result
  }

  private static func requireExportData(
    _ plan: PackagePlan, _ known: Set<ByteString>, _ input: PackageInput
  ) throws(Failure) {
    let problems = plan.imports.filter { !known.contains($0.path) && !$0.path.equals("unsafe") }.map { item in
      Problem(
        "this patch imports \(item.path.text), which package \(input.importPath.text) does not depend on, so that the "
          + "build has not compiled it; use what the package imports, or reach the other one through //go:linkname",
        at: item.offset, in: item.file)
    }
    if !problems.isEmpty { throw Failure(Problems(problems)) }
  }

  private static func notes(
    _ plan: PackagePlan, given: [ByteString], taken: [ByteString], _ name: String
  ) -> [String] {
    let (before, after) = (Set(given), Set(taken))
    return plan.changes.map { "\(name): \($0.patch.word) \($0.target), by \($0.patch.place)" }
      + plan.additions.flatMap { $0.notes.map { "\(name): \($0)" } }
      + given.filter { !after.contains($0) }.map { "\(name): \($0.text) leaves, by build tags" }
      + taken.filter { !before.contains($0) }.map { "\(name): \($0.text) joins, by build tags" }
  }
}
