import Bytes
import Foundation
import Testing
import Toolchains

/// What comes out of a case compiles. One shell makes all calls of the compiler: a package takes it some milliseconds.
@Suite struct CompilationTests {
  /// The cases whose sources are no whole packages of Go, and what they lack.
  private static let parts: Set<String> = [
    // A type where a value would stand, which tells how a name was read.
    "field_or_parameter", "field_or_variable", "field_or_variable_nested", "params_shadowed_type",
    // Packages that are not there.
    "import_name_by_use", "import_name_known", "import_unused_by_its_real_name",
    // A file for go:embed.
    "replace_embedded",
    // Syntax of another Go.
    "target_with_syntax_error", "unknown_body_after", "unknown_body_before", "unknown_body_pragma",
    "unknown_syntax_added", "unknown_syntax_sound_target",
  ]

  @Test(.enabled(if: HandedOver.newest.first != nil))
  func whatComesOutCompiles() throws {
    let toolchain = try #require(HandedOver.newest.first)
    let folder = FileManager.default.temporaryDirectory.appending(path: "routinex-golden-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try importcfg(toolchain, folder).write(to: folder.appending(path: "importcfg"), atomically: true, encoding: .utf8)

    var calls: [String: String] = [:]
    for golden in GoldenCase.all {
      if let call = try self.call(for: golden) { calls[golden.testDescription] = call }
    }
    #expect(calls.count >= 140 && Self.parts.isSubset(of: calls.keys))
    // A name before what the compiler says of it; what comes out names its files itself.
    let lines = calls.sorted { $0.key < $1.key }.map { name, call in
      "\"$compile\" -o x.a \(call) >log 2>&1 || { echo '\(name):'; head -n 3 log; }\n"
    }
    try (["compile=$1\ncd \"$2\"\n"] + lines).joined()
      .write(to: folder.appending(path: "calls"), atomically: true, encoding: .utf8)
    let complaints = try output(
      of: "/bin/sh", [folder.path + "/calls", try compiler(of: toolchain), folder.path], environment: ["LC_ALL": "C"])
    let failed = complaints.split(separator: "\n").filter { $0.hasSuffix(":") && calls[String($0.dropLast())] != nil }
    #expect(Set(failed.map { String($0.dropLast()) }) == Self.parts, "\(complaints)")
  }

  /// What the compiler is told of a case, but for the object: as the decision has it. Nil where nothing comes out.
  private func call(for golden: GoldenCase) throws -> String? {
    let content = try golden.content()
    guard let list = content["out/files"]?.text, list != "unchanged\n" else { return nil }
    let files = list.split(separator: "\n").filter { $0.hasSuffix(".go") }.map { file in
      file.hasPrefix("/objs/routinex/") ? "/out/" + file.dropFirst("/objs/routinex/".count) : String(file)
    }
    for file in files { try #require(content[String(file.dropFirst())] != nil, "\(golden.testDescription)\(file)") }
    let importPath = golden.settings(content)["importpath"] ?? "example.com/p"
    let words = ["-p", importPath, "-importcfg", "importcfg", "-pack"] + files.map { golden.folder.path + $0 }
    return words.map { "'\($0)'" }.joined(separator: " ")
  }

  /// Where the compiler finds the packages that the cases import.
  func importcfg(_ toolchain: Toolchain, _ folder: URL) throws -> String {
    let packages = GoldenCase.importedPackages + ["embed", "runtime", "unsafe"]
    let cache = HandedOver.value("ROUTINEX_PLAIN").map { $0 + "/" + toolchain.version }
    let format = "{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}"
    return try output(
      of: toolchain.root + "/bin/go", ["list", "-export", "-deps", "-f", format] + packages,
      environment: toolchain.environment(home: folder.path, cache: cache, temporary: folder.path))
  }

  func compiler(of toolchain: Toolchain) throws -> String {
    let tools = toolchain.root + "/pkg/tool"
    let platforms = try FileManager.default.contentsOfDirectory(atPath: tools)
    return "\(tools)/\(try #require(platforms.first))/compile"
  }

  func output(of program: String, _ arguments: [String], environment: [String: String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = GoldenCase.root
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(program) \(arguments.prefix(3))")
    return String(decoding: data, as: UTF8.self)
  }
}
