import Bytes
import Findings
import Foundation
import Host
import SystemInterface
import TestSupport
import Testing
import Toolchains

@testable import Commands
@testable import GoPackages

@Suite struct CheckPlatformsTests {
  /// The platforms that are chosen of two toolchains: the ports of both, in the spellings of the runtime's files.
  private func choose(_ names: [String]) throws -> [String] {
    let ports = [
      "old": ["linux_amd64", "linux_ppc64le", "linux_mipsx", "plan9_386"], "new": ["linux_ppc64x", "js_wasm"],
    ]
    var all: [String: String] = [:]
    for (folder, names) in ports {
      for name in names { all["/\(folder)/src/runtime/rt0_\(name).s"] = "" }
      all["/\(folder)/src/runtime/rt0_nothing.go"] = ""
    }
    let files = MemoryFiles(all)
    let roots = ["old", "new"].compactMap { GoRoot(ByteString("/\($0)"), in: files) }
    return try CheckPlatforms.choose(names.map { ByteString($0) }, for: roots, in: files).map(\.text)
  }

  private static let known = [
    "js/wasm", "linux/amd64", "linux/mips", "linux/mipsle", "linux/ppc64", "linux/ppc64le", "plan9/386",
  ]

  @Test("all is what one of the toolchains can build for, each once")
  func all() throws {
    #expect(try choose(["all"]) == Self.known)
    #expect(try choose(["plan9/386", "all", "js/wasm"]) == ["plan9/386"] + Self.known.dropLast())
  }

  @Test("a platform that no toolchain can build for is refused", arguments: ["plan9/wasm", "linux", "linux/mipsx", ""])
  func unknown(name: String) {
    #expect(throws: Findings.self) { try choose(["linux/amd64", name]) }
  }

  @Test("without a name it is this machine's, and some others, each once")
  func standard() throws {
    let chosen = try choose([])
    #expect(chosen.first == Platform.host.text)
    #expect(Set(chosen).isSuperset(of: ["linux/amd64", "windows/amd64", "js/wasm"]))
    #expect(Set(chosen).count == chosen.count)
  }

  /// internal/platform, zosarch.go, which Go 1.21 brought: List, and of ports that nobody keeps going distInfo says so.
  @Test(
    "a toolchain's ports are those that it lists, but for broken ones",
    .enabled(if: HandedOver.problem == nil, "see the failure of `make test gives ...`"),
    arguments: HandedOver.toolchains.filter { $0.minor >= 21 })
  func ports(toolchain: Toolchain) throws {
    let text = try String(contentsOfFile: toolchain.root + "/src/internal/platform/zosarch.go", encoding: .utf8)
    let listed = Set(text.matches(of: /\{"(\w+)", "(\w+)"\},/).map { "\($0.1)/\($0.2)" })
    let broken = Set(text.matches(of: /\{"(\w+)", "(\w+)"\}: .*Broken: true/).map { "\($0.1)/\($0.2)" })
    let root = try #require(GoRoot(ByteString(toolchain.root), in: HostFiles()))
    let ports = root.ports(in: HostFiles())
    #expect(Set(ports.map(\.text)).union(broken) == listed)
    #expect(ports.allSatisfy { root.hasPort($0, in: HostFiles()) })
  }
}
