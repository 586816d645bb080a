package import Bytes

/// What tells a patch, or an added declaration, from others, wherever its file was read.
package struct PatchID: Hashable, Sendable {
  /// The patch file, as messages name it.
  package let file: ByteString
  /// Where the declared name stands in it, in bytes.
  package let offset: Int
  /// The directive's word; nil for a declaration that is added.
  package let word: String?

  package init(file: ByteString, offset: Int, word: String?) {
    self.file = file
    self.offset = offset
    self.word = word
  }
}
