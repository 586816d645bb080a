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
}

/// What `make test` hands over in the environment: see "The three rings of tests" in CONTRIBUTING.md.
package enum HandedOver {
  /// The program under test.
  package static let routinex = value("ROUTINEX") ?? ""

  /// In the order of ROUTINEX_GOROOTS.
  package static let toolchains = (value("ROUTINEX_GOROOTS") ?? "").split(separator: " ").compactMap(Toolchain.init)

  /// The newest one, for what does not differ from version to version.
  package static let newest = toolchains.max { $0.minor < $1.minor }.map { [$0] } ?? []

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
