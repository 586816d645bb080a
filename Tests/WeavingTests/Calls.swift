import Bytes
import SystemInterface
import Findings
import TestSupport
import Weaving

/// Arguments, separated by spaces.
func words(_ line: String) -> [ByteString] { line.split(separator: " ").map { ByteString(String($0)) } }

/// A call of a Go tool, in an environment like that of cmd/go, with patch sets.
struct Call {
  var tool = "compile"
  var arguments: String
  var importPath: String? = "example.com/p"
  var sets = ["/set"]
  var folders: [String] = []
  var environment: [String: String] = [:]

  static func compile(
    _ files: String, path: String = "example.com/p", flags: String = "", importPath: String? = "example.com/p"
  ) -> Call {
    Call(
      arguments: "-o /objs/b1/_pkg_.a -trimpath /objs/b1=> -p \(path) \(flags) -goversion go1.24.1 -pack \(files)",
      importPath: importPath)
  }

  func decision(in files: MemoryFiles) throws(Findings) -> Decision? {
    var all: [String: ByteString] = [
      "GOOS": ByteString("linux"), "GOARCH": ByteString("amd64"), "GOVERSION": ByteString("go1.24.1"),
    ]
    if let importPath { all["TOOLEXEC_IMPORTPATH"] = ByteString(importPath) }
    for (name, value) in environment { all[name] = ByteString(value) }
    return try decide(
      words("/go/pkg/tool/linux_amd64/\(tool) \(arguments)"), all, sets: sets.map { ByteString($0) },
      from: folders.map { ByteString($0) }, in: files)
  }

  /// The new arguments and files, as text; nil when the call is passed on as it came.
  func woven(in files: MemoryFiles) throws -> (arguments: String, files: [String: String], notes: [String])? {
    switch try decision(in: files) {
    case .weave(let woven):
      return (
        woven.changes.arguments.map(\.text).joined(separator: " "),
        Dictionary(uniqueKeysWithValues: woven.changes.files.map { ($0.path.text, $0.bytes.text) }), woven.notes
      )
    case .pass: return nil
    case let other: throw Unexpected(decision: "\(String(describing: other))")
    }
  }

  /// The messages with which the call fails.
  func failure(in files: MemoryFiles) -> [String] {
    do throws(Findings) {
      return ["\(String(describing: try decision(in: files)))"]
    } catch {
      return error.messages
    }
  }

  struct Unexpected: Error { let decision: String }
}

/// The set /set with one file for example.com/p and the package's own file /p/p.go.
func files(
  patch: String = "package p\n\n//routinex:before\nfunc F() { println() }\n", and more: [String: String] = [:]
) -> MemoryFiles {
  MemoryFiles(
    ["/set/example.com/p/x.go": patch, "/p/p.go": "package p\n\nfunc F() {}\n"].merging(more) { $1 })
}
