package import Bytes
internal import Findings
package import SystemInterface

/// The modules that packages of a build may lie in, by go.sum: in a build of one main module that changes no go.mod, a module
/// that has no line there gives no package, unless a folder replaces it (cmd/go/internal/modload, init.go: mustHaveSums;
/// import.go: fetch).
package struct ModuleSums {
  private let main: ByteString
  private let replaced: [ByteString]
  private let listed: Set<ByteString>

  /// Nil where it is not go.sum that tells, or nothing can be read.
  ///
  /// - Parameter goMod: the main module's go.mod.
  package init?(of goMod: ByteString, in files: some FileSystem) {
    let root = Path.directory(goMod)
    guard Path.lastComponent(goMod).equals("go.mod"), let file = try? GoMod(files.read(goMod)), let path = file.path,
      let hasVendor = try? files.exists(Path.join(root, ByteString("vendor"))), !hasVendor
    else { return nil }
    main = path
    replaced = file.replacements.map(\.path)
    do throws(FileError) {
      let sums = try files.read(Path.join(root, ByteString("go.sum")))
      listed = Set(sums.split(separator: ASCII.newline).map { line in Array(line.prefix { !$0.isSpace }) })
    } catch {
      guard error.isAbsence else { return nil }
      listed = []
    }
  }

  /// Whether a package that is not the standard library's may be in the build.
  package func mayHave(_ importPath: ByteString) -> Bool {
    // What go.sum lists has a dot there; `command-line-arguments` is of no module.
    guard importPath.prefix(while: { $0 != ASCII.slash }).contains(ASCII.dot) else { return true }
    var end = importPath.count
    while end > 0 {
      let path = Array(importPath[..<end])
      if path == main || replaced.contains(path) || listed.contains(path) { return true }
      end = path.lastIndex(of: ASCII.slash) ?? 0
    }
    return false
  }
}
