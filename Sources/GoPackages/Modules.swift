package import Bytes
package import SystemInterface

/// A package of a module: where it comes from, and its folder.
package struct ModulePackage {
  package let importPath: ByteString
  package let module: ModuleCopy
  package let folder: ByteString
}

/// The modules that builds on this machine can use without the network: those that a person names, the working folder's
/// own, what it replaces and has vendored, and every version in the module cache.
package struct Modules<Files: FileSystem> {
  private let files: Files
  private let cache: ByteString?
  private let named: [ModuleCopy]
  /// The working folder's module and what it replaces.
  private let local: [ModuleCopy]
  private let vendor: ByteString?
  private let requirements: [ByteString: ByteString]
  /// The paths of the modules of the working folder's workspace (go.work).
  private let workspace: [ByteString]

  /// - Parameter named: modules that a person names; of a module that is named no other copy is looked for.
  package init(workingFolder: ByteString, environment: Environment, files: Files, named: [ModuleCopy] = []) {
    self.files = files
    self.named = named
    let settings = GoSettings.environment(environment, in: files)
    cache = GoSettings.moduleCache(settings)
    workspace = Self.workspace(of: workingFolder, settings["GOWORK"], in: files)
    guard let root = Self.moduleRoot(of: workingFolder, in: files),
      let text = try? files.read(Path.join(root, ByteString("go.mod")))
    else {
      (local, vendor, requirements) = ([], nil, [:])
      return
    }
    let file = GoMod(text)
    requirements = file.requirements
    let folder = Path.join(root, ByteString("vendor"))
    vendor = files.findsFolder(folder) ? folder : nil
    var local: [ModuleCopy] = []
    if let path = file.path { local.append(ModuleCopy(path: path, version: nil, folder: root, origin: .main)) }
    for item in file.replacements {
      let folder: ByteString?
      if item.newPath.first == ASCII.dot {
        folder = Path.normalized(Path.join(root, item.newPath))
      } else if Path.isAbsolute(item.newPath) {
        folder = item.newPath
      } else {
        folder = cache.flatMap { cache in
          item.newVersion.map { Path.join(cache, Self.escaped(item.newPath) + [ASCII.at] + Self.escaped($0)) }
        }
      }
      guard let folder, files.findsFolder(folder) else { continue }
      local.append(ModuleCopy(path: item.path, version: item.newVersion, folder: folder, origin: .replaced))
    }
    self.local = local
  }

  /// The nearest folder, at or above one, that holds go.mod.
  package static func moduleRoot(of folder: ByteString, in files: Files) -> ByteString? {
    Path.upwards(from: folder).first { files.finds(Path.join($0, ByteString("go.mod"))) }
  }

  /// The modules that the nearest go.work uses, or that which GOWORK names (cmd/go/internal/modload, init.go: FindGoWork).
  private static func workspace(of folder: ByteString, _ setting: ByteString?, in files: Files) -> [ByteString] {
    var path = setting
    if path == nil {
      path = Path.upwards(from: folder).map { Path.join($0, ByteString("go.work")) }.first(where: files.finds)
    }
    guard let path, !path.equals("off"), let text = try? files.read(path) else { return [] }
    return GoMod(text).uses.compactMap { use in
      let folder = Path.isAbsolute(use) ? use : Path.normalized(Path.join(Path.directory(path), use))
      return (try? files.read(Path.join(folder, ByteString("go.mod")))).flatMap { GoMod($0).path }
    }
  }

  /// Whether the package belongs to the working folder's own module.
  package func isMain(_ importPath: ByteString) -> Bool {
    local.contains { $0.origin == .main && $0.rest(of: importPath) != nil }
  }

  /// The import path of a folder of the working folder's module; nil outside of it.
  package func importPath(ofFolder folder: ByteString) -> ByteString? {
    guard let main = local.first(where: { $0.origin == .main }) else { return nil }
    if folder == main.folder { return main.path }
    let prefix = main.folder + [ASCII.slash]
    return folder.hasPrefix(prefix) ? Path.join(main.path, Array(folder.dropFirst(prefix.count))) : nil
  }

  /// Whether the package would be in the working folder's own module, or in one that a person has named: where that lacks
  /// it there is none.
  package func mustHold(_ importPath: ByteString) -> Bool {
    let others = mentioned
    return (named + local.filter { $0.origin == .main }).contains { copy in
      guard let rest = copy.rest(of: importPath) else { return false }
      if others.contains(where: { $0.count > copy.path.count && Self.holds($0, importPath) }) { return false }
      // A folder with a go.mod of its own is another module.
      var folder = copy.folder
      return rest.split(separator: ASCII.slash).allSatisfy { component in
        folder = Path.join(folder, component)
        return !files.finds(Path.join(folder, ByteString("go.mod")))
      }
    }
  }

  /// Whether the package may be of a module that the working folder's module replaces or requires, or that belongs to its
  /// workspace.
  package func mayHold(_ importPath: ByteString) -> Bool { mentioned.contains { Self.holds($0, importPath) } }

  private var mentioned: [ByteString] { local.map(\.path) + Array(requirements.keys) + workspace }

  private static func holds(_ module: ByteString, _ importPath: ByteString) -> Bool {
    importPath == module || importPath.hasPrefix(module + [ASCII.slash])
  }

  /// The version of a module that the go.mod of the working folder's module asks for.
  package func requiredVersion(of module: ByteString) -> ByteString? { requirements[module] }

  /// Every copy of a package: the oldest version first, those without a version last.
  package func packages(_ importPath: ByteString) -> [ModulePackage] {
    let copies = copies(holding: importPath)
    let found = copies.compactMap { copy -> ModulePackage? in
      guard let rest = copy.rest(of: importPath), let folder = folder(rest, of: copy) else { return nil }
      return ModulePackage(importPath: importPath, module: copy, folder: folder)
    }
    return Self.sorted(found)
  }

  /// Every copy of the packages at or below an import path. An empty one stands for those of the working folder's module, what it
  /// has vendored, and what a person names.
  package func packages(below prefix: ByteString) -> [ModulePackage] {
    var result: [ModulePackage] = []
    for copy in prefix.isEmpty ? named + local + vendored(prefix) : copies(holding: prefix) + copies(below: prefix) {
      let below = copy.rest(of: prefix) ?? []
      let start = below.isEmpty ? copy.folder : Path.join(copy.folder, below)
      for rest in PackageFolders.all(below: start, in: files) {
        let inner = rest.isEmpty ? below : below.isEmpty ? rest : Path.join(below, rest)
        let importPath = inner.isEmpty ? copy.path : Path.join(copy.path, inner)
        result.append(ModulePackage(importPath: importPath, module: copy, folder: Path.join(copy.folder, inner)))
      }
    }
    return Self.sorted(result)
  }

  // MARK: Copies

  private func copies(holding importPath: ByteString) -> [ModuleCopy] {
    let given = named.filter { $0.rest(of: importPath) != nil }
    if !given.isEmpty { return given }
    var result = local.filter { $0.rest(of: importPath) != nil } + vendored(importPath)
    guard let cache else { return result }
    let elements = importPath.split(separator: ASCII.slash)
    for count in elements.indices.map({ $0 + 1 }) {
      let path = ByteString(elements[..<count].joined(separator: [ASCII.slash]))
      result += versions(of: path, in: cache)
    }
    // What is vendored is what is built.
    return result.enumerated().filter { index, copy in
      copy.origin != .cache
        || !result[..<index].contains { $0.origin == .vendor && $0.version == copy.version && $0.version != nil }
    }.map(\.element)
  }

  /// The modules whose paths lie below a folder of import paths.
  private func copies(below prefix: ByteString) -> [ModuleCopy] {
    let start = prefix + [ASCII.slash]
    let given = (named + local).filter { $0.path.hasPrefix(start) }
    guard let cache else { return given }
    var found: [ModuleCopy] = []
    func collect(_ folder: ByteString, _ path: ByteString) {
      let names = files.namesFound(in: folder)
      for name in names where name.first != ASCII.dot {
        if let at = name.lastIndex(of: ASCII.at) {
          let module = Path.join(path, Self.unescaped(name[..<at]))
          found.append(copy(of: module, Array(name[(at + 1)...]), Path.join(folder, name)))
        } else {
          collect(Path.join(folder, name), Path.join(path, Self.unescaped(name[...])))
        }
      }
    }
    collect(Path.join(cache, Self.escaped(prefix)), prefix)
    return given + found.filter { copy in !given.contains { $0.path == copy.path } }
  }

  private func versions(of path: ByteString, in cache: ByteString) -> [ModuleCopy] {
    let escaped = Self.escaped(path)
    let folder = Path.join(cache, Path.directory(escaped))
    let prefix = Path.lastComponent(escaped) + [ASCII.at]
    return files.namesFound(in: folder).filter { $0.hasPrefix(prefix) }.map {
      copy(of: path, Array($0.dropFirst(prefix.count)), Path.join(folder, $0))
    }
  }

  private func copy(of path: ByteString, _ version: ByteString, _ folder: ByteString) -> ModuleCopy {
    ModuleCopy(path: path, version: Self.unescaped(version[...]), folder: folder, origin: .cache)
  }

  /// The vendored modules that hold a package, or packages below it.
  private func vendored(_ importPath: ByteString) -> [ModuleCopy] {
    guard let vendor, let list = try? VendorList(in: vendor, files) else { return [] }
    return list.modules.filter { $0.packages.contains { $0.hasPrefix(importPath) } }.map { module in
      ModuleCopy(
        path: module.path, version: SemanticVersion(module.version).map { _ in module.version },
        folder: Path.join(vendor, module.path), origin: .vendor)
    }
  }

  /// The folder of a package; nil if the module has none there. A folder with a go.mod of its own is another module.
  private func folder(_ rest: ByteString, of copy: ModuleCopy) -> ByteString? {
    var folder = copy.folder
    for component in rest.split(separator: ASCII.slash) {
      folder = Path.join(folder, component)
      if copy.origin != .vendor, files.finds(Path.join(folder, ByteString("go.mod"))) { return nil }
    }
    return PackageFolders.areOfPackage(files.namesFound(in: folder)) ? folder : nil
  }

  private static func sorted(_ packages: [ModulePackage]) -> [ModulePackage] {
    packages.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.importPath != b.importPath { return a.importPath.lexicographicallyPrecedes(b.importPath) }
      let versions = [a, b].map { $0.module.version.flatMap { SemanticVersion($0) } }
      switch (versions[0], versions[1]) {
      case (let x?, let y?) where x != y: return x < y
      case (_?, nil): return true
      case (nil, _?): return false
      default: return left.offset < right.offset
      }
    }.map(\.element)
  }

  // MARK: Names in the module cache

  /// A capital letter is `!` and the small one (golang.org/x/mod/module, module.go: escapeString).
  private static func escaped(_ path: ByteString) -> ByteString {
    path.flatMap { (0x41...0x5a).contains($0) ? [ASCII.bang, $0 | 0x20] : [$0] }
  }

  private static func unescaped(_ name: ArraySlice<UInt8>) -> ByteString {
    var result = ByteString()
    var isCapital = false
    for byte in name {
      if byte == ASCII.bang {
        isCapital = true
      } else {
        result.append(isCapital && (0x61...0x7a).contains(byte) ? byte & 0xdf : byte)
        isCapital = false
      }
    }
    return result
  }
}
