internal import Bytes
internal import GoSyntax
internal import SystemInterface
internal import Toolexec

/// The packages that the compiler finds the export data of, and what they are called.
final class ImportedPackages<Files: FileSystem> {
  private let configuration: ImportConfiguration
  private let files: Files
  private var names: [ByteString: ByteString?] = [:]
  /// Why an archive that is there could not be read: what was planned without it may be wrong.
  private(set) var error: FileError?

  init(_ configuration: ImportConfiguration, in files: Files) {
    self.configuration = configuration
    self.files = files
  }

  /// The import paths, as files write them.
  var paths: Set<ByteString> { configuration.paths }

  /// What a package is called; nil if its archive is not there or does not tell.
  func packageName(_ importPath: ByteString) -> ByteString? {
    if importPath.equals("unsafe") || importPath.equals("C") { return importPath }
    if let name = names[importPath] { return name }
    let path = configuration.packagePath(of: importPath)
    let name = configuration.archives[path].flatMap(read).flatMap { ExportData.packageName($0, path: path) }
      .flatMap { PackageNameGuess.isPackageName($0) ? $0 : nil }
    names[importPath] = .some(name)
    return name
  }

  private func read(_ archive: ByteString) -> ByteString? {
    do throws(FileError) { return try files.read(archive) } catch {
      if !error.isAbsence { self.error = self.error ?? error }
      return nil
    }
  }
}
