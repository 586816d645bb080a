internal import BuiltinPatches
package import Bytes
package import Findings
internal import GoSyntax
package import Patching
package import SystemInterface

/// A named set of patches: a folder that mirrors import paths, or one that the program was built with.
package struct PatchSet {
  enum Origin {
    case builtIn([EmbeddedFile])
    /// The folder's absolute path.
    case folder(ByteString)
  }

  package let name: ByteString
  let origin: Origin

  /// The set as an element of `--patches`, wherever that is read: a name, or the folder's absolute path.
  package var element: ByteString {
    switch origin {
    case .builtIn: name
    case .folder(let root): root
    }
  }

  /// The absolute path of the set's folder; nil for a set that was built in.
  package var folder: ByteString? {
    if case .folder(let root) = origin { return root }
    return nil
  }

  /// The names of the sets that were built in, in order.
  package static var builtInNames: [ByteString] {
    var names: [ByteString] = []
    for file in EmbeddedFile.all where names.last?.equals(file.set) != true { names.append(ByteString(file.set)) }
    return names
  }

  /// Finds the sets of `--patches`, in their order: a name without a slash is a built-in set, else the path of a folder.
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
          .repeatedSet, "two patch sets are called '\(set.name.shown)'; rename the folder of one, or name it once")
      }
      result.append(set)
    }
    return result
  }

  private static func find(
    _ name: ByteString, from folders: [ByteString], in files: some FileSystem
  ) throws(Findings) -> PatchSet? {
    let embedded = EmbeddedFile.all.filter { name.equals($0.set) }
    if !embedded.isEmpty { return PatchSet(name: name, origin: .builtIn(embedded)) }
    for candidate in candidates(name, from: folders)
    where try attempt({ () throws(FileError) in try files.isDirectory(candidate) }) {
      return PatchSet(name: Path.lastComponent(candidate), origin: .folder(candidate))
    }
    return nil
  }

  /// The paths at which a set that is no built-in one is looked for.
  static func candidates(_ name: ByteString, from folders: [ByteString]) -> [ByteString] {
    (Path.isAbsolute(name) ? [name] : folders.map { Path.join($0, name) }).map(Path.normalized)
  }

  /// Whether the set has a patch file for a package, in its folder or in a `...` folder above it; other folders and files
  /// there make it no target. Reads none.
  func targets(_ importPath: ByteString, in files: some FileSystem) throws(Findings) -> Bool {
    switch origin {
    case .builtIn(let embedded): return embedded.contains { importPath.equals($0.importPath) }
    case .folder(let root):
      for folder in Self.folders(for: [importPath])
      where try !Self.patchFileNames(in: Path.join(root, folder), files).isEmpty {
        return true
      }
      return false
    }
  }

  /// The files for a package, in path order, with their paths below the set's root.
  ///
  /// - Parameters:
  ///   - importPath: the package's, or a pattern that ends in `...` for what every package that fits it has.
  ///   - scratch: the folder under which the build's own copies of patch files lie. Built-in files have no other place.
  func patchFiles(
    for importPath: ByteString, in files: some FileSystem, scratch: ByteString
  ) throws(Findings) -> [(ByteString, PatchFileSource)] {
    try patchFiles(forAnyOf: [importPath], in: files, scratch: scratch)
  }

  /// The files for one or more of several packages, in path order, each once.
  func patchFiles(
    forAnyOf importPaths: [ByteString], in files: some FileSystem, scratch: ByteString
  ) throws(Findings) -> [(ByteString, PatchFileSource)] {
    switch origin {
    case .builtIn(let embedded):
      return embedded.filter { file in importPaths.contains { $0.equals(file.importPath) } }
        .map { (path($0), source($0, scratch)) }
    case .folder(let root):
      var result: [(ByteString, PatchFileSource)] = []
      for folder in Self.folders(for: importPaths) {
        for file in try Self.patchFileNames(in: Path.join(root, folder), files) {
          let path = Path.join(folder, file)
          result.append((path, try source(path, root, in: files, scratch)))
        }
      }
      return result
    }
  }

  /// Every file of the set, those in its root included, in path order, with the path below the root.
  package func allFiles(
    in files: some FileSystem
  ) throws(Findings) -> [(path: ByteString, source: PatchFileSource)] {
    switch origin {
    case .builtIn(let embedded):
      return embedded.map { (path($0), source($0)) }
    case .folder(let root):
      var result: [(path: ByteString, source: PatchFileSource)] = []
      var size = 0
      for path in try PatchSetWalk.files(below: root, in: files, where: Self.isPatchFile) {
        let source = try source(path, root, in: files)
        size += source.bytes.count
        try PatchSetLimits.check(size: size, ofSet: root)
        result.append((path, source))
      }
      if result.isEmpty {
        throw Findings(
          .emptySet,
          "the patch set \(root.text) holds no Go file; its folders are import paths: \(root.text)/net/http/x.go")
      }
      return result
    }
  }

  /// The import paths, and those ending in `...`, that the set has files for; sorted.
  package func packages(in files: some FileSystem) throws(Findings) -> [ByteString] {
    let paths = try allFiles(in: files).map { Path.directory($0.path) }
    return Set(paths.filter { !$0.equals(".") }).sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// How compile is to name the set's files in objects, whatever folder it lies in: `routinex/SET/IMPORT/PATH/FILE`.
  func pathRewrite(scratch: ByteString) -> (from: ByteString, to: ByteString)? {
    guard case .folder(let root) = origin, Self.isRepresentable(root) else { return nil }
    return (root, ByteString("routinex/") + objectName)
  }

  // MARK: Parts

  /// The set's name in objects, where some bytes would mean something else, or nothing.
  private var objectName: ByteString {
    let special = Set(ByteString(";=>*\n\r"))
    let isText = name.isGoText
    return name.map { special.contains($0) || (!isText && $0 >= 0x80) ? ASCII.underscore : $0 }
  }

  /// The folders of a set that apply to packages: their own and, as in go patterns, `...` of each that they lie in. One
  /// with a name that begins with a dot is none of a set's: `collect` leaves it out too.
  private static func folders(for importPaths: [ByteString]) -> [ByteString] {
    Set(importPaths.flatMap { wildcards(above: $0) + [$0] }).filter { folder in
      !folder.split(separator: ASCII.slash).contains { $0.first == ASCII.dot && !$0.equals("...") }
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The names of the patch files in a folder of a set, sorted; a folder that is called like one is none.
  private static func patchFileNames(
    in folder: ByteString, _ files: some FileSystem
  ) throws(Findings) -> [ByteString] {
    var result: [ByteString] = []
    for name in try attempt({ () throws(FileError) in try files.names(in: folder) }) ?? [] where isPatchFile(name) {
      if try !attempt({ () throws(FileError) in try files.isDirectory(Path.join(folder, name)) }) {
        result.append(name)
      }
    }
    return result
  }

  /// `...`, `a/...` and `a/b/...` of `a/b`.
  package static func wildcards(above importPath: ByteString) -> [ByteString] {
    let elements = importPath.split(separator: ASCII.slash).filter { !$0.equals("...") }
    return (0...elements.count).map { count in
      ByteString((elements[..<count] + [ByteString("...")[...]]).joined(separator: [ASCII.slash]))
    }
  }

  private static func isPatchFile(_ name: ByteString) -> Bool {
    name.hasSuffix(".go") && !name.hasSuffix("_test.go") && name.first != ASCII.dot && name.first != ASCII.underscore
  }

  private func path(_ file: EmbeddedFile) -> ByteString { Array(file.path.dropFirst(name.count + 1)) }

  /// Without a build no position is looked at, and any folder will do for `scratch`.
  private func source(_ file: EmbeddedFile, _ scratch: ByteString = [ASCII.slash]) -> PatchFileSource {
    let path = ByteString("routinex/") + file.path
    return PatchFileSource(
      displayPath: path, positionPath: Path.join(scratch, path), bytes: ByteString(file.content),
      isWildcard: ByteString(file.importPath).hasSuffix("..."))
  }

  private func source(
    _ path: ByteString, _ root: ByteString, in files: some FileSystem, _ scratch: ByteString = [ASCII.slash]
  ) throws(Findings) -> PatchFileSource {
    let full = Path.join(root, path)
    let bytes: ByteString
    do throws(FileError) {
      bytes = try files.read(full)
    } catch {
      // It was found in its folder.
      if error.isAbsence {
        throw Findings(.fileSystem, "\(full.text) is a link that leads to no file; make that, or remove the link")
      }
      throw Findings(error)
    }
    try PatchSetLimits.check(size: bytes.count, ofFile: full)
    let stable = ByteString("routinex/") + objectName + ByteString("/") + path
    let position = Self.isRepresentable(full) ? full : Path.join(scratch, stable)
    let isWildcard = Path.directory(path).hasSuffix("...")
    return PatchFileSource(displayPath: full, positionPath: position, bytes: bytes, isWildcard: isWildcard)
  }

  /// Whether `-trimpath` and line directives can carry the path. Another's positions lie below the build's own folder.
  private static func isRepresentable(_ path: ByteString) -> Bool {
    !path.contains(ASCII.semicolon) && !path.contains("=>") && LineDirective.canCarry(path)
  }
}

extension [PatchSet] {
  /// Their files for a package that take part in a build of the context, in the order of composition, and a line
  /// for each of which that is not certain.
  ///
  /// - Parameters:
  ///   - sources: the tool's files.
  ///   - scratch: the build's folder for the package.
  ///   - parsed: those that are parsed already.
  ///   - moduleVersion: gives the version of the package's module, as far as it is known; asked only for a file with bounds.
  func patchFiles(
    for importPath: ByteString, of sources: [ByteString], in context: BuildContext, scratch: ByteString,
    files: some FileSystem, parsed: ParsedPatchFiles = ParsedPatchFiles(),
    moduleVersion: () throws(Findings) -> SemanticVersion?
  ) throws(Findings) -> (files: [PatchFile], doubts: [String]) {
    var result: [PatchFile] = []
    var doubts: [String] = []
    var problems: [Finding] = []
    var applying: [PatchFile] = []
    for set in self {
      for (_, source) in try set.patchFiles(for: importPath, in: files, scratch: scratch) {
        do throws(Findings) {
          let file = try parsed.file(source)
          if file.applies(in: context) { applying.append(file) }
        } catch {
          problems += error.list
        }
      }
    }
    if !problems.isEmpty { throw Findings(problems) }
    if applying.contains(where: \.isForCommands), !(try Self.isCommand(sources, in: files)) {
      applying.removeAll(where: \.isForCommands)
    }
    guard applying.contains(where: { $0.directives.module != nil }) else { return (applying, []) }
    let version = try moduleVersion()
    for file in applying {
      if let bounds = file.directives.module {
        if let version {
          guard bounds.admits(version) else { continue }
        } else {
          doubts.append("\(file.displayPath.text) applies: the version of \(importPath.text)'s module is not known")
        }
      }
      result.append(file)
    }
    return (result, doubts)
  }

  /// Whether these are the files of a command; without any that is not known.
  private static func isCommand(_ sources: [ByteString], in files: some FileSystem) throws(Findings) -> Bool {
    guard let first = sources.first else { return true }
    let bytes = try attempt { () throws(FileError) in try files.read(first) }
    let file = SourceFile(excerptOf: bytes, path: first) { _ in false } ?? SourceFile(path: first, bytes: bytes)
    let name = file.packageName.map { ByteString(file.text($0)) }
    return TargetPackage.isCommand(name: name, paths: sources)
  }
}
