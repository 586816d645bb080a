import Bytes
import Foundation
import SystemInterface

/// The golden cases as inputs.
enum GoldenSeeds {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func all() -> [(name: String, input: ByteString)] {
    let root = tests.appending(path: "Golden")
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []).sorted()
    return names.compactMap { name in
      let files = files(below: root.appending(path: name)).filter {
        $0.name.hasSuffix(".go") && ($0.name.hasPrefix("in/") || $0.name.hasPrefix("patch"))
      }
      return files.isEmpty ? nil : ("golden-\(name)", Archive.input(files))
    }
  }

  /// The committed inputs of a target.
  static func corpus(_ target: FuzzTarget) -> [(name: String, input: ByteString)] {
    files(below: tests.appending(path: "Corpus/\(target.name)")).map { ($0.name, $0.bytes) }
  }

  private static func files(below folder: URL) -> [(name: String, bytes: ByteString)] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.sorted().compactMap { path in
      (try? Data(contentsOf: folder.appending(path: path))).map { (path, ByteString($0)) }
    }
  }
}
