package import Bytes
package import Patching

// What those who look at a set, rather than at a package, ask it.
extension PatchSet {
  /// The absolute path of the set's folder; nil for a set that was built in.
  package var folder: ByteString? {
    if case .folder(let path) = origin { return path }
    return nil
  }

  /// Every file of the set, those in its root included, in path order.
  ///
  /// - Returns: each file's path below the set's root, and the file.
  package func everyFile(
    in files: some FileSystem
  ) throws(Failure) -> [(path: ByteString, source: PatchFileSource)] {
    try allFiles(in: files, scratch: ByteString("/")).map { (path: $0.0, source: $0.1) }
  }
}
