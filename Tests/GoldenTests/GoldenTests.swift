import Bytes
import Foundation
@testable import GoSyntax
import TestSupport
import Testing

@Suite struct GoldenTests {
  @Test(arguments: GoldenCase.all)
  func comesOutAsRecorded(golden: GoldenCase) throws {
    let content = try golden.content()
    let outcome = try golden.outcome(content)
    let recorded = content.filter { $0.key.hasPrefix("out/") || $0.key == "error" }
    if GoldenCase.isRecording, outcome != recorded {
      try golden.record(outcome)
      Issue.record(
        "recorded \(outcome.keys.sorted().joined(separator: ", ")): read it, then run without ROUTINEX_RECORD")
      return
    }
    #expect(!recorded.isEmpty, "nothing is recorded: run once with ROUTINEX_RECORD=1")
    #expect(outcome.keys.sorted() == recorded.keys.sorted())
    for (path, bytes) in recorded { #expect(outcome[path]?.text == bytes.text, "\(path)") }
  }

  @Test(arguments: GoldenCase.all)
  func theGrammarReadsWhatComesOut(golden: GoldenCase) throws {
    let content = try golden.content()
    for (path, bytes) in content where path.hasPrefix("out/") && path.hasSuffix(".go") {
      let original =
        content["in/" + path.dropFirst(4)] ?? content["objs/" + path.dropFirst(4)]
        ?? content.first { $0.key.hasPrefix("patch/") && $0.key.split(separator: "/").last == addedName(path) }?.value
      #expect(isReadable(bytes) || original.map(isReadable) == false, "\(path)")
    }
  }

  /// Each token that comes out stands at the position of a token of the file that it names: an equal one, or an
  /// identifier for an identifier, where one was renamed, or a literal for a constant of the target. Only imports, and what the
  /// case calls glue, are routinex's own.
  @Test(arguments: GoldenCase.all)
  func everyTokenHasItsPosition(golden: GoldenCase) throws {
    let content = try golden.content()
    let glue = Set((golden.settings(content)["glue"] ?? "").split(separator: " ").map { ByteString(String($0)) })
    var tokens: [GoPositions.Place: Set<ByteString>] = [:]
    for (path, bytes) in golden.virtualFiles(content) where path.hasSuffix(".go") {
      for token in PlacedTokens(path: path, bytes: bytes).list { tokens[token.place, default: []].insert(token.text) }
    }
    let hasConstants = content.contains { $0.key.hasPrefix("patch") && $0.value.contains("\"routinex/target\"") }
    for (path, bytes) in content where path.hasPrefix("out/") && path.hasSuffix(".go") {
      for token in PlacedTokens(path: ByteString("/" + path), bytes: bytes).list where !token.isInImport {
        let isGlue = glue.contains(token.text)
        guard let there = tokens[token.place] else {
          if isGlue { continue }
          Issue.record("\(path): \(token.text.text) stands at \(token.place), where there is no token")
          continue
        }
        let isConstant = hasConstants && token.text.first.map { $0 == ASCII.doubleQuote || $0.isDigit } == true
        if !there.contains(token.text), !isGlue,
          !PlacedTokens.isIdentifier(token.text) && !isConstant || !there.contains(where: PlacedTokens.isIdentifier)
        {
          Issue.record("\(path): \(token.text.text) stands at \(token.place), where there is \(there.map(\.text))")
        }
      }
    }
  }

  @Test func allCasesAreThere() { #expect(GoldenCase.all.count >= 200) }

  /// What gofmt reads before, it reads afterwards.
  @Test(.enabled(if: newestGofmt != nil), arguments: GoldenCase.all)
  func gofmtReadsWhatComesOut(golden: GoldenCase) throws {
    let paths = try golden.content().keys.filter { $0.hasSuffix(".go") }
    let complaints = try gofmt(paths.filter { $0.hasPrefix("out/") }, of: golden)
    if complaints.isEmpty { return }
    // What a patch adds is copied.
    let before = paths.filter { $0.hasPrefix("in/") || $0.hasPrefix("patch/") }
    #expect(try !gofmt(before, of: golden).isEmpty, "\(complaints)")
  }

  /// What gofmt says of files that are no Go.
  private func gofmt(_ paths: [String], of golden: GoldenCase) throws -> String {
    if paths.isEmpty { return "" }
    let process = Process()
    process.executableURL = URL(filePath: try #require(newestGofmt))
    process.arguments = ["-e", "-l"] + paths.map { golden.folder.appending(path: $0).path }
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let text = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? "" : String(decoding: text, as: UTF8.self)
  }

  /// `patch.go` of `out/added/0_patch.go`.
  private func addedName(_ path: String) -> Substring? {
    guard path.hasPrefix("out/added/") else { return nil }
    return path.split(separator: "_", maxSplits: 1).last
  }

  private func isReadable(_ bytes: ByteString) -> Bool {
    let file = SourceFile(path: [], bytes: bytes)
    return withExtendedLifetime(file) { !file.hasError }
  }
}

/// gofmt of the last toolchain in `ROUTINEX_GOROOTS` ("1.19=/goroot 1.22=/goroot").
private let newestGofmt: String? = ProcessInfo.processInfo.environment["ROUTINEX_GOROOTS"]?
  .split(separator: " ").last?.split(separator: "=").last.map { $0 + "/bin/gofmt" }
