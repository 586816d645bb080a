import Foundation
import Testing
import Toolchains

/// Package.swift, the table of layers in CONTRIBUTING.md and the imports of the sources say the same.
@Suite struct LayersTests {
  private struct Layer {
    let name: String
    let dependencies: Set<String>
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: URL(filePath: HandedOver.project + "/" + path), encoding: .utf8)
  }

  /// The targets of Package.swift that the program is made of, in order.
  private static func layers() throws -> [Layer] {
    let package = try text("Package.swift")
    let targets = try #require(package.split(separator: "  targets: [", maxSplits: 1).last)
    return targets.split(separator: /\.(?:systemLibrary|target|executableTarget|plugin|testTarget)\(/).dropFirst()
      .compactMap {
        target in
        guard let name = target.firstMatch(of: /^\s*name: "(\w+)"/), !target.contains(/path: "Tests\//),
          !name.1.hasSuffix("Tests")
        else { return nil }
        let list = target.firstMatch(of: /dependencies: \[([^\]]*)\]/)?.1 ?? ""
        return Layer(name: String(name.1), dependencies: Set(list.matches(of: /"(\w+)"/).map { String($0.1) }))
      }.filter { $0.name != "EmbedFiles" && $0.name != "HashSources" }
  }

  @Test func everyLayerStandsOnThoseAboveItInTheTable() throws {
    let layers = try Self.layers()
    #expect(layers.count > 15)
    var known: Set<String> = ["ArgumentParser"]
    for layer in layers {
      #expect(layer.dependencies.subtracting(known) == [], "\(layer.name)")
      known.insert(layer.name)
    }
    let table = try #require(try Self.text("CONTRIBUTING.md").split(separator: "| target | knows |").last)
    let rows = table.split(separator: "\n\n", maxSplits: 1)[0].split(separator: "\n")
    let named = rows.flatMap { row in
      row.split(separator: "|").first.map { $0.matches(of: /`(\w+)`/).map { String($0.1) } } ?? []
    }
    #expect(named == layers.map(\.name))
  }

  @Test func noSourceImportsMoreThanItsLayerMay() throws {
    let layers = try Self.layers()
    let names = Set(layers.map(\.name))
    let library = Set(["Glibc", "Musl", "Darwin"])
    var count = 0
    for layer in layers {
      let folder = HandedOver.project + "/Sources/" + layer.name
      for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] where path.hasSuffix(".swift") {
        count += 1
        for line in try Self.text("Sources/\(layer.name)/\(path)").split(separator: "\n") {
          guard let match = line.firstMatch(of: /^ *(?:@\w+ )?(?:package |internal |public )?import (\w+)$/) else {
            continue
          }
          let module = String(match.1)
          #expect(!names.contains(module) || layer.dependencies.contains(module), "\(layer.name)/\(path): \(module)")
          #expect(!library.contains(module) || layer.name == "CLibrary", "\(layer.name)/\(path): \(module)")
          #expect(module != "CLibrary" || layer.name == "Host", "\(layer.name)/\(path): \(module)")
        }
      }
    }
    #expect(count > 200)
  }
}
