internal import BuiltinPatches
internal import Bytes
internal import Patching
internal import SystemInterface
package import Toolexec

// The look at a call's raw arguments that nearly all calls of a build end with: what `PatchSet.selects` tells of a set, told
// without making anything. Where packages are said in another way than by folders, it has to be asked for here as well.
extension ActivePatchSets {
  /// Whether there may be something to decide about the call. A "no" is certain. A "yes" is for `PatchSet.selects` to make sure
  /// of, which lists folders: here they are only looked for, and sets that are named by relative paths not at all. That two of a
  /// list have one name is said by `-V=full`, before anything is compiled.
  ///
  /// Nearly every call of a build ends here, in `ToolexecEntry.passOn`, under what is said there: no array is made, and no
  /// `==` of another target's type called, which takes a look at the runtime's tables and pages of memory with it.
  ///
  /// - Parameters:
  ///   - hasAgents: whether other toolexec programs stand behind this one, which may change what any tool writes.
  ///   - isFolder: whether a path, with a NUL behind it, names a folder.
  package func mayDecide(
    about call: ToolCall, in arguments: ArgumentVector, hasAgents: Bool = false,
    isFolder: (UnsafePointer<CChar>) -> Bool
  ) -> Bool {
    if call.isVersionQuery { return hasAgents || (call.tool.isStamped && !usesPackageKeys) }
    guard call.tool.isExamined else { return false }
    // A program says which sets are in it.
    if case .link = call.tool { return option.map { !$0.isEmpty } ?? true }
    let isCompile = if case .compile = call.tool { true } else { false }
    // Whatever the sets are, compile is not to see it.
    if usesPackageKeys, isCompile, CompileCommand.hasKey(in: arguments, of: call) { return true }
    if call.hasResponseFile { return true }
    // As `PackageIdentity` has it.
    var isDescribed = false
    let maySelect = environment.has("TOOLEXEC_IMPORTPATH") { description in
      let importPath = PackageIdentity.importPath(describedBy: description)
      isDescribed = !importPath.isEmpty
      return isDescribed && self.maySelect(importPath, isFolder)
    }
    guard !isDescribed, isCompile, let packagePath = CompileCommand.packagePath(in: arguments, of: call),
      PackageIdentity.isImportPath(packagePath)
    else { return maySelect }
    return self.maySelect(packagePath, isFolder)
  }

  private func maySelect(_ importPath: UnsafeRawBufferPointer, _ isFolder: (UnsafePointer<CChar>) -> Bool) -> Bool {
    if let option {
      for element in option where element.withUnsafeBytes({ Self.maySelect($0, importPath, isFolder) }) { return true }
      return false
    }
    var isListed = false
    let maySelect = environment.has("ROUTINEX_PATCHES") { list in
      isListed = true
      var rest = list[...]
      while !rest.isEmpty {
        let end = rest.firstIndex(of: UInt8(ascii: ",")) ?? rest.endIndex
        let element = UnsafeRawBufferPointer(rebasing: rest[..<end])
        if !element.isEmpty, Self.maySelect(element, importPath, isFolder) { return true }
        rest = rest[end...].dropFirst()
      }
      return false
    }
    return isListed ? maySelect : Self.builtInSelects(Self.defaultName.bytes, importPath) ?? false
  }

  /// Whether the set that an element of a list names has a folder that could hold patch files for the package; true as
  /// well where that takes more to know, or where there is no such set, which is for others to say. Not inlined: without a
  /// list nothing of this is to be paid for, registers included.
  @inline(never) private static func maySelect(
    _ element: UnsafeRawBufferPointer, _ importPath: UnsafeRawBufferPointer, _ isFolder: (UnsafePointer<CChar>) -> Bool
  ) -> Bool {
    if let selects = builtInSelects(element, importPath) { return selects }
    let element = folder(of: element)
    guard isPlainPath(element) else { return true }
    // ROOT/_patches/IMPORT/PATH/... is the longest.
    return withUnsafeTemporaryAllocation(byteCount: element.count + importPath.count + 15, alignment: 1) { path in
      var tree = element.count
      func has(_ prefix: Int, _ rest: StaticString) -> Bool {
        let start = tree + 1
        path[tree] = ASCII.slash
        UnsafeMutableRawBufferPointer(rebasing: path[start...]).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: importPath[..<prefix]))
        UnsafeMutableRawBufferPointer(rebasing: path[(start + prefix)...]).copyMemory(from: rest.bytes)
        path[start + prefix + rest.utf8CodeUnitCount] = 0
        return path.baseAddress.map { isFolder($0.assumingMemoryBound(to: CChar.self)) } ?? true
      }
      path.copyMemory(from: element)
      if !has(0, "") { return true }
      if has(0, PatchSet.treeFolder) { tree += 1 + PatchSet.treeFolder.utf8CodeUnitCount }
      // Files that say themselves which packages they are for have to be read.
      return has(0, PackageSelector.patternFolder) || PackageSelector.anyFolder(for: importPath, where: has)
    }
  }

  /// The element, or of a Go package what stands behind `=`: see `SetElement`.
  private static func folder(of element: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard element.first != UInt8(ascii: "/"), let equals = element.firstIndex(of: UInt8(ascii: "=")) else {
      return element
    }
    return UnsafeRawBufferPointer(rebasing: element[(equals + 1)...])
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

  /// Whether a built-in set has files for the package; nil if no built-in set has that name.
  private static func builtInSelects(_ name: UnsafeRawBufferPointer, _ importPath: UnsafeRawBufferPointer) -> Bool? {
    var number = 0
    while let set = EmbeddedFile.set(number) {
      if set.name.isEqual(to: name) {
        for folder in set.folders {
          let path = EmbeddedFile.folder(folder)
          if PackageSelector.selects(folder: path.bytes, importPath)
            || path.isEqual(to: PackageSelector.patternFolder.bytes)
          {
            return true
          }
        }
        return false
      }
      number += 1
    }
    return nil
  }
}

extension StaticString {
  fileprivate var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }

  /// Not generic, unlike the comparisons of Bytes: see `mayDecide`.
  fileprivate func isEqual(to bytes: UnsafeRawBufferPointer) -> Bool {
    guard utf8CodeUnitCount == bytes.count else { return false }
    for index in bytes.indices where utf8Start[index] != bytes[index] { return false }
    return true
  }
}
