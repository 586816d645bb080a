import Bytes
import Patching
import SystemInterface
import Findings
import TestSupport
import Weaving

/// Patch sets, each a folder of the input: `set/example.com/p/x.go`, `set2/.../y.go`. Names of folders count, as text does.
extension FuzzTarget {
  static let sets = FuzzTarget(
    name: "sets", pieces: GoPieces.all + GoPieces.patches + SetPieces.all, otherSeeds: SetPieces.ofGoldenCases
  ) { (input) throws(Defect) in
    let files = Archive(input).byPath
    let roots = Set(files.keys.map { ByteString("/") + $0.dropFirst().prefix { $0 != ASCII.slash } })
      .filter { $0.count > 1 && files[$0] == nil }.sorted { $0.lexicographicallyPrecedes($1) }
    if roots.isEmpty { return }
    try SetsCase(files: files, roots: roots).check()
  }
}

private struct SetsCase {
  let files: [ByteString: ByteString]
  let roots: [ByteString]

  private static let variables = [
    "GOOS": ByteString("linux"), "GOARCH": ByteString("amd64"), "GOVERSION": ByteString("go1.24.1"),
  ]

  func check() throws(Defect) {
    let stamp = try stamp(of: files)
    try require(try self.stamp(of: files) == stamp, "the same sets are stamped in two ways")
    let keys = try keys(of: files)
    try require(try self.keys(of: files) == keys, "the same sets give two lists of keys")
    try checkPackages()
    guard let stamp else { return }
    // A stamp covers every file of a set that is read for it.
    for (path, bytes) in files where isPatchFile(path) {
      var changed = files
      changed[path] = bytes + ByteString("\n// changed\n")
      try require(try self.stamp(of: changed) != stamp, "an edit of \(shown(path)) leaves the stamp as it is")
    }
  }

  /// Whether the path is one of a file in a set, in the words of docs/manual.md.
  private func isPatchFile(_ path: ByteString) -> Bool {
    let components = path.split(separator: ASCII.slash)
    guard components.count > 2, let name = components.last, name.hasSuffix(".go"), !name.hasSuffix("_test.go"),
      name.first != ASCII.dot, name.first != ASCII.underscore, !path.contains("//")
    else { return false }
    return components.dropFirst().dropLast().allSatisfy { $0.first != ASCII.dot || $0.equals("...") }
  }

  /// What is asked of compile before a build; nil if the sets are refused.
  private func stamp(of files: [ByteString: ByteString]) throws(Defect) -> ByteString? {
    do throws(Findings) {
      let chain = [ByteString("/go/pkg/tool/linux_amd64/compile"), ByteString("-V=full")]
      guard case .stamp(let stamp) = try decide(chain, Self.variables, sets: roots, in: MemoryFiles(files)) else {
        return nil
      }
      return stamp.hash(for: ByteString("compile version go1.24.1"))
    } catch {
      try require(!error.messages.isEmpty, "refused without a message")
      return nil
    }
  }

  private func keys(of files: [ByteString: ByteString]) throws(Defect) -> [PackageKey]? {
    let memory = MemoryFiles(files)
    return try? Pipeline(
      files: memory, environment: Environment { Self.variables["\($0)"] },
      sets: PatchSet.find(roots, from: [], in: memory), program: "test", usesPackageKeys: true, folders: { [] }
    ).keys()
  }

  /// Every package that a set has a folder for is compiled with it, or refused with words.
  private func checkPackages() throws(Defect) {
    let memory = MemoryFiles(files)
    guard let sets = try? PatchSet.find(roots, from: [], in: memory) else { return }
    for set in sets {
      guard let packages = try? set.selectors(in: memory).map(\.folder) else { continue }
      for package in packages.prefix(8) where !package.contains(0) && !package.hasSuffix("...") {
        var all = files
        let source = ByteString("/module/p.go")
        all[source] = ByteString("package p\n\nfunc F() {}\n\ntype T struct{}\n")
        let chain = [
          ByteString("/go/pkg/tool/linux_amd64/compile"), ByteString("-o"), ByteString("/objs/b1/_pkg_.a"),
          ByteString("-p"), package, source,
        ]
        var variables = Self.variables
        variables["TOOLEXEC_IMPORTPATH"] = package
        do throws(Findings) {
          _ = try decide(chain, variables, sets: roots, in: MemoryFiles(all))
        } catch {
          try require(!error.messages.isEmpty, "refused without a message")
        }
      }
    }
  }
}

private enum SetPieces {
  static let all = [
    "-- set/example.com/p/x.go --\npackage p\n", "-- set/net/http/x.go --\npackage http\n",
    "-- set/.../x.go --\npackage p\n",
    "-- set/a/.../y.go --\npackage p\n", "-- set/set.go --\n// Package set does it.\npackage set\n",
    "-- set2/a/b/z.go --\n",
    "-- set/a/x_test.go --\n", "-- set/a/x_windows.go --\n", "-- set/a/_x.go --\n", "-- set/.a/x.go --\n",
    "-- set//x.go --\n",
    "-- set/a/../x.go --\n", "-- set/vendor/golang.org/x/y/z.go --\n", "-- set/all/x.go --\n", "-- set/a=b/x.go --\n",
    "-- set/a.test/x.go --\n", "-- set/a_test/x.go --\n", "-- set;a/b/x.go --\n", "/", "...", ".", "vendor",
  ]

  @Sendable static func ofGoldenCases() -> [(name: String, input: ByteString)] {
    GoldenSeeds.all().map { seed in
      let files = Archive(seed.input).files.filter { $0.name.hasPrefix("patch") }
      return (seed.name, Archive.input(files.map { ($0.name.text, $0.bytes) }))
    }
  }
}
