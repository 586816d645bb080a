package import Bytes

/// The file of compile's `-importcfg`: where the archives of the packages lie that the package's own files import, and of no
/// others (cmd/go/internal/work/exec.go, build).
package struct ImportConfiguration {
  private var archives: [ByteString: ByteString] = [:]
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

  /// The import paths, as files write them.
  package var paths: Set<ByteString> { Set(archives.keys).union(mapped.keys) }

  /// The path of the package that an import path in a file leads to, which a vendor folder can change.
  package func packagePath(of importPath: ByteString) -> ByteString { mapped[importPath] ?? importPath }

  /// The file of a package's archive; nil if it is none of these.
  package func archive(of packagePath: ByteString) -> ByteString? { archives[packagePath] }
}
