internal import Bytes
internal import Findings
internal import Patching

/// Patch files that have been parsed, for plans that one thread makes one after the other: each file is parsed once, and a parsed
/// file is not for two threads.
package final class ParsedPatchFiles {
  private var known: [ByteString: (bytes: ByteString, file: Result<PatchFile, Findings>)] = [:]

  package init() {}

  /// - Throws: everything that is wrong with the file.
  func file(_ source: PatchFileSource) throws(Findings) -> PatchFile {
    if let (bytes, file) = known[source.positionPath], bytes == source.bytes { return try file.get() }
    let file = Result { () throws(Findings) in try PatchFile(source) }
    known[source.positionPath] = (source.bytes, file)
    return try file.get()
  }
}
