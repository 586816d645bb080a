import Bytes
import Foundation
import Host
import Testing

@testable import Commands

/// What `go list` has said is said again as long as it is right.
@Suite struct KeptListingsTests {
  private let place: Place

  init() throws { place = try Place() }

  @Test func anAnswerIsKept() throws {
    #expect(try place.asks())
    #expect(try !place.asks())
    #expect(try !place.asks())
    // In a file that the go command removes in time.
    let files = try place.cached()
    #expect(files.count == 1)
    #expect(files.first?.wholeMatch(of: /([0-9a-f]{2})\/\1[0-9a-f]{62}-d/) != nil)
  }

  /// What one does to a module, and to the toolchain below `go`, after which another answer is to be expected.
  @Test(arguments: [
    "m/go.mod", "m/go.sum", "m/vendor/modules.txt", "replaced/go.mod", "m/app/main.go", "m/app/new.go", "m/app/asm.s",
    "m/app/x_test.go", "m/app/default.pgo", "m/new/new.go", "m/app/deep/go.mod", "go/VERSION", "go/go.env", "go/bin/go",
    "go/tool/compile", "go/src/list/list.go", "settings", "cache/archive",
  ])
  func aFileThatCounts(name: String) throws {
    #expect(try place.asks())
    #expect(try !place.asks())
    try place.write("changed", to: name)
    #expect(try place.asks())
    #expect(try !place.asks())
  }

  @Test(arguments: [
    "m/app/README", "m/app/app", "m/app/.#main.go", "m/app/_x.go", "m/testdata/x/x.go", "replaced/x.go",
  ])
  func aFileThatDoesNotCount(name: String) throws {
    #expect(try place.asks())
    try place.write("changed", to: name)
    #expect(try !place.asks())
  }

  @Test func aFileThatIsGone() throws {
    #expect(try place.asks())
    try place.remove("cache/archive")
    #expect(try place.asks())
    // No archive, no answer.
    #expect(try place.asks())
    try place.write("archive", to: "cache/archive")
    #expect(try place.asks())
    #expect(try !place.asks())
    try place.remove("m/app")
    #expect(try place.asks())
  }

  @Test func settingsAndQuestionsAreTheirOwn() throws {
    #expect(try place.asks())
    #expect(try place.asks(environment: ["CGO_CFLAGS=-g"]))
    #expect(try place.asks(settings: ["GOARCH": "arm64"]))
    #expect(try place.asks(flags: ["-deps"]))
    #expect(try place.asks(paths: ["./app"]))
    #expect(try !place.asks(environment: ["SHLVL=3", "OLDPWD=/x"]))
  }

  @Test(arguments: [["-modfile=x"], ["-overlay=x"]])
  func noneWithFlagsThatMayChangeWhatIsThere(flags: [String]) throws {
    #expect(place.listings(userFlags: flags) == nil)
  }

  @Test func noneOutsideOfModules() throws {
    #expect(place.listings(userFlags: ["-mod=mod"]) != nil)
    for goMod in ["", "/dev/null"] { #expect(place.listings(settings: ["GOMOD": goMod]) == nil) }
  }

  @Test(arguments: ["all", "std", "example.com/...", "./a/.../b", "example.com/x@v1.0.0"])
  func noneForPatternsThatReachFurther(path: String) throws {
    #expect(try place.asks(paths: [path]))
    #expect(try place.asks(paths: [path]))
  }

  @Test func noneOfWhatAgentsCompile() throws {
    #expect(try place.asks(hasAgents: true))
    #expect(try place.asks(hasAgents: true))
    #expect(try place.asks(flags: ["-deps"], hasAgents: true))
    #expect(try !place.asks(flags: ["-deps"], hasAgents: true))
  }

  @Test(arguments: ["an error", "cgo", "embedded files"])
  func noneOf(kind: String) throws {
    try place.write("other", to: "m/other/o.go")
    place.more = place.record(
      "example.com/m/other", "m/other", isStandard: false, error: kind == "an error" ? "broken" : "",
      cgoFiles: kind == "cgo" ? 1 : 0, embeds: kind == "embedded files" ? 1 : 0)
    #expect(try place.asks())
    #expect(try place.asks())
    if kind != "an error" {
      #expect(try place.asks(flags: ["-deps"]))
      #expect(try !place.asks(flags: ["-deps"]))
    }
  }

  @Test func noneOfWhatChangesMeanwhile() throws {
    place.waits = false
    #expect(try place.asks())
    #expect(try place.asks())
    place.waits = true
    #expect(try place.asks())
    #expect(try !place.asks())
  }

  @Test func aBrokenFileIsAskedAnew() throws {
    #expect(try place.asks())
    let name = try #require(try place.cached().first)
    let whole = try Data(contentsOf: URL(fileURLWithPath: place.path("cache/\(name)")))
    for count in [0, 1, 20, 90, 200, whole.count / 2] {
      try whole.prefix(count).write(to: URL(fileURLWithPath: place.path("cache/\(name)")))
      #expect(try place.asks(), "\(count) bytes")
    }
  }
}

/// A module, a toolchain and a cache, gone with the value.
private final class Place {
  private let root: String
  /// Records beside those of two packages.
  var more = ""
  /// Whether some time has gone by since the last change.
  var waits = true

