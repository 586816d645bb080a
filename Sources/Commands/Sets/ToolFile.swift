internal import Bytes
internal import Findings
internal import GoPackages
internal import SystemInterface
internal import Weaving

/// `routinex.tool.go` in a module's root or in the folder of a set: its blank imports are patch sets, in order. Built-in ones,
/// which have no import path, stand in front of them in lines `//routinex:sets NAME ...`.
///
/// A build constraint keeps the file out of builds, and `go mod tidy` looks at it all the same: it takes every tag but
/// `ignore` for given (cmd/go/internal/imports, tags.go: AnyTags).
struct ToolFile {
  static let name = ByteString("routinex.tool.go")

  let path: ByteString
  let bytes: ByteString
  /// The names of built-in sets.
  let builtIn: [ByteString]
  /// The import paths of the others.
  let imports: [ByteString]

  /// nil if the folder has none.
  init?(in folder: ByteString, _ files: some FileSystem) throws(Findings) {
    path = Path.join(folder, Self.name)
    do throws(FileError) { bytes = try files.read(path) } catch {
      if error.isAbsence { return nil }
      throw Findings(error)
    }
    imports = ImportClause.blankPaths(bytes)
    var names: [ByteString] = []
    for (index, line) in bytes.split(separator: ASCII.newline, omittingEmptySubsequences: false).enumerated()
    where line.hasPrefix("//routinex:") {
      let words = line.split(whereSeparator: \.isSpace).map { Array($0) }
      let place = Place(path, line: index + 1, column: 1)
      guard words[0].equals("//routinex:sets"), words.count > 1 else {
        throw Findings(
          Finding(
            .directiveArgument,
            "this file takes only names of built-in sets, such as '//routinex:sets routine', and blank imports",
            at: place))
      }
      for word in words.dropFirst() where !PatchSet.builtInNames.contains(word) {
        let known = PatchSet.builtInNames.map(\.text).joined(separator: ", ")
        throw Findings(
          Finding(
            .missingSet,
            "there is no built-in set '\(word.shown)'; they are \(known). Import any other set: import _ "
              + "\"\(word.shown)\"",
            at: place))
      }
      names += words.dropFirst()
    }
    builtIn = names
  }
}
