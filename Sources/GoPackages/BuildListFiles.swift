package import Bytes
package import SystemInterface

/// The files that decide which modules a build takes, as they are or were not there (cmd/go/internal/modload, init.go and
/// vendor.go). What the module cache holds of a version does not change.
package enum BuildListFiles {
  /// - Parameters:
  ///   - goMod: the main module's go.mod, as `go env` has it; empty or a device outside of modules.
  ///   - goWork: the workspace's go.work; empty where there is none.
  /// - Throws: that one of them cannot be read.
  package static func all(
    goMod: ByteString, goWork: ByteString, in files: some FileSystem
  ) throws(FileError) -> [ByteString] {
    guard !goWork.isEmpty, !goWork.equals("off") else { return try ofModule(goMod, in: files) }
    let folder = Path.directory(goWork)
    let work = try GoMod(files.read(goWork))
    var result = [goWork, goWork + ByteString(".sum"), Path.join(folder, vendorList)]
    result += replaced(by: work, from: folder)
    for use in work.uses {
      result += try ofModule(Path.join(absolute(use, from: folder), ByteString("go.mod")), in: files)
    }
    return result
  }

  private static func ofModule(_ goMod: ByteString, in files: some FileSystem) throws(FileError) -> [ByteString] {
    let folder = Path.directory(goMod)
    let others = replaced(by: try GoMod(files.read(goMod)), from: folder)
    return [goMod, Path.join(folder, ByteString("go.sum")), Path.join(folder, vendorList)] + others
  }

  private static var vendorList: ByteString { ByteString("vendor/modules.txt") }

  /// The go.mod files of folders that take the places of modules.
  private static func replaced(by file: GoMod, from folder: ByteString) -> [ByteString] {
    file.replacements.filter(\.isByFolder).map {
      Path.join(absolute($0.newPath, from: folder), ByteString("go.mod"))
    }
  }

  private static func absolute(_ path: ByteString, from folder: ByteString) -> ByteString {
    Path.isAbsolute(path) ? path : Path.normalized(Path.join(folder, path))
  }
}
