package import Bytes

/// The folder in which the go command keeps what it compiles (GOCACHE).
package enum BuildCache {
  /// Where a file of this program's lies there. It has the name of one of the go command's own, which removes it when it has not
  /// been written or used for days, and with `go clean -cache` (cmd/go/internal/cache, cache.go: fileName, trimSubdir).
  ///
  /// - Parameter name: 64 hexadecimal digits.
  package static func path(of name: ByteString, in cache: ByteString) -> ByteString {
    Path.join(Path.join(cache, name.prefix(2)), name + ByteString("-d"))
  }
}
