internal import Bytes

/// Packages and what they import, as `go list` tells of them.
struct BuildGraph {
  struct Package {
    /// As `go list` writes it: `p`, `p [q.test]`, `p.test`.
    let id: ByteString
    let name: ByteString
    let folder: ByteString
    let isStandard: Bool
    /// Whether the command line names it.
    var isNamed: Bool
    let isOfMainModule: Bool
    /// The import path of the package that it is a test of, or was compiled anew for.
    let forTest: ByteString
    let usesCgo: Bool
    let embedsFiles: Bool
    /// Whether there is C++ among its sources, SWIG's included.
    let usesCxx: Bool
    /// The IDs of the packages that it imports.
    var imports: [ByteString]
    /// What is wrong with it; empty for nothing.
    let error: ByteString
    /// The archive; empty where none was asked for.
    let file: ByteString
    let buildID: ByteString

    /// Without the description of a variant.
    var importPath: ByteString { BuildGraph.importPath(of: id) }
    /// Whether the go command makes it, for a test binary. It has a `forTest` only where a package between it and the
    /// one under test is compiled anew (cmd/go/internal/load/test.go: recompileForTest).
    var isTestMain: Bool {
      name.equals("main") && importPath.hasSuffix(".test")
        && imports.contains { BuildGraph.importPath(of: $0).equals("testing/internal/testdeps") }
    }
    var isVariant: Bool { id.last == ASCII.closingBracket }
  }

  /// In the order of `go list`: what is imported comes first.
  private(set) var order: [ByteString] = []
  private(set) var packages: [ByteString: Package] = [:]

  static func importPath(of id: ByteString) -> ByteString { Array(id.prefix { $0 != ASCII.space }) }

  subscript(id: ByteString) -> Package? { packages[id] }

  var all: [Package] { order.compactMap { packages[$0] } }

  /// Adds packages that are not known.
  mutating func add(_ list: [Package]) {
    for package in list where packages[package.id] == nil {
      packages[package.id] = package
      order.append(package.id)
    }
  }

  // MARK: What `go list` prints

  static let format = ListedRecords.format([
    "{{.ImportPath}}", "{{.Name}}", "{{.Dir}}", "{{.Standard}}", "{{.DepOnly}}", "{{with .Module}}{{.Main}}{{end}}",
    "{{.ForTest}}", "{{len .CgoFiles}}", "{{len .CXXFiles}}{{len .SwigCXXFiles}}", ListedRecords.list("Imports"),
    "{{with .Error}}{{.Err}}{{end}}", "{{.Export}}", "{{.BuildID}}", "{{len .EmbedPatterns}}",
  ])

  static func packages(in output: ByteString) -> [Package] {
    ListedRecords.records(in: output, fields: 14).map { fields in
      let usesCgo = !fields[7].equals("0")
      var imports = ListedRecords.elements(fields[9]).filter { !$0.equals("C") }
      // What cgo makes of a package imports these (cmd/cgo/out.go: writeDefs).
      if usesCgo { imports += [ByteString("runtime/cgo"), ByteString("syscall")] }
      return Package(
        id: fields[0], name: fields[1], folder: fields[2], isStandard: fields[3].equals("true"),
        isNamed: fields[4].equals("false"), isOfMainModule: fields[5].equals("true"), forTest: fields[6],
        usesCgo: usesCgo, embedsFiles: !fields[13].equals("0"), usesCxx: !fields[8].equals("00"), imports: imports,
        error: fields[10], file: fields[11],
        buildID: fields[12])
    }
  }
}
