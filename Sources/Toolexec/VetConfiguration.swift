package import Bytes

/// The file `vet.cfg`, JSON that cmd/go writes for vet (cmd/go/internal/work/exec.go, buildVetConfig: encoding/json with
/// indentation). Changed in place, so that all that is not understood stays as it is.
package struct VetConfiguration {
  package private(set) var bytes: ByteString

  package init(_ bytes: ByteString) { self.bytes = bytes }

  /// The value of `"Dir"`, the package's folder. nil for one with escapes too: such a folder has no covered file that would
  /// be found here.
  package var folder: ByteString? {
    let key = ByteString("\"Dir\": \"")
    guard let start = bytes.firstIndex(of: key) else { return nil }
    let value = bytes[(start + key.count)...].prefix { $0 != ASCII.doubleQuote }
    return value.contains(ASCII.backslash) ? nil : Array(value)
  }

  /// Whether the path is one of the strings.
  package func names(_ path: ByteString) -> Bool { bytes.firstIndex(of: Self.quoted(path)) != nil }

  /// Puts a path in the place of another.
  package mutating func replace(_ path: ByteString, with other: ByteString) {
    bytes = bytes.replacing(Self.quoted(path), with: Self.quoted(other))
  }

  private static func quoted(_ path: ByteString) -> ByteString { ByteString("\"") + path + ByteString("\"") }
}
