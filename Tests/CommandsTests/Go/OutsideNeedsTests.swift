import Bytes
import Findings
import Patching
import SystemInterface
import TestSupport
import Testing
import Weaving

@testable import Commands

/// What patches need beside what their packages import, and what is wrong with it: on a graph that `go list` could have given.
@Suite struct OutsideNeedsTests {
  /// A package as `go list` would tell of it.
  private static func package(
    _ id: String, _ imports: [String] = [], name: String = "p", isStandard: Bool = false, isNamed: Bool = false,
    forTest: String = "", usesCxx: Bool = false, error: String = ""
  ) -> BuildGraph.Package {
    BuildGraph.Package(
      id: ByteString(id), name: ByteString(name), folder: ByteString((isStandard ? "/go/src/" : "/src/") + id),
      isStandard: isStandard, isNamed: isNamed, isOfMainModule: !isStandard, forTest: ByteString(forTest),
      usesCgo: usesCxx, embedsFiles: false, usesCxx: usesCxx, imports: imports.map { ByteString($0) },
      error: ByteString(error), file: [], buildID: [])
  }

  /// `main` imports `m/a`, which imports `m/b` and `std`; `m/logger` imports `m/text`, and neither is part of the build.
  private static let build = [
    package("std", isStandard: true), package("m/b"), package("m/a", ["m/b", "std"]),
    package("m/main", ["m/a"], name: "main", isNamed: true),
  ]

  /// The packages that may be asked for.
  private static let others = [
    package("m/text"), package("m/logger", ["m/text"]), package("m/cyclic", ["m/user"]), package("m/user", ["m/a"]),
    package("m/command", name: "main"), package("m/cxx", usesCxx: true), package("m/over", ["m/cxx"]),
    package("m/x/internal/i"), package("m/x/y"), package("internal/i", isStandard: true),
    package("vendor/v.org/v", isStandard: true),
    package("m/broken", ["m/worse"]), package("m/worse", error: "m/worse/w.go:1:1: expected 'package'"),
    package(
      "z.org/gone", name: "", error: "no required module provides package z.org/gone; to add it:\n\tgo get z.org/gone"),
    package("gone", name: "", error: "package gone is not in std (/go/src/gone)"),
    package("m/windows", name: "", error: "build constraints exclude all Go files in /src/m/windows"),
  ]

  /// The needs of a set's files, by their paths below it.
  private func needs(
    _ set: [String: String], in build: [BuildGraph.Package] = build
  ) throws -> (needs: OutsideNeeds, asked: [[String]]) {
    let files = MemoryFiles(Dictionary(uniqueKeysWithValues: set.map { ("/set/" + $0.key, $0.value) }))
    let wanted = try PatchSet.find([ByteString("/set")], from: [], in: files).readAll(in: files).flatMap(\.wanted)
    var graph = BuildGraph()
    graph.add(build)
    var asked: [[String]] = []
    let needs = try OutsideNeeds(
      wanted, in: graph, vendored: { $0.equals("v.org/v") },
      origin: { path, _ in PackageOrigin(importPath: path, isStandard: path.equals("std"), isOfMainModule: true) },
      list: { paths in
        asked.append(paths.map(\.text))
        var all = BuildGraph()
        all.add(Self.others)
        // With all that they import, what comes first first.
        func below(_ path: ByteString) -> [BuildGraph.Package] {
          all[path].map { package in package.imports.flatMap(below) + [package] } ?? []
        }
        return paths.flatMap(below)
      })
    return (needs, asked)
  }

  private func patch(of package: String = "p", _ imports: String..., header: String = "") -> String {
    "\(header)package \(package)\n\n" + imports.map { "import _ \"\($0)\"\n" }.joined() + "\nvar x int\n"
  }

  private func texts(_ needs: [ByteString: [OutsideNeeds.Need]]) -> [String: [String]] {
    Dictionary(
      uniqueKeysWithValues: needs.map { ($0.key.text, $0.value.map(\.importPath.text)) })
  }

  @Test("what a package imports itself, or is, is no need")
  func there() throws {
    let (found, asked) = try needs(["m/a/p.go": patch("m/b", "std", "m/a", "unsafe")])
    #expect(found.isEmpty && asked == [])
    #expect(try needs(["m/absent/p.go": patch("m/logger")]).needs.isEmpty, "a package that the build does not have")
  }

  @Test("what is needed is asked for once, and its patches count too")
  func layers() throws {
    let (found, asked) = try needs([
      "m/a/p.go": patch("m/logger"), "m/a/q.go": patch("m/logger"), "m/text/p.go": patch("m/over"),
    ])
    #expect(texts(found.imports) == ["m/a": ["m/logger"], "m/text": ["m/over"]])
    #expect(asked == [["m/logger"], ["m/over"]])
    let all = found.closure(of: [ByteString("m/a")]).map(\.text).sorted()
    #expect(all == ["m/a", "m/b", "m/cxx", "m/logger", "m/over", "m/text", "std"])
    let plain = found.closure(of: [ByteString("m/a")], withPatches: false).map(\.text).sorted()
    #expect(plain == ["m/a", "m/b", "std"])
    #expect(found.programs.map(\.id.text) == ["m/main"])
    let chain = found.chain(from: ByteString("m/a"), to: ByteString("m/cxx"))?.map(\.text)
    #expect(chain == ["m/a", "m/logger", "m/text", "m/over", "m/cxx"])
    #expect(found.chain(from: ByteString("m/b"), to: ByteString("m/a")) == nil)
  }

