package import Bytes
package import Findings
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
  /// What the files that are written say of their positions.
  let positions: Rendering.Positions

  package init(
    importPath: ByteString, context: BuildContext, goVersion: ByteString?, files: [ByteString],
    objectFolder: ByteString,
    moduleVersion: SemanticVersion? = nil, overlaid: [ByteString: ByteString] = [:],
    positions: Rendering.Positions = .said
  ) {
    self.importPath = importPath
    self.context = context
    self.goVersion = goVersion
    self.files = files
    self.objectFolder = objectFolder
    self.moduleVersion = moduleVersion
    self.overlaid = overlaid
    self.positions = positions
  }

  /// `runtime (go1.24.11 linux/amd64)`.
  var description: Wording {
    let version = goVersion ?? ByteString("unknown Go version")
    return "\(importPath.text)\(build: "(\(version.text) \(context.goos.text)/\(context.goarch.text))")"
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
  package let planning: Planning

  private let input: PackageInput
  /// What is not certain of the patch files, a line each.
  private let doubts: [String]

  /// Plans the package; nil if no patch file applies to it.
  ///
  /// - Parameters:
  ///   - parsed: patch files that are parsed already, in the same thread.
  ///   - origin: tells what patterns ask about a package.
  ///   - excluded: the files of `_any` that are not for it, since it is part of what they import.
  ///   - assemblyReferences: gives the package's functions that its assembly refers to. Asked for once a patch applies.
  ///   - packageNames: gives what tells a package's name by its import path, where it is known. Asked for once a patch
  ///     applies.
  ///   - importable: gives the import paths of which the compiler will have export data, nil if that is not known; it is told
  ///     which are imported.
  ///   - moduleVersion: gives the version of the package's module, where the input does not have it.
  package init?(
    _ input: PackageInput, sets: [PatchSet], in files: some FileSystem, parsed: ParsedPatchFiles = ParsedPatchFiles(),
    origin: (ByteString) throws(Findings) -> PackageOrigin, except excluded: Set<ByteString> = [],
    assemblyReferences: () throws(Findings) -> Set<ByteString>,
    packageNames: () throws(Findings) -> (ByteString) -> ByteString?,
    importable: ([ByteString]) throws(Findings) -> Set<ByteString>?,
    moduleVersion: () throws(Findings) -> SemanticVersion? = { nil }
  ) throws(Findings) {
    let (patches, doubts) = try sets.patchFiles(
      for: input.importPath, of: input.files, in: input.context, scratch: input.objectFolder, files: files,
      parsed: parsed, origin: origin, except: excluded
    ) { () throws(Findings) in
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
      importPath: input.importPath, description: input.description, files: sources,
      expecting: patches.flatMap(\.patches),
      packageNames: try packageNames())
    let references = try assemblyReferences()
    var planning = Planning(
      target, with: patches, assemblyReferences: references, positions: input.positions)
    if let plan = planning.plan, !plan.imports.isEmpty, let known = try importable(plan.imports.map(\.path)) {
      planning.refuse(Self.withoutExportData(plan, known, input))
    }
    self.planning = planning
    self.patches = patches
    self.files = list
    self.sources = sources
    self.input = input
    self.doubts = doubts
  }

  /// Whether tags that patches ask for bring files in, or keep some out.
  var hasOtherFiles: Bool { files != input.files }

  /// The plan.
  /// - Throws: everything that is wrong.
  package func plan() throws(Findings) -> PackagePlan { try planning.result() }

  private static func read(_ list: [ByteString], in files: some FileSystem) throws(Findings) -> [TargetPackage.File] {
    var result: [TargetPackage.File] = []
    // Of `go build -overlay` they may have any name.
    for path in list {
      do throws(FileError) {
        result.append(TargetPackage.File(path: path, bytes: try files.read(path)))
      } catch {
        throw Findings(error)
      }
    }
    return result
  }

  private static func withoutExportData(
    _ plan: PackagePlan, _ known: Set<ByteString>, _ input: PackageInput
  ) -> [Finding] {
    plan.imports.filter { !known.contains($0.path) && !$0.path.equals("unsafe") }.map { item in
      Finding(
        .uncompiledImport,
        "this patch imports \(item.path.text), which the build has not compiled, since package "
          + "\(input.importPath.text) does not depend on it; build with `routinex go`, which compiles it first",
        at: item.offset, in: item.file)
    }
  }

  /// A line for each change, for verbose output.
  package func notes(of plan: PackagePlan) -> [String] {
    let name = input.importPath.text
    let (before, after) = (Set(input.files), Set(files))
    return doubts + plan.changes.map { "\(name): \($0.patch.word) \($0.target), by \($0.patch.place)" }
      + plan.passedBy.map {
        "\(name): \($0.patch.word) \($0.target), by \($0.patch.place), does not apply: \($0.reason)"
      }
      + plan.additions.flatMap { $0.notes.map { "\(name): \($0)" } }
      + input.files.filter { !after.contains($0) }.map { "\(name): \($0.text) is left out, by build tags" }
      + files.filter { !before.contains($0) }.map { "\(name): \($0.text) is added, by build tags" }
  }
}
