import Bytes
import Findings
import Foundation
import GoSyntax
import SystemInterface
import TestSupport
import Testing
import Toolexec
import Weaving

/// A folder of `Tests/Golden`: see the README there.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  let folder: URL

  var testDescription: String { folder.lastPathComponent }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden")

  /// Every folder.
  static var all: [GoldenCase] {
    let entries =
      (try? FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: [.isDirectoryKey])) ?? []
    return entries.filter { (try? $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true }
      .map(GoldenCase.init).sorted { $0.testDescription < $1.testDescription }
  }

  // MARK: Input

  /// Every file of the case, by its path in the case's folder.
  func content() throws -> [String: ByteString] {
    var result: [String: ByteString] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      var isFolder: ObjCBool = false
      let url = folder.appending(path: path)
      if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), !isFolder.boolValue {
        result[path] = ByteString(try Data(contentsOf: url))
      }
    }
    return result
  }

  /// The lines `key: value` of the file `case`.
  func settings(_ content: [String: ByteString]) -> [String: String] {
    var result: [String: String] = [:]
    for line in (content["case"] ?? []).split(separator: ASCII.newline) where line.first != 0x23 {
      guard let colon = line.firstIndex(of: ASCII.colon) else { continue }
      result[line[..<colon].text] = line[(colon + 1)...].trimmed.text
    }
    return result
  }

  /// The case's files as the pipeline sees them: /in, /objs and the patch sets.
  func virtualFiles(_ content: [String: ByteString]) -> [ByteString: ByteString] {
    var result = [ByteString("/objs/importcfg"): ByteString(Self.importcfg)]
    for (path, bytes) in content where ["in/", "objs/", "patch"].contains(where: path.hasPrefix) {
      result[ByteString("/" + path)] = bytes
    }
    return result
  }

  /// What the package depends on, unless the case has a `work/importcfg` of its own.
  private static let importcfg = importedPackages.map { "packagefile \($0)=/objs/\($0).a\n" }.joined()

  static let importedPackages = [
    "context", "errors", "fmt", "html/template", "io", "math/rand", "math/rand/v2", "net/http", "net/url", "os", "path",
    "strings", "sync", "testing", "text/template", "time",
  ]

  // MARK: Outcome

  /// What comes of the case: the files of `out/`, or `error` alone.
  func outcome(_ content: [String: ByteString]) throws -> [String: ByteString] {
    let settings = settings(content)
    let importPath = settings["importpath"] ?? "example.com/p"
    let goVersion = settings["goversion"] ?? "go1.24.11"
    let sets = Set(content.keys.filter { $0.hasPrefix("patch") }.map { "/" + $0.prefix { $0 != "/" } }).sorted()
    let flags = "-o /objs/_pkg_.a -trimpath /objs=> -p \(importPath) -complete -goversion \(goVersion)"
    let agents = (settings["agents"] ?? "").split(separator: " ").map(String.init)
    let arguments =
      (agents + ["/go/pkg/tool/linux_amd64/compile"] + flags.split(separator: " ").map(String.init)
        + (settings["args"] ?? "").split(separator: " ").map(String.init)
        + ["-importcfg", "/objs/importcfg", "-pack"] + commandLineFiles(content, settings))
    let environment = [
      "TOOLEXEC_IMPORTPATH": settings["description"] ?? importPath, "GOOS": settings["goos"] ?? "linux",
      "GOARCH": settings["goarch"] ?? "amd64", "GOVERSION": goVersion,
    ]
    do throws(Findings) {
      let decision = try decide(
        arguments.map { ByteString($0) }, environment.mapValues { ByteString($0) }, sets: sets.map { ByteString($0) },
        in: MemoryFiles(virtualFiles(content)))
      switch decision {
      case .weave(let woven): return output(woven)
      case .leaveToCompiler(let failure, _, _):
        return ["error": ByteString("should the compiler accept the package:\n" + text(failure))]
      case .pass: return ["out/files": ByteString("unchanged\n")]
      case .stamp, .done, nil: return [:]
      }
    } catch {
      return ["error": ByteString(text(error))]
    }
  }

  /// The Go files of the command line: `files`, or what Go would choose of `in/`.
  func commandLineFiles(_ content: [String: ByteString], _ settings: [String: String]) -> [String] {
    if let files = settings["files"] { return files.split(separator: " ").map(String.init) }
    let context = BuildContext(
      goos: ByteString(settings["goos"] ?? "linux"), goarch: ByteString(settings["goarch"] ?? "amd64"), goMinor: 24,
      tags: (settings["tags"] ?? "").split(separator: " ").map { ByteString(String($0)) })
    return content.filter { path, bytes in
      path.hasPrefix("in/") && path.hasSuffix(".go") && context.admits(fileName: ByteString(String(path.dropFirst(3))))
        && ((try? BuildConstraint.of(bytes))??.isSatisfied(context.isSet) ?? true)
    }.keys.sorted().map { "/" + $0 }
  }

  private func text(_ failure: Findings) -> String { failure.messages.joined(separator: "\n") + "\n" }

  private func output(_ woven: Woven) -> [String: ByteString] {
    let folder = ByteString("/objs/routinex/")
    var result: [String: ByteString] = [:]
    for file in woven.changes.files {
      result["out/" + file.path.dropFirst(file.path.hasPrefix(folder) ? folder.count : 0).text] = file.bytes
    }
    result["out/files"] = ByteString(
      CompileCommand(woven.changes.arguments).files.map { $0 + [ASCII.newline] }.joined())
    return result
  }

  // MARK: Recording

  static var isRecording: Bool { ProcessInfo.processInfo.environment["ROUTINEX_RECORD"] == "1" }

  func record(_ outcome: [String: ByteString]) throws {
    for name in ["out", "error"] { try? FileManager.default.removeItem(at: folder.appending(path: name)) }
    for (path, bytes) in outcome {
      let url = folder.appending(path: path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }
  }
}
