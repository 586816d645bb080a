internal import BuiltinPatches
package import Bytes
package import Findings
internal import GoSyntax
package import Patching
package import SystemInterface

// Which files a set has, and for which packages: it has patches for a package if there is a patch file in a folder whose
// selector selects it. Other files, and folders that hold only folders, are none.
extension PatchSet {
  /// Whether the set has a patch file for a package.
  ///
  /// - Parameters:
  ///   - origin: tells what patterns ask about a package.
  ///   - excluded: the files of `_any` that are not for the package, since it is part of what they import.
  func selects(
    _ importPath: ByteString, origin: PackageOriginOf, except excluded: Set<ByteString> = [], in files: some FileSystem
  ) throws(Findings) -> Bool {
    if try selectsByFolder(importPath, in: files) { return true }
    return try !filesForPatterns(
      [importPath], origin: origin, except: { _ in excluded }, in: files, scratch: [ASCII.slash]
    )
    .isEmpty
  }

  /// Whether it has one in a folder for the package. Reads none.
  func selectsByFolder(_ importPath: ByteString, in files: some FileSystem) throws(Findings) -> Bool {
    for selector in PackageSelector.all(selecting: [importPath])
    where try !patchFileNames(of: selector, in: files).isEmpty {
      return true
    }
    return false
  }

  /// What the set has files for, sorted.
  package func selectors(in files: some FileSystem) throws(Findings) -> [PackageSelector] {
    Set(try allFiles(in: files).compactMap { PackageSelector(ofFile: $0.path, $0.source.bytes) }).sorted()
  }

  /// Whether the set has files that say themselves which packages they are for.
  package func hasPatterns(in files: some FileSystem) throws(Findings) -> Bool {
    switch origin {
    case .builtIn(let embedded):
      embedded.contains { PackageSelector.patternFolder.description == $0.folder.description }
    case .folder(_, let tree):
      try attempt { () throws(FileError) in
        try files.isDirectory(Path.join(tree, ByteString(PackageSelector.patternFolder)))
      }
    }
  }

  /// The files for one or more of several packages, in path order, each once, with their paths below the set's tree.
  ///
  /// - Parameters:
  ///   - importPaths: the packages'; or a wildcard's folder for what every package that it selects has.
  ///   - origin: tells what patterns ask about a package.
  ///   - excluded: the files of `_any` that are not for a package, by its import path.
  ///   - scratch: the folder under which the build's own copies of patch files lie. Built-in files have no other place.
  func patchFiles(
    forAnyOf importPaths: [ByteString], origin: PackageOriginOf, except excluded: (ByteString) -> Set<ByteString>,
    in files: some FileSystem, scratch: ByteString
  ) throws(Findings) -> [(ByteString, PatchFileSource)] {
    var result = try filesForPatterns(importPaths, origin: origin, except: excluded, in: files, scratch: scratch)
    for selector in PackageSelector.all(selecting: importPaths) {
      switch self.origin {
      case .builtIn(let embedded):
        for file in embedded where selector.folder.equals(file.folder) {
          result.append((path(file), source(file, scratch)))
        }
      case .folder(_, let tree):
        for name in try patchFileNames(of: selector, in: files) {
          let path = Path.join(selector.folder, name)
          if selector.isWildcard, importPaths.allSatisfy({ excluded($0).contains(fileName(path)) }) { continue }
          result.append((path, try source(path, tree, in: files, scratch)))
        }
      }
    }
    return result
  }

