internal import BuiltinPatches
package import Bytes
package import Toolexec

/// Which patch sets a call applies: those of `--patches`, else those of `ROUTINEX_PATCHES`, else `routine`.
package struct ActivePatchSets {
  /// nil: the default.
  private let names: [ByteString]?
  private let usesPackageKeys: Bool

  /// - Parameter usesPackageKeys: whether the go command was told of each package's patches: see `PackageKey`.
  package init(option: [ByteString]?, environment: Environment, usesPackageKeys: Bool = false) {
    names = option ?? environment["ROUTINEX_PATCHES"]?.split(separator: ASCII.comma).map { Array($0) }
    self.usesPackageKeys = usesPackageKeys
  }

  private static var defaultName: ByteString { ByteString("routine") }

  /// Whether the call may have to do with the sets. Without a list of sets the answer is exact, and costs little.
  package func concern(_ call: ToolCall, in arguments: ArgumentVector, environment: Environment) -> Bool {
    guard call.tool.isExamined, call.tool.isStamped || !call.isVersionQuery else { return false }
    if usesPackageKeys {
      if call.isVersionQuery { return false }
      // Whatever the sets are, compile is not to see it.
      if call.tool == .compile, CompileCommand.hasKey(in: arguments, of: call) { return true }
    }
    guard names == nil, !call.isVersionQuery, !call.hasResponseFile else { return true }
    let packagePath = call.tool == .compile ? CompileCommand.packagePath(in: arguments, of: call) : nil
    guard
      let package = PackageIdentity(packagePath: packagePath, description: environment["TOOLEXEC_IMPORTPATH"])
    else { return false }
    return EmbeddedFile.exists(in: Self.defaultName, for: package.importPath)
  }

  /// - Parameter folders: gives the folders that a relative path may be meant from; asked only for such a path.
  package func find(from folders: () -> [ByteString], in files: some FileSystem) throws(Failure) -> [PatchSet] {
    let names = names ?? [Self.defaultName]
    let builtIn = PatchSet.builtInNames
    let needsFolders = names.contains { !Path.isAbsolute($0) && !builtIn.contains($0) }
    return try PatchSet.find(names, from: needsFolders ? folders() : [], in: files)
  }

  /// What decides about a call that may have to do with the sets.
  package func pipeline<Files: FileSystem>(
    from folders: () -> [ByteString], in files: Files, environment: Environment, programVersion: StaticString
  ) throws(Failure) -> Pipeline<Files> {
    Pipeline(
      files: files, environment: environment, sets: try find(from: folders, in: files), programVersion: programVersion,
      usesPackageKeys: usesPackageKeys)
  }
}
