import Bytes
import Foundation
import Host
import SystemInterface
import Testing
import Toolchains

@testable import GoPackages

@Suite struct SourceFolderTests {
  /// Packages that no build of the platform can compile are there too: `go list -e` lists their files all the same.
  private static let format =
    "{{.ImportPath}}|{{.Dir}}|{{range .GoFiles}}{{.}} {{end}}{{range .CgoFiles}}{{.}} {{end}}|{{range .SFiles}}{{.}} {{end}}"

  @Test(
    "every package of the standard library has the files that go list says",
    .enabled(if: HandedOver.problem == nil, "see the failure of `make test gives ...`"),
    arguments: HandedOver.toolchains, ["linux/amd64", "linux/arm", "windows/arm64", "js/wasm"])
  func standardLibrary(_ toolchain: Toolchain, name: String) throws {
    let files = HostFiles()
    let root = try #require(GoRoot(ByteString(toolchain.root), in: files))
    let platform = try #require(Platform(name))
    let environment = [
      "GOOS": platform.goos.text, "GOARCH": platform.goarch.text, "CGO_ENABLED": name == "linux/amd64" ? "1" : "0",
    ]
    let list = try toolchain.go(["list", "-e", "-f", Self.format, "std"], environment)
    let build = BuildConfiguration(
      root: root, platform: platform, environment: Environment { environment["\($0)"].map { ByteString($0) } },
      in: files)
    var count = 0
    for line in list.split(separator: "\n") {
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      try #require(fields.count == 4, "\(line)")
      let folder = try SourceFolder(ByteString(fields[1]), context: build.context, in: files)
      let (go, assembly) = (names(folder.goFiles), names(folder.assemblyFiles))
      #expect(go == fields[2].split(separator: " ").map(String.init).sorted(), "\(fields[0]) for \(name)")
      let wanted = fields[3].split(separator: " ").map(String.init).filter { $0.hasSuffix(".s") }
      #expect(assembly == wanted, "\(fields[0]) for \(name)")
      let own = root.folder(of: ByteString(fields[0]), in: files)
      #expect(own.map { realPath($0) } == realPath(ByteString(fields[1])))
      count += 1
    }
    #expect(count > 150, "\(name)")
  }

  private func names(_ paths: [ByteString]) -> [String] { paths.map { Path.lastComponent($0).text }.sorted() }
}
