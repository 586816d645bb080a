package import Bytes
package import Findings
package import SystemInterface

/// The modules whose files may change while their packages keep their paths: the main ones, those that folders replace,
/// and what is vendored. Read where the go command reads them, from the folder that it runs in.
package struct Project {
  private struct Module {
    let path: ByteString
    let folder: ByteString
    /// Whether it is a main one, and not what a folder replaces.
    let isMain: Bool
  }

  private var modules: [Module] = []
  /// The vendor folders of go.mod's and of go.work's folder, whether they are there or not.
  package private(set) var vendorFolders: [ByteString] = []
  /// By other modules.
  private var replacements: [GoMod.Replacement] = []
  /// The folders that packages lie below by their import paths alone: `$GOROOT/src`, and in GOPATH mode `$GOPATH/src`.
  private var sourceFolders: [ByteString] = []

  /// - Parameter folders: the folders that the go command may run in, the likeliest first.
  package init(from folders: [ByteString], environment: Environment, in files: some FileSystem) throws(Findings) {
    if let root = environment["GOROOT"] { sourceFolders.append(Path.join(root, ByteString("src"))) }
    if environment["GO111MODULE"]?.equals("off") == true {
      // No go.mod and no list of a vendor folder is read then (cmd/go/internal/modload/init.go, Init).
      for element in environment["GOPATH"]?.split(separator: ASCII.colon) ?? [] {
        sourceFolders.append(Path.join(Array(element), ByteString("src")))
      }
      return
    }
    for folder in folders {
      let root = try Self.nearest("go.mod", to: folder, files)
      let workspace = try Self.workspace(of: folder, environment, files)
      if root == nil, workspace == nil { continue }
      var roots = root.map { [$0] } ?? []
      if let workspace {
        let base = Path.directory(workspace)
        vendorFolders.append(Path.join(base, ByteString("vendor")))
        let file = try Self.file(workspace, files)
        roots += file.uses.map { Self.absolute($0, in: base) }
        for replacement in file.replacements { add(replacement, in: base) }
      }
      for root in roots { try add(moduleIn: root, files) }
      if let root { vendorFolders.append(Path.join(root, ByteString("vendor"))) }
      return
    }
  }

  /// The folders in which a package may lie; they need not be there.
  package func folders(of importPath: ByteString) -> [ByteString] {
    var result: [ByteString] = []
    for module in modules {
      if importPath == module.path {
        result.append(module.folder)
      } else if importPath.hasPrefix(module.path + [ASCII.slash]) {
        result.append(Path.join(module.folder, importPath.dropFirst(module.path.count + 1)))
      }
    }
    result += (vendorFolders + sourceFolders).map { Path.join($0, importPath) }
    return result.enumerated().filter { !result[..<$0.offset].contains($0.element) }.map(\.element)
  }

  /// Whether the path is that of a package in a main module. One in a module below it, with a go.mod of its own, and what is
  /// vendored is not.
  package func hasInMainModule(_ importPath: ByteString, in files: some FileSystem) throws(Findings) -> Bool {
    for module in modules where module.isMain {
      if importPath == module.path { return true }
      guard importPath.hasPrefix(module.path + [ASCII.slash]) else { continue }
      let elements = importPath.dropFirst(module.path.count + 1).split(separator: ASCII.slash)
      if elements.contains(where: { $0.equals("vendor") }) { continue }
      var folder = module.folder
      var isNested = false
      for element in elements where !isNested {
        folder = Path.join(folder, element)
        let file = Path.join(folder, ByteString("go.mod"))
        isNested = try attempt { () throws(FileError) in try files.kind(of: file) } == .regular
      }
      if !isNested { return true }
    }
    return false
  }

  /// The replacements, by other modules, of the module that a package may be of, as words; all of them for nil.
  package func replacements(of importPath: ByteString?) -> [[ByteString]] {
    replacements.filter { item in
      guard let importPath else { return true }
      return importPath == item.path || importPath.hasPrefix(item.path + [ASCII.slash])
    }.map(\.words)
  }

  // MARK: go.mod and go.work

  private mutating func add(moduleIn root: ByteString, _ files: some FileSystem) throws(Findings) {
    let file = try Self.file(Path.join(root, ByteString("go.mod")), files)
    if let path = file.path { modules.append(Module(path: path, folder: root, isMain: true)) }
    for replacement in file.replacements { add(replacement, in: root) }
  }

  private mutating func add(_ replacement: GoMod.Replacement, in base: ByteString) {
    if replacement.isByFolder {
      modules.append(
        Module(path: replacement.path, folder: Self.absolute(replacement.newPath, in: base), isMain: false))
    } else {
      replacements.append(replacement)
    }
  }

  private static func absolute(_ path: ByteString, in base: ByteString) -> ByteString {
    Path.normalized(Path.isAbsolute(path) ? path : Path.join(base, path))
  }

  /// `GOWORK`, else the nearest go.work (cmd/go/internal/modload/init.go, FindGoWork).
  private static func workspace(
    of folder: ByteString, _ environment: Environment, _ files: some FileSystem
  ) throws(Findings) -> ByteString? {
    if let given = environment["GOWORK"], !given.equals("auto") { return given.equals("off") ? nil : given }
    return try nearest("go.work", to: folder, files).map { Path.join($0, ByteString("go.work")) }
  }

  private static func nearest(
    _ name: StaticString, to folder: ByteString, _ files: some FileSystem
  ) throws(Findings) -> ByteString? {
    for folder in Path.upwards(from: folder) {
      let path = Path.join(folder, ByteString(name))
      if try attempt({ () throws(FileError) in try files.kind(of: path) }) == .regular { return folder }
    }
    return nil
  }

  /// Without anything, of one that is not there.
  private static func file(_ path: ByteString, _ files: some FileSystem) throws(Findings) -> GoMod {
    do throws(FileError) { return GoMod(try files.read(path)) } catch {
      if error.isAbsence { return GoMod([]) }
      throw Findings(error)
    }
  }
}
