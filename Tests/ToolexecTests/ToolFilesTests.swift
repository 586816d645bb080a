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

  @Test func onlyTheNamesOfFilesChangeInVetsConfiguration() {
    let text = "{\n\t\"Dir\": \"/p\",\n\t\"GoFiles\": [\n\t\t\"/w/a.cover.go\",\n\t\t\"/w/aa.cover.go\"\n\t]\n}"
    var configuration = VetConfiguration(ByteString(text))
    #expect(configuration.folder?.text == "/p")
    #expect(configuration.names(ByteString("/w/a.cover.go")))
    #expect(!configuration.names(ByteString("a.cover.go")))
    configuration.replace(ByteString("/w/a.cover.go"), with: ByteString("/p/b.go"))
    #expect(configuration.bytes.text == text.replacing("/w/a.cover.go", with: "/p/b.go"))
    #expect(VetConfiguration(ByteString("{\"Dir\": \"/a\\\\b\"}")).folder == nil)
    #expect(VetConfiguration(ByteString("{}")).folder == nil)
  }
}