  @Test("the standard library has a folder of its own for modules")
  func vendored() throws {
    let (found, _) = try needs(["std/p.go": patch("v.org/v"), "m/a/p.go": patch("m/text")])
    #expect(texts(found.imports) == ["std": ["vendor/v.org/v"], "m/a": ["m/text"]])
  }

  @Test("a file for many packages is not for what it imports, nor for what that depends on")
  func excluded() throws {
    let (found, _) = try needs(["m/.../p.go": patch("m/logger")])
    #expect(Set(texts(found.imports).keys) == ["m/a", "m/b", "m/main"])
    #expect(Set(found.excluded.keys.map(\.text)) == ["m/logger", "m/text"])
    #expect(found.excluded.values.allSatisfy { $0.map(\.text) == ["set/m/.../p.go"] }, "\(found.excluded)")
  }

  @Test("what one file for many packages imports is not changed by another whose import would need it in turn")
  func hooks() throws {
    let build = Self.build + [Self.package("m/text"), Self.package("m/logger", ["m/text"])]
    let (found, _) = try needs(["m/.../p.go": patch("m/logger"), "m/.../q.go": patch("m/nowhere")], in: build)
    #expect(found.problems.count == 1, "it cannot be found, and no more")
    let (both, _) = try needs(["m/.../p.go": patch("m/logger"), "m/.../q.go": patch("m/x/y")], in: build)
    #expect(both.problems.isEmpty, "\(both.problems)")
    #expect(
      texts(both.imports)
        == Dictionary(
          uniqueKeysWithValues: ["m/a", "m/b", "m/main"].map { ($0, ["m/logger", "m/x/y"]) }))
    let files = both.excluded.map { "\($0.key.text): \($0.value.map(\.text).sorted().joined(separator: " "))" }.sorted()
    #expect(
      files == [
        "m/logger: set/m/.../p.go set/m/.../q.go", "m/text: set/m/.../p.go set/m/.../q.go",
        "m/x/y: set/m/.../p.go set/m/.../q.go",
      ])
  }

  @Test("what is linked is a need of its own kind")
  func links() throws {
    let (found, _) = try needs(["m/a/p.go": patch(header: "//routinex:link m/user\n")])
    #expect(texts(found.links) == ["m/a": ["m/user"]] && found.imports.isEmpty)
    #expect(found.problems.isEmpty, "it may import what it is linked with")
  }

  @Test(
    "what is wrong with an import is said at its line",
    arguments: [
      ("z.org/gone", "missing-import", "is not in a module of the build list; run 'go get z.org/gone'"),
      ("gone", "missing-import", "cannot be compiled: it is neither in this Go version's standard library nor in a"),
      ("m/windows", "missing-import", "none of its files is for this platform and Go version"),
      ("m/nowhere", "missing-import", "cannot be found"),
      ("m/broken", "missing-import", "needs m/worse: m/worse/w.go:1:1: expected 'package'"),
      ("m/command", "unusable-import", "m/command is a command (package main), which cannot be imported"),
      ("m/x/internal/i", "unusable-import", "is internal to m/x/..., but package m/a is not part of it"),
      ("internal/i", "unusable-import", "is internal to the standard library, but package m/a is not part of it"),
      ("m/cyclic", "import-cycle", "import cycle: m/a -> m/cyclic -> m/user -> m/a; to link m/cyclic into every"),
      ("m/over", "unusable-import", "brings C++ (m/cxx) into a program, but the go command does not know"),
    ])
  func problems(imported: String, id: String, text: String) throws {
    let problems = try needs(["m/a/p.go": patch("m/b", imported)]).needs.problems
    #expect(problems.count == 1 && problems.first?.id.rawValue == id, "\(problems)")
    #expect(problems.first?.text.contains("/set/m/a/p.go:4:8: ") == true, "\(problems)")
    #expect(problems.first?.text.contains(text) == true, "\(problems)")
  }

  @Test("what is all right has no problem")
  func noProblems() throws {
    #expect(try needs(["m/a/p.go": patch("m/logger")]).needs.problems.isEmpty)
    // Inside, so that it may.
    let inside = Self.build + [Self.package("m/x/y")]
    #expect(try needs(["m/x/y/p.go": patch("m/x/internal/i")], in: inside).needs.problems.isEmpty)
    #expect(try needs(["std/p.go": patch("internal/i")]).needs.problems.isEmpty)
    // The go command knows of C++ where the program has some by itself.
    let known =
      Self.build.dropLast() + [
        Self.package("m/cxx", usesCxx: true),
        Self.package("m/main", ["m/a", "m/cxx"], name: "main", isNamed: true),
      ]
    #expect(try needs(["m/a/p.go": patch("m/over")], in: Array(known)).needs.problems.isEmpty)
  }

  @Test("one finding for one import, for however many packages the file is")
  func once() throws {
    let found = try needs(["m/.../p.go": patch("z.org/gone")]).needs
    #expect(found.problemsOfPackages.count == 3 && found.problems.count == 1)
  }
}
