import Bytes
import Foundation
import Toolchains
@testable import GoSyntax

/// A package of the standard library, with its files for linux/amd64 without cgo.
struct LibraryPackage: Sendable {
  let importPath: String
  let name: String
  /// The files' paths and contents, in path order.
  let files: [(path: String, bytes: ByteString)]
}

/// The sources below GOROOT/src.
struct StandardLibrary: Sendable {
  let toolchain: Toolchain
  /// The folders below GOROOT/src that hold Go files, in order; commands and test data are none of them.
  let importPaths: [String]

  private var source: String { toolchain.root + "/src" }

  private var context: BuildContext {
    BuildContext(goos: ByteString("linux"), goarch: ByteString("amd64"), goMinor: toolchain.minor, tags: [])
  }

  init(_ toolchain: Toolchain) {
    self.toolchain = toolchain
    let enumerator = FileManager.default.enumerator(atPath: toolchain.root + "/src")
    var folders: Set<String> = []
    while let path = enumerator?.nextObject() as? String {
      let name = (path as NSString).lastPathComponent
      if name == "testdata" || path == "cmd" || path == "builtin" || path == "unsafe" || name.hasPrefix("_") {
        enumerator?.skipDescendants()
      } else if path.hasSuffix(".go"), !path.hasSuffix("_test.go"), path.contains("/") {
        folders.insert((path as NSString).deletingLastPathComponent)
      }
    }
    importPaths = folders.sorted()
  }

  /// nil for a folder without a package for linux/amd64.
  func package(_ importPath: String) throws -> LibraryPackage? {
    let files = try sources(of: importPath)
    guard let first = files.first else { return nil }
    let file = SourceFile(path: [], bytes: first.bytes)
    guard let clause = file.packageName else { return nil }
    return LibraryPackage(importPath: importPath, name: file.text(clause).text, files: files)
  }

  private func sources(of importPath: String) throws -> [(path: String, bytes: ByteString)] {
    let folder = source + "/" + importPath
    var files: [(String, ByteString)] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".go") && !name.hasSuffix("_test.go") {
      let bytes = ByteString(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
      if takesPart(name, bytes) { files.append((folder + "/" + name, bytes)) }
    }
    return files
  }

  private func takesPart(_ name: String, _ bytes: ByteString) -> Bool {
    let constraint = try? BuildConstraint.of(bytes)
    return context.admits(fileName: ByteString(name)) && constraint?.isSatisfied(context.isSet) ?? true
      && !bytes.contains("import \"C\"")
  }

  /// The headers (`Index(s, substr string) int`) of the exported functions of a package that are not generic, in order.
  /// Functions that the compiler treats in a way of its own are left out.
  func functionHeaders(of importPath: String) -> [String] {
    guard !importPath.hasPrefix("internal/"), !importPath.hasPrefix("runtime"), !importPath.hasPrefix("sync/"),
      importPath != "unsafe", importPath != "C"
    else { return [] }
    let candidates = [importPath, "vendor/" + importPath]
    guard let files = candidates.lazy.compactMap({ try? sources(of: $0) }).first else { return [] }
    var result: [String] = []
    for file in files {
      for line in file.bytes.text.split(separator: "\n") where line.hasPrefix("func ") && line.hasSuffix("{") {
        let header = line.dropFirst(5).dropLast().trimmingCharacters(in: .whitespaces)
        if let first = header.first, first.isUppercase, header.prefix(while: { $0 != "(" }).allSatisfy(\.isIdentifier) {
          result.append(header)
        }
      }
    }
    return result.sorted()
  }
}

extension Character {
  fileprivate var isIdentifier: Bool { isLetter || isNumber || self == "_" }
}
