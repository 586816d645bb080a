package import Bytes
package import SystemInterface
package import Findings
internal import Toolexec

/// Which patch sets a call applies: those of `--patches`, else those of `ROUTINEX_PATCHES`, else the default.
package struct ActivePatchSets {
  let option: [ByteString]?
  let environment: Environment
  let usesPackageKeys: Bool

  /// - Parameter usesPackageKeys: whether the go command was told of each package's patches: see `PackageKey`.
  package init(option: [ByteString]?, environment: Environment, usesPackageKeys: Bool = false) {
    self.option = option
    self.environment = environment
    self.usesPackageKeys = usesPackageKeys
  }

  /// The set that a build applies where none is named.
  package static var defaultName: StaticString { "routine" }

  /// Whether that is what a build without `--patches` applies here.
  package var isDefault: Bool { option == nil && environment["ROUTINEX_PATCHES"] == nil }

  /// What stands for the sets: names, and paths as they were given. An empty variable is none.
  package var names: [ByteString] {
    option ?? environment["ROUTINEX_PATCHES"].map { PatchSetList.elements(of: $0) } ?? [ByteString(Self.defaultName)]
  }

  /// - Parameter folders: gives the folders that a relative path may be meant from; asked only for such a path.
  package func find(from folders: () -> [ByteString], in files: some FileSystem) throws(Findings) -> [PatchSet] {
    let names = names
    let builtIn = PatchSet.builtInNames
    let needsFolders = names.contains { element in
      switch SetElement(element) {
      case .package(_, let folder): folder == nil
      case .name(let name): !Path.isAbsolute(name) && !builtIn.contains(name)
      }
    }
    return try PatchSet.find(names, from: needsFolders ? folders() : [], in: files)
  }

  /// What decides about a call that may have to do with the sets.
  ///
  /// - Parameter outsideFile: the file that says what was compiled beforehand for patches.
  package func pipeline<Files: FileSystem>(
    from folders: @escaping () -> [ByteString], in files: Files, program: StaticString, outsideFile: ByteString? = nil,
    agents: Agents = .none, compileImports: CompileImports? = nil
  ) throws(Findings) -> Pipeline<Files> {
    Pipeline(
      files: files, environment: environment, sets: try find(from: folders, in: files), program: program,
      usesPackageKeys: usesPackageKeys, outsideFile: outsideFile, compileImports: compileImports, agents: agents,
      folders: folders)
  }
}
