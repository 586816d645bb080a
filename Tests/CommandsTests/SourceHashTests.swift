import Bytes
import Foundation
import ProgramSources
import SystemInterface
import Testing
import Toolchains

@Suite struct SourceHashTests {
  /// The hash is that of the paths and contents of the sources alone, so that every machine and every configuration has the
  /// same; and it is that of the sources of this build.
  @Test func isThatOfTheSources() throws {
    var hash = SHA256()
    let files = try ["Sources", "Patches", "Page", "grammars"].flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: HandedOver.project + "/" + folder).map { folder + "/" + $0 }
    }.filter { [".swift", ".go", ".c", ".h", ".css", ".js"].contains(where: $0.hasSuffix) }
    #expect(files.contains("Sources/Weaving/Stamp.swift") && files.contains("grammars/go/src/parser.c"))
    for file in files.map({ ByteString($0) }).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      hash.update(field: file)
      let bytes = try Data(contentsOf: URL(filePath: HandedOver.project + "/" + file.text))
      hash.update(field: bytes.filter { $0 != ASCII.carriageReturn })
    }
    #expect("\(sourceHash)" == hash.hexadecimal().text)
  }
}
