import Bytes
import Patching
import Testing

@Suite struct PackageSelectorTests {
  private func selects(_ folder: String, _ importPath: String) -> Bool {
    PackageSelector(folder: ByteString(folder)).selects(
      PackageOrigin(importPath: ByteString(importPath), isStandard: false, isOfMainModule: false))
  }

  @Test(arguments: [
    ("a/b", "a/b", true), ("a/b", "a/b/c", false), ("a/b", "a", false), ("...", "a", true), ("...", "a/b", true),
    ("a/...", "a", true), ("a/...", "a/b/c", true), ("a/...", "ab", false), ("a/...", "b", false),
    ("a/...", "b/a", false),
    ("a/b/...", "a", false), ("a...", "a", false), ("a...", "a/b", false), ("a...", "a...", true),
    ("a/..", "a/b", false),
    ("a/.../b", "a/x/b", false), ("", "a", false),
  ])
  func aFolderIsForItsPackageOrForAllBelow(folder: String, importPath: String, isSelected: Bool) {
    #expect(selects(folder, importPath) == isSelected)
  }

  @Test func whatSelectsAPackageIsListed() {
    func folders(_ paths: String...) -> [String] {
      PackageSelector.all(selecting: paths.map { ByteString($0) }).map(\.folder.text)
    }
    #expect(folders("a/b") == ["...", "a/...", "a/b", "a/b/..."])
    #expect(folders("a") == ["...", "a", "a/..."])
    #expect(folders("a", "a_test") == ["...", "a", "a/...", "a_test", "a_test/..."])
    // What every package below has.
    #expect(folders("a/...") == ["...", "a/..."])
    #expect(folders("...") == ["..."])
    #expect(folders(".x/a") == ["..."])
  }

  /// The list, the question and the look at bytes in place are three forms of one answer.
  @Test func theFormsAgree() {
    let paths = ["a", "a/b", "a/b/c", "ab", "b", "net/http", "example.com/x.y/z"]
    let folders = Set(paths + paths.map { $0 + "/..." } + ["...", "a...", "c"])
    for path in paths {
      let listed = Set(PackageSelector.all(selecting: [ByteString(path)]).map(\.folder.text))
      for folder in folders {
        #expect(selects(folder, path) == listed.contains(folder), "\(folder) \(path)")
        let isFound = ByteString(path).withUnsafeBytes { bytes in
          PackageSelector.anyFolder(for: bytes) { Array(bytes[..<$0]).text + "\($1)" == folder }
        }
        #expect(isFound == listed.contains(folder), "\(folder) \(path)")
      }
    }
  }

  @Test func aWildcardHasABaseAndNoPackage() {
    let wildcard = PackageSelector(folder: ByteString("a/b/..."))
    #expect(wildcard.isWildcard && wildcard.importPath == nil && wildcard.base.text == "a/b")
    #expect(PackageSelector(folder: ByteString("...")).base.isEmpty)
    let package = PackageSelector(folder: ByteString("a/b"))
    #expect(!package.isWildcard && package.importPath?.text == "a/b" && package.base.text == "a/b")
    #expect(PackageSelector(ofFile: ByteString("a/b/x.go"), []) == package)
    #expect(PackageSelector(ofFile: ByteString("x.go"), []) == nil)
  }
}
