package import Bytes

/// The file of `-importcfg`. For compile it says where the archives of the packages lie that the package's own files import, and
/// of no others (cmd/go/internal/work/exec.go, build); for link, of all of the program's.
package struct ImportConfiguration {
  /// Where each package's archive lies.
  package private(set) var archives: [ByteString: ByteString] = [:]
  private var mapped: [ByteString: ByteString] = [:]

  /// `packagefile PATH=FILE` and `importmap PATH=PATH` (cmd/compile/internal/base/flag.go, readImportCfg).
  package init(_ text: ByteString) {
    for line in text.split(separator: ASCII.newline) {
      guard let equals = line.firstIndex(of: ASCII.equals) else { continue }
      let value = Array(line[(equals + 1)...])
      if line.hasPrefix("packagefile ") {
        archives[Array(line[..<equals].dropFirst("packagefile ".count))] = value
      } else if line.hasPrefix("importmap ") {
        mapped[Array(line[..<equals].dropFirst("importmap ".count))] = value
      }
    }
  }

  /// Whether a package's own files import the path, as they write it.
  package func hasImport(_ path: ByteString) -> Bool { archives[path] != nil || mapped[path] != nil }

  /// The import paths, as files write them.
  package var paths: Set<ByteString> { Set(archives.keys).union(mapped.keys) }

  /// The path of the package that an import path in a file leads to, which a vendor folder can change.
  package func packagePath(of importPath: ByteString) -> ByteString { mapped[importPath] ?? importPath }

  /// The text of one with more lines at its end.
  package static func adding(_ lines: [Line], to text: ByteString) -> ByteString {
    var result = text
    if let last = result.last, last != ASCII.newline { result.append(ASCII.newline) }
    for line in lines { result += line.text + [ASCII.newline] }
    return result
  }

  package enum Line {
    case archive(of: ByteString, file: ByteString)
    /// An import path as files write it, and the package that it leads to.
    case importMap(ByteString, to: ByteString)

    fileprivate var text: ByteString {
      switch self {
      case .archive(let path, let file): ByteString("packagefile ") + path + [ASCII.equals] + file
      case .importMap(let path, let other): ByteString("importmap ") + path + [ASCII.equals] + other
      }
    }
  }
}