  init() throws {
    let path = NSTemporaryDirectory() + "/routinex-listings-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    root = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    try write("module example.com/m\n\nreplace example.com/r => ../replaced\n", to: "m/go.mod")
    try write("module example.com/r\n", to: "replaced/go.mod")
    for name in [
      "m/app/main.go", "m/app/deep/deep.go", "go/VERSION", "go/bin/go", "go/tool/compile", "go/src/list/list.go",
      "cache/archive",
    ] {
      try write("first", to: name)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func path(_ name: String) -> String { root + "/" + name }

  func write(_ text: String, to name: String) throws {
    let folder = URL(fileURLWithPath: path(name)).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

  /// The files that the answers are in.
  func cached() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path("cache")).filter { $0.hasSuffix("-d") }
  }

  func record(
    _ importPath: String, _ folder: String, isStandard: Bool, error: String = "", cgoFiles: Int = 0, embeds: Int = 0
  ) -> String {
    [
      importPath, "name", path(folder), "\(isStandard)", "true", "false", "", "\(cgoFiles)", "00", "", error,
      path("cache/archive"), "id/content", "\(embeds)",
    ].joined(separator: "\0") + "\u{2}"
  }

  func listings(
    environment: [String] = [], settings more: [String: String] = [:], userFlags: [String] = [], hasAgents: Bool = false
  ) -> KeptListings? {
    let values = [
      "GOCACHE": path("cache"), "GOMOD": path("m/go.mod"), "GOROOT": path("go"), "GOTOOLDIR": path("go/tool"),
      "GOENV": path("settings"),
    ].merging(more) { $1 }
    let flags = userFlags.map { flag in
      let parts = flag.dropFirst().split(separator: "=")
      return GoArguments.Flag(name: ByteString("\(parts[0])"), value: ByteString("\(parts[1])"))
    }
    let listings = KeptListings(
      GoQueries.Settings(values: values.mapValues { ByteString($0) }), program: ByteString("go"),
      workingFolder: ByteString(path("m")), flags: flags, environment: environment.map { ByteString($0) },
      hasAgents: hasAgents)
    if waits { listings?.now = { HostFiles().now + 3_000_000_000 } }
    return listings
  }

  /// Whether the go command is asked. What it says is checked, too.
  func asks(
    flags: [String] = ["-deps", "-export"], paths: [String] = ["./..."], environment: [String] = [],
    settings: [String: String] = [:], hasAgents: Bool = false
  ) throws -> Bool {
    let listings = try #require(self.listings(environment: environment, settings: settings, hasAgents: hasAgents))
    let says = ByteString(
      record("list", "go/src/list", isStandard: true) + record("example.com/m/app", "m/app", isStandard: false) + more)
    var isAsked = false
    let flags = flags.map { ByteString($0) }
    let answer = listings.answer(
      paths.map { ByteString($0) }, flags: flags,
      inputs: { listings.inputs(of: BuildGraph.packages(in: $0), flags: flags) },
      ask: {
        isAsked = true
        return says
      })
    #expect(answer == says)
    return isAsked
  }
}
