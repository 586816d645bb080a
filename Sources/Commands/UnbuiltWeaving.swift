internal import Bytes
internal import Findings
internal import GoPackages
internal import GoSyntax
internal import Host
internal import Patching
internal import SystemInterface
internal import Weaving

extension SourcePackage {
  /// Stands for the build's own folder of the package, as `go build -x` writes it: no file is there.
  static let objectFolder = ByteString("/$WORK/b001")

  /// What the sets make of the package: the plan of a build. nil if no patch file applies, or if no Go file is for the platform.
  ///
  /// - Parameters:
  ///   - parsed: patch files that are parsed already, in the same thread.
  ///   - goFiles: those of the package, where the go command has told.
  ///   - excluded: the files of `_any` that are not for it, since it is part of what they import.
  ///   - knowsImports: whether an import that the package lacks has to be one that the toolchain has, by its path.
  ///   - positions: what the files say of their positions.
  func weave(
    _ sets: [PatchSet], in files: some FileSystem, parsed: ParsedPatchFiles = ParsedPatchFiles(),
    goFiles: [ByteString]? = nil, except excluded: Set<ByteString> = [], knowsImports: Bool = false,
    positions: Rendering.Positions = .said
  ) throws(Findings) -> PackageWeaving? {
    let sources = try SourceFolder(folder, context: build.context, in: files)
    let goFiles = goFiles ?? sources.goFiles
    if goFiles.isEmpty { return nil }
    let input = PackageInput(
      importPath: importPath, context: build.patchContext, goVersion: build.root.version, files: goFiles,
      objectFolder: Self.objectFolder, moduleVersion: moduleVersion, positions: positions)
    return try PackageWeaving(
      input, sets: sets, in: files, parsed: parsed,
      origin: { (path) throws(Findings) in
        try SourceOrigins().origin(of: path, isStandard: folder.hasPrefix(build.root.sources + [ASCII.slash]))
      },
      except: excluded,
      assemblyReferences: { sources.assemblyReferences(of: importPath, in: files) },
      packageNames: {
        PackageSources(of: self, in: files) {
          Modules(workingFolder: workingFolders().first ?? ByteString("/"), environment: .ofProcess, files: files)
        }.packageName
      },
      // What a build lacks `routinex go` compiles; what cannot be had `CheckImports` finds.
      importable: { wanted in
        guard knowsImports else { return nil }
        return sources.imports(in: files).union(
          wanted.filter { path in
            path.prefix { $0 != ASCII.slash }.contains(ASCII.dot)
              || files.findsFolder(Path.join(build.root.sources, path))
          })
      })
  }
}
