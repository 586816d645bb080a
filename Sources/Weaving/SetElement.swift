package import Bytes

/// What an element of a list of patch sets means.
package enum SetElement: Equatable {
  /// A Go package. Its folder stands behind `=` where `routinex go`, which asks the go command for it, hands the list on.
  case package(importPath: ByteString, folder: ByteString?)
  /// The name of a built-in set, or the path of a folder.
  case name(ByteString)

  package init(_ element: ByteString) {
    let equals = element.firstIndex(of: ASCII.equals)
    let path = Array(element[..<(equals ?? element.endIndex)])
    guard Self.isImportPath(path) else {
      self = .name(element)
      return
    }
    self = .package(importPath: path, folder: equals.map { Array(element[($0 + 1)...]) })
  }

  /// Whether it is a package and not a folder: the first part of an import path that a module has holds a dot
  /// (cmd/go/internal/modload/import.go, and `go help importpath`), and such a folder is written with `./` in front.
  private static func isImportPath(_ path: ByteString) -> Bool {
    let first = path.prefix { $0 != ASCII.slash }
    return first.contains(ASCII.dot) && first.contains { $0 != ASCII.dot } && first.first != ASCII.dot
  }
}
