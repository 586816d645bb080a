import Bytes
import SystemInterface
import TestSupport
import Testing
import Toolexec

@testable import Weaving

/// Each input of the decision that the go command does not know of changes the stamp and the key of its package, and
/// back; what a set cannot see changes neither.
@Suite struct DecisionInputsTests {
  private struct Build {
    var files: [String: String]
    var environment: [String: String] = ["CGO_ENABLED": "1", "GOROOT": "/go"]
    var program: StaticString = "test"

    /// The hash of the stamp, and the key of a package or pattern.
    func identity(_ pattern: String = "a.b/c") throws -> (stamp: String, key: String?) {
      let memory = MemoryFiles(files)
      let pipeline = Pipeline(
        files: memory, environment: Environment { environment["\($0)"].map { ByteString($0) } },
        sets: try PatchSet.find([ByteString("/set")], from: [], in: memory), program: program,
        folders: { [ByteString("/m/sub")] })
      return (
        try #require(try pipeline.stamp(for: .compile)).hash(for: ByteString("line")).text,
        try pipeline.keys().first { $0.pattern == ByteString(pattern) }?.key.text
      )
    }
  }

  private func build(_ patch: String, at path: String = "a.b/c/x.go") -> Build {
    Build(files: [
      "/set/\(path)": patch, "/set/other/x.go": "package other\n", "/m/go.mod": "module example.com/m\n",
      "/m/sub/x": "",
    ])
  }

  private func expect(
    _ before: Build, counts: Bool, pattern: String = "a.b/c", _ change: (inout Build) -> Void,
    location: SourceLocation = #_sourceLocation
  ) throws {
    var after = before
    change(&after)
    let (old, new) = (try before.identity(pattern), try after.identity(pattern))
    #expect(old.key != nil)
    #expect((old.stamp != new.stamp) == counts, sourceLocation: location)
    #expect((old.key != new.key) == counts, sourceLocation: location)
    // What it does not concern keeps its key.
    #expect(try before.identity("other").key == after.identity("other").key, sourceLocation: location)
  }

  private let plain = "package c\n\nfunc F() {}\n"
  private let tags = "//routinex:tags fast\n\npackage c\n"
  private let module = "//routinex:module >=v1.0.0\n\npackage c\n"

  @Test func whatTheProgramDoes() throws {
    let first = build(plain)
    var second = first
    second.program = "another"
    #expect(try first.identity().key != second.identity().key)
    #expect(try first.identity().stamp != second.identity().stamp)
  }

  @Test func cgo() throws {
    func flip(_ build: inout Build) { build.environment["CGO_ENABLED"] = "0" }
    try expect(build("//go:build cgo\n\n" + plain), counts: true, flip)
    try expect(build("//go:build linux && !cgo\n\n" + plain), counts: true, flip)
    // The files that the tags admit may ask.
    try expect(build(tags), counts: true, flip)
    try expect(build(plain), counts: false, flip)
  }

  @Test(arguments: ["GOEXPERIMENT", "GOFIPS140", "GOAMD64", "GOFLAGS", "GODEBUG", "GOOS", "GOARCH", "GOVERSION"])
  func whatTheGoCommandCoversOrNoConstraintSees(variable: String) throws {
    try expect(build("//go:build !cgo\n\n" + plain), counts: false) { $0.environment[variable] = "x" }
  }

  @Test func theVersionInAVendorFolder() throws {
    func list(_ version: String, _ other: String = "v1.0.0") -> String {
      "# a.b/c \(version)\n## explicit\na.b/c\n# d.e/f \(other)\nd.e/f\n"
    }
    func upgrade(_ build: inout Build) { build.files["/m/vendor/modules.txt"] = list("v1.3.0") }
    func upgradeOther(_ build: inout Build) { build.files["/m/vendor/modules.txt"] = list("v1.2.0", "v2.0.0") }
    for text in [module, plain] {
      var before = build(text)
      upgrade(&before)
      before.files["/m/vendor/modules.txt"] = list("v1.2.0")
      try expect(before, counts: text == module, upgrade)
      try expect(before, counts: false, upgradeOther)
    }
    var before = build(module, at: "a.b/.../x.go")
    before.files["/m/vendor/modules.txt"] = list("v1.2.0")
    try expect(before, counts: true, pattern: "a.b/...", upgradeOther)
    // In a workspace its own vendor folder is the one (go work vendor).
    var workspace = build(module)
    workspace.files["/go.work"] = "go 1.22\nuse ./m\n"
    try expect(workspace, counts: true) { $0.files["/vendor/modules.txt"] = list("v1.3.0") }
    workspace.environment["GOWORK"] = "off"
    try expect(workspace, counts: false) { $0.files["/vendor/modules.txt"] = list("v1.3.0") }
  }

  /// With -trimpath the go command knows the version that is asked for, not the one that takes its place.
  @Test func aModuleInThePlaceOfAnother() throws {
    func replace(_ version: String) -> (inout Build) -> Void {
      { $0.files["/m/go.mod"] = "module example.com/m\nreplace (\n\ta.b/c v1.0.0 => x.y/c \(version) // why\n)\n" }
    }
    for text in [module, tags, plain] {
      var before = build(text)
      replace("v1.2.0")(&before)
      try expect(before, counts: text != plain, replace("v1.3.0"))
    }
  }

  @Test(arguments: [
    ("/m/go.mod", "module a.b\n", "/m/c/"), ("/m/go.mod", "module \"a.b/c\"\n", "/m/"),
    ("/m/go.mod", "module x\nreplace a.b/c => ../c\n", "/c/"),
    ("/m/go.mod", "module x\nreplace (\n\ta.b v1.0.0 => /abs // why\n)\n", "/abs/c/"),
    ("/go.work", "go 1.22\nuse (\n\t./m\n\t./c\n)\n", "/c/"),
    ("/m/vendor/modules.txt", "# a.b/c v1\na.b/c\n", "/m/vendor/a.b/c/"),
    ("/x", "", "/go/src/a.b/c/"),
  ])
  func filesThatTagsMayAdmit(file: String, text: String, folder: String) throws {
    var before = build(tags)
    before.files["/c/go.mod"] = "module a.b/c\n"
    before.files[file] = text
    before.files[folder + "c.go"] = plain
    let fast = folder + "fast.go"
    try expect(before, counts: true) { $0.files[fast] = "//go:build fast\n\n" + plain }
    before.files[fast] = "//go:build fast\n\n" + plain
    try expect(before, counts: true) { $0.files[fast] = "//go:build fast\n\n" + plain + "\n" }
    // The go command reads these.
    try expect(before, counts: false) { $0.files[folder + "c.go"] = plain + "\n" }
    try expect(before, counts: false) { $0.files[folder + "fast_test.go"] = "//go:build fast\n\n" + plain }
  }

  @Test func filesThatTagsMayAdmitInGOPATHMode() throws {
    var before = build(tags)
    before.environment["GO111MODULE"] = "off"
    before.environment["GOPATH"] = "/one:/two"
    try expect(before, counts: true) { $0.files["/two/src/a.b/c/fast.go"] = "//go:build fast\n\n" + plain }
  }
}
