internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Weaving

/// A patch file that is not written yet, tried out on packages.
struct NewPatch {
  let set: NewSet
  let path: ByteString
  let text: String
  /// Others that are not written yet, by their paths.
  var others: [ByteString: ByteString] = [:]

  /// Demands that the set with this file can be applied to the package.
  func requireFit(_ package: SourcePackage) throws(Findings) {
    let files = OverlaidFiles(base: HostFiles(), added: others.merging([path: ByteString(text)]) { $1 })
    let sets = try PatchSet.find([set.folder], from: [], in: files)
    _ = try package.weave(sets, in: files, knowsImports: true)?.plan()
  }

  /// The expression that leaves out those of this machine's toolchains whose standard library the patch does not fit; nil
  /// if there is none, and for a package of a module.
  func versions(_ located: LocatedPackage) -> String? {
    let package = located.package
    guard located.base == package.root.path, package.root.minor != .max else { return nil }
    var (lowest, highest) = (0, Int.max)
    let progress = Progress()
    defer { progress.clear() }
    for root in GoRoots.ofThisMachine.all() where root.minor != package.root.minor && root.minor != .max {
      progress.show("looking at \(root.version.text)")
      guard !fits(root, located) else { continue }
      if root.minor < package.root.minor { lowest = max(lowest, root.minor + 1) }
      if root.minor > package.root.minor { highest = min(highest, root.minor) }
    }
    let bounds = (lowest > 0 ? ["go1.\(lowest)"] : []) + (highest < .max ? ["!go1.\(highest)"] : [])
    return bounds.isEmpty ? nil : bounds.joined(separator: " && ")
  }

  private func fits(_ root: GoRoot, _ located: LocatedPackage) -> Bool {
    guard let folder = root.folder(of: located.package.importPath, in: HostFiles()) else { return true }
    let files = HostFiles()
    let environment = GoSettings.environment(.ofProcess, in: files)
    let package = SourcePackage(
      importPath: located.package.importPath, folder: folder,
      build: BuildConfiguration(root: root, platform: located.platform, environment: environment, in: files))
    return (try? requireFit(package)) != nil
  }
}
