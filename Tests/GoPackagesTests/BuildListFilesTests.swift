import Bytes
import GoPackages
import TestSupport
import Testing

@Suite struct BuildListFilesTests {
  private func files(_ files: [String: String], work: String = "") throws -> [String] {
    try BuildListFiles.all(goMod: ByteString("/m/go.mod"), goWork: ByteString(work), in: MemoryFiles(files)).map(\.text)
  }

  @Test func ofAModule() throws {
    let goMod = """
      module example.com/m

      replace example.com/a => ../a
      replace (
      \texample.com/b v1.0.0 => /elsewhere/b
      \texample.com/c => example.com/d v1.0.0
      )
      """
    #expect(
      try files(["/m/go.mod": goMod]) == [
        "/m/go.mod", "/m/go.sum", "/m/vendor/modules.txt", "/a/go.mod", "/elsewhere/b/go.mod",
      ])
    #expect(try files(["/m/go.mod": goMod], work: "off").count == 5)
  }

  @Test func ofAWorkspace() throws {
    let work = "go 1.22\n\nuse (\n\t./m\n\t./other\n)\n\nreplace example.com/a => ./a\n"
    let found = try files(
      [
        "/go.work": work, "/m/go.mod": "module example.com/m\n",
        "/other/go.mod": "module example.com/other\n\nreplace example.com/x => ./x\n",
      ], work: "/go.work")
    #expect(
      found == [
        "/go.work", "/go.work.sum", "/vendor/modules.txt", "/a/go.mod", "/m/go.mod", "/m/go.sum",
        "/m/vendor/modules.txt", "/other/go.mod", "/other/go.sum", "/other/vendor/modules.txt", "/other/x/go.mod",
      ])
  }

  @Test func whatCannotBeReadIsAnError() {
    #expect(throws: (any Error).self) { try files([:]) }
    #expect(throws: (any Error).self) { try files(["/m/go.mod": ""], work: "/go.work") }
  }
}
