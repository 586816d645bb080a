internal import Bytes
internal import Findings
internal import GoPackages
internal import GoSyntax
internal import Host
internal import SystemInterface
internal import Weaving

/// The set that `routinex new` begins or goes on with. Looks at the file system and writes nothing.
struct NewSet {
  /// As it was given, for command lines: `./mypatches`.
  let given: ByteString
  /// The absolute path.
  let folder: ByteString
  /// The absolute path of the folder whose folders are import paths: `_patches` in the set's, if that is there.
  let tree: ByteString
  private let workingFolder: ByteString
  private let files = HostFiles()

  private var name: ByteString { Path.lastComponent(folder) }

  init(_ path: ByteString, from workingFolder: ByteString) throws(Findings) {
    self.workingFolder = workingFolder
    folder = Path.normalized(Path.isAbsolute(path) ? path : Path.join(workingFolder, path))
    given = path.contains(ASCII.slash) ? path : ByteString("./") + path
    let name = Path.lastComponent(folder)
    if PatchSet.builtInNames.contains(name) {
      throw Findings(.usage, "\(name.shown) is the name of a built-in set; use another")
    }
    if path.isEmpty || name.isEmpty || name.contains(ASCII.comma)
      || name.text.unicodeScalars.contains(where: Printable.isControl)
      || name.first == ASCII.dot
    {
      throw Findings(.usage, "'\(path.shown)' is not a name for a patch set; use letters and digits")
    }
    let (files, folder) = (files, folder)
    let kind = try attempt { () throws(FileError) in try files.kind(of: folder) }
    if kind == .regular || kind == .special {
      throw Findings(.existing, "\(path.shown) exists, and is not a folder")
    }
    let inside = Path.join(folder, ByteString(PatchSet.treeFolder))
    tree = try attempt { () throws(FileError) in try files.isDirectory(inside) } ? inside : folder
  }

  /// The path as a person in the working folder writes it.
  func relative(_ path: ByteString) -> ByteString {
    let prefix = Path.join(workingFolder, [])
    return path.hasPrefix(prefix) ? Array(path.dropFirst(prefix.count)) : path
  }

  /// The path of the file for a patch of the declaration.
  /// - Throws: that it exists.
  func patchFile(for named: NamedDeclaration, _ template: PatchTemplate) throws(Findings) -> ByteString {
    if template.isForUses {
      let words = [named.packageName, named.file.text(named.declaration.name).text, template.suffix].compactMap(\.self)
      return try patchFile(
        named: Self.fileName(ByteString(words.joined(separator: "_"))), in: Self.anyFolder, for: named.spelling)
    }
    return try patchFile(
      named: Self.fileName(named.declaration, in: named.file, suffix: template.suffix),
      in: named.located.package.importPath, for: named.spelling)
  }

  /// The path of a file in a folder of the set.
  ///
  /// - Parameter subject: what it is to patch, for the message.
  /// - Throws: that it exists.
  func patchFile(named name: ByteString, in inner: ByteString, for subject: String) throws(Findings) -> ByteString {
    let path = Path.join(Path.join(tree, inner), name)
    if try attempt({ () throws(FileError) in try files.exists(path) }) {
      throw Findings(.existing, "\(relative(path).shown) exists; write the patch of \(subject) there")
    }
    return path
  }

  /// The folder of a set's for files that say which packages they are for.
  static let anyFolder = ByteString("_any")

  /// `client_do.go` for `(*Client).Do`.
  static func fileName(_ declaration: Declaration, in file: SourceFile, suffix: String? = nil) -> ByteString {
    let names = [declaration.receiverType, declaration.name].compactMap(\.self).map { Array(file.text($0)) }
    let words = names + [suffix].compactMap { $0.map { ByteString($0) } }
    return fileName(ByteString(words.joined(separator: [ASCII.underscore])))
  }

  /// A file's name made of words: nothing in it may be taken for a test, GOOS or GOARCH.
  static func fileName(_ words: ByteString) -> ByteString {
    var name = words.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
    name = Array(name.drop { $0 == ASCII.underscore })
    if name.isEmpty || name.hasSuffix("_test") || FileLimits.isLimiting(name) { name += ByteString("_patch") }
    return name + ByteString(".go")
  }

  /// The set's own files that are missing: what says what it is for, and in a Go module what keeps it apart from that.
  func ownFiles() throws(Findings) -> [(ByteString, ByteString)] {
    var result: [(ByteString, ByteString)] = []
    let names = try attempt { () throws(FileError) in try files.names(in: folder) } ?? []
    if !names.contains(where: { $0.hasSuffix(".go") }) {
      let letters = name.filter { $0.isIdentifierByte && $0 != ASCII.underscore }
      let identifier = letters.first.map { $0.isDigit } ?? true ? ByteString("patches") : letters
      let text = """
        // Package \(identifier.text) is a patch set for routinex: say here what it is for.
        //
        //	routinex go build --patches ./\(name.text) ./...
        package \(identifier.text)

        """
      result.append((Path.join(folder, name + ByteString(".go")), ByteString(text)))
    }
    let module = ByteString("go.mod")
    // The go command passes `_patches` by anyhow, and a package beside it is one of the module.
    if tree == folder, !names.contains(module), Modules.moduleRoot(of: Path.directory(folder), in: files) != nil {
      result.append(
        (
          Path.join(folder, module),
          ByteString("// So that ./... in the module around this folder passes the patch set by.\nmodule patches\n")
        ))
    }
    return result
  }

  /// The set's first test, where it has not even a folder yet.
  ///
  /// - Parameter importPath: the package that the patches are for; nil for several.
  func firstTest(of importPath: ByteString?) throws(Findings) -> [(ByteString, ByteString)] {
    let (files, folder) = (files, folder)
    if try attempt({ () throws(FileError) in try files.kind(of: folder) }) != nil { return [] }
    return FirstTest.files(importing: importPath.flatMap { FirstTest.canImport($0) ? $0 : nil })
      .map { (Path.join(folder, $0.0), $0.1) }
  }
}
