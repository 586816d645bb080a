import Bytes
import Foundation
import GoSyntax
import Testing
import Toolchains

/// The Go that the parser knows: all that the Go project itself writes in a version.
enum Reading {
  static let group = MatrixGroup(
    name: "Syntax",
    rows: [
      MatrixRow("every file of the standard library and of Go's commands is read") { build in
        let files = goFiles(below: build.toolchain.root + "/src")
        try #require(files.count > 3000)
        var unknown: [String] = []
        for path in files {
          let file = SourceFile(path: [], bytes: ByteString(try Data(contentsOf: URL(fileURLWithPath: path))))
          guard let place = file.firstError else { continue }
          let name = path.components(separatedBy: "/src/").last ?? path
          unknown.append("\(name):\(file.line(at: place))")
        }
        guard unknown.isEmpty else { throw UnknownSyntax(files: files.count, places: unknown) }
        return .works("\(files.count) files")
      }
    ])

  /// Those that a build may read: what lies in testdata need not be Go.
  private static func goFiles(below folder: String) -> [String] {
    // In Debian's package it is a link.
    let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    let enumerator = FileManager.default.enumerator(atPath: root)
    var result: [String] = []
    while let path = enumerator?.nextObject() as? String {
      if (path as NSString).lastPathComponent == "testdata" {
        enumerator?.skipDescendants()
      } else if path.hasSuffix(".go") {
        result.append(root + "/" + path)
      }
    }
    return result
  }
}

private struct UnknownSyntax: Error, CustomStringConvertible {
  let files: Int
  let places: [String]

  var description: String { "\(places.count) of \(files) files have syntax that is not known, as at \(places[0])" }
}
