internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Patching
internal import Weaving

/// The arguments of `routinex diff`: patch sets, then packages.
struct DiffArguments {
  let sets: [ByteString]
  let packages: [ByteString]

  /// - Parameters:
  ///   - arguments: one or more.
  ///   - patches: the sets of `--patches`; nil: it was not given, and the first arguments may be sets.
  init(_ arguments: [ByteString], patches: [ByteString]?, _ finder: LocatedPackage.Finder) throws(Findings) {
    if let patches {
      (sets, packages) = (patches, arguments)
      return
    }
    var count = 0
    while count < arguments.count - 1, try !Self.isPackage(arguments[count], finder) { count += 1 }
    (sets, packages) = (Array(arguments[..<count]), Array(arguments[count...]))
  }

  /// What is neither, is a set: the search for it says what there is.
  private static func isPackage(_ argument: ByteString, _ finder: LocatedPackage.Finder) throws(Findings) -> Bool {
    if argument.contains("...") { return true }
    if PatchSet.builtInNames.contains(argument) { return false }
    let folder = Path.normalized(Path.join(workingFolders().first ?? ByteString("/"), argument))
    let path = Path.isAbsolute(argument) ? Path.normalized(argument) : folder
    if LocatedPackage.Finder.isFolderPath(argument) { return try isFolderOfPackage(path) }
    guard let located = finder.find(argument) else { return false }
    for folder in [located.package.folder, path] where HostFiles().findsFolder(folder) {
      if try holdsPatches(folder) { return false }
    }
    return true
  }

  private static func isFolderOfPackage(_ folder: ByteString) throws(Findings) -> Bool {
    guard PackageFolders.areOfPackage(HostFiles().namesFound(in: folder)) else { return false }
    return try !holdsPatches(folder)
  }

  /// Whether a folder is that of a patch set, and not of a package alone.
  private static func holdsPatches(_ folder: ByteString) throws(Findings) -> Bool {
    let files = HostFiles()
    if [ByteString(PatchSet.treeFolder), ByteString("_any")].contains(where: {
      files.findsFolder(Path.join(folder, $0))
    }) {
      return true
    }
    if try ToolFile(in: folder, files) != nil { return true }
    return PackageFolders.all(below: folder, in: files).contains { inner in
      guard !inner.isEmpty else { return false }
      let place = Path.join(folder, inner)
      return files.namesFound(in: place).contains { name in
        guard name.hasSuffix(".go"), let bytes = try? files.read(Path.join(place, name)) else { return false }
        return bytes.hasPrefix("//routinex:") || bytes.contains("\n//routinex:")
      }
    }
  }
}

extension LocatedPackage.Finder {
  /// Whether the go command takes it for a folder, and not for an import path.
  static func isFolderPath(_ argument: ByteString) -> Bool {
    Path.isAbsolute(argument) || argument.equals(".") || argument.equals("..") || argument.hasPrefix("./")
      || argument.hasPrefix("../")
  }

  /// The import path that an argument means.
  /// - Throws: that it is a folder of no package.
  func importPath(ofArgument argument: ByteString) throws(Findings) -> ByteString {
    guard Self.isFolderPath(argument) else { return argument }
    let (folder, importPath) = try place(of: argument)
    guard PackageFolders.areOfPackage(HostFiles().namesFound(in: folder)) else {
      throw Findings(
        .missingPackage,
        "there are no Go files in \(folder.shown); name the folder of a package, or \(argument.shown)/... for the "
          + "packages below"
      )
    }
    return importPath
  }

  /// The import paths that a pattern with `...` matches, of packages of the toolchain and of modules.
  /// - Throws: that there is none.
  func importPaths(matching pattern: ByteString) throws(Findings) -> [ByteString] {
    let files = HostFiles()
    let elements = pattern.split(separator: ASCII.slash, omittingEmptySubsequences: false)
    let start = ByteString(elements.prefix { !Array($0).contains("...") }.joined(separator: [ASCII.slash]))
    var found: Set<ByteString> = []
    var meant = pattern
    func add(below folder: ByteString, _ importPath: ByteString) {
      for rest in PackageFolders.all(below: folder, in: files) {
        found.insert(rest.isEmpty ? importPath : importPath.isEmpty ? rest : Path.join(importPath, rest))
      }
    }
    if Self.isFolderPath(pattern) {
      let (folder, importPath) = try place(of: start.isEmpty ? ByteString("/") : start)
      meant = importPath + pattern.dropFirst(start.count)
      add(below: folder, importPath)
    } else {
      add(below: start.isEmpty ? root.sources : Path.join(root.sources, start), start)
      found.formUnion(modulePackages(below: start))
    }
    let matching = found.filter { ImportPathPattern.matches(meant, $0) }
    if matching.isEmpty {
      throw Findings(
        .missingPackage,
        "'\(pattern.shown)' matches no package in \(root.path.shown), the working folder's module or the module cache")
    }
    return matching.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private func place(of path: ByteString) throws(Findings) -> (folder: ByteString, importPath: ByteString) {
    let folders = Path.isAbsolute(path) ? [path] : workingFolders().map { Path.join($0, path) }
    for folder in folders.map(Path.normalized) {
      let sources = root.sources + [ASCII.slash]
      if folder.hasPrefix(sources) { return (folder, Array(folder.dropFirst(sources.count))) }
      if let importPath = modulePath(ofFolder: folder) { return (folder, importPath) }
    }
    throw Findings(
      .missingPackage,
      "\(path.shown) is not a folder of the working folder's module or of \(root.path.shown); name the package by its import path"
    )
  }
}
