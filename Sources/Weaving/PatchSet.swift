internal import BuiltinPatches
package import Bytes
package import Findings
internal import GoSyntax
internal import Patching
package import SystemInterface

/// A named set of patches: a folder that mirrors import paths, or one that the program was built with.
package struct PatchSet {
  enum Origin {
    case builtIn([EmbeddedFile])
    /// The folder's absolute path, and that of the tree of import paths: the folder itself, or `_patches` in it.
    case folder(ByteString, tree: ByteString)
  }

  /// For a built-in set its name, for a Go package its import path, else the name of its folder.
  package let name: ByteString
  let origin: Origin
  /// Whether it is a package that the go command has found: its name says which, wherever it lies.
  package private(set) var isPackage = false

  /// The set as an element of `--patches`, wherever that is read: a name, or the folder's absolute path, for a Go package with
  /// its import path in front.
  package var element: ByteString {
    switch origin {
    case .builtIn: name
    case .folder(let root, _): isPackage ? name + [ASCII.equals] + root : root
    }
  }

  /// The absolute path of the set's folder; nil for a set that was built in.
  package var folder: ByteString? {
    if case .folder(let root, _) = origin { return root }
    return nil
  }

  /// The absolute path of the folder that mirrors import paths; nil for a set that was built in.
  package var tree: ByteString? {
    if case .folder(_, let tree) = origin { return tree }
    return nil
  }

  /// The folder in a set's that holds its patches, where it holds more than those.
  package static var treeFolder: StaticString { "_patches" }

  /// The folder in a set's that holds its tests, and no patches.
  static var testFolder: StaticString { "testdata" }

  /// The names of the sets that were built in, in order.
  package static var builtInNames: [ByteString] {
    var names: [ByteString] = []
    for file in EmbeddedFile.all where names.last?.equals(file.set) != true { names.append(ByteString(file.set)) }
    return names
  }

  /// Finds the sets of `--patches`, in their order.
  ///
  /// - Parameter folders: the working folders that a relative path may be meant from, the likeliest first.
  package static func find(
    _ names: [ByteString], from folders: [ByteString], in files: some FileSystem
  ) throws(Findings) -> [PatchSet] {
    var result: [PatchSet] = []
    for (index, name) in names.enumerated() {
      guard let set = try find(name, from: folders, in: files) else {
        throw Findings(.missingSet, Wording(try UnknownSet(names, index, from: folders).message(in: files)))
      }
      if result.contains(where: { $0.name == set.name }) {
        throw Findings(
          .repeatedSet,
          "two patch sets are called '\(set.name.shown)'; "
            + (set.isPackage ? "name it once" : "rename the folder of one, or name it once"))
      }
      result.append(set)
    }
    return result
  }

  private static func find(
    _ element: ByteString, from folders: [ByteString], in files: some FileSystem
  ) throws(Findings) -> PatchSet? {
    switch SetElement(element) {
    case .package(_, nil): return nil
    case .package(let importPath, let folder?):
      return try origin(folder, in: files).map { PatchSet(name: importPath, origin: $0, isPackage: true) }
    case .name(let name):
      let embedded = EmbeddedFile.all.filter { name.equals($0.set) }
      if !embedded.isEmpty { return PatchSet(name: name, origin: .builtIn(embedded)) }
      for candidate in candidates(name, from: folders) {
        if let origin = try origin(candidate, in: files) {
          return PatchSet(name: Path.lastComponent(candidate), origin: origin)
        }
      }
      return nil
    }
  }

  /// nil if there is no such folder.
  private static func origin(_ folder: ByteString, in files: some FileSystem) throws(Findings) -> Origin? {
    guard try attempt({ () throws(FileError) in try files.isDirectory(folder) }) else { return nil }
    let inside = Path.join(folder, ByteString(treeFolder))
    let hasTree = try attempt { () throws(FileError) in try files.isDirectory(inside) }
    return .folder(folder, tree: hasTree ? inside : folder)
  }

  /// The paths at which a set that is no built-in one is looked for.
  static func candidates(_ name: ByteString, from folders: [ByteString]) -> [ByteString] {
    (Path.isAbsolute(name) ? [name] : folders.map { Path.join($0, name) }).map(Path.normalized)
  }

  /// How compile is to name the set's files in objects, whatever folder it lies in: `routinex/SET/IMPORT/PATH/FILE`.
  func pathRewrite(scratch: ByteString) -> (from: ByteString, to: ByteString)? {
    guard let tree, Self.isRepresentable(tree) else { return nil }
    return (tree, ByteString("routinex/") + objectName)
  }

  /// Whether its files may import what their targets do not.
  package var mayImportMore: Bool {
    guard case .builtIn(let embedded) = origin else { return true }
    return embedded.contains { PackageSelector.isForPatterns(path($0)) }
  }

  // MARK: Parts

  /// The set's name in objects, where some bytes would mean something else, or nothing.
  private var objectName: ByteString {
    let special = Set(ByteString(";=>*\n\r"))
    let isText = name.isGoText
    return name.map { special.contains($0) || (!isText && $0 >= 0x80) ? ASCII.underscore : $0 }
  }

  func path(_ file: EmbeddedFile) -> ByteString { Array(file.path.dropFirst(name.count + 1)) }

  /// Without a build no position is looked at, and any folder will do for `scratch`.
  func source(_ file: EmbeddedFile, _ scratch: ByteString = [ASCII.slash]) -> PatchFileSource {
    let path = ByteString("routinex/") + file.path
    return PatchFileSource(
      displayPath: path, positionPath: Path.join(scratch, path), bytes: ByteString(file.content),
      set: name, path: self.path(file),
      isWildcard: PackageSelector(folder: ByteString(file.folder)).isWildcard,
      isForPatterns: PackageSelector.isForPatterns(self.path(file)))
  }

  func source(
    _ path: ByteString, _ root: ByteString, in files: some FileSystem, _ scratch: ByteString = [ASCII.slash]
  ) throws(Findings) -> PatchFileSource {
    let full = Path.join(root, path)
    let bytes: ByteString
    do throws(FileError) {
      bytes = try files.read(full)
    } catch {
      // It was found in its folder.
      if error.isAbsence {
        throw Findings(
          .fileSystem,
          "\(full.text) is a broken symbolic link; create the file that it names, or remove it")
      }
      throw Findings(error)
    }
    try PatchSetLimits.check(size: bytes.count, ofFile: full)
    let stable = ByteString("routinex/") + objectName + ByteString("/") + path
    let position = Self.isRepresentable(full) ? full : Path.join(scratch, stable)
    return PatchFileSource(
      displayPath: full, positionPath: position, bytes: bytes, set: name, path: path,
      isWildcard: PackageSelector(folder: Path.directory(path)).isWildcard,
      isForPatterns: PackageSelector.isForPatterns(path))
  }

  /// Whether `-trimpath` and line directives can carry the path. Another's positions lie below the build's own folder.
  private static func isRepresentable(_ path: ByteString) -> Bool {
    !path.contains(ASCII.semicolon) && !path.contains("=>") && LineDirective.canCarry(path)
  }
}
