import Bytes
import Testing

@testable import GoPackages

@Suite struct VendorListTests {
  private let list = VendorList(
    ByteString(
      """
      # example.com/a v1.2.0
      ## explicit; go 1.17
      example.com/a
      example.com/a/sub
      # example.com/b v1.0.0 => example.com/fork v1.9.0
      example.com/b
      # example.com/c v0.0.0 => ../c
      ## explicit
      example.com/c/inner
      # example.com/a => ./a

      """))

  @Test func aPackageHasTheVersionOfTheModuleAboveIt() {
    func version(_ path: String) -> String? { list.version(of: ByteString(path))?.text }
    #expect(version("example.com/a/sub") == "v1.2.0")
    #expect(version("example.com/b") == "v1.9.0")
    #expect(version("example.com/c/inner") == "../c")
    #expect(version("example.com/c") == nil)
    #expect(version("## explicit") == nil)
  }

  @Test func modulesWithoutPackagesAreThereToo() {
    #expect(list.modules.map(\.path.text) == ["example.com/a", "example.com/b", "example.com/c", "example.com/a"])
    #expect(list.modules.map(\.packages.count) == [2, 1, 1, 0])
    #expect(VendorList(ByteString("example.com/a\n#\n# x\n")).modules.isEmpty)
  }
}
