internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Patching
internal import Weaving

/// What the Go package of a patch set has to say for the go command, which does not look into patches.
enum KeptBesidePatches {
  /// - Parameters:
  ///   - files: the files of all sets.
  ///   - isStandard: whether an import path is one of the standard library's.
  static func remarks(
    _ active: ActiveSets, _ sets: [PatchSet], _ files: [PatchSetFile], isStandard: (ByteString) -> Bool
  ) -> [Finding] {
    sets.flatMap { set -> [Finding] in
      guard let package = active.packages[set.name], let folder = set.folder, let tree = set.tree else { return [] }
      var result: [Finding] = []
      // cmd/go/internal/modcmd/vendor.go, vendorPkg: of a package's folder only its own files are copied, and what they embed.
      let inner = tree == folder ? [] : Path.lastComponent(tree) + [ASCII.slash]
      if !inner.isEmpty, !package.embedded.contains(where: { $0.hasPrefix(inner) }) {
        result.append(
          Finding(
            .unkeptPatches,
            "'go mod vendor' leaves out the patches of \(set.name.shown), since no Go file of the package embeds "
              + "them: write '//go:embed all:\(Path.lastComponent(tree).text)' above a variable of type embed.FS "
              + "there",
            at: Place(folder)))
      }
      var seen = imports(in: folder)
      for item in files.filter({ $0.set == set.name }).flatMap(\.wanted)
      where !isStandard(item.path) && item.path != set.name && item.path != item.selector.importPath {
        guard seen.insert(item.path).inserted else { continue }
        result.append(
          item.finding(
            .unkeptPatches,
            "'go mod tidy' and 'go mod vendor' do not see what only patches import: import it in a Go file of \(set.name.shown) "
              + "too, as _ \"\(item.path.shown)\""))
      }
      return result
    }
  }

  /// What the Go files of the package import, whatever their constraints: `go mod tidy` and `go mod vendor` take nearly every tag
  /// for given (cmd/go/internal/imports, tags.go: AnyTags), and `go list -find` does not tell.
  static func imports(in folder: ByteString) -> Set<ByteString> {
    let files = HostFiles()
    return Set(
      files.namesFound(in: folder).filter { $0.hasSuffix(".go") && !$0.hasSuffix("_test.go") }.flatMap { name in
        ImportClause.paths((try? files.read(Path.join(folder, name))) ?? [])
      })
  }
}
