import Bytes
import Testing
import Toolexec

/// The files that Go's tools are given beside their arguments.
@Suite struct ToolFilesTests {
  @Test func importConfigurationHasArchivesUnderThePathsThatFilesWrite() {
    let configuration = ImportConfiguration(
      ByteString(
        """
        # import config
        importmap golang.org/x/net/http/httpguts=vendor/golang.org/x/net/http/httpguts
        packagefile fmt=/cache/a=b-d
        packagefile vendor/golang.org/x/net/http/httpguts=$WORK/b042/_pkg_.a

        packagefile

        """))
    #expect(
      configuration.paths.map(\.text).sorted()
        == ["fmt", "golang.org/x/net/http/httpguts", "vendor/golang.org/x/net/http/httpguts"])
    let path = configuration.packagePath(of: ByteString("golang.org/x/net/http/httpguts"))
    #expect(path.text == "vendor/golang.org/x/net/http/httpguts")
    #expect(configuration.archives[path]?.text == "$WORK/b042/_pkg_.a")
    #expect(configuration.archives[configuration.packagePath(of: ByteString("fmt"))]?.text == "/cache/a=b-d")
    #expect(configuration.archives[ByteString("os")] == nil)
  }

  @Test func assemblyRefersToFunctionsOfThePackageAndOfOthers() {
    let text = ByteString(
      """
      def "".Own ABI0
      ref "".older ABI0
      ref example.com/p.newer ABI0
      ref runtime.other ABI0
      ref "".x
      ref

      """)
    func references(_ path: String?) -> [String] {
      SymbolABIs.references(in: text, of: path.map { ByteString($0) }).map(\.text).sorted()
    }
    #expect(references("example.com/p") == ["newer", "older"])
    #expect(references(nil) == ["older"])
  }

  /// As encoding/json writes it.
  static let vet = """
    {
    \t"ID": "example.com/p [example.com/p.test]",
    \t"Dir": "/p \\u003c\\\\",
    \t"GoFiles": [
    \t\t"/p/a.go",
    \t\t"/w/b.cover.go"
    \t],
    \t"NonGoFiles": null,
    \t"Module": {"Path": "x", "Dir": "}", "Replace": {"GoFiles": [1, -2.5e3, true]}},
    \t"ImportMap": {
    \t\t"fmt": "fmt",
    \t\t"example.com/q": "example.com/q [example.com/p.test]"
    \t},
    \t"PackageFile": {"fmt": "/cache/f-d", "example.com/q [example.com/p.test]": "/w/b003/_pkg_.a"},
    \t"VetxOnly": false
    }

    """

  @Test func vetsConfigurationIsRead() throws {
    let configuration = try #require(VetConfiguration(ByteString(Self.vet)))
    #expect(configuration.folder.text == "/p <\\")
    #expect(configuration.goFiles.map(\.text) == ["/p/a.go", "/w/b.cover.go"])
    #expect(configuration.importMap[ByteString("example.com/q")]?.text == "example.com/q [example.com/p.test]")
    #expect(
      configuration.importConfiguration.text
        == "packagefile example.com/q=/w/b003/_pkg_.a\npackagefile fmt=/cache/f-d\n")
    #expect(!configuration.isForFixes)
    func isForFixes(_ value: String) -> Bool? {
      VetConfiguration(ByteString(Self.vet.replacing("false", with: "false, \"FixArchive\": \(value)")))?.isForFixes
    }
    #expect(isForFixes("\"\"") == false && isForFixes("\"/w/vet.fix.zip\"") == true)
  }

  @Test func onlyWhatIsNewChangesInVetsConfiguration() throws {
    let configuration = try #require(VetConfiguration(ByteString(Self.vet)))
    let files: [ByteString] = [ByteString("/w/\"a\\.go"), ByteString("/w/\n.go")]
    let text = configuration.rewritten(
      goFiles: files,
      adding: [
        .init(ByteString("fmt"), package: ByteString("other"), archive: ByteString("/other")),
        .init(ByteString("unsafe"), package: ByteString("unsafe"), archive: nil),
        .init(ByteString("log"), package: ByteString("vendor/log"), archive: ByteString("/log")),
      ])
    let new = try #require(VetConfiguration(text))
    #expect(new.goFiles == files)
    #expect(new.importMap[ByteString("fmt")]?.text == "fmt")
    #expect(new.importMap[ByteString("unsafe")]?.text == "unsafe")
    #expect(new.importMap[ByteString("log")]?.text == "vendor/log")
    #expect(new.archives[ByteString("vendor/log")]?.text == "/log" && new.archives.count == 3)
    #expect(
      text.text.contains(
        "\"Module\": {\"Path\": \"x\", \"Dir\": \"}\", \"Replace\": {\"GoFiles\": [1, -2.5e3, true]}},"))
  }

  @Test(arguments: [
    "", "{", "{}", "[]", "null", "{\"GoFiles\": [\"a\"]}", vet.replacing("\"/p/a.go\"", with: "1"),
    vet.replacing("\"/p/a.go\"", with: "\"\\x\""), vet.replacing("\"/p/a.go\"", with: "\"\\u12\""), "{\"a\": ]}",
    vet.replacing("\"fmt\": \"fmt\"", with: "\"fmt\": {}"), String(vet.dropLast(3)), vet.replacing("[\n", with: ",\n"),
    String(repeating: "[", count: 100_000), "{\"a\":" + String(repeating: "[", count: 100_000),
  ])
  func whatIsNoConfigurationOfVet(text: String) {
    #expect(VetConfiguration(ByteString(text)) == nil)
  }
}
