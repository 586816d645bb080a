internal import BuiltinPatches
package import Bytes
package import SystemInterface
package import Findings
package import Toolexec

/// Which patch sets a call applies: those of `--patches`, else those of `ROUTINEX_PATCHES`, else `routine`.
package struct ActivePatchSets {
  private let option: [ByteString]?
  private let environment: Environment
  private let usesPackageKeys: Bool
  private let outsideFile: ByteString?

  /// - Parameters:
  ///   - usesPackageKeys: whether the go command was told of each package's patches: see `PackageKey`.
  ///   - outsideFile: the file that says what was compiled beforehand for patches: see `OutsideCode`.
  package init(
    option: [ByteString]?, environment: Environment, usesPackageKeys: Bool = false, outsideFile: ByteString? = nil
  ) {
    self.option = option
    self.environment = environment
    self.usesPackageKeys = usesPackageKeys
    self.outsideFile = outsideFile
  }

  private static let defaultName: StaticString = "routine"

  /// Whether the call may have to do with the sets. A "no" is certain. A "yes" is for `PatchSet.targets` to decide, which
  /// lists folders: here they are only looked for, and sets that are named by relative paths not at all. That two of a list
  /// have one name is said by `-V=full`, before anything is compiled.
  ///
  /// Nearly every call of a build ends here, in `ToolexecEntry.passOn`, under what is said there: no array is made, and no
  /// `==` of another target's type called, which takes a look at the runtime's tables and pages of memory with it.
  ///
  /// - Parameters:
  ///   - hasAgents: whether other toolexec programs stand behind this one, which may change what any tool writes.
  ///   - isFolder: whether a path, with a NUL behind it, names a folder.
  package func concern(
    _ call: ToolCall, in arguments: ArgumentVector, hasAgents: Bool = false,
    isFolder: (UnsafePointer<CChar>) -> Bool
  ) -> Bool {
    if call.isVersionQuery { return hasAgents || (call.tool.isStamped && !usesPackageKeys) }
    guard call.tool.isExamined else { return false }
    if case .link = call.tool { return outsideFile != nil }
    let isCompile = if case .compile = call.tool { true } else { false }
    // Whatever the sets are, compile is not to see it.
    if usesPackageKeys, isCompile, CompileCommand.hasKey(in: arguments, of: call) { return true }
    if call.hasResponseFile { return true }
    // As `PackageIdentity` has it.
    var isDescribed = false
    let mayTarget = environment.has("TOOLEXEC_IMPORTPATH") { description in
      let importPath = PackageIdentity.importPath(describedBy: description)
      isDescribed = !importPath.isEmpty
      return isDescribed && self.mayTarget(importPath, isFolder)
    }
    guard !isDescribed, isCompile, let packagePath = CompileCommand.packagePath(in: arguments, of: call),
      PackageIdentity.isImportPath(packagePath)
    else { return mayTarget }
    return self.mayTarget(packagePath, isFolder)
  }

  private func mayTarget(_ importPath: UnsafeRawBufferPointer, _ isFolder: (UnsafePointer<CChar>) -> Bool) -> Bool {
    if let option {
      for element in option where element.withUnsafeBytes({ Self.mayTarget($0, importPath, isFolder) }) { return true }
      return false
    }
    var isListed = false
    let mayTarget = environment.has("ROUTINEX_PATCHES") { list in
      isListed = true
      var rest = list[...]
      while !rest.isEmpty {
        let end = rest.firstIndex(of: UInt8(ascii: ",")) ?? rest.endIndex
        let element = UnsafeRawBufferPointer(rebasing: rest[..<end])
        if !element.isEmpty, Self.mayTarget(element, importPath, isFolder) { return true }
        rest = rest[end...].dropFirst()
      }
      return false
    }
    return isListed ? mayTarget : EmbeddedFile.exists(in: Self.defaultName.bytes, for: importPath)
  }

  /// Whether the set that an element of a list names has a folder that could hold patch files for the package; true as
  /// well where that takes more to know, or where there is no such set, which is for others to say. Not inlined: without a
  /// list nothing of this is to be paid for, registers included.
  @inline(never) private static func mayTarget(
    _ element: UnsafeRawBufferPointer, _ importPath: UnsafeRawBufferPointer, _ isFolder: (UnsafePointer<CChar>) -> Bool
  ) -> Bool {
    if EmbeddedFile.isSet(element) { return EmbeddedFile.exists(in: element, for: importPath) }
    guard isPlainPath(element) else { return true }
    // ROOT/IMPORT/PATH/... is the longest.
    return withUnsafeTemporaryAllocation(byteCount: element.count + importPath.count + 6, alignment: 1) { path in
      func has(_ prefix: Int, _ rest: StaticString) -> Bool {
        let start = element.count + 1
        path[element.count] = ASCII.slash
        UnsafeMutableRawBufferPointer(rebasing: path[start...]).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: importPath[..<prefix]))
        UnsafeMutableRawBufferPointer(rebasing: path[(start + prefix)...]).copyMemory(from: rest.bytes)
        path[start + prefix + rest.utf8CodeUnitCount] = 0
        return path.baseAddress.map { isFolder($0.assumingMemoryBound(to: CChar.self)) } ?? true
      }
      path.copyMemory(from: element)
      // The set itself, then its folders for the package, then those for all packages below one that the package is in.
      if !has(0, "") || has(importPath.count, "") || has(0, "...") || has(importPath.count, "/...") { return true }
      for index in importPath.indices where importPath[index] == ASCII.slash && has(index, "/...") { return true }
      return false
    }
  }

  /// Whether the path can be used as it stands: absolute; without components `.` and `..`, which have to be taken out before;
  /// and without a backslash at its end, which in a list says that the path goes on behind the comma (PatchSetList).
  private static func isPlainPath(_ path: UnsafeRawBufferPointer) -> Bool {
    guard path.count > 0, path[0] == UInt8(ascii: "/"), path[path.count - 1] != UInt8(ascii: "\\") else { return false }
    // The length of the component so far, and whether it is of dots alone.
    var (length, isDots) = (0, true)
    for byte in path {
      if byte == UInt8(ascii: "/") {
        if isDots, length == 1 || length == 2 { return false }
        (length, isDots) = (0, true)
      } else {
        length += 1
        if byte != UInt8(ascii: ".") { isDots = false }
      }
    }
    return !isDots || length == 0 || length > 2
  }

  /// What stands for the sets: names, and paths as they were given. An empty variable is none.
  package var names: [ByteString] {
    option ?? environment["ROUTINEX_PATCHES"].map { PatchSetList.elements(of: $0) } ?? [ByteString(Self.defaultName)]
  }

  /// - Parameter folders: gives the folders that a relative path may be meant from; asked only for such a path.
  package func find(from folders: () -> [ByteString], in files: some FileSystem) throws(Findings) -> [PatchSet] {
    let names = names
    let builtIn = PatchSet.builtInNames
    let needsFolders = names.contains { !Path.isAbsolute($0) && !builtIn.contains($0) }
    return try PatchSet.find(names, from: needsFolders ? folders() : [], in: files)
  }

  /// What decides about a call that may have to do with the sets.
  package func pipeline<Files: FileSystem>(
    from folders: @escaping () -> [ByteString], in files: Files, program: StaticString, agents: Agents = .none
  ) throws(Findings) -> Pipeline<Files> {
    Pipeline(
      files: files, environment: environment, sets: try find(from: folders, in: files), program: program,
      usesPackageKeys: usesPackageKeys, outsideFile: outsideFile, agents: agents,
      folders: folders)
  }
}

extension StaticString {
  fileprivate var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}
