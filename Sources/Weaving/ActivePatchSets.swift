internal import BuiltinPatches
package import Bytes
package import Toolexec

/// Which patch sets a call applies: those of `--patches`, else those of `ROUTINEX_PATCHES`, else `routine`.
package struct ActivePatchSets {
  private let option: [ByteString]?
  private let environment: Environment
  private let usesPackageKeys: Bool

  /// - Parameter usesPackageKeys: whether the go command was told of each package's patches: see `PackageKey`.
  package init(option: [ByteString]?, environment: Environment, usesPackageKeys: Bool = false) {
    self.option = option
    self.environment = environment
    self.usesPackageKeys = usesPackageKeys
  }

  private static let defaultName: StaticString = "routine"

  /// Whether the call may have to do with the sets. Without a list of sets the answer is exact.
  ///
  /// Nearly every call of a build ends here, in `ToolexecEntry.passOn`, under what is said there: no array is made, and no
  /// `==` of another target's type called, which takes a look at the runtime's tables and pages of memory with it.
  package func concern(_ call: ToolCall, in arguments: ArgumentVector) -> Bool {
    guard call.tool.isExamined, call.tool.isStamped || !call.isVersionQuery else { return false }
    let isCompile = if case .compile = call.tool { true } else { false }
    if usesPackageKeys {
      if call.isVersionQuery { return false }
      // Whatever the sets are, compile is not to see it.
      if isCompile, CompileCommand.hasKey(in: arguments, of: call) { return true }
    }
    if option != nil || call.isVersionQuery || call.hasResponseFile || environment.has("ROUTINEX_PATCHES") {
      return true
    }
    let packagePath = isCompile ? CompileCommand.packagePath(in: arguments, of: call) : nil
    if let packagePath, PackageIdentity.isImportPath(packagePath) {
      return EmbeddedFile.exists(in: Self.defaultName, for: packagePath)
    }
    return environment.has("TOOLEXEC_IMPORTPATH") { description in
      EmbeddedFile.exists(in: Self.defaultName, for: PackageIdentity.importPath(describedBy: description))
    }
  }

  private var names: [ByteString] {
    option ?? environment["ROUTINEX_PATCHES"]?.split(separator: ASCII.comma).map { Array($0) }
      ?? [ByteString(Self.defaultName)]
  }

  /// - Parameter folders: gives the folders that a relative path may be meant from; asked only for such a path.
  package func find(from folders: () -> [ByteString], in files: some FileSystem) throws(Failure) -> [PatchSet] {
    let names = names
    let builtIn = PatchSet.builtInNames
    let needsFolders = names.contains { !Path.isAbsolute($0) && !builtIn.contains($0) }
    return try PatchSet.find(names, from: needsFolders ? folders() : [], in: files)
  }

  /// What decides about a call that may have to do with the sets.
  package func pipeline<Files: FileSystem>(
    from folders: () -> [ByteString], in files: Files, programVersion: StaticString
  ) throws(Failure) -> Pipeline<Files> {
    Pipeline(
      files: files, environment: environment, sets: try find(from: folders, in: files), programVersion: programVersion,
      usesPackageKeys: usesPackageKeys)
  }
}
