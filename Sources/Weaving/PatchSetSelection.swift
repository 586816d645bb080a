internal import BuiltinPatches
package import Bytes
package import Findings
internal import GoSyntax
package import Patching
package import SystemInterface

// Which files a set has, and for which packages: it has patches for a package if there is a patch file in a folder whose
// selector selects it. Other files, and folders that hold only folders, are none.
extension PatchSet {
  /// Whether the set has a patch file for a package. Reads none.
  func selects(_ importPath: ByteString, in files: some FileSystem) throws(Findings) -> Bool {
    for selector in PackageSelector.all(selecting: [importPath])
    where try !patchFileNames(of: selector, in: files).isEmpty {
      return true
    }
    return false
  }

  /// What the set has files for, sorted.
  package func selectors(in files: some FileSystem) throws(Findings) -> [PackageSelector] {
    Set(try allFiles(in: files).compactMap { PackageSelector(ofFile: $0.path) }).sorted()
  }

  /// The files for a package, in path order, with their paths below the set's root.
  ///
  /// - Parameters:
  ///   - importPath: the package's, or a wildcard's folder for what every package that it selects has.
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
    var result: [(ByteString, PatchFileSource)] = []
    for selector in PackageSelector.all(selecting: importPaths) {
      switch origin {
      case .builtIn(let embedded):
        for file in embedded where selector.folder.equals(file.folder) {
          result.append((path(file), source(file, scratch)))
        }
      case .folder(let root):
        for name in try patchFileNames(of: selector, in: files) {
          let path = Path.join(selector.folder, name)
          result.append((path, try source(path, root, in: files, scratch)))
        }
      }
    }
    return result
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

  /// The names of the patch files in a selector's folder, sorted; a folder that is called like one is none.
  private func patchFileNames(
    of selector: PackageSelector, in files: some FileSystem
  ) throws(Findings) -> [ByteString] {
    switch origin {
    case .builtIn(let embedded):
      return embedded.filter { selector.folder.equals($0.folder) }.map { ByteString($0.name) }
    case .folder(let root):
      let folder = Path.join(root, selector.folder)
      var result: [ByteString] = []
      for name in try attempt({ () throws(FileError) in try files.names(in: folder) }) ?? []
      where Self.isPatchFile(name) {
        if try !attempt({ () throws(FileError) in try files.isDirectory(Path.join(folder, name)) }) {
          result.append(name)
        }
      }
      return result
    }
  }

  private static func isPatchFile(_ name: ByteString) -> Bool {
    name.hasSuffix(".go") && !name.hasSuffix("_test.go") && name.first != ASCII.dot && name.first != ASCII.underscore
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
    return TargetPackage.isCommand(name: SourceFile.packageName(in: bytes, path: first), paths: sources)
  }
}