  /// Those of `_any`.
  private func filesForPatterns(
    _ importPaths: [ByteString], origin: PackageOriginOf, except excluded: (ByteString) -> Set<ByteString>,
    in files: some FileSystem, scratch: ByteString
  ) throws(Findings) -> [(ByteString, PatchFileSource)] {
    var all: [(path: ByteString, source: PatchFileSource)] = []
    switch self.origin {
    case .builtIn(let embedded):
      for file in embedded where PackageSelector.isForPatterns(path(file)) {
        all.append((path(file), source(file, scratch)))
      }
    case .folder(_, let tree):
      let folder = ByteString(PackageSelector.patternFolder)
      let there = Path.join(tree, folder)
      guard try attempt({ () throws(FileError) in try files.isDirectory(there) }) else { return [] }
      for name in try PatchSetWalk.files(below: there, in: files, where: Self.isPatchFile) {
        let path = Path.join(folder, name)
        all.append((path, try source(path, tree, in: files, scratch)))
      }
    }
    var result: [(ByteString, PatchFileSource)] = []
    for (path, source) in all {
      guard let patterns = PackagePatterns(of: source.bytes) else { continue }
      for importPath in importPaths where !excluded(importPath).contains(fileName(path)) {
        // A wildcard's folder: what is for every package that it selects is not known.
        let package =
          try patterns.asksForOrigin
          ? origin(importPath) : PackageOrigin(importPath: importPath, isStandard: false, isOfMainModule: false)
        if patterns.selects(package) {
          result.append((path, source))
          break
        }
      }
    }
    return result
  }

  /// What tells a file of the sets from others, wherever they lie: `SET/PATH`.
  func fileName(_ path: ByteString) -> ByteString { Path.join(name, path) }

  /// Every file of the set, those in its root included, in path order, with the path below the root.
  package func allFiles(
    in files: some FileSystem
  ) throws(Findings) -> [(path: ByteString, source: PatchFileSource)] {
    switch origin {
    case .builtIn(let embedded):
      return embedded.map { (path($0), source($0)) }
    case .folder(let root, let tree):
      var result: [(path: ByteString, source: PatchFileSource)] = []
      var size = 0
      for path in try PatchSetWalk.files(below: tree, in: files, except: [Self.testFolder], where: Self.isPatchFile) {
        let source = try source(path, tree, in: files)
        size += source.bytes.count
        try PatchSetLimits.check(size: size, ofSet: root)
        result.append((path, source))
      }
      if result.isEmpty {
        throw Findings(
          .emptySet,
          "the patch set \(root.text) has no Go file; write one below the import path of its package: "
            + "\(root.text)/net/http/x.go")
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
    case .folder(_, let tree):
      let folder = Path.join(tree, selector.folder)
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

/// What patterns ask about the package of an import path.
typealias PackageOriginOf = (ByteString) throws(Findings) -> PackageOrigin

extension [PatchSet] {
  /// Their files for a package that take part in a build of the context, in the order of composition, and a line
  /// for each of which that is not certain.
  ///
  /// - Parameters:
  ///   - sources: the tool's files.
  ///   - scratch: the build's folder for the package.
  ///   - parsed: those that are parsed already.
  ///   - origin: tells what patterns ask about a package.
  ///   - excluded: the files of `_any` that are not for the package, since it is part of what they import.
  ///   - moduleVersion: gives the version of the package's module, as far as it is known; asked only for a file with bounds.
  func patchFiles(
    for importPath: ByteString, of sources: [ByteString], in context: BuildContext, scratch: ByteString,
    files: some FileSystem, parsed: ParsedPatchFiles = ParsedPatchFiles(),
    origin: PackageOriginOf, except excluded: Set<ByteString> = [],
    moduleVersion: () throws(Findings) -> SemanticVersion?
  ) throws(Findings) -> (files: [PatchFile], doubts: [String]) {
    var result: [PatchFile] = []
    var doubts: [String] = []
    var problems: [Finding] = []
    var applying: [PatchFile] = []
    for set in self {
      let own = try set.patchFiles(
        forAnyOf: [importPath], origin: origin, except: { _ in excluded }, in: files, scratch: scratch)
      for (_, source) in own {
        do throws(Findings) {
          let file = try parsed.file(source)
          if file.applies(in: context) { applying.append(file) }
        } catch {
          problems += error.list
        }
      }
    }
    if !problems.isEmpty { throw Findings(problems) }
    // What cmd/go writes for a test binary is nobody's package.
    if !sources.isEmpty, sources.allSatisfy({ Path.lastComponent($0).equals("_testmain.go") }) {
      applying.removeAll(where: \.isForPatterns)
    }
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
