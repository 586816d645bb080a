import Bytes
import GoPackages
import SystemInterface
import Findings
import TestSupport
import Testing

@testable import Patching
@testable import Weaving

@Suite struct ModuleVersionTests {
  private func version(
    _ importPath: String, _ source: String, _ files: [String: String] = [:], from folder: String = "/m"
  ) throws -> SemanticVersion? {
    let files = MemoryFiles(files.merging(["/m/go.mod": "module example.com/m\n"]) { $1 })
    return try ModuleVersion.find(
      of: ByteString(importPath), sources: [ByteString("/objs/b1/x.cgo1.go"), ByteString(source)],
      objectFolder: ByteString("/objs/b1"), cache: ByteString("/mod/"),
      project: { () throws(Findings) in
        try Project(from: [ByteString(folder)], environment: Environment { _ in nil }, in: files)
      }, in: files)
  }

  private func parsed(_ text: String) -> SemanticVersion? { SemanticVersion(ByteString(text)) }

  @Test func ofAFolderInTheModuleCache() throws {
    #expect(try version("github.com/a/b", "/mod/github.com/a/b@v1.2.3/x.go") == parsed("v1.2.3"))
    #expect(try version("github.com/a/b/c", "/mod/github.com/a/b@v1.2.3-rc.1/c/x.go") == parsed("v1.2.3-rc.1"))
    #expect(try version("a.b/c/v2", "/mod/a.b/c/v2@v2.0.0+incompatible/x.go") == parsed("v2.0.0"))
  }

  @Test func ofAVendorFolder() throws {
    let list =
      "# a.b/c v1.2.3\n## explicit; go 1.18\na.b/c\na.b/c/d\n# e.f/g v1.0.0 => h.i/j v1.9.0\ne.f/g\n# k.l/m v1.0.0 => ../m\nk.l/m\n"
    let files = ["/m/vendor/modules.txt": list]
    #expect(try version("a.b/c", "/m/vendor/a.b/c/x.go", files) == parsed("v1.2.3"))
    #expect(try version("a.b/c/d", "/m/vendor/a.b/c/d/x.go", files) == parsed("v1.2.3"))
    #expect(try version("e.f/g", "/m/vendor/e.f/g/x.go", files) == parsed("v1.9.0"))
    #expect(try version("k.l/m", "/m/vendor/k.l/m/x.go", files) == nil)
    #expect(try version("a.b/x", "/m/vendor/a.b/x/x.go", files) == nil)
    #expect(try version("a.b/c", "/m/vendor/a.b/c/x.go") == nil)
    // By another name of the project's folder; and that of another project, whose list nothing covers.
    let linked = ["/link/vendor/modules.txt": list].merging(files) { $1 }
    #expect(try version("a.b/c", "/link/vendor/a.b/c/x.go", linked) == parsed("v1.2.3"))
    #expect(try version("a.b/c", "/other/vendor/a.b/c/x.go", ["/other/vendor/modules.txt": list]) == nil)
    #expect(try version("a.b/c", "/m/vendor/a.b/c/x.go", files, from: "/m/sub/folder") == parsed("v1.2.3"))
  }

  @Test func ofTheMainModule() throws {
    #expect(try version("example.com/p", "/home/me/p/x.go") == nil)
    #expect(try version("example.com/p", "/home/me@home/p/x.go") == nil)
    #expect(try version("example.com/work", "/home/me/work@v1.3.0/x.go") == nil)
    #expect(try version("example.com/work", "/home/mod/example.com/work@v1.3.0/x.go") == nil)
    #expect(try version("example.com/work", "/mod2/example.com/work@v1.3.0/x.go") == nil)
  }
}
