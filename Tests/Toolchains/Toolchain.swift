internal import Foundation

/// A Go toolchain that `make test` has installed.
package struct Toolchain: Sendable, CustomStringConvertible {
  /// `1.24`, as ROUTINEX_GOROOTS names it.
  package let version: String
  /// GOROOT.
  package var root: String

  /// An element of ROUTINEX_GOROOTS: `1.24=/path`.
  package init?(_ text: Substring) {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    version = String(parts[0])
    root = String(parts[1])
  }

  /// 24 of 1.24.
  package var minor: Int { Int(version.split(separator: ".").dropFirst().first ?? "") ?? 0 }

  package var description: String { "Go \(version)" }

  /// The environment of a go command that neither the machine's settings nor the network can change.
  ///
  /// - Parameters:
  ///   - home: a folder of the test's own, for what the go command keeps.
  ///   - cache: the build cache, where that is elsewhere.
  package func environment(home: String, cache: String? = nil, temporary: String) -> [String: String] {
    let own = [
      "PATH": root + "/bin:/usr/local/bin:/usr/bin:/bin", "GOROOT": root, "HOME": home, "GOPATH": home + "/path",
      "GOCACHE": cache ?? home + "/cache", "TMPDIR": temporary, "LC_ALL": "C",
      // The collector takes a quarter of a build's time. No package needs so much memory that the limit makes it begin.
      "GOGC": "off", "GOMEMLIMIT": "1GiB",
    ].merging(Self.compileCache) { $1 }
    return Self.settings.merging(own) { $1 }
  }

  /// Where the compiler of these toolchains finds what was compiled before of the standard library: earlier in this run, and for
  /// `make test`. See Tests/Fixtures/compilecache.
  private static let compileCache: [String: String] = {
    guard let plain = HandedOver.value("ROUTINEX_PLAIN"),
      (try? FileManager.default.createDirectory(atPath: runObjects, withIntermediateDirectories: true)) != nil
    else { return [:] }
    atexit { try? FileManager.default.removeItem(atPath: Toolchain.runObjects) }
    return ["COMPILE_CACHE": "\(runObjects):\(plain)/objects"]
  }()

  private static let runObjects = NSTemporaryDirectory() + "/routinex-objects-\(UUID().uuidString)"

  /// Puts a copy of the plain build cache that `make test` has into a home that is new, for a run: what is built through the
  /// program under test is gone with it.
  package func makePlainCache(inHome home: String) { makePlainCache(at: home + "/cache") }

  /// - Parameter folder: the cache, which is not there yet.
  package func makePlainCache(at folder: String) {
    // Without it all is built anew.
    guard let plain = HandedOver.value("ROUTINEX_PLAIN").map({ "\($0)/\(version)" }) else { return }
    let files = FileManager.default
    try? files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for part in (try? files.contentsOfDirectory(atPath: plain)) ?? [] {
      guard let names = try? files.contentsOfDirectory(atPath: "\(plain)/\(part)") else {
        try? files.copyItem(atPath: "\(plain)/\(part)", toPath: "\(folder)/\(part)")
        continue
      }
      try? files.createDirectory(atPath: "\(folder)/\(part)", withIntermediateDirectories: true)
      for name in names {
        let (from, to) = ("\(plain)/\(part)/\(name)", "\(folder)/\(part)/\(name)")
        // Content is kept under its hash, and written only where it is missing (cmd/go/internal/cache/cache.go, copyFile): one
        // file serves all. What says which content an action gave (`-a`) is written anew.
        if name.hasSuffix("-d"), (try? files.linkItem(atPath: from, toPath: to)) != nil { continue }
        try? files.copyItem(atPath: from, toPath: to)
      }
    }
  }

  /// Those of scripts/go-environment that have a value. Nothing else of the caller's environment is passed on.
  private static let settings: [String: String] = {
    let path = HandedOver.project + "/scripts/go-environment"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { fatalError("\(path) cannot be read") }
    let pairs = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "=", maxSplits: 1) }
    return Dictionary(uniqueKeysWithValues: pairs.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) })
  }()
}

/// What `make test` hands over in the environment: see "The three rings of tests" in CONTRIBUTING.md.
package enum HandedOver {
  /// The program under test.
  package static let routinex = value("ROUTINEX") ?? ""

  /// In the order of ROUTINEX_GOROOTS.
  package static let toolchains = (value("ROUTINEX_GOROOTS") ?? "").split(separator: " ").compactMap(Toolchain.init)

  /// The newest one, for what does not differ from version to version.
  package static let newest = toolchains.max { $0.minor < $1.minor }.map { [$0] } ?? []

  /// The oldest and the newest one, for builds that take long: those between are the affair of `make matrix`, in which these
  /// are all.
  package static let ends: [Toolchain] = {
    let sorted = toolchains.sorted { $0.minor < $1.minor }
    guard value("ROUTINEX_MATRIX") == nil, sorted.count > 2 else { return sorted }
    return [sorted[0], sorted[sorted.count - 1]]
  }()

  /// The oldest one alone, and the newest one alone, for a test whose other end another test has: each is all of them in `make
  /// matrix`.
  package static let oldestOrAll = value("ROUTINEX_MATRIX") == nil ? Array(ends.prefix(1)) : ends
  package static let newestOrAll = value("ROUTINEX_MATRIX") == nil ? newest : ends

  /// What is missing, for a person.
  package static let problem: String? = {
    if !FileManager.default.isExecutableFile(atPath: routinex) {
      return "ROUTINEX does not name the program ('\(routinex)')"
    }
    if toolchains.isEmpty { return "ROUTINEX_GOROOTS names no Go toolchain" }
    let missing = toolchains.first { !FileManager.default.isExecutableFile(atPath: $0.root + "/bin/go") }
    return missing.map { "there is no Go \($0.version) in \($0.root)" }
  }()

  /// The project's folder.
  package static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  package static func value(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }
}
