import Bytes
import Findings
import Foundation
import GoSyntax
import Patching
import SystemInterface
import TestSupport
import Testing
import Toolchains
import Weaving

/// What `routinex diff` shows of every case means the same as what a build compiles.
@Suite struct ReadableTests {
  /// The files of a case that a compiler would be given, in its order; nil where nothing comes out.
  private func files(of golden: GoldenCase, _ positions: Rendering.Positions) throws -> [ByteString]? {
    let content = try golden.content()
    let settings = golden.settings(content)
    let files = MemoryFiles(golden.virtualFiles(content))
    let importPath = ByteString(settings["importpath"] ?? "example.com/p")
    let sets = Set(content.keys.filter { $0.hasPrefix("patch") }.map { "/" + $0.prefix { $0 != "/" } }).sorted()
    let input = PackageInput(
      importPath: importPath,
      context: BuildContext(
        goos: ByteString(settings["goos"] ?? "linux"), goarch: ByteString(settings["goarch"] ?? "amd64"), goMinor: 24,
        tags: (settings["tags"] ?? "").split(separator: " ").map { ByteString(String($0)) }),
      goVersion: ByteString(settings["goversion"] ?? "go1.24.11"),
      files: golden.commandLineFiles(content, settings).map { ByteString($0) }, objectFolder: ByteString("/objs"),
      positions: positions)
    do throws(Findings) {
      let found = try PatchSet.find(sets.map { ByteString($0) }, from: [], in: files)
      let weaving = try PackageWeaving(
        input, sets: found, in: files,
        origin: { PackageOrigin(importPath: $0, isStandard: false, isOfMainModule: true) },
        assemblyReferences: { [] }, packageNames: { { _ in nil } }, importable: { _ in nil })
      guard let weaving, let plan = try weaving.plan() as PackagePlan?, !plan.isEmpty else { return nil }
      let rewritten = Dictionary(uniqueKeysWithValues: plan.rewrites.map { ($0.fileIndex, $0.bytes) })
      return weaving.sources.enumerated().map { rewritten[$0.offset] ?? $0.element.bytes }
        + plan.additions.map(\.bytes)
    } catch {
      return nil
    }
  }

  @Test(arguments: GoldenCase.all)
  func hasTheSameTokensWithoutPositions(golden: GoldenCase) throws {
    let said = try files(of: golden, .said)
    let unsaid = try files(of: golden, .unsaid)
    #expect(said?.count == unsaid?.count)
    for (said, unsaid) in zip(said ?? [], unsaid ?? []) {
      #expect(tokens(of: said) == tokens(of: unsaid), "\(unsaid.text)")
      let own = positions(in: try golden.content().filter { !$0.key.hasPrefix("out/") }.values.map { $0.text })
      #expect(positions(in: [unsaid.text]).isSubset(of: own), "\(unsaid.text)")
    }
  }

  /// Imports that only removed code used go away with their parentheses.
  private func tokens(of file: ByteString) -> [String] {
    let source = SourceFile(path: [], bytes: file)
    return source.tokens.map { source.text($0).text }.filter { $0 != ";" && $0.contains { !$0.isWhitespace } }
      .joined(separator: " ").replacing("import ( )", with: "").split(separator: " ").map(String.init)
  }

  private func positions(in texts: [String]) -> Set<String> {
    Set(texts.flatMap { $0.matches(of: /\/[\/*]line [^\n*"]*/).map { String($0.output) } })
  }

  @Test(.enabled(if: HandedOver.newest.first != nil))
  func compilesWhereTheOtherDoes() throws {
    let toolchain = try #require(HandedOver.newest.first)
    let folder = FileManager.default.temporaryDirectory.appending(path: "routinex-readable-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var script = "compile=$1\ncd \"$2\"\n"
    var count = 0
    for golden in GoldenCase.all {
      for (name, style) in [("said", Rendering.Positions.said), ("unsaid", .unsaid)] {
        guard let files = try files(of: golden, style) else { continue }
        let place = folder.appending(path: "\(golden.testDescription)/\(name)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for (number, file) in files.enumerated() {
          try Data(file).write(to: place.appending(path: String(format: "%02d.go", number)))
        }
        let importPath = golden.settings(try golden.content())["importpath"] ?? "example.com/p"
        let id = "\(golden.testDescription) \(name)"
        script += "\"$compile\" -o x.a -p '\(importPath)' -importcfg all.cfg -pack '\(place.path)'/*.go >log 2>&1"
        script += " && echo '\(id)' || { echo 'not \(id):'; head -n 3 log; }\n"
        count += 1
      }
    }
    #expect(count >= 280)
    let compilation = CompilationTests()
    try compilation.importcfg(toolchain, folder).write(
      to: folder.appending(path: "all.cfg"), atomically: true, encoding: .utf8)
    try script.write(to: folder.appending(path: "all.sh"), atomically: true, encoding: .utf8)
    let output = try compilation.output(
      of: "/bin/sh", [folder.path + "/all.sh", try compilation.compiler(of: toolchain), folder.path],
      environment: ["LC_ALL": "C"])
    let lines = Set(output.split(separator: "\n").map(String.init))
    let compiled = lines.filter { $0.hasSuffix(" said") && !$0.hasPrefix("not ") }
    #expect(compiled.count >= 130)
    for name in compiled.map({ $0.dropLast(5) }) { #expect(lines.contains("\(name) unsaid"), "\(output)") }
  }
}
